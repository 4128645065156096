//! Words of captions, of prose, of recitals and of enumerations, and lists of single words. The words
//! themselves are in `assets/languages`.

use super::initials::Initials;
use super::phrase::Phrases;
use super::shared_phrases::SharedPhrases;
use super::text_languages::LanguageSet;
use std::borrow::Cow;

// Defines `CONJUNCTIONS`, `LEADING`, `CAPTIONS`, `PROSE` and `RECITAL_OPENINGS`.
include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Whether a sorted list contains a word.
pub fn has(words: &[&str], word: &str) -> bool {
    // The first byte decides nearly always.
    let first = word.as_bytes().first();
    let compared = |own: &&str| own.as_bytes().first().cmp(&first).then_with(|| own.cmp(&word));
    words.binary_search_by(compared).is_ok()
}

/// Returns a word in lower case, borrowed if it already is, as most words are.
pub fn in_small_letters(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::text_languages::TextLanguages;

    #[test]
    fn phrases_of_the_languages_of_the_text_count() {
        for (tag, word, is) in [
            (Some("en"), "Figure", true),
            (Some("en"), "Abbildung", false),
            (Some("de"), "ABBILDUNG", true),
            (None, "abbildung", true),
            (Some("zu"), "figure", false),
        ] {
            let languages = TextLanguages::of(tag, "");
            assert_eq!(CAPTIONS.has(word, &languages), is, "{tag:?} {word}");
            let line = format!("{word} 3");
            assert_eq!(CAPTIONS.is_begun(&line, &languages), is, "{tag:?} {line}");
            assert_eq!(CAPTIONS.find(&line, &languages, Some) == Some(" 3"), is, "{line}");
        }
        let languages = TextLanguages::of(Some("en"), "");
        assert!(!CAPTIONS.is_begun("Figures 3", &languages));
        assert_eq!(CAPTIONS.find_before("the Table", &languages, Some), Some("the "));
    }
}
