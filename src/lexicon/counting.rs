//! How texts state the number of the things they list, one table per language. The words themselves
//! are in `assets/languages`.

use super::phrase::Phrases;

/// How a language states the number.
#[derive(Debug, Clone, Copy)]
pub struct CountWords {
    tag: &'static str,
    /// Words before the number, or between it and the things: `following`.
    pub following: Phrases,
    /// Words after the things: `as follows`.
    pub behind: Phrases,
}

// Defines `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/counts.rs"));

impl CountWords {
    /// Returns the words of a tag's language, or those of the default language if it has none.
    pub fn of(tag: Option<&str>) -> &'static Self {
        let known = super::language::row(tag, &LANGUAGES, |language| language.tag);
        known.unwrap_or(&LANGUAGES[DEFAULT])
    }
}
