//! A run: labels of one style that follow one another.

use super::candidate::Candidate;
use crate::lexicon::counter::Counter;
use crate::lexicon::label::{LabelForm, LabelStyle};
use crate::structure::share::Share;
use foldhash::HashMap;

/// A part of a text whose first provision has another number than the first
/// has at least this many provisions.
pub(super) const LEAST_OF_PART: usize = 3;

/// A sequence of labels, by their places among the candidates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// Places among the candidates, in order.
    pub members: Vec<usize>,
}

impl Run {
    /// The first of them.
    pub fn first(&self) -> usize {
        self.members.first().copied().unwrap_or_default()
    }

    /// The last of them.
    pub fn last(&self) -> usize {
        self.members.last().copied().unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }
}

/// Whether a run is of headings whose numbers others continue, as `4 Watches` is above `4.2`:
/// so it is with the first of them and with most.
pub fn holds_numbers(candidates: &[Candidate], run: &Run) -> bool {
    let holds = |at: usize| {
        let own = &candidates[at];
        let LabelStyle { named, counter, form, components } = own.label.style;
        let able = named.is_none()
            && counter == Counter::Digits
            && matches!(form, LabelForm::Bare | LabelForm::Point)
            && components == 1
            && own.label.value.suffix.is_empty();
        let whole = |own: &Candidate| own.onset.is_sure() && own.place.column == 0;
        let mut behind = candidates[at..].iter().skip_while(|next| next.place <= own.place);
        let next = behind.clone().next().map(|next| next.place);
        let goes_on = |next: &Candidate| {
            next.label.value.prefix() == own.label.value.components && whole(next)
        };
        let held = behind.by_ref().take_while(|other| Some(other.place) == next).any(goes_on);
        able && own.heading && whole(own) && held
    };
    let count = run.members.iter().filter(|at| holds(**at)).count();
    holds(run.first()) && HOLDING.is_reached(count, run.len())
}

/// Minimum share of the headings of a run with numbers below them that continue their own.
pub(super) const HOLDING: Share = Share::new(1, 2);

/// A label and those that follow it.
pub(super) fn follow(
    follower: &HashMap<usize, usize>,
    start: usize,
) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(start), |at| follower.get(at).copied())
}
