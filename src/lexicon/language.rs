//! Detects the language of a text whose format does not state it, and interprets language tags.
//!
//! The script distinguishes languages, as does the frequency of trigrams where languages share a
//! script. Distinctive letters identify some languages without known trigrams. The data on each
//! language is in `assets/languages`.

#[cfg(test)]
mod tests;

use crate::document::Direction;
use std::borrow::Cow;
use whatlang::{Detector, Lang, Script};

/// Minimum number of letters for detection.
const LEAST_LETTERS: usize = 60;

/// The same for a script that few other languages use.
const LEAST_OF_OWN_SCRIPT: usize = 12;

/// Number of letters sampled at each of [`PLACES`].
const SAMPLE: usize = 800;

/// Where the samples of a long text begin, in sixths of its length: a bulletin's head may be in
/// another language than the rest.
const PLACES: [usize; 3] = [0, 2, 4];

/// Minimum confidence for a guess.
const SURE: f64 = 0.5;

/// A letter is frequent if it makes up at least one in this many: about half the frequency that
/// distinctive letters have in prose.
const FREQUENT: usize = 200;

/// Letters that identify a language.
struct DistinctiveLetters {
    tag: &'static str,
    /// One letter of each of these is frequent,
    each: &'static [&'static str],
    /// and none of these is.
    without: &'static str,
}

// Defines `REPLACED`, `LETTERS`, `NEAR` and `RIGHT_TO_LEFT`.
include!(concat!(env!("OUT_DIR"), "/detection.rs"));

/// Returns the primary subtag of a BCP 47 tag, which is also the name of the language's file; empty
/// without a tag.
pub fn primary(tag: Option<&str>) -> Cow<'_, str> {
    let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    let primary = match primary.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(primary.to_ascii_lowercase()),
        false => Cow::Borrowed(primary),
    };
    match REPLACED.binary_search_by_key(&&*primary, |(old, _)| old) {
        Ok(at) => Cow::Borrowed(REPLACED[at].1),
        Err(_) => primary,
    }
}

/// Returns the row of a language in a table sorted by language tags.
pub fn row<'t, T>(
    tag: Option<&str>,
    rows: &'t [T],
    known: impl Fn(&'t T) -> &'static str,
) -> Option<&'t T> {
    let primary = primary(tag);
    let at = rows.binary_search_by(|row| known(row).cmp(&*primary)).ok()?;
    rows.get(at)
}

/// Whether two languages, given by primary subtags, are so close that a short text may be in
/// either.
pub fn are_near(one: &str, other: &str) -> bool {
    near(one).contains(&other)
}

/// Returns the languages that are near to one, by their primary subtags.
pub fn near(primary: &str) -> &'static [&'static str] {
    let at = NEAR.binary_search_by_key(&primary, |(known, _)| known);
    at.map_or(&[], |at| NEAR[at].1)
}

/// Scripts that run from right to left, in lower case.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 7] = ["adlm", "arab", "aran", "hebr", "nkoo", "syrc", "thaa"];

/// Number of letters in a script subtag.
const SCRIPT: usize = 4;

/// Returns the direction of the script that the tag names, or else of the usual script of its
/// language.
pub fn direction(tag: &str) -> Direction {
    let script = tag
        .split(['-', '_'])
        .skip(1)
        .find(|part| part.len() == SCRIPT && part.bytes().all(|byte| byte.is_ascii_alphabetic()));
    let right_to_left = match script {
        Some(script) => RIGHT_TO_LEFT_SCRIPTS.iter().any(|own| script.eq_ignore_ascii_case(own)),
        None => RIGHT_TO_LEFT.binary_search(&&*primary(Some(tag))).is_ok(),
    };
    if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Returns the detected language as a BCP 47 tag, if the guess is reliable.
pub fn detect(text: &str) -> Option<String> {
    let sample = sample(text);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).map(weight).sum::<usize>();
    let least = if has_own_script(&sample) { LEAST_OF_OWN_SCRIPT } else { LEAST_LETTERS };
    if letters < least {
        return None;
    }
    if let Some(tag) = told_by_letters(&sample) {
        return Some(tag.to_owned());
    }
    let guess = whatlang::detect(&sample)?;
    let sure = guess.confidence() >= SURE || is_of_near_ones(&sample, guess.lang());
    sure.then(|| tag(guess.lang()).into_owned())
}

/// Whether a guess is unsure only because of closely related languages.
fn is_of_near_ones(sample: &str, guess: Lang) -> bool {
    let near = near(&tag(guess));
    if near.is_empty() {
        return false;
    }
    let others = Lang::all().iter().copied().filter(|lang| near.contains(&&*tag(*lang))).collect();
    let again = Detector::with_denylist(others).detect(sample);
    again.is_some_and(|again| again.lang() == guess && again.confidence() >= SURE)
}

/// Whether the script of a text identifies its language, as with Hebrew and Thai.
fn has_own_script(text: &str) -> bool {
    let script = whatlang::detect_script(text);
    script.is_some_and(|script| {
        !matches!(
            script,
            Script::Latin
                | Script::Cyrillic
                | Script::Arabic
                | Script::Devanagari
                | Script::Mandarin
        )
    })
}

/// Returns up to three pieces of the text, or a short text whole.
fn sample(text: &str) -> String {
    // A character takes up to four bytes, and there are spaces between words.
    let bytes = SAMPLE * 4;
    if text.len() <= bytes * PLACES.len() {
        return text.chars().take(SAMPLE * PLACES.len()).collect();
    }
    let mut sample = String::new();
    for sixth in PLACES {
        let start = text.ceil_char_boundary(text.len() / 6 * sixth);
        sample.extend(text[start..].chars().take(SAMPLE));
        sample.push('\n');
    }
    sample
}

/// A character for a syllable or a word counts as much as three letters.
fn weight(c: char) -> usize {
    if c >= '\u{2E80}' { 3 } else { 1 }
}

/// Returns the language whose distinctive letters are frequent in a text, if no other has the same
/// combination.
fn told_by_letters(text: &str) -> Option<&'static str> {
    let (mut letters, mut special) = (0, Vec::new());
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if !c.is_ascii() {
            special.extend(c.to_lowercase());
        }
    }
    // A name may contain a letter of another language: a single one does not count against a
    // language.
    let is_frequent = |of: &str, least: usize| {
        let count = special.iter().filter(|c| of.contains(**c)).count();
        count >= least && count * FREQUENT >= letters
    };
    let told = |known: &&DistinctiveLetters| {
        let mut others = known.without.chars();
        known.each.iter().all(|each| is_frequent(each, 1))
            && !others.any(|c| is_frequent(c.encode_utf8(&mut [0; 4]), 2))
    };
    LETTERS.iter().find(told).map(|known| known.tag)
}

/// Returns the tag of a language, whose code has three letters, as BCP 47 requires: with two letters if
/// it has such a code.
fn tag(lang: Lang) -> Cow<'static, str> {
    primary(Some(lang.code()))
}
