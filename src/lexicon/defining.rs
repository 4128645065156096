//! Words by which texts define terms. The words themselves are in `assets/languages`. Quotation marks
//! are those of all languages, since typists use the ones that they have.

use super::initials::Initials;
use super::phrase::Phrases;
use super::shared_phrases::SharedPhrases;
use super::text_languages::LanguageSet;

// Defines `QUOTATION`, `TITLES`, `MEANS`, `ADVERBS`, `INCLUDES`, `TERM`, `BEING`, `KINDS`,
// `ARTICLES`, `ELSEWHERE`, `HEREINAFTER` and `FURTHER`.
include!(concat!(env!("OUT_DIR"), "/definitions.rs"));

/// The endings that explained words have in a language.
struct TermEndings {
    tag: &'static str,
    endings: &'static [&'static str],
}

// Defines `LANGUAGES` and `DEFAULT`.
include!(concat!(env!("OUT_DIR"), "/endings.rs"));

/// Returns the endings that a term or an abbreviation may have where a text in the language of a tag
/// uses it; those of the default language if that of the text is unknown.
pub fn endings(tag: Option<&str>) -> &'static [&'static str] {
    let known = match tag {
        Some(_) => super::language::row(tag, &LANGUAGES, |language| language.tag),
        None => LANGUAGES.get(DEFAULT),
    };
    known.map_or(&[], |language| language.endings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_endings_of_their_language() {
        for (tag, ending, is) in [
            (Some("en"), "s", true),
            (Some("de-AT"), "en", true),
            (Some("it"), "s", false),
            (Some("zu"), "s", false),
            (None, "s", true),
        ] {
            assert_eq!(endings(tag).contains(&ending), is, "{tag:?}");
        }
    }
}
