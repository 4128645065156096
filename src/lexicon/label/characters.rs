//! The kinds of characters that the grammar of labels distinguishes.

/// Whether a character is a space, including full-width and invisible ones.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '፡')
}

/// Dashes between a counter and its words, with the sign that Persian texts use as one.
pub(super) const DASHES: [char; 4] = ['-', '–', '—', 'ـ'];
