//! An inconsistency, and its place.

use crate::document::{BlockId, Document};

/// The kind of an inconsistency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Numbers are missing from a sequence.
    Gap,
    /// A number occurs twice.
    Repeat,
    /// A number follows a higher one.
    Order,
    /// The target of a reference does not exist.
    Reference,
    /// A list is longer or shorter than stated.
    Count,
    /// A term is defined but never used.
    UnusedTerm,
    /// A term is defined more than once.
    RepeatedTerm,
}

impl Fault {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Repeat => "repeat",
            Self::Order => "order",
            Self::Reference => "reference",
            Self::Count => "count",
            Self::UnusedTerm => "unused-term",
            Self::RepeatedTerm => "repeated-term",
        }
    }

    /// Whether it may be intended.
    pub const fn is_remark(self) -> bool {
        matches!(self, Self::UnusedTerm | Self::RepeatedTerm)
    }
}

/// An inconsistency and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub fault: Fault,
    /// The block where it occurs.
    pub block: BlockId,
    /// The address of the block.
    pub address: String,
    /// A description for the user.
    pub words: String,
}

/// Returns a finding in a block of a document.
pub(super) fn finding(document: &Document, fault: Fault, block: BlockId, words: String) -> Finding {
    Finding { fault, block, address: document.block_address(block), words }
}
