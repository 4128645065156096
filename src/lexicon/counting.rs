//! How texts say how many things they list: one table for each language. The words themselves
//! are in `assets/languages`.

use super::phrase::Phrases;

/// How a language says it.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    tag: &'static str,
    /// What stands before the number, or between it and what is counted: `following`.
    pub following: Phrases,
    /// What stands behind what is counted: `as follows`.
    pub behind: Phrases,
}

// `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/counts.rs"));

impl Language {
    /// That of a BCP 47 tag, or the default where it has none.
    pub fn of(tag: Option<&str>) -> &'static Self {
        let known = super::language::row(tag, &LANGUAGES, |language| language.tag);
        known.unwrap_or(&LANGUAGES[DEFAULT])
    }
}
