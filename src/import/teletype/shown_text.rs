//! The text that a terminal would show, with its marks.

use crate::document::InlineKind;
use std::borrow::Cow;
use std::ops::Range;

/// A text without its control sequences, and the marks they made.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ShownText<'a> {
    /// The text; borrowed if it has no control sequences.
    pub text: Cow<'a, str>,
    /// Bold, italic, underlined and coloured words, as ranges of the text.
    pub styles: Vec<(Range<usize>, InlineKind)>,
    /// Links, as ranges of the text.
    pub links: Vec<(Range<usize>, String)>,
    /// Whether the text has more marks than a document keeps.
    pub are_marks_left_out: bool,
}

impl ShownText<'_> {
    /// The words that have a colour, as ranges of the text.
    pub fn colours(&self) -> impl Iterator<Item = &Range<usize>> {
        let is_colour = |kind: InlineKind| {
            matches!(kind, InlineKind::Foreground(_) | InlineKind::Background(_))
        };
        self.styles.iter().filter(move |(_, kind)| is_colour(*kind)).map(|(words, _)| words)
    }
}
