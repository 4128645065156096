//! The kinds of characters that the grammar of labels distinguishes.

/// Whether a character is a space, including full-width and invisible ones.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '፡')
}

/// Whether a character is of a script of East Asia.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}')
}

/// Dashes between a counter and its words, with the sign that Persian texts use as one.
pub(super) const DASHES: [char; 4] = ['-', '–', '—', 'ـ'];
