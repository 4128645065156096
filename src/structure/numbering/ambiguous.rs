//! Signs that may be read in more ways than one in a list, where what is beside them shows
//! which: of two `(i)` without indents one is the ninth letter and the other the first numeral of
//! a list inside; `(aa)` before `(bb)` begins a list, and before `(b)` was put in behind `(a)`.

use super::candidate::Candidate;
use super::place::ManuscriptPlace;
use crate::lexicon::counter::Counter;
use crate::lexicon::label::LabelForm;
use crate::lexicon::label::insertion::LATIN_LETTERS;
use crate::structure::trace::Rule;
use std::collections::{BTreeMap, HashSet};

/// Small letters and numerals that are written alike, in order: the place of each, and what it
/// counts as a numeral and as a letter.
type Signs = Vec<(ManuscriptPlace, Option<u32>, Option<usize>)>;

/// Rules out what signs are not.
pub fn settle(candidates: &mut [Candidate]) {
    rule_out_letters(candidates);
    rule_out_twice(candidates);
}

/// Rules out the letter where a sign is a numeral.
fn rule_out_letters(candidates: &mut [Candidate]) {
    let mut written: BTreeMap<LabelForm, Signs> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let style = candidate.label.style;
        let (numeral, letter) = match style.counter {
            Counter::RomanSmall => (Some(candidate.label.value.last()), None),
            Counter::LetterSmall => (None, Some(at)),
            _ => continue,
        };
        let signs = written.entry(style.form).or_default();
        match signs.last_mut().filter(|last| last.0 == candidate.place) {
            Some(last) => (last.1, last.2) = (last.1.or(numeral), last.2.or(letter)),
            None => signs.push((candidate.place, numeral, letter)),
        }
    }
    for signs in written.values() {
        let numeral = |at: usize| signs.get(at).and_then(|sign| sign.1);
        let numerals = (0..signs.len()).filter(|at| {
            let behind = |n: u32, at: usize| numeral(at) == Some(n);
            // Where the list ends that this one begins.
            let end = (2..).zip(at + 1..).find(|(n, at)| !behind(*n, *at));
            let list = end.is_some_and(|(n, _)| n > 2);
            let twin = end.is_some_and(|(_, end)| numeral(end) == Some(1))
                || at.checked_sub(1).and_then(numeral) == Some(1);
            numeral(*at) == Some(1) && list && twin
        });
        for letter in numerals.filter_map(|at| signs[at].2) {
            candidates[letter].misread = Some(Rule::NumeralNotLetter);
        }
    }
}

/// Rules out that doubled letters were inserted, where they are a list of their own
/// (`(aa)`, `(bb)`), and that they are such a list where they are none.
fn rule_out_twice(candidates: &mut [Candidate]) {
    // Single and doubled letters, in order: which counter, what it counts.
    let is_single = |own: &Candidate| {
        own.label.style.counter == Counter::LetterSmall
            && own.label.value.suffix.is_empty()
            && own.label.value.last() <= LATIN_LETTERS
    };
    let signs: Vec<usize> = (0..candidates.len())
        .filter(|at| {
            let own = &candidates[*at];
            own.label.style.counter == Counter::LetterTwice || is_single(own)
        })
        .collect();
    let twice = |at: usize| {
        let label = &candidates[at].label;
        (label.style.counter == Counter::LetterTwice).then(|| label.value.last())
    };
    let mut listed: Vec<usize> = Vec::new();
    for form in [LabelForm::Both, LabelForm::Close] {
        let own: Vec<usize> =
            signs.iter().copied().filter(|at| candidates[*at].label.style.form == form).collect();
        let mut next = 0;
        while next < own.len() {
            let begin = next;
            next += 1;
            if twice(own[begin]) != Some(1) {
                continue;
            }
            while next < own.len()
                && twice(own[next]).is_some_and(|n| Some(n - 1) == twice(own[next - 1]))
            {
                next += 1;
            }
            let z = |at: usize| {
                twice(at).is_none() && candidates[at].label.value.last() == LATIN_LETTERS
            };
            let behind_z = begin.checked_sub(1).is_some_and(|before| z(own[before]));
            if next - begin > 1 && !behind_z {
                listed.extend(&own[begin..next]);
            }
        }
    }
    let places: HashSet<ManuscriptPlace> = listed.iter().map(|at| candidates[*at].place).collect();
    for candidate in candidates.iter_mut() {
        let is_listed = |candidate: &Candidate| places.contains(&candidate.place);
        match candidate.label.style.counter {
            Counter::LetterTwice if !is_listed(candidate) => {
                candidate.misread = Some(Rule::NoListOfPairs);
            }
            Counter::LetterSmall if !places.is_empty() && is_listed(candidate) => {
                candidate.misread = Some(Rule::ListOfPairs);
            }
            _ => {}
        }
    }
}
