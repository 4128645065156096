//! The sections of two documents, row by row.

use super::bag::Bag;
use super::candidates::Search;
use super::common::common;
use super::document_words::DocumentWords;
use super::pairs::Pairs;
use super::profile::Side;
use super::row::{Course, How, Row};
use super::sections::{self, TakenSections};
use super::splits;
use super::weights::{Weights, WordWeights};
use crate::document::{Document, SectionId};
use std::collections::{BTreeMap, BTreeSet};

/// A pair of sections with a smaller share of common words is called replaced, not edited.
const LEAST_OF_EDITED: f32 = 0.3;

/// The sections of two documents, row by row, in the order of the new one. What is gone is where it
/// was.
#[derive(Debug)]
pub struct Alignment<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    weights: WordWeights,
    pairs: Pairs,
    pub(super) rows: Vec<Row>,
    /// For each section of the old text, its row.
    of_old: Vec<usize>,
    search: Search,
}

impl<'a> Alignment<'a> {
    /// Aligns two versions of a text by their words, before their references are compared.
    pub(super) fn by_words(old: &'a Document, new: &'a Document) -> Self {
        let words = DocumentWords::of(old);
        let others = words.beside(new);
        let weights = WordWeights::between(&words, &others);
        let (old, new) = (Side::new(old, words), Side::new(new, others));
        let both = Weights { words: &new.words, weights: &weights };
        let find_taken = |pairs: &Pairs| {
            let splits = splits::splits(&old, &new, pairs, both);
            let merges = splits::merges(&old, &new, pairs, both);
            TakenSections {
                split: splits.into_values().flatten().collect(),
                merged: merges.into_values().flatten().collect(),
            }
        };
        let (pairs, search) = sections::pair(&old, &new, both, find_taken);
        let (rows, of_old) = (Vec::new(), Vec::new());
        let mut alignment = Self { old, new, weights, pairs, rows, of_old, search };
        alignment.collect_rows();
        alignment
    }

