//! The languages of a text: whose words count in it.
//!
//! | A text | The words of |
//! |---|---|
//! | whose language is declared or detected | this language and those near to it |
//! | with passages in other languages | these languages too |
//! | in a language without a file | no language, so that only what repeats is recognised |
//! | too short to detect its language | all languages |

use super::language;
use std::sync::OnceLock;

/// A set of languages that have a file in `assets/languages`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageSet(u128);

// Defines `TAGS`: the tags with the number of their file, sorted.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl LanguageSet {
    /// No language.
    pub const NONE: Self = Self(0);

    /// All languages.
    const ALL: Self = Self(u128::MAX);

    /// Creates the set that the build collected.
    pub const fn new(files: u128) -> Self {
        Self(files)
    }

    /// Returns the language of a tag with those near to it; none if it has no file.
    pub fn of(tag: &str) -> Self {
        let primary = language::primary(Some(tag));
        let near = language::near(&primary).iter().copied();
        near.chain([&*primary]).fold(Self::NONE, |set, tag| set.with(Self::alone(tag)))
    }

    /// Returns the language of a file alone.
    pub fn alone(primary: &str) -> Self {
        let at = TAGS.binary_search_by_key(&primary, |(tag, _)| tag);
        Self(at.map_or(0, |at| 1 << TAGS[at].1))
    }

    /// Returns the languages of both sets.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the language of a file is one of them.
    pub fn has(self, tag: &str) -> bool {
        self.shares(Self::alone(tag))
    }

    /// Whether a language is in both sets.
    pub const fn shares(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The languages of a text, determined when they are first needed.
#[derive(Debug)]
pub struct TextLanguages<'a> {
    text: &'a str,
    main: OnceLock<LanguageSet>,
    others: OnceLock<LanguageSet>,
}

impl<'a> TextLanguages<'a> {
    /// Creates the languages of a text whose language was declared or detected; `None` if it could
    /// not be detected.
    pub fn of(tag: Option<&str>, text: &'a str) -> Self {
        let main = tag.map_or(LanguageSet::ALL, LanguageSet::of);
        Self { text, main: OnceLock::from(main), others: OnceLock::new() }
    }

    /// Creates the languages of a text about which its format says nothing.
    pub const fn undetected(text: &'a str) -> Self {
        Self { text, main: OnceLock::new(), others: OnceLock::new() }
    }

    /// Creates the languages of a text in which no words count.
    pub fn none() -> Self {
        let none = || OnceLock::from(LanguageSet::NONE);
        Self { text: "", main: none(), others: none() }
    }

    /// Whether the words of one of some languages count in the text.
    pub fn include(&self, languages: LanguageSet) -> bool {
        let main = self.main.get_or_init(|| {
            language::detect(self.text).map_or(LanguageSet::ALL, |tag| LanguageSet::of(&tag))
        });
        main.shares(languages)
            || self.others.get_or_init(|| of_passages(self.text)).shares(languages)
    }

    /// Whether the words of the language of a tag count in the text.
    pub fn include_tag(&self, tag: &str) -> bool {
        self.include(LanguageSet::alone(tag))
    }
}

/// Bytes between two passages whose languages are detected.
const BETWEEN_PASSAGES: usize = 600;

/// Maximum number of such passages.
const MOST_PASSAGES: usize = 16;

/// Number of characters of such a passage.
const PASSAGE: usize = 300;

/// Returns the languages of passages that are distributed evenly over a text.
fn of_passages(text: &str) -> LanguageSet {
    let count = (text.len() / BETWEEN_PASSAGES).clamp(1, MOST_PASSAGES);
    let passages = (0..count).map(|at| {
        let from = text.floor_char_boundary(text.len() / count * at);
        let rest = &text[from..];
        // A passage begins with a line, so that it has one language.
        let line = rest.find('\n').filter(|end| at > 0 && *end < BETWEEN_PASSAGES).unwrap_or(0);
        let passage = &rest[line..];
        let end = passage.char_indices().nth(PASSAGE).map_or(passage.len(), |(end, _)| end);
        &passage[..end]
    });
    let found = passages.filter_map(language::detect);
    found.fold(LanguageSet::NONE, |set, tag| set.with(LanguageSet::of(&tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The keeper of the harbour is to light the lamp at dusk and put it out at dawn, in \
        the sight of all, and to note it in the book of the harbour, which is open to all.\n";
    const GERMAN: &str = "Der Wärter des Hafens hat die Lampe in der Dämmerung zu entzünden und am Morgen zu \
        löschen, vor aller Augen, und es in das Buch des Hafens zu schreiben.\n";

    fn included(languages: &TextLanguages<'_>) -> Vec<&'static str> {
        ["de", "en", "fr"].into_iter().filter(|tag| languages.include_tag(tag)).collect()
    }

    #[test]
    fn the_words_of_the_languages_of_a_text_count() {
        let both = ENGLISH.repeat(8) + &GERMAN.repeat(8);
        for (tag, text, expected) in [
            (Some("de-AT"), "", &["de"][..]),
            (Some("de"), ENGLISH, &["de", "en"]),
            (Some("en"), &both, &["de", "en"]),
            (Some("zu"), "", &[]),
            (None, "", &["de", "en", "fr"]),
        ] {
            assert_eq!(included(&TextLanguages::of(tag, text)), expected, "{tag:?}");
        }
        assert_eq!(included(&TextLanguages::undetected(&both)), ["de", "en"]);
        assert_eq!(included(&TextLanguages::undetected("Lamps")), ["de", "en", "fr"]);
    }

    #[test]
    fn languages_with_the_same_words_and_near_ones_count() {
        for (tag, other) in [("nn", "nb"), ("no", "nb"), ("cs", "sk")] {
            assert!(TextLanguages::of(Some(tag), "").include_tag(other), "{tag}");
        }
    }
}
