//! Links: words that lead to another place, either marked in the source or a
//! cross reference in the text (`Article 5`, `§4.1(3)`).

use super::{Passage, Span};
use serde::{Deserialize, Serialize};

/// Words with a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The words: a range of the whole text, within one block.
    pub span: Span,
    /// Where they lead.
    pub target: LinkTarget,
    /// Where the link comes from.
    pub origin: LinkOrigin,
}

/// Where a link comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkOrigin {
    /// The source marks them as a link.
    Marked,
    /// The words are a cross reference that was found in the text.
    Found,
}

/// The target of a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkTarget {
    /// To a place of the same document.
    Passage(Passage),
    /// Outside the document: the target in the source, made safe to show.
    Outside(String),
    /// A cross reference to a place that this document does not have, with its
    /// address. It is only reported; nobody can follow it.
    Nowhere(String),
}

impl LinkTarget {
    /// Whether it can be followed, or at least shown.
    pub const fn leads(&self) -> bool {
        !matches!(self, Self::Nowhere(_))
    }
}
