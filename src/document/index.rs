//! The sections of a document by their addresses and by their numbers, sorted when the first of them
//! is looked up: who only reads a document through needs neither.

use super::provisions::ProvisionsByNumber;
use super::{Document, SectionId};

/// The sections in the orders in which they are looked up.
#[derive(Debug, Clone)]
pub(super) struct Index {
    /// All sections, by address.
    by_address: Vec<SectionId>,
    /// The provisions, by number.
    pub by_number: ProvisionsByNumber,
}

impl Index {
    fn of(document: &Document) -> Self {
        let mut by_address: Vec<SectionId> = document.section_ids().collect();
        by_address.sort_by_key(|id| document.section_address(*id));
        Self { by_address, by_number: ProvisionsByNumber::of(document) }
    }
}

impl Document {
    /// Returns the index of the sections.
    pub(super) fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self))
    }

    /// Returns the section with an address, as written by [`Document::section_address`].
    pub fn section_at(&self, address: &str) -> Option<SectionId> {
        let sections = &self.index().by_address;
        let place = sections.binary_search_by(|id| self.section_address(*id).cmp(address));
        place.ok().map(|place| sections[place])
    }
}
