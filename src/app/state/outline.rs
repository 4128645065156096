//! The outline beside the text: its entries, its folds and its cursor.

use super::moved;
use super::visible_sections::Unfolded;
use crate::document::{Document, RosterId, SectionId};
use std::collections::BTreeSet;

/// The target of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutlineEntry {
    /// A section of the text.
    Section(SectionId),
    /// A roster.
    Roster(RosterId),
    /// The terms that the text defines.
    Terms,
    /// The abbreviations.
    Abbreviations,
    /// The list of bookmarks.
    Bookmarks,
}

/// The state of the outline.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    folded: BTreeSet<SectionId>,
    body: Unfolded,
    /// The entries after the body.
    tail: Vec<OutlineEntry>,
    /// The sections with sub-sections of which some can be folded; `None` for the outermost ones.
    with_folds: BTreeSet<Option<SectionId>>,
    cursor: usize,
}

/// The minimum width at which all levels are indented as far as the first ones.
const ROOMY: u16 = 32;

impl Outline {
    /// Returns an outline with nothing folded; goes through the whole document.
    pub fn new(document: &Document) -> Self {
        // What the text lists comes after the text and before its imprint.
        let mut tail: Vec<OutlineEntry> =
            (0..document.rosters().len()).map(|i| OutlineEntry::Roster(RosterId::new(i))).collect();
        if !document.terms().is_empty() {
            tail.push(OutlineEntry::Terms);
        }
        if !document.abbreviations().is_empty() {
            tail.push(OutlineEntry::Abbreviations);
        }
        let body = Unfolded::all(document);
        tail.extend(body.apart().map(OutlineEntry::Section));
        tail.push(OutlineEntry::Bookmarks);
        let foldable = document.section_ids().filter(|id| has_children(document, *id));
        let with_folds = foldable.map(|id| document.section(id).parent).collect();
        Self { folded: BTreeSet::new(), body, tail, with_folds, cursor: 0 }
    }

    /// Whether a section, or one beside it in the same section, can be folded.
    pub fn has_folds_beside(&self, document: &Document, id: SectionId) -> bool {
        self.with_folds.contains(&document.section(id).parent)
    }

    /// The number of visible entries.
    pub fn count(&self) -> usize {
        self.body.len() + self.tail.len()
    }

    /// The visible entry at an index.
    pub fn entry(&self, place: usize) -> Option<OutlineEntry> {
        match place.checked_sub(self.body.len()) {
            Some(behind) => self.tail.get(behind).copied(),
            None => self.body.section(place).map(OutlineEntry::Section),
        }
    }

    /// The column of an entry's fold mark in an outline of `columns` columns: a narrow outline
    /// indents deep entries less, to leave room for their titles.
    pub fn fold_column(depth: u16, columns: u16) -> u16 {
        let deeper = depth.saturating_sub(2);
        let each = if columns < ROOMY { 1 } else { 2 };
        1 + 2 * depth.min(2) + each * deeper
    }

    /// The index of the entry under the cursor, among the visible ones.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// The target of the entry under the cursor.
    pub fn chosen(&self) -> Option<OutlineEntry> {
        self.entry(self.cursor)
    }

    /// The section under the cursor, if it is on one.
    pub fn chosen_section(&self) -> Option<SectionId> {
        match self.chosen() {
            Some(OutlineEntry::Section(id)) => Some(id),
            _ => None,
        }
    }

    /// Moves the cursor by `by` entries, within the outline.
    pub fn step(&mut self, by: i64) {
        self.cursor = moved(self.cursor, by, self.count().saturating_sub(1));
    }

    /// Puts the cursor on the entry at an index.
    pub fn put(&mut self, place: usize) {
        self.cursor = place;
        self.step(0);
    }

    /// The index of an entry, if it is visible.
    pub fn place(&self, entry: OutlineEntry) -> Option<usize> {
        let behind = || self.tail.iter().position(|other| *other == entry);
        match entry {
            OutlineEntry::Section(id) => self.body.place(id),
            _ => None,
        }
        .or_else(|| Some(self.body.len() + behind()?))
    }

    /// Puts the cursor on an entry, if it is visible.
    pub fn put_on(&mut self, entry: OutlineEntry) {
        if let Some(at) = self.place(entry) {
            self.cursor = at;
        }
    }

    /// The index of the entry for a section: its own, or that of the nearest enclosing section that
    /// is visible.
    pub fn shown(&self, document: &Document, section: SectionId) -> Option<usize> {
        document.ancestry(section).find_map(|id| self.place(OutlineEntry::Section(id)))
    }

    /// Moves the cursor to a section of the text.
    pub fn follow(&mut self, document: &Document, section: SectionId) {
        if let Some(at) = self.shown(document, section) {
            self.cursor = at;
        }
    }

    /// Whether a section is folded.
    pub fn is_folded(&self, section: SectionId) -> bool {
        self.folded.contains(&section)
    }

    /// Folds or unfolds the section under the cursor; if that has no sub-sections, folds its
    /// parent.
    pub fn fold(&mut self, document: &Document) {
        let Some(OutlineEntry::Section(id)) = self.chosen() else { return };
        let Some(id) = document.ancestry(id).find(|id| has_children(document, *id)) else { return };
        if !self.folded.remove(&id) {
            self.folded.insert(id);
        }
        self.body.fold(document, &self.folded);
        self.follow(document, id);
    }

    /// Unfolds the entry under the cursor; returns whether there was something to unfold.
    pub fn step_in(&mut self, document: &Document) -> bool {
        match self.chosen() {
            Some(OutlineEntry::Section(id)) if self.folded.remove(&id) => {
                self.body.fold(document, &self.folded);
                true
            }
            _ => false,
        }
    }

    /// Folds the entry under the cursor, or goes to its parent.
    pub fn step_out(&mut self, document: &Document) {
        let Some(OutlineEntry::Section(id)) = self.chosen() else { return };
        if has_children(document, id) && !self.folded.contains(&id) {
            self.fold(document);
        } else if let Some(parent) = document.section(id).parent {
            self.follow(document, parent);
        }
    }

    /// Folds every section that has sub-sections; unfolds all if all are folded.
    pub fn fold_all(&mut self, document: &Document) {
        let chosen = self.chosen();
        let foldable: BTreeSet<SectionId> =
            document.section_ids().filter(|id| has_children(document, *id)).collect();
        self.folded = if self.folded == foldable { BTreeSet::new() } else { foldable };
        self.body.fold(document, &self.folded);
        match chosen {
            Some(OutlineEntry::Section(id)) => self.follow(document, id),
            Some(entry) => self.put_on(entry),
            None => {}
        }
    }

    /// The addresses of the folded sections, to be remembered.
    pub fn folded_addresses(&self, document: &Document) -> Vec<String> {
        self.folded.iter().map(|id| document.section_address(*id).to_owned()).collect()
    }

    /// Folds the sections at these addresses, as far as they exist.
    pub fn fold_addresses(&mut self, document: &Document, addresses: &[String]) {
        self.folded = addresses.iter().filter_map(|a| document.section_at(a)).collect();
        self.body.fold(document, &self.folded);
    }
}

/// Whether a section can be folded.
pub(in crate::app) fn has_children(document: &Document, id: SectionId) -> bool {
    document.children(Some(id)).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_entries_of_a_narrow_outline_are_set_in_by_less() {
        let of = |columns| [0, 1, 2, 3, 4].map(|depth| Outline::fold_column(depth, columns));
        assert_eq!(of(36), [1, 3, 5, 7, 9]);
        assert_eq!(of(26), [1, 3, 5, 6, 7]);
    }
}
