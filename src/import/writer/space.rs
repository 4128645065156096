//! The white space before a word: runs of blanks become one, and scripts without blanks between words
//! have none at the ends of lines either.

/// The white space before the next word, if one comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Space {
    /// None.
    #[default]
    None,
    /// A blank.
    Blank,
    /// A blank that contains a line end of the source.
    LineEnd,
    /// A hard line end inside a cell.
    CellLine,
}

impl Space {
    /// Returns it with a blank added.
    pub fn max_blank(self) -> Self {
        if self == Self::None { Self::Blank } else { self }
    }

    /// Returns it with a line end of the source added.
    pub fn or_line_end(self) -> Self {
        if self == Self::CellLine { self } else { Self::LineEnd }
    }
}

/// Returns the length in bytes of the words at the start of a text up to the first blank that is not
/// a single space between two of them.
pub fn evenly_spaced(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C');
    let uneven = |at: &usize| {
        is_blank(&bytes[*at]) && (bytes[*at] != b' ' || bytes.get(*at + 1).is_none_or(is_blank))
    };
    (0..bytes.len()).find(uneven).unwrap_or(bytes.len())
}

/// Whether a character belongs to Chinese or Japanese text or punctuation.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{31A0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFF}')
}
