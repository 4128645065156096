//! The outline beside the text: its entries, which are folded, and the cursor.

use crate::document::{Document, RosterId, SectionId, SectionKind};
use std::collections::BTreeSet;

/// What an entry of the outline opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A section of the text.
    Section(SectionId),
    /// A roster.
    Roster(RosterId),
    /// The abbreviations.
    Abbreviations,
    /// The list of bookmarks.
    Bookmarks,
}

/// The outline's state.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    folded: BTreeSet<SectionId>,
    cursor: usize,
}

impl Outline {
    /// The entries that no fold hides, in order. What the text enumerates
    /// comes behind the text and before its imprint.
    pub fn entries(&self, document: &Document) -> Vec<Entry> {
        let mut body = Vec::with_capacity(document.sections().len() + 4);
        let mut tail = Vec::new();
        let mut next = 0;
        while let Some(section) = document.sections().get(next) {
            let id = SectionId::new(next);
            match section.kind {
                // The masthead is the head of the screen.
                SectionKind::Masthead => {}
                SectionKind::Imprint | SectionKind::Notice => tail.push(Entry::Section(id)),
                _ => body.push(Entry::Section(id)),
            }
            next = if self.folded.contains(&id) { section.end.max(next + 1) } else { next + 1 };
        }
        body.extend((0..document.rosters().len()).map(|i| Entry::Roster(RosterId::new(i))));
        if !document.abbreviations().is_empty() {
            body.push(Entry::Abbreviations);
        }
        body.append(&mut tail);
        body.push(Entry::Bookmarks);
        body
    }

    /// The column of an entry's fold mark, from the outline's edge.
    pub const fn fold_column(depth: u16) -> u16 {
        1 + 2 * depth
    }

    /// The entry under the cursor, by its place among [`Outline::entries`].
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// What the entry under the cursor opens.
    pub fn chosen(&self, document: &Document) -> Option<Entry> {
        self.entries(document).get(self.cursor).copied()
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

    /// Puts the cursor on an entry, where it is shown.
    pub fn put_on(&mut self, document: &Document, entry: Entry) {
        if let Some(at) = self.entries(document).iter().position(|e| *e == entry) {
            self.cursor = at;
        }
    }

    /// The entry for the section of the text in view: its own, or that of the
    /// nearest section around it that no fold hides.
    pub fn shown(&self, document: &Document, section: SectionId) -> Option<usize> {
        let entries = self.entries(document);
        document
            .ancestry(section)
            .find_map(|id| entries.iter().position(|entry| *entry == Entry::Section(id)))
    }

    /// Moves the cursor to the section of the text in view.
    pub fn follow(&mut self, document: &Document, section: SectionId) {
        if let Some(at) = self.shown(document, section) {
            self.cursor = at;
        }
    }

    /// Whether a section is folded.
    pub fn is_folded(&self, section: SectionId) -> bool {
        self.folded.contains(&section)
    }

    /// Folds or unfolds the section under the cursor; one without sub-sections
    /// folds the section that it stands in.
    pub fn fold(&mut self, document: &Document) {
        let Some(Entry::Section(id)) = self.chosen(document) else { return };
        let Some(id) = document.ancestry(id).find(|id| has_children(document, *id)) else { return };
        if !self.folded.remove(&id) {
            self.folded.insert(id);
        }
        self.follow(document, id);
    }

    /// Folds every section that has sub-sections; unfolds all where all are folded.
    pub fn fold_all(&mut self, document: &Document) {
        let chosen = self.chosen(document);
        let foldable: BTreeSet<SectionId> =
            document.section_ids().filter(|id| has_children(document, *id)).collect();
        self.folded = if self.folded == foldable { BTreeSet::new() } else { foldable };
        match chosen {
            Some(Entry::Section(id)) => self.follow(document, id),
            Some(entry) => self.put_on(document, entry),
            None => {}
        }
    }

    /// The addresses of the folded sections, to be remembered.
    pub fn folded_addresses(&self, document: &Document) -> Vec<String> {
        self.folded.iter().map(|id| document.section_address(*id).to_owned()).collect()
    }

    /// Folds the sections of these addresses, where they are there.
    pub fn fold_addresses(&mut self, document: &Document, addresses: &[String]) {
        self.folded = document
            .section_ids()
            .filter(|id| addresses.iter().any(|a| a == document.section_address(*id)))
            .collect();
    }
}

fn has_children(document: &Document, id: SectionId) -> bool {
    document.children(Some(id)).next().is_some()
}
