//! Phrases of all languages in one table, each with the languages that have it, so that a text is
//! searched once, whatever its languages are.

use super::initials::Initials;
use super::phrase::{self, Phrases};
use super::text_languages::{LanguageSet, TextLanguages};

/// Phrases with their languages.
#[derive(Debug, Clone, Copy)]
pub struct SharedPhrases {
    phrases: Phrases,
    initials: Initials,
    /// The languages of each.
    languages: &'static [LanguageSet],
}

impl SharedPhrases {
    /// Creates the table that the build collected.
    pub const fn new(
        phrases: Phrases,
        initials: Initials,
        languages: &'static [LanguageSet],
    ) -> Self {
        Self { phrases, initials, languages }
    }

    /// Returns the first result of `then` for the text after a phrase of `languages` at the start of
    /// `text`, after the longest first. The phrases may end inside a word.
    ///
    /// The languages are considered last, since determining those of a text takes time.
    pub fn find<'t, T>(
        self,
        text: &'t str,
        languages: &TextLanguages<'_>,
        mut then: impl FnMut(&'t str) -> Option<T>,
    ) -> Option<T> {
        if !self.initials.may_begin(text) {
            return None;
        }
        self.phrases.find_at_start(text, |at, rest| {
            let found = then(rest)?;
            languages.include(self.languages[at]).then_some(found)
        })
    }

    /// The same for the text before a phrase at the end of `text`.
    pub fn find_before<'t, T>(
        self,
        text: &'t str,
        languages: &TextLanguages<'_>,
        mut then: impl FnMut(&'t str) -> Option<T>,
    ) -> Option<T> {
        self.phrases.matches_at_end(text).find_map(|(at, rest)| {
            let found = then(rest)?;
            languages.include(self.languages[at]).then_some(found)
        })
    }

    /// Whether `text` begins with a phrase of `languages`, as whole words.
    pub fn is_begun(self, text: &str, languages: &TextLanguages<'_>) -> bool {
        let whole = |rest: &str| phrase::ends_word(&text[..text.len() - rest.len()], rest);
        self.find(text, languages, |rest| whole(rest).then_some(())).is_some()
    }

    /// Whether `words` are one of the phrases of `languages`.
    pub fn has(self, words: &str, languages: &TextLanguages<'_>) -> bool {
        self.find(words, languages, |rest| rest.is_empty().then_some(())).is_some()
    }

    /// Returns where phrases are in `text`, as whole words, with all their languages.
    pub fn places(self, text: &str) -> impl Iterator<Item = (usize, LanguageSet)> {
        let begun = move |at: &usize| self.initials.may_begin(&text[*at..]);
        phrase::starts(text, 0).filter(begun).filter_map(move |at| {
            let rest = &text[at..];
            let mut languages: Option<LanguageSet> = None;
            let _: Option<()> = self.phrases.find_at_start(rest, |own, after| {
                if phrase::ends_word(&rest[..rest.len() - after.len()], after) {
                    let own = self.languages[own];
                    languages = Some(languages.map_or(own, |known| known.with(own)));
                }
                None
            });
            Some((at, languages?))
        })
    }
}
