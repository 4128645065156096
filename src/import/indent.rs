//! The indent of a line, in columns.

/// The maximum number of bytes examined before a line's words.
const WIDEST_INDENT: usize = 4096;

/// Whether words contain `SIDE_BY_SIDE` consecutive spaces; computed without a branch per
/// byte.
pub fn has_spaces<const SIDE_BY_SIDE: usize>(words: &str) -> bool {
    let bytes = words.as_bytes();
    let Some(count) = (bytes.len() + 1).checked_sub(SIDE_BY_SIDE) else { return false };
    // The same bytes, each time one further: so many can be compared at once.
    let shifted: [&[u8]; SIDE_BY_SIDE] = std::array::from_fn(|by| &bytes[by..by + count]);
    let spaces = |at: usize| shifted.iter().fold(true, |all, own| all & (own[at] == b' '));
    (0..count).fold(0, |any: u8, at| any | u8::from(spaces(at))) != 0
}

/// Whether words contain blanks that separate columns: at least three spaces, or a tab.
pub fn has_wide_blanks(words: &str) -> bool {
    has_spaces::<3>(words) || words.as_bytes().contains(&b'\t')
}

/// Returns the columns of white space before a byte of a line.
pub fn columns_before(text: &str, at: usize) -> usize {
    // Most lines begin with spaces only, or with no blanks.
    let before = &text.as_bytes()[..at];
    let spaces = before.iter().rev().take(WIDEST_INDENT).take_while(|byte| **byte == b' ').count();
    if matches!(before[..at - spaces].last(), None | Some(b'\n' | b'\r')) {
        return spaces;
    }
    let near = text.ceil_char_boundary(at.saturating_sub(WIDEST_INDENT));
    let line = text[near..at].rfind(['\n', '\r']).map_or(near, |end| near + end + 1);
    let before = &text[line..at];
    // The character of a frame is not part of the indent.
    let signs = before.rfind(|c: char| !c.is_whitespace()).map_or(0, |sign| sign + 1);
    columns(before.get(signs..).unwrap_or(""))
}

/// Returns the columns of blanks, with tab stops every eight columns.
pub fn columns(blanks: &str) -> usize {
    blanks.chars().fold(0, |column, c| if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 })
}
