//! Where a text has the words of a language that name places, with the number where it is
//! before them. Whether they are a mention is asked by [`scan`](super::scan).

use crate::lexicon::counter::is_han;
use crate::lexicon::referring::{Order, PlaceWord, ReferenceWords, SIGNS};
use crate::lexicon::scanning::{
    after, behind_few, folded, is_capital, is_digit, is_edge, is_letter,
};
use std::ops::Range;

/// Digits of the first part of a number before its word, at most.
const MOST_DIGITS: usize = 4;

/// Digits of each further part: of `3.12`.
const MOST_FURTHER_DIGITS: usize = 3;

/// Letters of an ending between a number and its word: `5 inci madde`.
const ENDING: std::ops::RangeInclusive<usize> = 2..=6;

/// Letters of a name behind its first, at least.
const SHORTEST_NAME: usize = 2;

/// Forms of words, which are looked for at each place of a text by what they begin with.
#[derive(Debug)]
struct WordForms {
    /// Each with its first character, without its case; those that begin alike are together, in
    /// the order in which they are tried.
    all: Vec<(char, &'static str)>,
    /// A bit for each ASCII character that one begins with: most places are passed by it.
    ascii: u128,
}

impl WordForms {
    fn new(phrases: impl IntoIterator<Item = &'static str>) -> Self {
        let keyed = |phrase: &'static str| Some((folded(phrase.chars().next()?), phrase));
        let mut all: Vec<_> = phrases.into_iter().filter_map(keyed).collect();
        all.sort_by_key(|(first, _)| *first);
        let capitals = (0..128).filter(|byte| {
            let first = folded(char::from(*byte));
            all.binary_search_by_key(&first, |(known, _)| *known).is_ok()
        });
        let ascii = capitals.fold(0, |bits, byte| bits | 1 << byte);
        Self { all, ascii }
    }

    /// Forms of words, the longest first: of two that begin alike it is meant.
    fn of_words(words: &[PlaceWord]) -> Self {
        let mut forms: Vec<&str> = words.iter().flat_map(|word| word.forms).copied().collect();
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        Self::new(forms)
    }

    /// What follows each of the phrases that a text begins with.
    fn after<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let first = text.chars().next().filter(|c| self.begin_with(*c)).map(folded);
        let from = self.all.partition_point(|(known, _)| first.is_none_or(|first| *known < first));
        let alike = self.all[from..].iter().take_while(move |(known, _)| Some(*known) == first);
        alike.filter_map(move |(_, phrase)| after(text, phrase))
    }

    fn begin_with(&self, c: char) -> bool {
        if c.is_ascii() {
            return self.ascii >> u32::from(c) & 1 == 1;
        }
        let first = folded(c);
        self.all.binary_search_by_key(&first, |(known, _)| *known).is_ok()
    }
}

/// The words of a language that name places.
#[derive(Debug)]
pub struct PlaceWords {
    order: Order,
    own: WordForms,
    signs: WordForms,
    relative: WordForms,
    /// What says that the document itself is meant.
    this: WordForms,
    /// What leads in to changes of another text.
    amends: WordForms,
}

impl PlaceWords {
    /// Those of a language.
    pub fn of(language: &ReferenceWords) -> Self {
        Self {
            order: language.order,
            own: WordForms::of_words(language.words),
            signs: WordForms::of_words(&SIGNS),
            relative: WordForms::new(language.relative.iter().map(|own| own.words)),
            this: WordForms::new(language.own.iter().copied()),
            amends: WordForms::new(language.amends.iter().copied()),
        }
    }

