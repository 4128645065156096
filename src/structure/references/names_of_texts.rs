//! Names of texts: their kind (`Act`, `zákona`), the words beside it, and whether they are those of
//! the document.

use crate::lexicon::characters::BLANKS;
use crate::lexicon::referring::{ReferenceHabit, ReferenceWords};

/// Maximum number of words of the name of a text, with its number.
pub(super) const LONGEST_NAME: usize = 8;

/// Number of letters at the beginning of a word that it has in every case.
const BEGINNING: usize = 5;

/// Minimum number of letters before the kind of a text in one word.
pub(super) const SHORTEST_NAME: usize = 3;

/// Minimum number of letters in a word in small letters that is part of the name of a text.
const SHORTEST_ADJECTIVE: usize = 5;

/// Number of words behind the kind of a text that may contain its number: `zákona č. 12/90`.
const NUMBER_WITHIN: usize = 3;

/// Tells the names of other texts from those of the document.
pub struct TextNames<'a> {
    /// The words of its language.
    pub language: &'static ReferenceWords,
    /// Its title and what it calls itself, in small letters.
    pub title: &'a str,
}

impl TextNames<'_> {
    /// Whether a word is the name of another text and its kind in one: `Strafgesetz`, `merilain`.
    pub fn is_compound_name(&self, word: &str) -> bool {
        if !self.language.has(ReferenceHabit::CompoundNames) {
            return false;
        }
        let small = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let mut kinds = self.language.instruments.iter().filter_map(|k| small.strip_suffix(k));
        kinds.any(|name| name.chars().count() >= SHORTEST_NAME)
            && !self.title.contains(beginning(&small))
    }

    /// Whether the last word before a number is the kind of another text in small letters, or in a
    /// script without capitals: `Civilinio kodekso 3 straipsnis`, but `šio įstatymo 3 straipsnis`.
    pub fn follows_kind(&self, before: &str, last: &str) -> bool {
        // Elsewhere the name is behind the number: `положения части 1` are provisions.
        let behind =
            self.language.has(ReferenceHabit::BareGenitive) || !self.language.of.is_empty();
        if behind || self.language.has(ReferenceHabit::CapitalNames) {
            return false;
        }
        let small = last.to_lowercase();
        if !self.language.instruments.contains(&small.as_str()) {
            return false;
        }
        let name = before[..before.len() - last.len()].trim_end();
        let previous = name.rsplit(BLANKS).next().unwrap_or("");
        let named = previous.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && !self.title.contains(beginning(&previous.to_lowercase()));
        named || !self.title.contains(beginning(&small))
    }

    /// Whether the kind of a text, with the words beside it, is the name of another: `Trestného
    /// zákona`, `закону України «Про море»`, `ν. 12/90`, but `zákona` alone is the own one.
    pub fn is_another_kind(&self, tail: &str, kind: &str) -> bool {
        let at = tail.find(kind).unwrap_or(0);
        let small = kind.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_own = |word: &str| self.title.contains(beginning(word));
        let before = tail[..at].split(BLANKS).filter(|word| !word.is_empty());
        let named = |word: &&str| {
            word.starts_with(char::is_uppercase) || word.chars().count() >= SHORTEST_ADJECTIVE
        };
        let is_other = |word: &str| {
            let small = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            !small.is_empty() && !is_own(&small)
        };
        if !is_own(&small) || before.filter(named).any(is_other) {
            return true;
        }
        let behind = &tail[at + kind.len()..];
        if kind.ends_with([',', ';', ':']) {
            return false;
        }
        let words = || behind.split(BLANKS).filter(|word| !word.is_empty()).take(LONGEST_NAME);
        let quoted = behind.trim_start().starts_with(['«', '“', '„', '"']);
        let mut name = words().take_while(|word| {
            quoted
                || word
                    .starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“' | '„' | '"'))
        });
        let number =
            words().take(NUMBER_WITHIN).find(|word| word.contains(|c: char| c.is_ascii_digit()));
        let foreign = |number: &str| {
            !self.title.contains(number.trim_matches(|c: char| !c.is_alphanumeric()))
        };
        name.any(is_other) || number.is_some_and(foreign)
    }

    /// Whether words are the name of the document itself, or a part of it. A
    /// text that amends another is called as that is, with a word more.
    pub fn is_own(&self, name: &[String]) -> bool {
        let amending = |word: &str| self.language.amending.iter().any(|a| word.starts_with(a));
        let mut title = self.title.split(|c: char| !c.is_alphanumeric());
        let amends = name.len() > 1 && title.any(amending);
        name.iter().all(|word| self.title.contains(stem(word)))
            && (!amends || name.iter().any(|word| amending(word)))
    }
}

/// The first letters of a word, which it has in every case.
pub fn beginning(word: &str) -> &str {
    &word[..word.char_indices().nth(BEGINNING).map_or(word.len(), |(at, _)| at)]
}

/// A word without the ending that its case may have.
fn stem(word: &str) -> &str {
    let letters = word.chars().count();
    let end = word.char_indices().nth(letters.saturating_sub(2)).map_or(word.len(), |(at, _)| at);
    if letters > 5 { &word[..end] } else { word }
}
