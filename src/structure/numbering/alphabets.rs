//! Which alphabet a text counts in, where several have its letters: `д` is the fifth letter of
//! Russian lists and the sixth of Ukrainian ones, and `ζ` the sixth letter and the seventh numeral.

use super::candidate::Candidate;
use super::place::ManuscriptPlace;
use crate::lexicon::counter::Counter;
use crate::lexicon::label::LabelForm;
use crate::structure::trace::Rule;
use std::collections::BTreeMap;

/// The readings of the letters with one mark, by where they are.
type LetterReadings = BTreeMap<ManuscriptPlace, Vec<usize>>;

/// Rules out the readings in alphabets in which fewer letters follow one another than in another
/// that the same letter is of.
pub fn settle(candidates: &mut [Candidate]) {
    let mut written: BTreeMap<LabelForm, LetterReadings> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let style = candidate.label.style;
        if style.named.is_none() && counts_by_letters(style.counter) {
            let letters = written.entry(style.form).or_default();
            letters.entry(candidate.place).or_default().push(at);
        }
    }
    for letters in written.values() {
        let steps = steps(candidates, letters);
        let of = |at: usize| steps.get(&candidates[at].label.style.counter).copied().unwrap_or(0);
        let outdone: Vec<usize> = letters
            .values()
            .filter(|readings| readings.len() > 1)
            .flat_map(|readings| {
                let most = readings.iter().map(|at| of(*at)).max().unwrap_or(0);
                readings.iter().copied().filter(move |at| of(*at) < most)
            })
            .collect();
        for at in outdone {
            candidates[at].misread = Some(Rule::OtherAlphabet);
        }
    }
}

/// How many letters of each alphabet directly follow the one before them in it.
fn steps(candidates: &[Candidate], letters: &LetterReadings) -> BTreeMap<Counter, usize> {
    let mut last: BTreeMap<Counter, u32> = BTreeMap::new();
    let mut steps: BTreeMap<Counter, usize> = BTreeMap::new();
    for at in letters.values().flatten() {
        let label = &candidates[*at].label;
        let (counter, value) = (label.style.counter, label.value.last());
        if last.insert(counter, value).is_some_and(|before| before + 1 == value) {
            *steps.entry(counter).or_default() += 1;
        }
    }
    steps
}

fn counts_by_letters(counter: Counter) -> bool {
    matches!(counter, Counter::Alphabet(_) | Counter::SignsCapital(_) | Counter::SignsSmall(_))
}
