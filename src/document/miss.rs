//! Why an address names no place, with alternatives.

use super::AddressError;
use crate::messages::places;
use thiserror::Error;

/// Why an address names no place in this document, with alternatives.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Miss {
    /// No provision has that number.
    #[error("{}", places::no_clause(number, there))]
    Provision {
        /// The number.
        number: String,
        /// The provisions that exist.
        there: String,
    },
    /// Fewer provisions than asked for have that number.
    #[error("{}", places::no_occurrence(number, *count, asked))]
    Occurrence {
        /// The number.
        number: String,
        /// How many provisions have it.
        count: usize,
        /// The one that was asked for.
        asked: u32,
    },
    /// A section has fewer paragraphs than asked for.
    #[error("{}", places::no_paragraph(section, there, asked))]
    Paragraph {
        /// The name of the section.
        section: String,
        /// How many paragraphs it has, in words.
        there: String,
        /// The paragraph that was asked for.
        asked: u32,
    },
    /// No section and no roster has that name.
    #[error("{}", places::no_name(name, there))]
    Name {
        /// The name.
        name: String,
        /// The names that exist.
        there: String,
    },
    /// A roster has no such entry.
    #[error("{}", places::no_entry(name, roster))]
    Entry {
        /// The name.
        name: String,
        /// The roster's name.
        roster: &'static str,
    },
    /// The address matches several places.
    #[error("{}", places::ambiguous(asked, candidates.join(", ")))]
    Ambiguous {
        /// The address.
        asked: String,
        /// The addresses of the places.
        candidates: Vec<String>,
    },
    /// A step leads past the last clause.
    #[error("{}", places::NO_CLAUSE_AFTER)]
    NoneAfter,
    /// A step leads past the first clause.
    #[error("{}", places::NO_CLAUSE_BEFORE)]
    NoneBefore,
    /// A range runs backwards, or includes something that is not text.
    #[error("{}", places::invalid_range(.0))]
    Range(String),
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
