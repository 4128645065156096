//! Abbreviations that the text explains: a short form in parentheses after the words whose initials
//! it consists of, or before these words in parentheses.

use crate::document::{Abbreviation, Document, Passage, words};
use crate::lexicon::defining::{ARTICLES, HEREINAFTER, endings};
use crate::lexicon::shared_phrases::SharedPhrases;
use crate::lexicon::text_languages::TextLanguages;
use std::collections::HashMap;
use std::ops::Range;

/// The longest short form, in characters, without a plural ending.
const LONGEST_SHORT: usize = 12;

/// The shortest and the longest long form in parentheses, in characters.
const LONG: std::ops::RangeInclusive<usize> = 3..=120;

/// Maximum number of words between two whose initials count: the short form may lack some initials
/// of a long name.
const MOST_SKIPPED: usize = 3;

/// Returns the abbreviations of a document, in the order of their explanations.
pub fn find(document: &Document) -> Vec<Abbreviation> {
    let mut found: Vec<Abbreviation> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let metadata = document.metadata();
    let tag = metadata.language.as_deref();
    let (languages, endings) = (&TextLanguages::of(tag, document.text()), endings(tag));
    for block in document.block_ids() {
        for (short, expansion, explained) in explanations(document.body(block), languages, endings)
        {
            let explained = Passage::within(block, explained);
            if let Some(at) = known.get(&short) {
                found[*at].explained.push(explained);
                continue;
            }
            known.insert(short.clone(), found.len());
            found.push(Abbreviation {
                short,
                expansion: Passage::within(block, expansion),
                explained: vec![explained],
                used: Vec::new(),
            });
        }
    }
    if found.is_empty() {
        return found;
    }
    for block in document.block_ids() {
        let body = document.body(block);
        for word in words(body) {
            let form = &body[word.clone()];
            let Some(at) = known.get(form).or_else(|| known.get(singular(form, endings))) else {
                continue;
            };
            let place = Passage::within(block, word);
            let explained = &found[*at].explained;
            let near = explained.partition_point(|e| e.end <= place.start);
            if !explained.get(near).is_some_and(|e| e.overlaps(place)) {
                found[*at].used.push(place);
            }
        }
    }
    found
}

/// Returns the explanations in a text: the short form in the singular, and the bytes of the long
/// form and of both.
fn explanations(
    body: &str,
    languages: &TextLanguages<'_>,
    endings: &[&str],
) -> Vec<(String, Range<usize>, Range<usize>)> {
    let mut out = Vec::new();
    for inner in parentheses(body) {
        // The blank before them.
        let open = inner.start - 2;
        let before = &body[..open];
        if let Some(short) = short_within(&body[inner.clone()], languages)
            && let Some((singular, letters)) = initials(short, endings)
            && let Some(start) = long_form(before, &letters)
        {
            out.push((singular, start..open, start..inner.end + 1));
        }
        if let Some(short) = short_at_end(before, endings)
            && LONG.contains(&body[inner.clone()].chars().count())
            && let Some((singular, letters)) = initials(short, endings)
            // The long form fills the parentheses.
            && let Some(start) = long_form(&body[inner.clone()], &letters)
            && (start == 0 || behind(&body[inner.clone()], ARTICLES, languages).is_some_and(|long| {
                long.len() == inner.len() - start
            }))
        {
            let whole = open - short.len()..inner.end + 1;
            out.push((singular, inner.start + start..inner.end, whole));
        }
    }
    out.sort_by_key(|(_, _, explained)| explained.start);
    out
}

/// Returns the words in innermost parentheses after a blank.
fn parentheses(body: &str) -> impl Iterator<Item = Range<usize>> {
    memchr::memchr_iter(b'(', body.as_bytes()).filter_map(|open| {
        let inner = open + 1;
        let end = inner + body[inner..].find(['(', ')'])?;
        (body[..open].ends_with(' ') && body[end..].starts_with(')')).then_some(inner..end)
    })
}

