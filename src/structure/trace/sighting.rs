//! A reading of a label, and the role of its line, as the passes take them.

use crate::lexicon::label::Label;

/// A reading of a label, as the passes take it.
#[derive(Debug, Clone)]
pub struct Sighting {
    /// Where it begins in the text, in bytes.
    pub offset: usize,
    /// The label as printed.
    pub words: String,
    /// The same, read.
    pub label: Label,
    /// The role of its line.
    pub bearing: Bearing,
}

/// The role of a line that begins with a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// As a heading, by its form or by the format.
    Heading,
    /// It begins a paragraph, or a line that does not continue another.
    Line,
    /// It follows the end of a sentence.
    Sentence,
    /// It may be the middle of a sentence.
    Doubtful,
}

impl Bearing {
    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Line => "line",
            Self::Sentence => "sentence",
            Self::Doubtful => "doubtful",
        }
    }
}
