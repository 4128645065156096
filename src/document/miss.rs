//! Why an address names no place, with alternatives.

use super::AddressError;
use thiserror::Error;

/// Why an address names no place in this document, with alternatives.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Miss {
    /// No provision has that number.
    #[error("no clause {number}: {there}")]
    Provision {
        /// The number.
        number: String,
        /// The provisions that exist.
        there: String,
    },
    /// Fewer provisions than asked for have that number.
    #[error("clause {number} occurs {}, not {asked} times", times(*count))]
    Occurrence {
        /// The number.
        number: String,
        /// How many provisions have it.
        count: usize,
        /// The one that was asked for.
        asked: u32,
    },
    /// A section has fewer paragraphs than asked for.
    #[error("{section} has {there}, not {asked}")]
    Paragraph {
        /// The name of the section.
        section: String,
        /// How many paragraphs it has, in words.
        there: String,
        /// The paragraph that was asked for.
        asked: u32,
    },
    /// No section and no roster has that name.
    #[error("no “{name}” here: there {there}")]
    Name {
        /// The name.
        name: String,
        /// The names that exist.
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
    /// The address matches several places.
    #[error("“{asked}” is in more than one place: {}", candidates.join(", "))]
    Ambiguous {
        /// The address.
        asked: String,
        /// The addresses of the places.
        candidates: Vec<String>,
    },
    /// There is no clause at the end of a step.
    #[error("no clause {0} this one")]
    Step(&'static str),
    /// A range runs backwards, or includes something that is not text.
    #[error("“{0}” is not a valid range: type the first place first")]
    Range(String),
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// Why typed text names no place.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LookupError {
    /// It is not an address.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// It is an address, but names nothing here.
    #[error(transparent)]
    Miss(#[from] Miss),
}