    /// The first of them that begins at one of some places, in bytes: with the blank behind it, or
    /// with the number before it. What is inside of a word is none.
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
                Order::Around(sign) => {
                    self.behind_enclosed(rest, sign).or_else(|| self.behind_sign(rest))
                }
                Order::NumberFirst | Order::Either if is_digit(c) => {
                    let behind = self.behind_number(rest);
                    // Nor is any part of it.
                    passed = text.len() - behind.filter(|_| inside).unwrap_or(rest).len();
                    behind.filter(|_| !inside)
                }
                _ if inside && !self.signs.begin_with(c) => None,
                Order::WordFirst => self.behind_word(rest),
                Order::NumberFirst => self.behind_sign(rest),
                Order::Either => self.behind_word(rest),
            };
            if let Some(behind) = behind {
                return Some(at..text.len() - behind.len());
            }
        }
        None
    }

    /// The places that are told without a number, in bytes.
    pub fn relative(&self, text: &str) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at >= from
                && self.relative.begin_with(c)
                && let Some(behind) = self.relative.after(&text[at..]).next()
            {
                from = text.len() - behind.len();
                found.push(at..from);
            }
        }
        found
    }

    /// Whether a text leads in to changes of another: `is amended as follows`.
    pub fn amends(&self, text: &str) -> bool {
        let begins = |at: usize, c: char| !is_letter(c) || is_edge(text, at);
        text.char_indices().any(|(at, c)| {
            self.amends.begin_with(c)
                && begins(at, c)
                && self.amends.after(&text[at..]).next().is_some()
        })
    }

    /// The names that follow what says that the document itself is meant: `this Charter`.
    pub fn names_of_this<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut found = Vec::new();
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if at < from || !self.this.begin_with(c) || !is_edge(text, at) {
                continue;
            }
            let mut names = self.this.after(&text[at..]).filter_map(|rest| {
                let name = rest.strip_prefix(char::is_whitespace)?;
                let letters = name.strip_prefix(is_capital)?;
                let rest = letters.trim_start_matches(is_letter);
                let long = letters[..letters.len() - rest.len()].chars().count() >= SHORTEST_NAME;
                long.then(|| (&name[..name.len() - rest.len()], rest))
            });
            if let Some((name, rest)) = names.next() {
                from = text.len() - rest.len();
                found.push(name);
            }
        }
        found
    }

    fn behind_word<'t>(&self, text: &'t str) -> Option<&'t str> {
        let behind = self.own.after(text).next().or_else(|| self.signs.after(text).next());
        behind.map(behind_blank)
    }

    fn behind_sign<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.signs.after(text).next().map(behind_blank)
    }

    /// What follows a number, its ending or an ordinal, and the word: `5-бап`, `5 inci madde`.
    fn behind_number<'t>(&self, text: &'t str) -> Option<&'t str> {
        let number = behind_few(text, MOST_DIGITS, is_digit)?;
        let further =
            |rest: &'t str| behind_few(rest.strip_prefix('.')?, MOST_FURTHER_DIGITS, is_digit);
        let number = std::iter::successors(Some(number), |rest| further(rest)).last()?;
        let number = number.strip_prefix('.').unwrap_or(number);
        let ending = || {
            let letters = number.strip_prefix(['\'', '’', '-', '\u{2011}', ' ', '\u{a0}'])?;
            let rest = letters.trim_start_matches(is_letter);
            let count = letters[..letters.len() - rest.len()].chars().count();
            ENDING.contains(&count).then_some(rest)
        };
        let word = |rest: &'t str| {
            let word = rest.strip_prefix(['-', '\u{2011}', ' ', '\u{a0}'])?;
            self.own.after(word).next()
        };
        ending().and_then(word).or_else(|| word(number))
    }

    /// What follows a number with a sign before and a word behind it: `第五条`.
    fn behind_enclosed<'t>(&self, text: &'t str, sign: &str) -> Option<&'t str> {
        let number = behind_blank(text.strip_prefix(sign)?);
        let is_numeral = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９') || is_han(c);
        let rest = number.trim_start_matches(is_numeral);
        let word = behind_blank(rest);
        // No case is looked at.
        let mut forms = self.own.all.iter().filter_map(|(_, form)| word.strip_prefix(form));
        if rest.len() < number.len() { forms.next() } else { None }
    }
}

/// What follows a blank, where there is one.
fn behind_blank(text: &str) -> &str {
    text.strip_prefix([' ', '\u{a0}', '\n']).unwrap_or(text)
}

/// Whether a character before a word makes it a part of another.
pub fn joins(c: char) -> bool {
    (c.is_alphanumeric() && !is_unparted(c)) || c == '-'
}

/// Whether a sign is of a script that parts no words: Thai, Lao, Burmese, Khmer.
fn is_unparted(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}')
}
