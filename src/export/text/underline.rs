//! The underlines of headings.

/// The signs of underlines, by level.
const UNDERLINES: [char; 5] = ['=', '-', '~', '^', '"'];

/// The minimum length of an underline.
const SHORTEST: usize = 3;

/// Returns the underline of a heading of this level, as wide as its last line.
pub fn underline(level: usize, columns: usize) -> String {
    let level = level.clamp(1, UNDERLINES.len());
    UNDERLINES[level - 1].to_string().repeat(columns.max(SHORTEST))
}
