//! Abbreviations that the text explains: a short form in parentheses behind
//! words whose initials it is made of.

use super::mentions;
use crate::document::{Abbreviation, BlockId, Document, Passage};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static SHORT_FORM: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r" \((?P<short>\p{Lu}[\p{L}&]{1,11})\)").ok());

/// Words that may stand between two whose initials count, at most: a long
/// name may have lost some of its initials.
const MOST_SKIPPED: usize = 3;

/// The abbreviations of a document, in the order of their explanations.
pub fn find(document: &Document) -> Vec<Abbreviation> {
    let mut found: Vec<Abbreviation> = Vec::new();
    for block in document.block_ids() {
        for (short, expansion, explained) in explanations(document.body(block)) {
            let explained = Passage::within(block, explained);
            match found.iter_mut().find(|known| known.short == short) {
                Some(known) => known.explained.push(explained),
                None => found.push(Abbreviation {
                    short,
                    expansion: Passage::within(block, expansion),
                    explained: vec![explained],
                    used: Vec::new(),
                }),
            }
        }
    }
    for abbreviation in &mut found {
        let plural = format!("{}s", abbreviation.short);
        let mut used: Vec<Passage> = document
            .block_ids()
            .flat_map(|block| places(document, block, &abbreviation.short, &plural))
            .filter(|place| !abbreviation.explained.iter().any(|e| e.overlaps(*place)))
            .collect();
        used.sort();
        abbreviation.used = used;
    }
    found
}

fn places(document: &Document, block: BlockId, short: &str, plural: &str) -> Vec<Passage> {
    let body = document.body(block);
    [short, plural]
        .into_iter()
        .flat_map(|form| {
            mentions::whole_words(body, form).map(|r| Passage::within(block, r)).collect::<Vec<_>>()
        })
        .collect()
}

/// The explanations in a text: the short form in the singular, and the bytes
/// of the long form and of both.
fn explanations(body: &str) -> Vec<(String, Range<usize>, Range<usize>)> {
    let Some(pattern) = SHORT_FORM.as_ref() else { return Vec::new() };
    pattern
        .captures_iter(body)
        .filter_map(|found| {
            let (whole, short) = (found.get(0)?, found.name("short")?.as_str());
            let singular = short.strip_suffix('s').unwrap_or(short);
            let letters: Vec<char> = singular.chars().filter(|c| c.is_uppercase()).collect();
            if letters.len() < 2 {
                return None;
            }
            let start = long_form(&body[..whole.start()], &letters)?;
            Some((singular.to_owned(), start..whole.start(), start..whole.end()))
        })
        .collect()
}

/// Where the long form begins that ends at the end of `before`.
fn long_form(before: &str, letters: &[char]) -> Option<usize> {
    let mut end = before.len();
    let mut start = end;
    for (i, letter) in letters.iter().rev().enumerate() {
        // The last word of the long form is its last initial's.
        let mut skipped = if i == 0 { MOST_SKIPPED } else { 0 };
        loop {
            let word_start = before[..end]
                .rfind(char::is_whitespace)
                .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
            let word = before[word_start..end].trim_start_matches(|c: char| !c.is_alphanumeric());
            let closed = before[word_start..end].ends_with(['.', ';', ':', ',']);
            if word.is_empty() || closed {
                return None;
            }
            end = before[..word_start].trim_end().len();
            if word.chars().flat_map(char::to_lowercase).next() == letter.to_lowercase().next() {
                start = word_start
                    + (before[word_start..].len()
                        - before[word_start..]
                            .trim_start_matches(|c: char| !c.is_alphanumeric())
                            .len());
                break;
            }
            skipped += 1;
            if skipped > MOST_SKIPPED || end == 0 {
                return None;
            }
        }
    }
    Some(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(body: &str) -> Vec<(String, &str)> {
        explanations(body).into_iter().map(|(short, long, _)| (short, &body[long])).collect()
    }

    #[test]
    fn initials_are_read_from_the_end() {
        assert_eq!(
            told("the League of Harbour Keepers (LHK) met"),
            [("LHK".to_owned(), "League of Harbour Keepers")]
        );
        assert_eq!(
            told("a Guild for Lamps and Other Shore Lights (GLSL) and Safe Lamp Rules (SLRs)"),
            [
                ("GLSL".to_owned(), "Guild for Lamps and Other Shore Lights"),
                ("SLR".to_owned(), "Safe Lamp Rules")
            ]
        );
    }

    #[test]
    fn what_explains_nothing_is_none() {
        assert_eq!(told("it was late (May 2) and dark (VERY), he said (I)"), []);
    }
}
