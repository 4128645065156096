//! Rosters: named parties that the text enumerates, with their evidence.

use super::Passage;
use crate::messages::{places, states};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The index of a roster in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RosterId(usize);

impl RosterId {
    /// The roster at `index`.
    pub const fn new(index: usize) -> Self {
        Self(index)
    }

    /// Its index.
    pub const fn index(self) -> usize {
        self.0
    }
}

/// The role of the parties in a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RosterKind {
    /// Members.
    Members,
    /// Observers.
    Observers,
    /// Signatories.
    Signatories,
}

impl RosterKind {
    /// The name of the roster in addresses and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Observers => "observers",
            Self::Signatories => "signatories",
        }
    }

    /// The address of an entry with this name.
    pub fn address_of(self, entry: &str) -> String {
        format!("{}/{entry}", self.name())
    }

    /// The label for display.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Members => places::MEMBERS,
            Self::Observers => places::OBSERVERS,
            Self::Signatories => places::SIGNATORIES,
        }
    }
}

/// The level at which a party was represented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RepresentationLevel {
    /// By its president.
    President,
    /// By its prime minister.
    PrimeMinister,
    /// By a deputy prime minister.
    DeputyPrimeMinister,
    /// By a minister.
    Minister,
    /// By a deputy minister.
    DeputyMinister,
}

impl fmt::Display for RepresentationLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::President => states::PRESIDENT,
            Self::PrimeMinister => states::PRIME_MINISTER,
            Self::DeputyPrimeMinister => states::DEPUTY_PRIME_MINISTER,
            Self::Minister => states::MINISTER,
            Self::DeputyMinister => states::DEPUTY_MINISTER,
        })
    }
}

/// How the enumeration lists a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// Named in the list itself.
    Listed,
    /// Named as having joined after the others (`became the 18th full member`).
    Joined,
    /// Named among organisations, not states.
    Organisation,
}

/// One party of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterEntry {
    /// Its name as in the list, without an article.
    pub name: String,
    /// Where the list names it.
    pub evidence: Passage,
    /// How the list names it.
    pub standing: Standing,
    /// The level of its delegation, with the words that state it.
    pub level: Option<(RepresentationLevel, Passage)>,
    /// Every other place in the document that mentions it, in reading order.
    pub mentions: Vec<Passage>,
}

impl RosterEntry {
    /// Returns the level, or how the list names the party; empty if the text
    /// states neither.
    pub fn note(&self) -> String {
        match (self.level, self.standing) {
            (Some((level, _)), Standing::Joined) => states::level_and_joined_later(level),
            (Some((level, _)), _) => level.to_string(),
            (None, Standing::Joined) => states::JOINED_LATER.to_owned(),
            (None, Standing::Organisation) => states::ORGANISATION.to_owned(),
            (None, Standing::Listed) => String::new(),
        }
    }
}

/// Named parties that the text enumerates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// The role of the parties.
    pub kind: RosterKind,
    /// The number of parties that the text states.
    pub stated: Option<u32>,
    /// The parties, in the order of the text.
    pub entries: Vec<RosterEntry>,
}
