//! Why an address leads nowhere, and what there is instead.

use super::AddressError;
use thiserror::Error;

/// Why an address names nothing here, and what there is instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Miss {
    /// No provision has that number.
    #[error("no clause {number}: {there}")]
    Provision {
        /// The number.
        number: String,
        /// What there is.
        there: String,
    },
    /// Fewer provisions have that number.
    #[error("clause {number} occurs {}, not {asked} times", times(*count))]
    Occurrence {
        /// The number.
        number: String,
        /// How many have it.
        count: usize,
        /// Which of them was asked for.
        asked: u32,
    },
    /// A section has fewer paragraphs.
    #[error("{section} has {there}, not {asked}")]
    Paragraph {
        /// The section, as a person reads it.
        section: String,
        /// How many it has, in words.
        there: String,
        /// Which was asked for.
        asked: u32,
    },
    /// No section and no roster has that name.
    #[error("no “{name}” here: there {there}")]
    Name {
        /// The name.
        name: String,
        /// The names that there are.
        there: String,
    },
    /// A roster has no such entry.
    #[error("no “{name}” among the {roster}")]
    Entry {
        /// The name.
        name: String,
        /// The roster's name.
        roster: &'static str,
    },
    /// The address fits several places.
    #[error("“{asked}” is in more than one place: {}", candidates.join(", "))]
    Ambiguous {
        /// The address.
        asked: String,
        /// The addresses of the places.
        candidates: Vec<String>,
    },
    /// There is nothing at the end of a step.
    #[error("no clause {0} this one")]
    Step(&'static str),
    /// A range runs backwards, or over something that is no text.
    #[error("“{0}” is not a valid range: type the first place first")]
    Range(String),
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// Why typed words lead nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LookupError {
    /// They are no address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// They are one, of nothing here.
    #[error(transparent)]
    Miss(#[from] Miss),
}
