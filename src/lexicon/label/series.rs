//! Articles of a code with several series, distinguished by letters: `Article L. 121-1`, `R*
//! 123-4`, `L111-1`, and `L. 311-1` without a word.

use super::characters::is_gap;
use super::closing::closed;
use super::insertion;
use super::parsed::{LETTERED, Label, LabelForm, LabelStyle, LabelWord, LineRole};
use super::tail::LabelTail;
use crate::document::Ordinal;
use crate::lexicon::counter::{self, Counter};
use crate::lexicon::keywords::{self, Role, WORDS, WordSide};

/// The maximum number of letters that name a series.
const LONGEST_SERIES: usize = 2;

/// The minimum number of digits before the hyphen of a number without a word: a code has one digit
/// each for book, title and chapter. `A. 1-2 spoons` is a list item.
const LEAST_OF_CODE: usize = 3;

/// The letters of a series, and its number.
pub struct Series<'a> {
    letters: &'a str,
    /// The text from the number on.
    rest: &'a str,
}

/// Returns the series letters at the beginning of a text, if a number follows them.
pub fn series(text: &str) -> Option<Series<'_>> {
    let len = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, behind) = text.split_at(len);
    if !(1..=LONGEST_SERIES).contains(&len) {
        return None;
    }
    let starred = behind.trim_start_matches(['*', '.']);
    let rest = starred.trim_start_matches(is_gap);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    // `Article V. 3 lamps` has a numeral; only a hyphen distinguishes `V. 121-1` from it.
    let coded = rest[digits..].starts_with(['-', '‑']) || !letters.contains(['I', 'V', 'X']);
    (digits > 0 && (rest.len() == behind.len() || coded)).then_some(Series { letters, rest })
}

/// Returns the label of an article without a word at the beginning of a line: `L. 311-1`.
pub fn alone(line: &str, standing: LineRole) -> Option<Label> {
    let number = series(line)?;
    let digits = number.rest.bytes().take_while(u8::is_ascii_digit).count();
    let mut behind = number.rest[digits..].strip_prefix(['-', '‑'])?.chars();
    let coded = digits >= LEAST_OF_CODE && behind.next().is_some_and(|c| c.is_ascii_digit());
    let article = |index: &usize| {
        WORDS[*index].role == Role::Article && WORDS[*index].side == WordSide::Before
    };
    let index = keywords::beginning_with('a').find(article).filter(|_| coded)?;
    number.label(line, index, standing)
}

impl Series<'_> {
    /// Returns the label of the article, given the index of its word in the table.
    pub fn label(&self, line: &str, index: usize, standing: LineRole) -> Option<Label> {
        let readings = counter::readings(self.rest);
        let reading = readings.into_iter().find(|r| r.counter == Counter::Digits)?;
        let tail = &self.rest[reading.len..];
        let (tail, insertion) = insertion::worded(tail, reading.value, &WORDS[index]);
        let len = closed(line, line.len() - tail.len(), standing, &WORDS[index])?;
        let place = self.letters.bytes().fold(0, |sum, b| sum * 27 + u32::from(b - b'A') + 1);
        let behind = LabelTail { insertion, ..LabelTail::default() };
        let mut value = behind.value(reading.value);
        value.components = vec![LETTERED + place, reading.value];
        let number = behind.shown(Ordinal::Number(reading.value));
        let number = number.first().map(ToString::to_string).unwrap_or_default();
        let word = match WORDS[index].role {
            Role::Section => u16::try_from(index).unwrap_or(u16::MAX),
            Role::Article | Role::Annex | Role::Division(_) => 0,
        };
        Some(Label {
            style: LabelStyle {
                named: Some(LabelWord { role: WORDS[index].role, word }),
                counter: Counter::Digits,
                form: LabelForm::Worded,
                components: 2,
            },
            value,
            until: None,
            ordinals: vec![Ordinal::Compound(format!("{}{number}", self.letters))],
            len,
        })
    }
}
