//! A candidate: a line that begins as a provision would, in one reading of its label.

use super::beginnings::Onset;
use super::lead::Lead;
use super::place::ManuscriptPlace;
use crate::lexicon::label::Label;
use crate::structure::trace::Rule;
use std::ops::Range;

/// A line that begins as a provision would, in one reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Where it begins.
    pub place: ManuscriptPlace,
    /// Its label.
    pub label: Label,
    /// Columns before it.
    pub indent: usize,
    /// Columns before its line: fewer if it follows another label.
    pub margin: usize,
    /// Columns up to the end of its label.
    pub edge: usize,
    /// How sure it is that a provision may begin there.
    pub onset: Onset,
    /// Whether it is all of a short element: a heading by its form.
    pub heading: bool,
    /// The level of the heading that it is by its format.
    pub level: Option<u8>,
    /// Whether its format says that it is an item of a list.
    pub item: bool,
    /// Whether its element is the label and no more.
    pub alone: bool,
    /// The rule by which the labels beside it show that this reading is wrong.
    pub misread: Option<Rule>,
    /// Where its line begins in the text, in bytes.
    pub offset: usize,
    /// What comes before it.
    pub lead: Lead,
}

/// The candidates of a range of places, by their index.
pub fn between(candidates: &[Candidate], range: Range<ManuscriptPlace>) -> Range<usize> {
    let from = candidates.partition_point(|c| c.place < range.start);
    let to = candidates.partition_point(|c| c.place < range.end);
    from..to.max(from)
}
