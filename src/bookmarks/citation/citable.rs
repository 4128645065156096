//! What can be cited.

use crate::document::{Document, Passage, RosterId, SectionId};

/// What can be cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Citable {
    /// A whole section.
    Section(SectionId),
    /// A passage.
    Words(Passage),
    /// A roster: the words that name its parties.
    Roster(RosterId),
    /// An entry of a roster: the words that name the party.
    Entry(RosterId, usize),
}

impl Citable {
    /// Returns the cited words.
    pub fn passages(self, document: &Document) -> Vec<Passage> {
        match self {
            Self::Section(id) => document.section_passage(id).into_iter().collect(),
            Self::Words(passage) => vec![passage],
            Self::Roster(id) => document.roster(id).entries.iter().map(|e| e.evidence).collect(),
            Self::Entry(id, row) => {
                document.roster(id).entries.get(row).map(|e| e.evidence).into_iter().collect()
            }
        }
    }

    /// Returns the roster or the party that is meant, if the words name one.
    pub(super) fn remark(self, document: &Document) -> Option<String> {
        match self {
            Self::Section(_) | Self::Words(_) => None,
            Self::Roster(id) => Some(document.roster(id).kind.name().to_owned()),
            Self::Entry(id, row) => {
                let roster = document.roster(id);
                let name = &roster.entries.get(row)?.name;
                Some(format!("{}: {name}", roster.kind.name()))
            }
        }
    }
}
