//! How far in a line stands, in columns.

/// Bytes before a line's words that are looked at for its indent.
const WIDEST_INDENT: usize = 4096;

/// Columns of white space before a byte of a line.
pub fn columns_before(text: &str, at: usize) -> usize {
    let near = text.ceil_char_boundary(at.saturating_sub(WIDEST_INDENT));
    let line = text[near..at].rfind(['\n', '\r']).map_or(near, |end| near + end + 1);
    let before = &text[line..at];
    // The sign of a frame is no indent.
    let signs = before.rfind(|c: char| !c.is_whitespace()).map_or(0, |sign| sign + 1);
    columns(before.get(signs..).unwrap_or(""))
}

/// Columns that blanks take, tabs up to the next stop of eight.
pub fn columns(blanks: &str) -> usize {
    blanks.chars().fold(0, |column, c| if c == '\t' { (column / 8 + 1) * 8 } else { column + 1 })
}
