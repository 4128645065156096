//! Letters directly behind a decimal number, as the rules of games have them: `702.2a` and `702.2b`
//! are parts of 702.2. In laws a letter is an insertion, and few numbers have one.

use super::candidate::Candidate;
use crate::document::Ordinal;
use crate::lexicon::counter::Counter;
use crate::lexicon::label::{LabelForm, Suffix};
use crate::structure::trace::{Figure, Quantity, Rule, Trace, TraceSubject};

/// Minimum number of letters that follow one another behind the same number.
pub(super) const LEAST: usize = 2;

/// Makes parts of the letters behind decimal numbers, where several follow one another.
pub fn settle(candidates: &mut [Candidate], trace: &impl Trace) {
    let lettered: Vec<usize> =
        (0..candidates.len()).filter(|at| letter(&candidates[*at]).is_some()).collect();
    let follows = |pair: &[usize]| {
        let (before, own) = (&candidates[pair[0]].label, &candidates[pair[1]].label);
        before.value.components == own.value.components
            && before.value.suffix.risen(1) == own.value.suffix
    };
    let steps = lettered.windows(2).filter(|pair| follows(pair)).count();
    if steps + 1 < LEAST {
        return;
    }
    for at in lettered {
        let label = &mut candidates[at].label;
        let Some(Ordinal::Compound(shown)) = label.ordinals.last() else { continue };
        let (Some(letter), Ok(number)) =
            (shown.chars().next_back(), shown.trim_end_matches(char::is_alphabetic).parse())
        else {
            continue;
        };
        trace.tell(TraceSubject::Reading(at), Rule::LetteredPart, || {
            vec![Figure::new(Quantity::LettersThatFollowOneAnother, steps + 1)]
        });
        label.ordinals.pop();
        label.ordinals.extend([Ordinal::Number(number), Ordinal::Letters(letter.to_string())]);
        label.value.components.push(label.value.suffix.last());
        label.value.suffix = Suffix::default();
        label.style.counter = Counter::LetterSmall;
        label.style.components += 1;
    }
}

/// The letter behind the decimal number of a label without a word: `702.2a`.
fn letter(candidate: &Candidate) -> Option<char> {
    let label = &candidate.label;
    let able = label.style.named.is_none()
        && label.style.counter == Counter::Digits
        && label.style.form == LabelForm::Point
        && label.style.components > 1
        && label.value.suffix.len() == 1
        && candidate.place.column == 0;
    let Some(Ordinal::Compound(shown)) = label.ordinals.last().filter(|_| able) else {
        return None;
    };
    let mut letters = shown.chars().filter(|c| !c.is_ascii_digit());
    letters.next().filter(|c| c.is_ascii_lowercase() && letters.next().is_none())
}
