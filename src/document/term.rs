//! Terms that the text itself defines.

use super::Passage;
use serde::{Deserialize, Serialize};

/// A place that defines a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// The term at this place.
    pub name: Passage,
    /// The whole definition.
    pub meaning: Passage,
}

/// A term, with its definitions and its uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The term, as in its definition.
    pub name: String,
    /// Its definitions, in reading order; never empty.
    pub defined: Vec<Definition>,
    /// Every other place that uses it, in reading order.
    pub used: Vec<Passage>,
}