/// Returns the text after one of some words and a blank.
fn behind<'a>(
    text: &'a str,
    words: SharedPhrases,
    languages: &TextLanguages<'_>,
) -> Option<&'a str> {
    words.find(text, languages, |rest| rest.strip_prefix(' '))
}

/// Returns the short form in parentheses, without the words and marks that may be around it.
fn short_within<'a>(inner: &'a str, languages: &TextLanguages<'_>) -> Option<&'a str> {
    let mut short = inner;
    while let Some(rest) =
        behind(short, HEREINAFTER, languages).or_else(|| behind(short, ARTICLES, languages))
    {
        short = rest;
    }
    let short = short.strip_prefix(['“', '"', '‘', '\'']).unwrap_or(short);
    let short = short.strip_suffix(['”', '"', '’', '\'']).unwrap_or(short);
    let mut chars = short.chars();
    let capital = chars.next().is_some_and(char::is_uppercase);
    let letters = chars.all(|c| c.is_alphabetic() || c == '&');
    (capital && letters && (2..=LONGEST_SHORT).contains(&short.chars().count())).then_some(short)
}

/// Returns the short form in capitals at the end of a text.
fn short_at_end<'a>(before: &'a str, endings: &[&str]) -> Option<&'a str> {
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '&' | '_'))
        .last()?
        .0;
    let short = &before[start..];
    let capitals = singular(short, endings);
    let all = capitals.chars().all(|c| c.is_uppercase() || c == '&');
    let long = (2..=LONGEST_SHORT).contains(&capitals.chars().count());
    (all && long && !capitals.starts_with('&')).then_some(short)
}

/// Returns a short form without its plural ending, which follows a capital.
fn singular<'a>(short: &'a str, endings: &[&str]) -> &'a str {
    let mut stems = endings.iter().filter_map(|ending| short.strip_suffix(ending));
    stems.find(|stem| stem.ends_with(char::is_uppercase)).unwrap_or(short)
}

/// Returns a short form in the singular, and its capital letters.
fn initials(short: &str, endings: &[&str]) -> Option<(String, Vec<char>)> {
    let singular = singular(short, endings);
    let letters: Vec<char> = singular.chars().filter(|c| c.is_uppercase()).collect();
    (letters.len() >= 2).then(|| (singular.to_owned(), letters))
}

/// Returns where the long form at the end of `before` begins.
fn long_form(before: &str, letters: &[char]) -> Option<usize> {
    let mut end = before.len();
    let mut start = end;
    for (i, letter) in letters.iter().rev().enumerate() {
        // The last word of the long form has its last initial.
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
        let languages = TextLanguages::of(Some("en"), "");
        let found = explanations(body, &languages, endings(Some("en")));
        found.into_iter().map(|(short, long, _)| (short, &body[long])).collect()
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
    fn the_short_form_may_stand_first_or_in_quotation_marks() {
        assert_eq!(
            told("the LHK (League of Harbour Keepers) and Safe Lamp Rules (hereinafter “SLR”)"),
            [
                ("LHK".to_owned(), "League of Harbour Keepers"),
                ("SLR".to_owned(), "Safe Lamp Rules")
            ]
        );
    }

    #[test]
    fn what_stands_around_a_short_form_is_no_part_of_it() {
        let guild = [("LHK".to_owned(), "League of Harbour Keepers")];
        for short in ["(the LHK)", "(hereinafter the “LHK”)", "('LHK')", "(LHKs)"] {
            assert_eq!(told(&format!("a League of Harbour Keepers {short} met")), guild, "{short}");
        }
        assert_eq!(told("the League of Harbour Keepers(LHK) met"), []);
        assert_eq!(told("the League of Harbour Keepers (LHK (old)) met"), []);
    }

    #[test]
    fn what_explains_nothing_is_none() {
        assert_eq!(told("it was late (May 2) and dark (VERY), he said (I)"), []);
    }
}
