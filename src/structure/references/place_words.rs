//! Finds the words of a language that name places, with the number if it precedes them.
//! [`scan`](super::scan) decides whether they are a mention.

use crate::lexicon::characters::{
    BLANKS, behind_few, is_capital, is_digit, is_edge, is_letter, is_unparted,
};
use crate::lexicon::counter::is_han;
use crate::lexicon::letters;
use crate::lexicon::phrase::Phrases;
use crate::lexicon::referring::{Order, ReferenceWords, SIGN_FORMS};
use std::ops::Range;

/// Maximum number of digits in the first part of a number before its word.
const MOST_DIGITS: usize = 4;

/// Maximum number of digits in each further part: `3.12`.
const MOST_FURTHER_DIGITS: usize = 3;

/// Number of letters in an ending between a number and its word: `5 inci madde`.
const ENDING: std::ops::RangeInclusive<usize> = 2..=6;

/// What may separate a number from its word.
const SEPARATORS: [char; 5] = ['-', '\u{2011}', ' ', '\u{a0}', '\n'];

/// Minimum number of letters in a name after its first.
const SHORTEST_NAME: usize = 2;

/// The words of a language that name places.
#[derive(Debug)]
pub struct PlaceWords {
    order: Order,
    own: Phrases,
    relative: Phrases,
    /// Beginnings of a number that make it an ordinal.
    prefixes: &'static [&'static str],
    /// Words directly after the letter of an item.
    lettered: &'static [&'static str],
    /// Words for the document itself.
    this: Phrases,
    /// Words that introduce changes to another text.
    amends: Phrases,
}

impl PlaceWords {
    /// Returns those of a language.
    pub fn of(language: &ReferenceWords) -> Self {
        Self {
            order: language.order,
            own: language.forms,
            relative: language.next_to,
            prefixes: language.ordinal_prefixes,
            lettered: language.lettered,
            this: language.own,
            amends: language.amends,
        }
    }

    /// Returns the first of them that begins in a range of bytes, with the blank after it, or with
    /// the number before it. A part of a word does not count.
    pub fn find(&self, text: &str, places: Range<usize>) -> Option<Range<usize>> {
        let mut before = text[..places.start].chars().next_back();
        let mut passed = places.start;
        for (at, c) in text[places.start..].char_indices() {
            let at = places.start + at;
            if at >= places.end {
                break;
            }
            let inside = before.replace(c).is_some_and(joins);
            if at < passed {
                continue;
            }
            let rest = &text[at..];
            let behind = match self.order {
                Order::Around(sign) => self
                    .behind_enclosed(rest, sign)
                    .or_else(|| self.behind_letter(&text[..at], rest))
                    .or_else(|| behind_sign(rest)),
                Order::NumberFirst | Order::Either
                    if is_digit(c) || c == '(' || self.begins_ordinal(rest) =>
                {
                    let behind = self.behind_number(rest);
                    // No part of the number counts either.
                    passed = text.len() - behind.filter(|_| inside).unwrap_or(rest).len();
                    behind.filter(|_| !inside)
                }
                _ if inside && !SIGN_FORMS.may_begin(c) => None,
                Order::NumberFirst => {
                    self.behind_word(rest).or_else(|| self.behind_hyphenated(rest, c))
                }
                Order::WordFirst | Order::Either => self.behind_word(rest),
            };
            if let Some(behind) = behind {
                return Some(at..text.len() - behind.len());
            }
        }
        None
    }

