//! Marks: what begins where in a manuscript.

use super::place::ManuscriptPlace;
use crate::document::ClauseNumber;
use crate::lexicon::keywords::Rank;

/// What begins at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProvisionUnit {
    /// A recital before the provisions, by its number.
    Recital(u32),
    /// A chapter or the like.
    Division(Rank),
    /// An annex; its letter, where its provisions begin with that (`A.1`).
    Annex(Option<ClauseNumber>),
    /// A provision.
    Provision {
        /// Its whole number.
        number: ClauseNumber,
        /// How many provisions contain it.
        depth: usize,
        /// Whether its document calls it an article.
        article: bool,
    },
}

/// A place where something begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub place: ManuscriptPlace,
    /// What.
    pub unit: ProvisionUnit,
    /// Bytes that its label takes of the line, made safe and even.
    pub len: usize,
    /// Columns before its line.
    pub indent: usize,
    /// Whether it is a heading by its form.
    pub heading: bool,
    /// The level of the heading that it is by its format.
    pub level: Option<u8>,
    /// Whether a word or a heading shows that it is more than an item of a list.
    pub named: bool,
    /// Whether its number is written whole: `2.1`, not `1` below `2`.
    pub whole: bool,
}

/// A heading without a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// Its place.
    pub place: ManuscriptPlace,
    /// Its level, the outermost 1.
    pub level: u8,
}
