//! Numbers that leave room for others between them, as the sections of American municipal codes do:
//! `8.12.010`, `8.12.020`. They count by tens; `8.12.015` was inserted after `8.12.010`.

use super::candidate::Candidate;
use crate::document::Ordinal;
use crate::lexicon::counter::Counter;
use crate::lexicon::label::Suffix;
use crate::structure::trace::{Rule, Trace, TraceSubject};

/// Minimum number of different tens that begin with a nought: `010`, `020`.
pub(super) const LEAST: usize = 2;

/// Minimum number of parts of such a number.
const PARTS: u8 = 2;

/// How far such numbers are apart.
const STEP: u32 = 10;

/// Number of digits of the last part.
const DIGITS: usize = 3;

/// The numbers with as many digits that begin with no nought.
const LONG: std::ops::Range<u32> = 100..1000;

/// Makes the numbers of a text follow one another if they count by tens.
pub fn settle(candidates: &mut [Candidate], trace: &impl Trace) {
    let mut tens = candidates.iter().filter(|own| is_ten(own));
    let Some(first) = tens.next().map(|own| own.label.value.last()) else { return };
    if tens.all(|own| own.label.value.last() == first) {
        return;
    }
    for (at, own) in candidates.iter_mut().enumerate() {
        if !is_long(own) || !own.label.value.suffix.is_empty() {
            continue;
        }
        let value = &mut own.label.value;
        let Some(last) = value.components.last_mut() else { continue };
        value.suffix = Suffix::of(&[*last % STEP]);
        *last /= STEP;
        trace.tell(TraceSubject::Reading(at), Rule::SteppedNumber, Vec::new);
    }
}

/// Whether the last part of a number is one such as `010`.
fn is_ten(own: &Candidate) -> bool {
    let shown = |last: &Ordinal| matches!(last, Ordinal::Compound(shown) if shown.starts_with('0'));
    is_long(own)
        && own.label.ordinals.last().is_some_and(shown)
        && own.label.value.last().is_multiple_of(STEP)
}

/// Whether the last part of a number has as many digits as those that count by tens, and no letters.
fn is_long(own: &Candidate) -> bool {
    let style = own.label.style;
    let digits = |last: &Ordinal| match last {
        Ordinal::Number(number) => LONG.contains(number),
        Ordinal::Compound(shown) => {
            shown.len() == DIGITS && shown.bytes().all(|byte| byte.is_ascii_digit())
        }
        Ordinal::Letters(_) => false,
    };
    style.components >= PARTS
        && style.counter == Counter::Digits
        && own.label.ordinals.last().is_some_and(digits)
}
