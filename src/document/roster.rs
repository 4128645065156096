//! Rosters: named parties that the text itself enumerates, with their evidence.

use super::Passage;
use std::fmt;

/// The place of a roster in its document.
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

/// What the parties of a roster are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RosterKind {
    /// Members.
    Members,
    /// Observers.
    Observers,
    /// Signatories.
    Signatories,
}

impl RosterKind {
    /// The word that stands for the roster in addresses and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Observers => "observers",
            Self::Signatories => "signatories",
        }
    }

    /// The word that a person reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Members => "Members",
            Self::Observers => "Observers",
            Self::Signatories => "Signatories",
        }
    }
}

/// At what level a party was represented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
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

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::President => "president",
            Self::PrimeMinister => "prime minister",
            Self::DeputyPrimeMinister => "deputy prime minister",
            Self::Minister => "minister",
            Self::DeputyMinister => "deputy minister",
        })
    }
}

/// What the enumeration itself says of a party, beside its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Named in the list itself.
    Listed,
    /// Named as having joined later than the list (`became the 18th full member`).
    Joined,
    /// Named among organisations, not states.
    Organisation,
}

/// One party of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// Its name as the list gives it, without an article.
    pub name: String,
    /// Where the list names it.
    pub evidence: Passage,
    /// What the list says of it.
    pub standing: Standing,
    /// The level of its delegation, with the words that say so.
    pub level: Option<(Level, Passage)>,
    /// Every other place in the document that mentions it, in reading order.
    pub mentions: Vec<Passage>,
}

impl RosterEntry {
    /// The level, or what the list says of the party; empty where the text
    /// says nothing.
    pub fn note(&self) -> String {
        match (self.level, self.standing) {
            (Some((level, _)), Standing::Joined) => format!("{level}; joined later"),
            (Some((level, _)), _) => level.to_string(),
            (None, Standing::Joined) => "joined later".to_owned(),
            (None, Standing::Organisation) => "organisation".to_owned(),
            (None, Standing::Listed) => String::new(),
        }
    }
}

/// Named parties that the text itself enumerates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    /// What the parties are.
    pub kind: RosterKind,
    /// How many the text says there are.
    pub stated: Option<u32>,
    /// The parties, in the order of the text.
    pub entries: Vec<RosterEntry>,
}
