//! Ranges: one label for several provisions that were repealed or reserved, such as
//! `4 to 6. [Repealed]`, `§§ 3–5`, `(6) and (7)`. The entry represents each of them.

use super::characters::is_gap;
use super::insertion::{self, Insertion};
use crate::lexicon::counter::{self, Counter};
use crate::lexicon::keywords::{Keyword, RANGE_WORDS, REPEALED};

/// Marks between the first number and the last.
const DASHES: [&str; 3] = ["–", "—", "-"];

/// Maximum number of provisions in one label.
const MOST: u32 = 200;

/// Whether a hyphen may mark a range. After a word in the singular it marks an inserted provision
/// instead (`Article 3-1`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeHyphen {
    /// It marks a range.
    Range,
    /// It is part of one number.
    Number,
}

/// Returns the last number of a range that begins with `first`, and the text after it. `closing` is
/// the mark after each number in parentheses, if there are any.
pub fn last(
    first: u32,
    tail: &str,
    closing: Option<char>,
    hyphen: RangeHyphen,
) -> Option<(u32, &str)> {
    let rest = behind_joint(tail, hyphen)?;
    let rest = match closing {
        Some(_) => rest.strip_prefix(['(', '（'])?,
        None => rest,
    };
    let reading = counter::readings(rest).into_iter().find(|r| r.counter == Counter::Digits)?;
    let rest = &rest[reading.len..];
    let rest = match closing {
        Some(closing) => rest.strip_prefix(closing)?,
        None => rest,
    };
    let several = reading.value > first && reading.value - first <= MOST;
    (several && stands_for_nothing(rest)).then_some((reading.value, rest))
}

/// Returns the last number of a range whose numbers begin with the same ones, and the text after
/// it: 5 of `901.3–901.5`, whose `prefix` is `901.`
pub fn dotted<'a>(
    prefix: &str,
    first: u32,
    tail: &'a str,
    hyphen: RangeHyphen,
) -> Option<(u32, &'a str)> {
    let rest = behind_joint(tail, hyphen)?.trim_start_matches('§').trim_start_matches(is_gap);
    let rest = rest.strip_prefix(prefix)?;
    let reading = counter::readings(rest).into_iter().find(|r| r.counter == Counter::Digits)?;
    let rest = &rest[reading.len..];
    let several = reading.value > first && reading.value - first <= MOST;
    (several && stands_for_nothing(rest)).then_some((reading.value, rest))
}

/// Returns the last number of a range of a code that begins with `first` and the insertion behind
/// it, and the text after it: `3-5` of `3-3 to 3-5. [Reserved]`.
pub fn of_code<'a>(
    first: u32,
    own: &Insertion,
    tail: &'a str,
    word: &Keyword,
) -> Option<(String, &'a str)> {
    let rest = behind_joint(tail, RangeHyphen::Number)?;
    let reading = counter::readings(rest).into_iter().find(|r| r.counter == Counter::Digits)?;
    let (rest, last) = insertion::worded(&rest[reading.len..], reading.value, word);
    let last = last.filter(|last| {
        reading.value == first && last.ranks.len() == own.ranks.len() && last.ranks > own.ranks
    })?;
    stands_for_nothing(rest).then(|| (format!("{first}{}", last.shown), rest))
}

/// Returns the text after what joins the first number of a range to the last: a word between
/// spaces, or a dash.
fn behind_joint(tail: &str, hyphen: RangeHyphen) -> Option<&str> {
    let behind = tail.trim_start_matches(is_gap);
    let parted = behind.len() < tail.len();
    let words = RANGE_WORDS.iter().filter(|_| parted).find_map(|word| {
        let rest = behind.strip_prefix(word)?;
        rest.starts_with(is_gap).then_some(rest)
    });
    let dash = || {
        DASHES
            .iter()
            .filter(|dash| hyphen == RangeHyphen::Range || **dash != "-")
            .find_map(|dash| behind.strip_prefix(dash))
    };
    Some(words.or_else(dash)?.trim_start_matches(is_gap))
}

/// Whether the text after a range shows that the provisions are gone: a note in brackets, a few
/// words after a full stop or that say so (`Repealed`), or nothing.
fn stands_for_nothing(rest: &str) -> bool {
    let marked = rest.trim_start_matches(['.', ':']);
    let words = marked.trim_start_matches(is_gap);
    let noted = words.starts_with(['[', '(', '…']);
    let few = words.split_whitespace().count() <= MOST_WORDS;
    words.is_empty()
        || (noted && (words.len() < marked.len() || marked.len() < rest.len()))
        || (marked.len() < rest.len() && few && !words.ends_with(','))
        || (few && words.len() < rest.len() && says_so(words))
}

/// Whether words say that provisions are gone: `Repealed by the Lamp Act`. In small letters they
/// may be part of a sentence, unless they are all.
fn says_so(words: &str) -> bool {
    let end = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let alone = words[end..].trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let said = alone || words.starts_with(char::is_uppercase);
    said && REPEALED.binary_search(&words[..end].to_lowercase().as_str()).is_ok()
}

/// Maximum number of words after such a label: `Reserved.`, `Repealed by the Lamp Act of 1920.`
const MOST_WORDS: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_ends_with_what_was_repealed() {
        for (first, tail, last_number) in [
            (4, " to 6. [Repealed]", Some(6)),
            (31, " to 34 [Repealed, 2000, c. 34]", Some(34)),
            (8, " à 18 [Modifications]", Some(18)),
            (3, "–5", Some(5)),
            (3, "–6.", Some(6)),
            (3, "–5 (weggefallen)", Some(5)),
            (3, " bis 5 (aufgehoben)", Some(5)),
            (4, " to 6 lamps are lit", None),
            (6, " to 4. [Repealed]", None),
            (4, "-6 lamps", None),
            (3, " to 6. Repealed by the Act of 1920.", Some(6)),
            (4, " to 6. The keeper lights the lamps of all the towers.", None),
            (4, " to 600. Reserved.", None),
            (2, " to 4 Repealed", Some(4)),
            (2, " à 4 Abrogés", Some(4)),
            (2, " bis 4 aufgehoben", Some(4)),
            (2, " to 4 Repealed by the Lamp Act of 1920", Some(4)),
            (2, " to 4 repealed sections are listed here", None),
            (2, " to 4 Reserved lamps are lit by the keeper of the tower", None),
        ] {
            let found = last(first, tail, None, RangeHyphen::Range).map(|(last, _)| last);
            assert_eq!(found, last_number, "{tail}");
        }
        let dotted = |tail| dotted("901.", 3, tail, RangeHyphen::Range).map(|(last, _)| last);
        assert_eq!(dotted("–901.5 [Reserved]"), Some(5));
        assert_eq!((dotted("–902.5 [Reserved]"), dotted("–901.5 lamps")), (None, None));
        assert!(last(6, " et (7) [Abrogés]", Some(')'), RangeHyphen::Range).is_some());
    }
}
