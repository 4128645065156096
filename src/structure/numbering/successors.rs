//! What follows a label: the nearest one that continues its sequence, after lists in between and
//! places where numbers were repealed.

use super::candidate::Candidate;
use super::lead::Lead;
use super::run::{LEAST_OF_PART, follow};
use crate::document::Ordinal;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::insertion::{BEFORE, LATIN_LETTERS};
use crate::lexicon::label::{Label, LabelNumber, Suffix};
use foldhash::HashMap;

/// A number that jumps further than this continues no sequence.
const LONGEST_GAP: u32 = 3;

/// Maximum number of provisions repealed in one place.
const LONGEST_REPEAL: u32 = 200;

/// How many labels are looked at for what follows such a place.
const NEAR: usize = 8;

/// Numbers whose indents differ by more columns belong to different lists.
pub(super) const SAME_INDENT: usize = 3;

/// What the letter `i` counts.
const LETTER_I: u32 = 9;

/// Maximum number of lists between a label and the next of its sequence.
const MOST_LISTS: usize = 8;

/// Maximum number of items in such a list.
const LONGEST_LIST: usize = 64;

/// The labels of one style further on, and what follows each.
#[derive(Default)]
pub struct Ahead {
    /// Labels by all their numbers but the last.
    series: HashMap<Vec<u32>, NearestLabels>,
    /// The nearest label after one that counts the same in the same column.
    alike: HashMap<usize, usize>,
    by_indent: HashMap<usize, usize>,
    /// Where sequences begin, the nearest last.
    firsts: HashMap<(usize, Option<u8>), Vec<usize>>,
    /// What follows each.
    followers: HashMap<usize, usize>,
    /// How many labels follow one another from each on.
    lengths: HashMap<usize, usize>,
    /// All of them, the last first.
    all: Vec<usize>,
    /// Whether one was inserted before the first of those after a number: `1ZA`.
    before: bool,
}

/// A last number, with its suffix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Last {
    number: u32,
    suffix: Suffix,
}

impl Last {
    fn of(value: &LabelNumber) -> Self {
        Self { number: value.last(), suffix: value.suffix }
    }
}

/// Labels whose numbers are the same but for the last: the nearest of each.
///
/// A text may have a label on each of its lines, and each looks for a dozen that
/// may follow it: what is looked for is small and is never allocated.
#[derive(Default)]
struct NearestLabels {
    anywhere: HashMap<Last, usize>,
    /// By their column.
    by_indent: HashMap<(Last, usize), usize>,
    /// By the level of their heading.
    headings: HashMap<(Last, u8), usize>,
}

/// What may come after a label with the same step: its series, and its last number.
type Step<'a> = [Option<(&'a NearestLabels, Last)>; STEPS + Suffix::DEEPEST];

/// Steps of the nearest kind, beside those to the next of each rank.
const STEPS: usize = 9;

impl Ahead {
    /// What follows each label.
    pub fn followers(&self) -> &HashMap<usize, usize> {
        &self.followers
    }

    /// Adds the label before all others.
    pub fn add(&mut self, at: usize, candidates: &[Candidate]) {
        let candidate = &candidates[at];
        let next = self.follower(candidate, candidates);
        if let Some(next) = next {
            // A list on the way that jumped there ends before it.
            for last in self.lists_before(candidate, next, candidates) {
                self.followers.remove(&last);
            }
            self.followers.insert(at, next);
        }
        let length = 1 + next.map_or(0, |next| self.length(next));
        self.lengths.insert(at, length);
        self.all.push(at);
        self.place(at, candidate);
        let value = &candidate.label.value;
        self.by_indent.insert(candidate.indent, at);
        if value.is_first() {
            self.firsts.entry((candidate.indent, candidate.level)).or_default().push(at);
        }
    }

