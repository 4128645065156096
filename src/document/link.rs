//! Links: words that lead to another place, whether the source marks them or
//! they are a cross reference of the text itself (`Article 5`, `§4.1(3)`).

use super::{Passage, Span};

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words, a range of the whole text that lies inside one block.
    pub span: Span,
    /// Where they lead.
    pub target: LinkTarget,
    /// Who says so.
    pub origin: LinkOrigin,
}

/// Who says that words lead somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkOrigin {
    /// The source marks them as a link.
    Marked,
    /// The words themselves: a cross reference that was found in the text.
    Found,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// To a place of the same document.
    Passage(Passage),
    /// Out of the document: what the source names, made safe to show.
    Outside(String),
    /// Nowhere: a cross reference to what this document does not have, by the
    /// address that it gives. It is kept to be told of; nobody can follow it.
    Nowhere(String),
}

impl LinkTarget {
    /// Whether it can be followed, or at least be shown.
    pub const fn leads(&self) -> bool {
        !matches!(self, Self::Nowhere(_))
    }
}
