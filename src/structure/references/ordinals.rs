//! Ordinals in words that number places: behind their word (`часть вторая`, `المادة الثانية`) or before
//! it (`tweede lid`, `the Second Schedule`).

use super::mention::MentionedNumber;
use super::number_before;
use super::number_list::NumberList;
use crate::document::ClauseNumber;
use crate::lexicon::characters::{BLANKS, is_unspaced};
use crate::lexicon::referring::{OrdinalParts, PlaceUnit, PlaceWord, ReferenceWords};
use crate::lexicon::spelled;
use std::ops::Range;

/// Maximum number of words in an ordinal.
const MOST_ORDINAL_WORDS: usize = 2;

/// Maximum number of letters in an ordinal directly behind its word: `วรรคหนึ่ง`.
const LONGEST_ORDINAL: usize = 16;

/// Maximum number of ordinals behind a word.
const MOST_ORDINALS: usize = 8;

/// Parts of a provision that ordinals behind their word number: `часть вторая`, `частин першої
/// та другої`, `วรรคสอง`.
pub fn behind(
    numbers: &NumberList<'_>,
    text: &str,
    hit: &Range<usize>,
    word: &PlaceWord,
) -> Vec<MentionedNumber> {
    let language = numbers.language;
    let able = matches!(language.ordinal_parts, OrdinalParts::After | OrdinalParts::Either)
        && matches!(word.unit, PlaceUnit::Paragraph | PlaceUnit::Point);
    let mut items: Vec<MentionedNumber> = Vec::new();
    let mut at = hit.end;
    while able && items.len() < MOST_ORDINALS {
        let words = text[at..].trim_start_matches(BLANKS);
        let start = text.len() - words.len();
        let Some((len, rank)) = begun_ordinal(language, words) else { break };
        let begin = if items.is_empty() { hit.start } else { start };
        items.push(MentionedNumber::new(begin..start + len, ClauseNumber::top(rank)));
        let end = start + len;
        let Some(joint) = numbers.joint(&text[end..]) else { break };
        at = end + joint;
    }
    items
}

/// The ordinal at the start of a text, in whatever case: its length in bytes, and its value.
fn begun_ordinal(language: &ReferenceWords, words: &str) -> Option<(usize, u32)> {
    let first = words.chars().next().filter(|c| c.is_alphabetic())?;
    if is_unspaced(first) {
        let ends = words.char_indices().skip(1).map(|(at, _)| at).chain([words.len()]);
        let ends: Vec<usize> = ends.take(LONGEST_ORDINAL).collect();
        ends.into_iter()
            .rev()
            .find_map(|end| Some((end, spelled::ordinal_in(language.tag, &words[..end])?)))
    } else {
        let ends: Vec<usize> = spelled::word_ends(words).take(MOST_ORDINAL_WORDS).collect();
        ends.into_iter().rev().find_map(|end| {
            Some((end, spelled::inflected_ordinal_in(language.tag, &words[..end])?))
        })
    }
}

/// A provision whose number is an ordinal after the word, as the labels of the document have
/// it: `المادة الثانية`, `cláusula segunda`.
pub fn provision_behind(
    language: &ReferenceWords,
    text: &str,
    hit: Range<usize>,
) -> Option<MentionedNumber> {
    let words = text[hit.end..].trim_start();
    let at = text.len() - words.len();
    let (end, number) = spelled::word_ends(words)
        .take(MOST_ORDINAL_WORDS)
        .find_map(|end| Some((end, spelled::ordinal_in(language.tag, &words[..end])?)))?;
    Some(MentionedNumber::new(hit.start..at + end, ClauseNumber::top(number)))
}

/// The ordinal in words at the end of a label: `المادة الثانية`, `PRIMERA.-`.
pub fn at_end(language: &ReferenceWords, label: &str) -> Option<u32> {
    let words = label.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = words.split_whitespace().next_back()?;
    let in_words = last.chars().count() > 2 && last.chars().all(char::is_alphabetic);
    in_words.then(|| spelled::ordinal_in(language.tag, last)).flatten()
}

/// A division, or a part of a provision in languages that name it so, that an ordinal before its
/// word numbers: `the Second Schedule`, `tweede lid`.
pub fn before(
    language: &ReferenceWords,
    text: &str,
    hit: Range<usize>,
    word: &PlaceWord,
) -> Option<MentionedNumber> {
    let outer = matches!(word.unit, PlaceUnit::Annex | PlaceUnit::Chapter);
    let before = text[..hit.start].trim_end_matches(BLANKS);
    let end = hit.start + text[hit].trim_end_matches(BLANKS).len();
    if word.unit == PlaceUnit::Paragraph {
        let (start, rank) = number_before::ordinal(language, before)?;
        let number = ClauseNumber::from_components(vec![rank])?;
        return Some(MentionedNumber::new(start..end, number));
    }
    let ordinal = before.split_whitespace().next_back().filter(|_| outer)?;
    let number = ClauseNumber::top(spelled::ordinal_in(language.tag, ordinal)?);
    (before.len() < end).then(|| MentionedNumber::new(before.len() - ordinal.len()..end, number))
}
