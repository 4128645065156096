//! The text that a terminal would show, with its marks.

use crate::document::InlineKind;
use std::borrow::Cow;
use std::ops::Range;

/// A text without its control sequences, and the marks they made.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ShownText<'a> {
    /// The text; borrowed if it has no control sequences.
    pub text: Cow<'a, str>,
    /// Bold, italic and underlined words, as ranges of the text.
    pub styles: Vec<(Range<usize>, InlineKind)>,
    /// Links, as ranges of the text.
    pub links: Vec<(Range<usize>, String)>,
}
