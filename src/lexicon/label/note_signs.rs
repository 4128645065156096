//! Signs beside a number that refer to a note.

use super::characters::is_gap;

/// Signs beside a number that refer to a note.
pub const NOTE_SIGNS: [char; 3] = ['*', '†', '‡'];

/// Maximum number of note signs beside a number.
const MOST_NOTES: usize = 2;

/// Returns the length in bytes of the note signs before a number, and the line after them: `*33`,
/// as an act prints a section that is not in force yet.
pub fn behind_notes(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches(NOTE_SIGNS);
    let number = rest.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    if number && few(line, rest) { (line.len() - rest.len(), rest) } else { (0, line) }
}

/// Returns the text after the sign of a note that follows a number: `28* Oil`.
pub fn behind_note(tail: &str) -> &str {
    let rest = tail.trim_start_matches(NOTE_SIGNS);
    if few(tail, rest) && rest.starts_with(is_gap) { rest } else { tail }
}

/// Whether there are no more signs before `rest` than beside a number.
fn few(text: &str, rest: &str) -> bool {
    text[..text.len() - rest.len()].chars().count() <= MOST_NOTES
}
