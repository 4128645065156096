//! Strays: labels that take a place which a run leaves open, though they are
//! written with another mark or another word than its own (`1-` before `2.`,
//! `Section 1` before `Sec. 2`), or may be references in a line that was wrapped.

use super::candidate::Candidate;
use super::run::Run;
use super::successors::SAME_INDENT;
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{LabelForm, LabelNumber, Suffix};
use foldhash::{HashMap, HashSet};

/// What labels have in common that may replace one another in a run.
type Kin = (Option<Role>, Counter, LabelNumber);

/// Labels of a range that no run of several has, by what they count.
struct Strays<'a> {
    candidates: &'a [Candidate],
    by_value: HashMap<Kin, Vec<usize>>,
}

/// Strays that are looked at for one place.
const NEAREST: usize = 16;

/// A run that begins with its second label needs this many of its own to show
/// that the first is missing.
const LEAST_HEADLESS: usize = 2;

/// Fills the gaps of runs with labels that are written otherwise or doubtful.
/// Those without a head that begin with their second label become runs where a
/// first is found; gives back the others.
pub fn take_in(
    candidates: &[Candidate],
    places: impl Iterator<Item = usize>,
    runs: &mut Vec<Run>,
    headless: Vec<Run>,
) -> Vec<Run> {
    let taken: HashSet<usize> =
        runs.iter().filter(|run| run.len() > 1).flat_map(|run| run.members.clone()).collect();
    let mut strays = Strays { candidates, by_value: HashMap::default() };
    for at in places.filter(|at| !taken.contains(at)) {
        if let Some(kin) = kin(&candidates[at], 0) {
            strays.by_value.entry(kin).or_default().push(at);
        }
    }
    strays.by_value.values_mut().for_each(|places| places.sort_unstable());
    let mut adopted: HashSet<usize> = HashSet::default();
    let (mut completed, mut rest): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    for run in headless {
        let able = run.len() >= LEAST_HEADLESS && candidates[run.first()].label.value.last() == 2;
        let first = if able { strays.before(run.first()) } else { None };
        match first.filter(|first| adopted.insert(*first)) {
            Some(first) => {
                completed.push(Run { members: std::iter::once(first).chain(run.members).collect() })
            }
            None => rest.push(run),
        }
    }
    runs.retain(|run| run.len() > 1 || !adopted.contains(&run.first()));
    runs.extend(completed);
    for run in runs.iter_mut().chain(&mut rest).filter(|run| run.len() > 1) {
        strays.fill(run);
    }
    rest
}

/// What a label, or one so many steps after it, may be exchanged for; none for
/// one in parentheses or behind a blank alone, which is of a level of its own.
fn kin(candidate: &Candidate, steps: i64) -> Option<Kin> {
    let label = &candidate.label;
    if matches!(
        label.style.form,
        LabelForm::Both
            | LabelForm::Round
            | LabelForm::Space
            | LabelForm::Square
            | LabelForm::Raised
            | LabelForm::Operative
            | LabelForm::Preambular
    ) {
        return None;
    }
    let mut value = LabelNumber { suffix: Suffix::default(), ..label.value.clone() };
    let last = value.components.last_mut()?;
    *last = u32::try_from(i64::from(*last) + steps).ok()?;
    Some((label.style.role(), label.style.counter, value))
}

impl Strays<'_> {
    /// Returns the nearest stray that replaces the label before one.
    fn before(&self, at: usize) -> Option<usize> {
        let places = self.by_value.get(&kin(&self.candidates[at], -1)?)?;
        let near = places[..places.partition_point(|place| *place < at)].iter().rev();
        let able = |stray: &usize| {
            !self.candidates[*stray].onset.is_doubtful() && self.is_aligned(*stray, at)
        };
        near.copied().take(NEAREST).find(able)
    }

    /// Returns the stray that replaces the label after one, before `end`.
    fn after(&self, at: usize, end: usize) -> Option<usize> {
        let places = self.by_value.get(&kin(&self.candidates[at], 1)?)?;
        let far = places[places.partition_point(|place| *place <= at)..].iter().copied();
        far.take_while(|place| *place < end).take(NEAREST).find(|stray| self.is_aligned(*stray, at))
    }

    /// Whether a stray is aligned with the label that it goes with; one in a line
    /// that was wrapped is wherever that happened to break.
    fn is_aligned(&self, stray: usize, at: usize) -> bool {
        let (stray, own) = (&self.candidates[stray], &self.candidates[at]);
        let aligned = stray.indent.abs_diff(own.indent) <= SAME_INDENT
            && (stray.level.is_some() || own.level.is_none());
        stray.place != own.place && (stray.onset.is_doubtful() || aligned)
    }

    /// Puts strays where numbers are left out.
    fn fill(&self, run: &mut Run) {
        let mut filled: Vec<usize> = Vec::with_capacity(run.len());
        for next in run.members.drain(..) {
            while let Some(own) = filled.last().copied()
                && let Some(stray) = self.between(own, next)
            {
                filled.push(stray);
            }
            filled.push(next);
        }
        run.members = filled;
    }

    /// Returns the stray that replaces the label after one, if another number follows.
    fn between(&self, own: usize, next: usize) -> Option<usize> {
        let (value, after) =
            (&self.candidates[own].label.value, &self.candidates[next].label.value);
        let gap = value.prefix() == after.prefix()
            && after.last() > self.candidates[own].label.reached().last() + 1;
        gap.then(|| self.after(own, next)).flatten()
    }
}
