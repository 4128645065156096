//! What corresponds in two documents: which section of one is which of the other, which paragraph,
//! which words.
//!
//! * [`DocumentWords`] numbers the words of a document and weighs them by their rarity;
//! * [`Alignment`] pairs the sections of two versions and says what became of each: same, edited,
//!   split, merged, replaced, new or gone, and beside that moved or renumbered;
//! * [`Paragraph`] is a paragraph of a row, with the words that went and came ([`ChangedWords`]);
//! * [`Stale`] is a reference that did not follow a renumbering;
//! * [`Lineage`] follows a clause through several versions, and says when each of its words came in.
//!
//! The work is bounded by steps and never by the clock, so that the same two documents give the same
//! answer on every machine.

mod bag;
mod blocks;
mod candidates;
mod counts;
mod lineage;
mod order;
mod pairs;
mod paragraphs;
mod profile;
mod redline;
mod references;
mod sections;
mod splits;
mod tokens;
mod words;

pub use counts::Counts;
pub use lineage::{Lineage, VersionNumber, WordOrigin};
pub use paragraphs::{BlockPair, Paragraph};
pub use redline::{ChangedWords, changes};
pub use references::Stale;
pub use words::{DocumentWords, WordKey, WordSpan};

use crate::document::{Document, SectionId};
use bag::Bag;
use candidates::Search;
use pairs::Pairs;
use profile::{Side, Weights};
use std::collections::{BTreeMap, BTreeSet};

/// A pair of sections with a smaller share of common words is called replaced, not edited.
const LEAST_OF_EDITED: f32 = 0.3;

/// What became of the words of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// It has the same words, apart from typography.
    Same,
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

/// How much of a difference in words there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// None, to the byte.
    None,
    /// Typography only: quotation marks, dashes, blanks, soft hyphens.
    Typographic,
    /// References only, each of which follows its target.
    Followed,
    /// Other words.
    Words,
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
    /// What differs in the words.
    pub extent: Extent,
    /// The share of common words, 0 to 1.
    pub share: f32,
    /// Whether it is no part of what was agreed: the masthead, the imprint, the title of the text.
    pub is_furniture: bool,
}

impl Row {
    /// Whether its words differ by more than typography and references that follow their target.
    pub fn is_changed(&self) -> bool {
        self.extent == Extent::Words
    }
}

/// The sections of two documents, row by row, in the order of the new one. What is gone is where it
/// was.
#[derive(Debug)]
pub struct Alignment<'a> {
    old: Side<'a>,
    new: Side<'a>,
    pairs: Pairs,
    rows: Vec<Row>,
    /// For each section of the old text, its row.
    of_old: Vec<usize>,
    coarse: usize,
}

impl<'a> Alignment<'a> {
    /// Aligns two versions of a text.
    pub fn of(old: &'a Document, new: &'a Document) -> Self {
        let words = DocumentWords::of(old);
        let others = words.beside(new);
        let (old, new) = (Side::new(old, words), Side::new(new, others));
        let (pairs, search) = sections::pair(&old, &new);
        let coarse = if let Search::Coarse(sections) = search { sections } else { 0 };
        let (rows, of_old) = (Vec::new(), Vec::new());
        let mut alignment = Self { old, new, pairs, rows, of_old, coarse };
        alignment.collect_rows();
        alignment.find_followed();
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
        self.coarse
    }

    /// The share of words, by weight, that the two texts have in common, 0 to 1.
    pub fn common(&self) -> f32 {
        let weights = self.weights();
        Bag::of_all(&self.old.words).likeness(&Bag::of_all(&self.new.words), |key| weights.of(key))
    }

    fn weights(&self) -> Weights<'_> {
        Weights::between(&self.old, &self.new)
    }

    fn collect_rows(&mut self) {
        let splits = splits::splits(&self.old, &self.new, &self.pairs);
        let merges = splits::merges(&self.old, &self.new, &self.pairs);
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
            row.course = self.course(partner, id, &moved);
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
        let extent = if how == How::Same { Extent::None } else { Extent::Words };
        Row { old, new, how, course: Course::Stayed, extent, share: 0.0, is_furniture }
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
            row.extent = Extent::Typographic;
            if was.plain == is.plain {
                return;
            }
        }
        let weights = self.weights();
        let (was, is) = (bag(&self.old, &row.old), bag(&self.new, &row.new));
        row.share = was.likeness(&is, |key| weights.of(key));
        row.extent = Extent::Words;
        row.how = match (row.old.len(), row.new.len()) {
            (1, 1) if row.share < LEAST_OF_EDITED => How::Replaced,
            (1, 1) => How::Edited,
            (1, _) => How::Split,
            _ => How::Merged,
        };
    }

    fn course(&self, old: SectionId, new: SectionId, moved: &[bool]) -> Course {
        let parent = self.old.document.section(old).parent;
        let with_parent = parent.is_some_and(|parent| {
            moved[parent.index()]
                && self.pairs.of_old(parent) == self.new.document.section(new).parent
        });
        let same = self.old.document.section_address(old) == self.new.document.section_address(new);
        match (moved[old.index()] && !with_parent, same) {
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
