//! The rows of an alignment: which sections correspond, and what became of them.

use crate::document::SectionId;

/// What became of the words of a section, from nothing to most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It has the same words, to the byte.
    Same,
    /// It differs in typography only: quotation marks, dashes, blanks, soft hyphens.
    Typographic,
    /// It differs in references only, each of which follows its target.
    Followed,
    /// It has other words.
    Edited,
    /// It has other words at the same address, too few of the old ones to call it edited.
    Replaced,
    /// It became several sections.
    Split,
    /// Several sections became it.
    Merged,
    /// It is only in the new text.
    New,
    /// It is only in the old text.
    Gone,
}

/// Whether a section is where it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// At the same address.
    Stayed,
    /// In its place among the others, under another address.
    Renumbered,
    /// Elsewhere among the others.
    Moved,
}

/// One row of an alignment: sections of the old text beside those of the new one.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The sections of the old text: none, one, or several that were merged.
    pub old: Vec<SectionId>,
    /// The sections of the new text: none, one, or several that one was split into.
    pub new: Vec<SectionId>,
    /// What became of the words.
    pub how: How,
    /// Where it is now.
    pub course: Course,
    /// The share of common words, 0 to 1.
    pub share: f32,
    /// Whether it is no part of what was agreed: the masthead, the imprint, the title of the text.
    pub is_furniture: bool,
}

impl Row {
    /// Whether its words differ by more than typography and references that follow their target.
    pub fn is_changed(&self) -> bool {
        self.how >= How::Edited
    }
}
