//! The outline beside the text: its entries, which are folded, and the cursor.

use crate::document::{Document, RosterId, SectionId};
use std::collections::BTreeSet;

/// What an entry of the outline opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A section of the text.
    Section(SectionId),
    /// A roster.
    Roster(RosterId),
}

/// The outline's state.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    folded: BTreeSet<SectionId>,
    cursor: usize,
}

impl Outline {
    /// The entries that no fold hides, in order.
    pub fn entries(&self, document: &Document) -> Vec<Entry> {
        let mut entries = Vec::with_capacity(document.sections().len());
        let mut next = 0;
        while let Some(section) = document.sections().get(next) {
            let id = SectionId::new(next);
            entries.push(Entry::Section(id));
            next = if self.folded.contains(&id) { section.end.max(next + 1) } else { next + 1 };
        }
        entries.extend((0..document.rosters().len()).map(|i| Entry::Roster(RosterId::new(i))));
        entries
    }

    /// The entry under the cursor, by its place among [`Outline::entries`].
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Moves the cursor by so many entries, within the outline.
    pub fn step(&mut self, document: &Document, by: i64) {
        let last = self.entries(document).len().saturating_sub(1);
        let at = i64::try_from(self.cursor).unwrap_or(i64::MAX).saturating_add(by);
        self.cursor = usize::try_from(at).unwrap_or(0).min(last);
    }

    /// Puts the cursor on an entry by its place.
    pub fn put(&mut self, document: &Document, place: usize) {
        self.cursor = place;
        self.step(document, 0);
    }

    /// The section under the cursor is that of the text in view, or the
    /// nearest one around it that no fold hides.
    pub fn follow(&mut self, document: &Document, section: SectionId) {
        let entries = self.entries(document);
        let shown = document
            .ancestry(section)
            .find_map(|id| entries.iter().position(|entry| *entry == Entry::Section(id)));
        self.cursor = shown.unwrap_or(self.cursor);
    }

    /// Whether a section is folded.
    pub fn is_folded(&self, section: SectionId) -> bool {
        self.folded.contains(&section)
    }

    /// Folds or unfolds the section under the cursor; one without sub-sections
    /// folds the section that it stands in.
    pub fn fold(&mut self, document: &Document) {
        let Some(Entry::Section(id)) = self.entries(document).get(self.cursor).copied() else {
            return;
        };
        let has_children = |id: &SectionId| document.children(Some(*id)).next().is_some();
        let Some(id) = document.ancestry(id).find(has_children) else { return };
        if !self.folded.remove(&id) {
            self.folded.insert(id);
        }
        self.follow(document, id);
    }

    /// Folds every section that has sub-sections; unfolds all where all are folded.
    pub fn fold_all(&mut self, document: &Document) {
        let under_cursor = self.entries(document).get(self.cursor).copied();
        let foldable: BTreeSet<SectionId> = document
            .section_ids()
            .filter(|id| document.children(Some(*id)).next().is_some())
            .collect();
        self.folded = if self.folded == foldable { BTreeSet::new() } else { foldable };
        if let Some(Entry::Section(id)) = under_cursor {
            self.follow(document, id);
        }
    }
}
