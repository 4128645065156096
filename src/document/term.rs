//! Terms that the text itself defines.

use super::Passage;

/// One place that defines a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The words of the term there.
    pub name: Passage,
    /// All that defines it.
    pub meaning: Passage,
}

/// A term, where it is defined and where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its words, as the definition has them.
    pub name: String,
    /// Where it is defined, in reading order; never empty.
    pub defined: Vec<Definition>,
    /// Every other place that uses it, in reading order.
    pub used: Vec<Passage>,
}
