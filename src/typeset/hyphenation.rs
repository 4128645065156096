//! Finds hyphenation points with the patterns of the language.

use crate::lexicon::language::primary;
use hypher::Lang;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Letters in the shortest word that is hyphenated.
const SHORTEST: usize = 5;

/// Returns the patterns for a BCP 47 language tag; `None` if there are none.
pub fn patterns(language: &str) -> Option<Lang> {
    let primary = primary(Some(language));
    let code = match &*primary {
        // Both written forms of Norwegian share one set of patterns.
        "nb" | "nn" => "no",
        code => code,
    };
    Lang::from_iso(code.as_bytes().try_into().ok()?)
}

/// The minimum number of letters on either side of a hyphen, whatever the patterns
/// allow: those of Greek and some other languages would leave a single letter.
const LEAST: usize = 2;

/// Returns the byte offsets at which a word may be hyphenated.
pub(super) fn points(word: &str, lang: Lang) -> Vec<usize> {
    // The patterns apply to letters only; addresses and numbers stay whole.
    let start = word.find(char::is_alphabetic).unwrap_or(word.len());
    let end = word.trim_end_matches(|c: char| !c.is_alphabetic()).len();
    let Some(core) = word.get(start..end) else { return Vec::new() };
    // A word with too few bytes cannot have enough letters.
    if core.len() < SHORTEST || !core.chars().all(char::is_alphabetic) {
        return Vec::new();
    }
    let letters: Vec<usize> = core.grapheme_indices(true).map(|(at, _)| start + at).collect();
    if letters.len() < SHORTEST {
        return Vec::new();
    }
    let inside = letters[LEAST]..=letters[letters.len() - LEAST];
    let mut points = Vec::new();
    let mut at = start;
    for syllable in hypher::hyphenate(core, lang) {
        at += syllable.len();
        if inside.contains(&at) && is_boundary(word, at) {
            points.push(at);
        }
    }
    points
}

/// Whether a byte offset is between two grapheme clusters.
pub(super) fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if at > 0 && plain(bytes.get(at - 1)) && plain(bytes.get(at)) {
        return true;
    }
    GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_as_their_language_does() {
        for (language, word, parts) in [
            ("en-GB", "(telecommunication)", "(telecom-mu-ni-ca-tion)"),
            ("de", "Hafenordnung", "Ha-fen-ord-nung"),
            ("ru", "декларация", "де-кла-ра-ция"),
            ("fr", "navigation", "na-vi-ga-tion"),
            ("es-MX", "navegación", "na-ve-ga-ción"),
            ("nb", "havnevakt", "havne-vakt"),
            // No line begins or ends with a single letter of a word.
            ("el", "ενοχή", "ενο-χή"),
            ("el", "παραλία", "πα-ρα-λία"),
            ("en", "lamp", "lamp"),
            ("en", "A2/harbour", "A2/harbour"),
        ] {
            let points = points(word, patterns(language).expect("patterns"));
            let mut shown = word.to_owned();
            points.iter().rev().for_each(|at| shown.insert(*at, '-'));
            assert_eq!(shown, parts, "{language}");
        }
    }

    #[test]
    fn a_language_without_patterns_is_left_whole() {
        for tag in ["kk", "ar", "zh-Hans", "", "x", "english"] {
            assert_eq!(patterns(tag), None, "{tag}");
        }
    }
}
