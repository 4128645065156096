//! The labels of a word with its number, including what follows them: `Article 5 bis`,
//! `Sections 4 to 6`.

use super::closing::closed;
use super::insertion::{self, Insertion};
use super::parsed::{Label, LabelForm, LabelStyle, LabelWord, LineRole, SUPPLEMENTED};
use super::range::{self, RangeHyphen};
use super::tail::{LabelTail, dotted, thousands};
use crate::document::Ordinal;
use crate::lexicon::counter::{Counter, CounterReading};
use crate::lexicon::keywords::{Role, WORDS};

/// A word with its number.
pub(super) struct Numbered {
    pub reading: CounterReading,
    /// The word's index in [`WORDS`].
    pub word: usize,
    /// Where the two end, in bytes from the start of the line.
    pub end: usize,
    /// The insertion between a number and the word after it.
    pub insertion: Option<Insertion>,
    /// Whether the label means several provisions.
    pub several: Several,
}

/// Whether a label means several provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Several {
    /// Its word is plural: the label names several provisions, or it is not a label.
    Must,
    /// It may mean several.
    May,
}

/// Adds a label, including what follows its word and number.
pub(super) fn finish(line: &str, numbered: Numbered, standing: LineRole, out: &mut Vec<Label>) {
    let Numbered { reading, word: index, end, insertion, several } = numbered;
    let word = &WORDS[index];
    let tail = &line[end..];
    let hyphen = match several {
        Several::Must => RangeHyphen::Range,
        Several::May => RangeHyphen::Number,
    };
    if insertion.is_none() && reading.counter == Counter::Digits {
        if let Some((until, tail)) = range::last(reading.value, tail, None, hyphen) {
            let behind = LabelTail { until: Some(until), ..LabelTail::default() };
            push(line, line.len() - tail.len(), index, &reading, &behind, standing, out);
            return;
        }
        if let Some((value, tail)) =
            thousands(reading.value, tail).filter(|_| several != Several::Must)
        {
            let whole =
                CounterReading { value, ordinal: Ordinal::Number(value), ..reading.clone() };
            let end = line.len() - tail.len();
            push(line, end, index, &whole, &LabelTail::default(), standing, out);
        }
    }
    let (rest, more) = dotted(tail);
    if let (Some((last, Ordinal::Number(_))), None) = (more.last(), &insertion) {
        let prefix = &line[end - reading.len..line.len() - rest.len()];
        let prefix = prefix.trim_end_matches(|c: char| c != '.');
        if let Some((until, tail)) = range::dotted(prefix, *last, rest, hyphen) {
            let behind = LabelTail { more, until: Some(until), ..LabelTail::default() };
            push(line, line.len() - tail.len(), index, &reading, &behind, standing, out);
            return;
        }
    }
    if several == Several::Must {
        // `§§ 3-3 to 3-5. [Reserved]`
        if let (behind, Some(own)) = insertion::worded(tail, reading.value, word)
            && let Some((last, tail)) = range::of_code(reading.value, &own, behind, word)
        {
            let behind = LabelTail { insertion: Some(own.up_to(&last)), ..LabelTail::default() };
            push(line, line.len() - tail.len(), index, &reading, &behind, standing, out);
        }
        return;
    }
    let (tail, insertion) = match insertion {
        Some(insertion) => (rest, Some(insertion)),
        None => insertion::worded(rest, reading.value, word),
    };
    let (tail, insertion) = insertion::of_code(tail, insertion, 1 + more.len());
    let end = line.len() - tail.len();
    let behind = LabelTail { more, insertion, until: None };
    push(line, end, index, &reading, &behind, standing, out);
}

/// Adds a label whose number ends at `end`, once for each kind of counter that it may be.
fn push(
    line: &str,
    end: usize,
    index: usize,
    reading: &CounterReading,
    behind: &LabelTail,
    standing: LineRole,
    out: &mut Vec<Label>,
) {
    let word = &WORDS[index];
    let Some(len) = closed(line, end, standing, word) else { return };
    let named = match word.role {
        Role::Section => u16::try_from(index).unwrap_or(u16::MAX),
        Role::Article | Role::Annex | Role::Division(_) => 0,
    };
    // A number in words counts among digits and among Roman numerals.
    let counters: &[Counter] = match reading.counter {
        Counter::Word => &[Counter::Digits, Counter::RomanCapital],
        Counter::Han | Counter::Hebrew | Counter::SignsCapital(_) | Counter::SignsSmall(_) => {
            &[Counter::Digits]
        }
        Counter::RomanSmall => &[Counter::RomanCapital],
        ref other => std::slice::from_ref(other),
    };
    let first = match (&reading.ordinal, reading.counter) {
        (
            Ordinal::Letters(_),
            Counter::RomanSmall | Counter::SignsCapital(_) | Counter::SignsSmall(_),
        ) => Ordinal::Number(reading.value),
        (ordinal, _) => ordinal.clone(),
    };
    let mut value = behind.value(reading.value);
    let mut ordinals = behind.shown(first);
    if word.supplementary {
        let series = SUPPLEMENTED + u32::try_from(index).unwrap_or_default();
        value.components.insert(0, series);
        // `geçici-1`
        let name = word.word.split_whitespace().next().unwrap_or(word.word);
        let number: Vec<String> = ordinals.iter().map(ToString::to_string).collect();
        ordinals = vec![Ordinal::Compound(format!("{name}-{}", number.join(".")))];
    }
    for counter in counters {
        out.push(Label {
            style: LabelStyle {
                named: Some(LabelWord { role: word.role, word: named }),
                counter: *counter,
                form: LabelForm::Worded,
                components: u8::try_from(value.components.len()).unwrap_or(u8::MAX),
            },
            value: value.clone(),
            until: behind.until,
            ordinals: ordinals.clone(),
            len,
        });
    }
}
