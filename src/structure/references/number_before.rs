//! Numbers before the word of a place that are no digits (`b) pont`, `„ბ“ ქვეპუნქტი`, `a-lið`,
//! `drugi odstavek`), and further digits before the first: `1 ja 2 §`.

use super::mention::MentionedNumber;
use super::place_words::joins;
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::characters::BLANKS;
use crate::lexicon::letters;
use crate::lexicon::referring::{OrdinalParts, PlaceUnit, ReferenceWords};
use crate::lexicon::spelled;

/// Maximum number of letters in the number of an item.
const MOST_LETTERS: usize = 3;

/// Maximum number of further numbers before a word.
const MOST_NUMBERS: usize = 8;

/// Maximum number of digits in such a number.
const MOST_DIGITS: usize = 4;

/// Returns the number before the word of a part at `at`, with the offset at which it begins.
pub fn read(
    language: &ReferenceWords,
    text: &str,
    at: usize,
    unit: PlaceUnit,
) -> Option<(usize, ClauseNumber)> {
    let part = matches!(unit, PlaceUnit::Paragraph | PlaceUnit::Point);
    let before = text[..at].trim_end_matches(BLANKS);
    let hyphenated = text[..at].strip_suffix(['-', '\u{2011}']);
    let number = |ordinal| ClauseNumber::from_components(vec![ordinal]);
    let found = match hyphenated {
        _ if !part => None,
        Some(letter) => ending_letters(letter, 1),
        None if before.len() == at => None,
        None => marked_letters(before).or_else(|| ordinal(language, before)),
    };
    found.and_then(|(start, ordinal)| Some((start, number(ordinal)?)))
}

/// Returns the ordinal in words at the end of a text.
pub fn ordinal(language: &ReferenceWords, before: &str) -> Option<(usize, Ordinal)> {
    let able = matches!(language.ordinal_parts, OrdinalParts::Before | OrdinalParts::Either);
    let word = before.split_whitespace().next_back().filter(|_| able)?;
    let number = spelled::inflected_ordinal_in(language.tag, word)?;
    Some((before.len() - word.len(), Ordinal::Number(number)))
}

/// Returns the letters of an item at the end of a text, closed by a parenthesis or in quotation
/// marks: `b)`, `(b)`, `„ბ“`.
fn marked_letters(before: &str) -> Option<(usize, Ordinal)> {
    if let Some(inner) = before.strip_suffix(')') {
        let (start, letters) = ending_letters(inner, MOST_LETTERS)?;
        let open = before[..start].strip_suffix('(');
        return Some((open.map_or(start, str::len), letters));
    }
    let inner = before.strip_suffix(['“', '”', '"', '»', '’', '\''])?;
    let (start, letters) = ending_letters(inner, 1)?;
    let open = before[..start].strip_suffix(['„', '“', '"', '«', '‘', '\''])?;
    Some((open.len(), letters))
}

/// Returns the small letters at the end of a text, if they are a word of at most `most` letters.
fn ending_letters(text: &str, most: usize) -> Option<(usize, Ordinal)> {
    let start = text.trim_end_matches(char::is_alphabetic).len();
    let letters = &text[start..];
    let counts = |letters: &str| {
        letters.is_ascii()
            || !letters::places(letters).is_empty()
            || !letters::between(letters).is_empty()
    };
    let few = (1..=most).contains(&letters.chars().count());
    let small = !letters.chars().any(char::is_uppercase);
    let found = few && small && counts(letters) && !text[..start].ends_with(joins);
    found.then(|| (start, Ordinal::Letters(letters.to_owned())))
}

/// Returns the numbers before the one at `start`, in reading order; a range is one with its last
/// number, which then replaces `first`.
pub fn further(
    language: &ReferenceWords,
    text: &str,
    start: usize,
    first: &ClauseNumber,
) -> (Vec<MentionedNumber>, bool) {
    let mut found = Vec::new();
    let (mut start, mut next) = (start, first.clone());
    let mut ranged = false;
    while found.len() < MOST_NUMBERS {
        let before = text[..start].trim_end_matches(BLANKS);
        let dash = before.strip_suffix(['-', '–', '—', '\u{2011}']).filter(|_| found.is_empty());
        let Some(rest) = dash.or_else(|| before_joint(language, before)) else { break };
        let Some((at, number)) = ending_digits(rest.trim_end_matches(BLANKS)) else { break };
        let (Some(own), [Ordinal::Number(after)]) =
            (number.components().first(), next.components())
        else {
            break;
        };
        if !matches!(own, Ordinal::Number(own) if own < after) {
            break;
        }
        let enclosed = usize::from(text[at..].starts_with('('));
        let digits = text[at + enclosed..start].find(|c: char| !c.is_ascii_digit());
        let end = at + digits.unwrap_or(0) + 2 * enclosed;
        let last = dash.map(|_| next);
        ranged |= last.is_some();
        let item = MentionedNumber::new(at..end, number.clone());
        found.push(MentionedNumber { last, guessed: true, ..item });
        (start, next) = (at, number);
    }
    found.reverse();
    (found, ranged)
}