    /// Puts a label among those of its series.
    fn place(&mut self, at: usize, candidate: &Candidate) {
        let value = &candidate.label.value;
        // Most series have many labels: their numbers are copied once.
        if !self.series.contains_key(value.prefix()) {
            self.series.insert(value.prefix().to_vec(), NearestLabels::default());
        }
        let Some(series) = self.series.get_mut(value.prefix()) else { return };
        let last = Last::of(value);
        self.before |= last.suffix.last() >= BEFORE;
        series.anywhere.insert(last, at);
        if let Some(behind) = series.by_indent.insert((last, candidate.indent), at) {
            self.alike.insert(at, behind);
        }
        if let Some(level) = candidate.level {
            series.headings.insert((last, level), at);
        }
    }

    /// What may come after a value, the nearest first.
    fn steps(&self, value: &LabelNumber) -> impl Iterator<Item = Step<'_>> {
        let own = self.series.get(value.prefix());
        // `2.1` follows the last of `1.`, whichever that is.
        let outer = value.prefix().split_last().and_then(|(outer, prefix)| {
            let next = [prefix, &[outer.saturating_add(1)]].concat();
            self.series.get(&next)
        });
        let Last { number, suffix } = Last::of(value);
        let next = move |by: u32, suffix: Suffix| {
            own.map(|own| (own, Last { number: number.saturating_add(by), suffix }))
        };
        let further_out =
            move |number| outer.map(|outer| (outer, Last { number, suffix: Suffix::default() }));
        // `5a` and `5 bis` follow `5`, `5-2-1` follows `5-2`, `5-3` follows both.
        let inner = |rank: u32| suffix.then(rank).and_then(|suffix| next(0, suffix));
        // `1ZA` follows `1`, and `1A` follows `1ZA`; `(A3)` follows `(2)`, and `1AA` `1Z`.
        let outer_rank = || suffix.cut(suffix.len().saturating_sub(1));
        let before = |rank| if self.before { inner(rank) } else { None };
        let behind = if suffix.last() > BEFORE {
            outer_rank().then(1).and_then(|suffix| next(0, suffix))
        } else if suffix.last() == LATIN_LETTERS {
            outer_rank().then(1).and_then(|own| own.then(1)).and_then(|suffix| next(0, suffix))
        } else {
            None
        };
        let mut first = [None; STEPS + Suffix::DEEPEST];
        let outset = [
            next(1, Suffix::default()),
            next(1, Suffix::of(&[1])),
            inner(1),
            inner(2),
            further_out(1),
            further_out(0),
            before(BEFORE),
            before(BEFORE + 1),
            behind,
        ];
        let risen = (1..=suffix.len()).map(|len| next(0, suffix.cut(len).risen(1)));
        for (place, step) in first.iter_mut().zip(outset.into_iter().chain(risen)) {
            *place = step;
        }
        let further = move |by: u32| {
            let mut steps = [None; STEPS + Suffix::DEEPEST];
            steps[0] = next(by, Suffix::default());
            steps[1] = next(0, suffix.risen(by));
            steps
        };
        std::iter::once(first).chain((2..=LONGEST_GAP + 1).map(further))
    }

    /// The nearest label of a series with a last number: where one is aligned as
    /// this label, to the left or to the right, that; else one that is nearly so.
    fn nearest(series: &NearestLabels, last: Last, candidate: &Candidate) -> Option<usize> {
        // Most numbers are nowhere ahead.
        let anywhere = series.anywhere.get(&last).copied()?;
        // A heading is followed by a heading, whatever lists are between.
        let heading = candidate.level.and_then(|level| series.headings.get(&(last, level)));
        if let Some(at) = heading {
            return Some(*at);
        }
        let at = |column: usize| series.by_indent.get(&(last, column)).copied();
        let wider = digits(last.number).saturating_sub(digits(candidate.label.value.last()));
        let right = candidate.indent.checked_sub(wider).and_then(at);
        let aligned = at(candidate.indent).into_iter().chain(right).min();
        let near = aligned.or_else(|| indents(candidate.indent).filter_map(at).min());
        // The first of several follows another label in its line, the others do not.
        let near = near.or_else(|| indents(candidate.margin).filter_map(at).min());
        // The indent of centred labels does not make them a list.
        let named = candidate.label.style.named.is_some();
        near.or_else(|| named.then_some(anywhere))
    }

    fn length(&self, at: usize) -> usize {
        self.lengths.get(&at).copied().unwrap_or_default()
    }

    /// The label that goes on with the smallest step; one with a longer step
    /// where that comes sooner and more follows from it: then the number that is
    /// left out between is in another sequence, further on.
    fn continuation(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        let value = &candidate.label.value;
        let letters = candidate.label.style.counter == Counter::LetterSmall;
        // After letters that are left out, `(i)` is the first numeral of a list inside if `(ii)`
        // follows it and no `(j)`.
        let numeral = |next: Last, at: usize| {
            let far = next.number == LETTER_I && value.last() + 1 < LETTER_I;
            letters && far && self.length(at) < 2 && has_second_numeral(candidates, at)
        };
        let near = |(series, next): (&NearestLabels, Last)| {
            Self::nearest(series, next, candidate).filter(|at| !numeral(next, *at))
        };
        let reached = candidate.label.reached();
        let mut found = self
            .steps(&reached)
            .filter_map(|steps| steps.into_iter().flatten().filter_map(near).min());
        let first = found.next()?;
        let sooner = found.find(|at| *at < first && self.length(*at) > self.length(first));
        Some(sooner.unwrap_or(first))
    }

    /// After a long gap, such as a repealed chapter: the next provision with a word, if others
    /// follow it.
    fn far(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        if !is_shown(candidate) {
            return None;
        }
        let own = candidate.label.reached();
        self.all.iter().rev().take(NEAR).copied().find(|at| {
            let other = &candidates[*at];
            let value = &other.label.value;
            // `16-101` goes on with `16-201`, `373` with `373-2`.
            let later = (value.last(), value.suffix) > (own.last(), own.suffix);
            // The numbers of a code leave room for more: no other need follow.
            // `7-202.1` goes on with `7-205`.
            let parted = (1..=own.suffix.len()).contains(&value.suffix.len());
            let coded = parted || (is_padded(&candidate.label) && value.prefix() == own.prefix());
            let followed = self.length(*at) >= LEAST_OF_PART;
            is_shown(other)
                && value.prefix() == own.prefix()
                && later
                && value.last() - own.last() <= LONGEST_REPEAL
                && (followed || coded || other.alone || other.level.is_some())
        })
    }

    /// The next item of lists whose numbers the format counts, where it says
    /// itself that they go on further up: a list that starts with nine.
    fn counted(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        let at = self.by_indent.get(&candidate.indent).copied()?;
        let (own, other) = (&candidate.label, &candidates[at].label);
        let step = other.value.last().saturating_sub(own.value.last());
        let goes_on = candidate.item
            && candidates[at].item
            && own.style.counter == Counter::Digits
            && other.value.prefix() == own.value.prefix()
            && (1..=LONGEST_REPEAL).contains(&step);
        goes_on.then_some(at)
    }

    /// The label that continues the sequence after this one; `None` after a place where it begins
    /// again, unless that is a list in between.
    fn follower(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        let value = &candidate.label.value;
        let neighbour = self.by_indent.get(&candidate.indent).copied();
        let again = neighbour.filter(|at| candidates[*at].label.value == *value);
        if again.is_some() && !value.is_first() {
            return again;
        }
        // The next number of a code may be further than that of the next chapter.
        let coded = || self.far(candidate, candidates).filter(|_| is_padded(&candidate.label));
        let next = self
            .continuation(candidate, candidates)
            .map(|next| coded().map_or(next, |sooner| next.min(sooner)))
            .or_else(|| self.counted(candidate, candidates))
            .or_else(|| self.far(candidate, candidates))?;
        let new_list = value.prefix().is_empty() && self.restarts(candidate, next).next().is_some();
        if !new_list || candidates[next].label.value.is_first() {
            return Some(next);
        }
        let last = candidate.label.reached().last();
        let adjoining = Last { number: last + 1, suffix: Suffix::default() };
        let series = self.series.get(value.prefix())?;
        let nearest = series.by_indent.get(&(adjoining, candidate.indent)).copied();
        let alike = std::iter::successors(nearest, |at| self.alike.get(at).copied());
        alike.take(MOST_LISTS).find(|next| self.is_behind_lists(candidate, *next, candidates))
    }

    /// Where sequences begin before a label, the nearest first.
    fn restarts(&self, candidate: &Candidate, next: usize) -> impl Iterator<Item = usize> + '_ {
        let firsts = self.firsts.get(&(candidate.indent, candidate.level));
        let near = firsts.into_iter().flatten().rev().copied();
        near.take_while(move |first| *first < next)
    }

    /// Whether all that begins before the next label is lists which a chapeau
    /// leads in to, or headings between paragraphs that are none, and nothing of
    /// them goes on with that label.
    fn is_behind_lists(
        &self,
        candidate: &Candidate,
        next: usize,
        candidates: &[Candidate],
    ) -> bool {
        let mut lists = self.restarts(candidate, next).take(MOST_LISTS + 1);
        let is_list = |first: usize| {
            let last = self.list(first, next).last().unwrap_or(first);
            let (own, after) = (&candidates[last].label.value, &candidates[next].label.value);
            let titles =
                candidates[first].heading && !(candidate.heading && candidates[next].heading);
            (titles || (candidates[first].lead == Lead::Chapeau && last > first))
                && self.followers.get(&last).is_none_or(|after| *after >= next)
                && own.last() + 1 != after.last()
        };
        let count = self.restarts(candidate, next).take(MOST_LISTS + 1).count();
        count <= MOST_LISTS && lists.all(is_list)
    }

    /// The last labels of lists that jump to a label from before it.
    fn lists_before(
        &self,
        candidate: &Candidate,
        next: usize,
        candidates: &[Candidate],
    ) -> Vec<usize> {
        if candidates[next].label.value.is_first() || !candidate.label.value.prefix().is_empty() {
            return Vec::new();
        }
        self.restarts(candidate, next)
            .take(MOST_LISTS)
            .filter_map(|first| self.list(first, next).last())
            .filter(|last| self.followers.get(last) == Some(&next))
            .collect()
    }

    /// The labels of a list before a label.
    fn list(&self, first: usize, next: usize) -> impl Iterator<Item = usize> + '_ {
        follow(&self.followers, first).take_while(move |at| *at < next).take(LONGEST_LIST)
    }
}

/// Whether a label is one of a code that fills its numbers up with noughts: `701.02`.
fn is_padded(label: &Label) -> bool {
    let last = label.ordinals.last();
    matches!(last, Some(Ordinal::Compound(shown)) if shown.starts_with('0'))
}

/// Whether a label with a word is more than a reference: one such as `paragraph` begins many
/// sentences.
pub fn is_shown(candidate: &Candidate) -> bool {
    match candidate.label.style.role() {
        Some(Role::Article) => candidate.onset.is_sure() || candidate.heading,
        Some(Role::Section) => candidate.heading,
        _ => false,
    }
}

/// Whether the numeral two comes soon after the numeral one.
fn has_second_numeral(candidates: &[Candidate], at: usize) -> bool {
    let form = candidates[at].label.style.form;
    let second = |label: &Label| {
        (label.style.counter, label.style.form) == (Counter::RomanSmall, form)
            && label.value.last() == 2
    };
    candidates[at..].iter().take(NEAR * 2).any(|candidate| second(&candidate.label))
}

fn digits(number: u32) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

fn indents(around: usize) -> impl Iterator<Item = usize> {
    around.saturating_sub(SAME_INDENT)..=around + SAME_INDENT
}