    /// The old document.
    pub fn old(&self) -> &'a Document {
        self.old.document
    }

    /// The new document.
    pub fn new_document(&self) -> &'a Document {
        self.new.document
    }

    /// All rows, in the order of the new text.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The section of the new text that a section of the old text is now.
    pub fn now(&self, id: SectionId) -> Option<SectionId> {
        self.rows[self.of_old[id.index()]].new.first().copied()
    }

    /// Number of sections that were compared by their address and their neighbours alone, since the
    /// texts differ too much to compare each with each.
    pub fn coarse(&self) -> usize {
        match self.search {
            Search::Whole => 0,
            Search::Coarse(sections) => sections,
        }
    }

    /// The share of words, by weight, that the two texts have in common, 0 to 1.
    pub fn common(&self) -> f32 {
        common((&self.old.words, &self.new.words), self.weights())
    }

    /// The weights of the words.
    pub(super) fn weights(&self) -> Weights<'_> {
        Weights { words: &self.new.words, weights: &self.weights }
    }

    fn collect_rows(&mut self) {
        let splits = splits::splits(&self.old, &self.new, &self.pairs, self.weights());
        let merges = splits::merges(&self.old, &self.new, &self.pairs, self.weights());
        let rest: BTreeSet<SectionId> = splits.values().flatten().copied().collect();
        let merged: BTreeSet<SectionId> = merges.values().flatten().copied().collect();
        let moved = self.moved();
        let mut gone = self.gone(&merged);
        let mut rows = gone.remove(&None).unwrap_or_default();
        for id in self.new.document.section_ids() {
            if rest.contains(&id) {
                continue;
            }
            let Some(partner) = self.pairs.of_new(id) else {
                rows.push(self.only(How::New, id));
                continue;
            };
            let mut row = Row { old: vec![partner], new: vec![id], ..self.only(How::Same, id) };
            row.new.extend(splits.get(&partner).into_iter().flatten());
            row.old.extend(merges.get(&id).into_iter().flatten());
            row.old.sort_unstable();
            row.new.sort_unstable();
            self.compare(&mut row);
            row.course = self.course((partner, id), (row.old[0], row.new[0]), &moved);
            rows.push(row);
            rows.extend(gone.remove(&Some(partner)).unwrap_or_default());
        }
        let mut of_old = vec![0; self.old.profiles.len()];
        for (at, row) in rows.iter().enumerate() {
            row.old.iter().for_each(|id| of_old[id.index()] = at);
        }
        (self.rows, self.of_old) = (rows, of_old);
    }

    /// The row of a section without partner.
    fn only(&self, how: How, id: SectionId) -> Row {
        let (old, new, side) = match how {
            How::Gone => (vec![id], vec![], &self.old),
            _ => (vec![], vec![id], &self.new),
        };
        let is_furniture = side.is_furniture(id);
        // A section without words of its own, such as a part that only has a number, cannot differ.
        let how = if side.profile(id).words == 0 { How::Same } else { how };
        Row { old, new, how, course: Course::Stayed, share: 0.0, is_furniture }
    }

    /// Says what became of the words of a pair.
    fn compare(&self, row: &mut Row) {
        let bag = |side: &Side, ids: &[SectionId]| -> Bag {
            let bags = ids.iter().map(|id| side.bag(*id));
            bags.reduce(|all, bag| all.with(&bag)).unwrap_or_default()
        };
        let single = (row.old.as_slice(), row.new.as_slice());
        if let ([old], [new]) = single {
            let (was, is) = (self.old.profile(*old), self.new.profile(*new));
            row.share = 1.0;
            if was.exact == is.exact {
                return;
            }
            row.how = How::Typographic;
            if was.plain == is.plain {
                return;
            }
        }
        let weights = self.weights();
        let (was, is) = (bag(&self.old, &row.old), bag(&self.new, &row.new));
        row.share = was.likeness(&is, |key| weights.of(*key));
        row.how = match (row.old.len(), row.new.len()) {
            (1, 1) if row.share < LEAST_OF_EDITED => How::Replaced,
            (1, 1) => How::Edited,
            (1, _) => How::Split,
            _ => How::Merged,
        };
    }

    /// Says where the sections of a row are now. `old` and `new` are its pair, `first` are its first
    /// sections.
    fn course(
        &self,
        (old, new): (SectionId, SectionId),
        first: (SectionId, SectionId),
        moved: &[bool],
    ) -> Course {
        let parent = self.old.document.section(old).parent;
        let with_parent = parent.is_some_and(|parent| {
            moved[parent.index()]
                && self.pairs.of_old(parent) == self.new.document.section(new).parent
        });
        let same = self.old.document.section_address(first.0)
            == self.new.document.section_address(first.1);
        // The address of a title without a number is its words: other words renumber nothing.
        let is_numbered = self.old.document.section(old).number.is_some()
            || self.new.document.section(new).number.is_some();
        match (moved[old.index()] && !with_parent, same || !is_numbered) {
            (true, _) => Course::Moved,
            (false, true) => Course::Stayed,
            (false, false) => Course::Renumbered,
        }
    }

    /// For each section of the old text, whether it is elsewhere among the others: outside the
    /// heaviest chain of sections that kept their order.
    fn moved(&self) -> Vec<bool> {
        let mut moved = vec![false; self.old.profiles.len()];
        for ((id, _), is_ordered) in self.pairs.ordered(|id| self.old.size(id)) {
            moved[id.index()] = !is_ordered;
        }
        moved
    }

    /// The rows of what is gone, by the section of the old text after which it was.
    fn gone(&self, merged: &BTreeSet<SectionId>) -> BTreeMap<Option<SectionId>, Vec<Row>> {
        let mut gone: BTreeMap<Option<SectionId>, Vec<Row>> = BTreeMap::new();
        let mut before = None;
        for id in self.old.document.section_ids() {
            if self.pairs.of_old(id).is_some() {
                before = Some(id);
            } else if !merged.contains(&id) {
                gone.entry(before).or_default().push(self.only(How::Gone, id));
            }
        }
        gone
    }
}