/// Returns the ordinals before one that begins at `start`, in reading order: `prvi in drugi
/// odstavek`.
pub fn further_ordinals(
    language: &ReferenceWords,
    text: &str,
    start: usize,
) -> Vec<MentionedNumber> {
    let mut found = Vec::new();
    let mut start = start;
    while found.len() < MOST_NUMBERS {
        let before = text[..start].trim_end_matches(BLANKS);
        let Some(rest) = before_joint(language, before) else { break };
        let rest = rest.trim_end_matches(BLANKS);
        let Some((at, rank)) = ordinal(language, rest) else { break };
        let number = ClauseNumber::from_components(vec![rank]);
        found.extend(number.map(|number| MentionedNumber::new(at..rest.len(), number)));
        start = at;
    }
    found.reverse();
    found
}

/// Returns the text before what separates two members of a list, if it ends with that.
fn before_joint<'t>(language: &ReferenceWords, before: &'t str) -> Option<&'t str> {
    let mut words = language.and.iter().filter_map(|and| before.strip_suffix(and));
    words.find(|rest| rest.ends_with(BLANKS)).or_else(|| before.strip_suffix(','))
}

/// Returns the plain number at the end of a text, perhaps with a point or in parentheses.
fn ending_digits(text: &str) -> Option<(usize, ClauseNumber)> {
    if let Some(inner) = text.strip_suffix(')') {
        let (at, number) = ending_digits(inner)?;
        return text[..at].strip_suffix('(').map(|open| (open.len(), number));
    }
    let bare = text.strip_suffix('.').unwrap_or(text);
    let start = bare.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let digits = &bare[start..];
    let free = !bare[..start].ends_with(|c: char| joins(c) || matches!(c, '.' | '/'));
    let number = Some(digits).filter(|digits| free && digits.len() <= MOST_DIGITS)?;
    Some((start, ClauseNumber::top(number.parse().ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::referring;

    #[test]
    fn a_number_before_its_word_is_no_more_than_that() {
        let told = |tag: &str, text: &str, word: &str| {
            let at = text.find(word).expect("the word");
            let (start, number) = read(referring::of(Some(tag)), text, at, PlaceUnit::Point)?;
            Some((text[start..at].to_owned(), number.to_string()))
        };
        for (tag, text, word, found) in [
            ("hu", "az (1) bekezdés b) pontja", "pont", Some(("b) ", "b"))),
            ("tr", "fıkranın (b) bendi", "bend", Some(("(b) ", "b"))),
            ("ka", "პუნქტის „ბ“ ქვეპუნქტი", "ქვეპუნქტი", Some(("„ბ“ ", "ბ"))),
            ("is", "skv. a-lið", "lið", Some(("a-", "a"))),
            ("sl", "iz drugega odstavka", "odstavka", Some(("drugega ", "2"))),
            ("hu", "a pont", "pont", None),
            ("hu", "(lásd) pont", "pont", None),
            ("is", "há-lið", "lið", None),
            ("sl", "iz starega odstavka", "odstavka", None),
            ("sl", "odstavka", "odstavka", None),
        ] {
            let found = found.map(|(a, b)| (a.to_owned(), b.to_owned()));
            assert_eq!(told(tag, text, word), found, "{text}");
        }
    }

    #[test]
    fn further_numbers_are_smaller_ones() {
        let told = |text: &str, at: usize, first: u32| {
            let language = referring::of(Some("fi"));
            let (found, ranged) = further(language, text, at, &ClauseNumber::top(first));
            let found: Vec<String> = found.iter().map(|item| item.first.to_string()).collect();
            (found.join(" "), ranged)
        };
        let none = (String::new(), false);
        assert_eq!(told("1, 3 ja 5 §", 8, 5), ("1 3".to_owned(), false));
        assert_eq!(told("(1) ja (2) §", 7, 2), ("1".to_owned(), false));
        assert_eq!(told("3–5 §", "3–".len(), 5), ("3".to_owned(), true));
        for (text, at, first) in [("vuotta ja 5 §", 10, 5), ("10 ja 5 §", 6, 5), ("5 §", 0, 5)] {
            assert_eq!(told(text, at, first), none, "{text}");
        }
    }
}