    /// Returns the places that are named without a number, in bytes.
    pub fn relative(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at >= from
                && self.relative.may_begin(c)
                && let Some(behind) = self.relative.strip(&text[at..])
            {
                from = text.len() - behind.len();
                found.push(at..from);
            }
        }
        found
    }

    /// Whether a text introduces changes to another: `is amended as follows`.
    pub fn amends(&self, text: &str) -> bool {
        let begins = |at: usize, c: char| !is_letter(c) || is_edge(text, at);
        text.char_indices().any(|(at, c)| {
            self.amends.may_begin(c) && begins(at, c) && self.amends.strip(&text[at..]).is_some()
        })
    }

    /// Returns the names after words for the document itself: `this Charter`.
    pub fn names_of_this<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut found = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at < from || !self.this.may_begin(c) || !is_edge(text, at) {
                continue;
            }
            let name = self.this.find_at_start(&text[at..], |_, rest| {
                let name = rest.strip_prefix(char::is_whitespace)?;
                let letters = name.strip_prefix(is_capital)?;
                let rest = letters.trim_start_matches(is_letter);
                let long = letters[..letters.len() - rest.len()].chars().count() >= SHORTEST_NAME;
                long.then(|| (&name[..name.len() - rest.len()], rest))
            });
            if let Some((name, rest)) = name {
                from = text.len() - rest.len();
                found.push(name);
            }
        }
        found
    }

    fn behind_word<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.own.strip(text).map(behind_blank).or_else(|| behind_sign(text))
    }

    /// Returns the text after the letter of an item, a hyphen and the word: `a-lið`.
    fn behind_hyphenated<'t>(&self, text: &'t str, letter: char) -> Option<&'t str> {
        let word = text.get(letter.len_utf8()..)?.strip_prefix('-')?;
        self.own.strip(word).filter(|_| is_letter(letter))
    }

    /// Whether a text begins with a number that its first letters make an ordinal: `მე-5`.
    fn begins_ordinal(&self, text: &str) -> bool {
        let mut prefixes = self.prefixes.iter().filter_map(|prefix| text.strip_prefix(prefix));
        prefixes.any(|number| number.starts_with(is_digit))
    }

    /// Returns the text after the letter of an item and the word directly after it: `나목`. A part
    /// of a word does not count, except behind the number of what contains the item: `제2호나목`.
    fn behind_letter<'t>(&self, before: &str, text: &'t str) -> Option<&'t str> {
        let letter = text.chars().next().filter(|_| !self.lettered.is_empty())?;
        let numbered = || self.own.ended(before);
        if before.ends_with(char::is_alphanumeric) && !numbered() {
            return None;
        }
        let rest = &text[letter.len_utf8()..];
        let behind = self.lettered.iter().find_map(|word| rest.strip_prefix(word))?;
        let counts = !letters::places(letter.encode_utf8(&mut [0; 4])).is_empty();
        (counts && !behind.starts_with(char::is_alphabetic)).then_some(behind)
    }

    /// Returns the text after a number, an optional ending, and the word: `5-бап`, `5 inci madde`,
    /// `3 a §`, `(2) bekezdés`.
    fn behind_number<'t>(&self, text: &'t str) -> Option<&'t str> {
        let prefix = self.prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
        let text = prefix.unwrap_or(text);
        let enclosed = text.strip_prefix('(');
        let number = behind_few(enclosed.unwrap_or(text), MOST_DIGITS, is_digit)?;
        let further =
            |rest: &'t str| behind_few(rest.strip_prefix('.')?, MOST_FURTHER_DIGITS, is_digit);
        let number = std::iter::successors(Some(number), |rest| further(rest)).last()?;
        let closed = number.strip_prefix(')');
        let number = match enclosed {
            Some(_) => closed?,
            None => closed.or_else(|| number.strip_prefix('.')).unwrap_or(number),
        };
        let ending = || {
            let letters = number.strip_prefix(['\'', '’', '-', '\u{2011}', ' ', '\u{a0}'])?;
            let rest = letters.trim_start_matches(is_letter);
            let count = letters[..letters.len() - rest.len()].chars().count();
            ENDING.contains(&count).then_some(rest)
        };
        let word = |rest: &'t str| {
            let word = rest.strip_prefix(SEPARATORS);
            let sign = || Some(rest).filter(|rest| rest.starts_with('§'));
            self.own.strip(word.or_else(sign)?)
        };
        let inserted = || {
            let letter = number.strip_prefix([' ', '\u{a0}', '/']).unwrap_or(number);
            let rest = letter.strip_prefix(|c: char| c.is_ascii_alphabetic())?;
            word(rest.strip_prefix('.').unwrap_or(rest))
        };
        ending().and_then(word).or_else(|| word(number)).or_else(inserted)
    }

    /// Returns the text after a number that a sign precedes and a word follows: `第五条`.
    fn behind_enclosed<'t>(&self, text: &'t str, sign: &str) -> Option<&'t str> {
        let number = behind_blank(text.strip_prefix(sign)?);
        let enclosed = number.strip_prefix(['（', '(']);
        let number = enclosed.unwrap_or(number);
        let is_numeral = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９') || is_han(c);
        let rest = number.trim_start_matches(is_numeral);
        let word = match enclosed {
            Some(_) => rest.strip_prefix(['）', ')'])?,
            None => behind_blank(rest),
        };
        if rest.len() < number.len() { self.own.strip(word) } else { None }
    }
}

/// Returns the text after a section sign and an optional blank.
fn behind_sign(text: &str) -> Option<&str> {
    SIGN_FORMS.strip(text).map(behind_blank)
}

/// Returns the text after an optional blank.
fn behind_blank(text: &str) -> &str {
    text.strip_prefix(BLANKS).unwrap_or(text)
}

/// Whether a character directly before a word makes it part of another.
pub fn joins(c: char) -> bool {
    (c.is_alphanumeric() && !is_unparted(c)) || c == '-'
}
