//! Links: words that lead to another place.

use super::{Passage, Span};

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words, a range of the whole text that lies inside one block.
    pub span: Span,
    /// Where they lead.
    pub target: LinkTarget,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a place of the same document.
    Passage(Passage),
    /// Out of the document: what the source names, made safe to show.
    Outside(String),
}
