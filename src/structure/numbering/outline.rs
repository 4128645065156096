//! The outline of a manuscript's provisions: which candidates are one, at which
//! level, and under which number.
//!
//! The whole document decides, from the outside in:
//!
//! 1. annexes and appendices part it into regions;
//! 2. in a region the longest run that lies in no gap of another is that of the
//!    provisions;
//! 3. runs through which these are numbered on are divisions (chapters, titles);
//! 4. in each provision the run that begins first is that of its sub-clauses,
//!    and so on inwards. A number such as `2.1` belongs under the `2` alone.

use super::candidate::{Candidate, between};
use super::choice::{drop_weaker_series, provisions, weight};
use super::extent::after;
use super::kind::distinct;
use super::mark::{Heading, Mark, ProvisionUnit};
use super::marker::Marker;
use super::place::ManuscriptPlace;
use super::run::{Run, holds_numbers};
use super::scope::values_of;
use super::sequences::{RunStart, runs};
use super::{annexes, instrument, recitals, verdicts};
use crate::document::{ClauseNumber, Ordinal};
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::{Rank, Role};
use crate::lexicon::label::LabelForm;
use crate::structure::share::Share;
use crate::structure::trace::{Figure, Quantity, Rule, Trace, TraceSubject, Untraced};
use std::collections::HashSet;
use std::ops::Range;

/// Returns the marks of a manuscript with this many elements, in order.
pub fn outline(
    candidates: &[Candidate],
    headings: &[Heading],
    elements: usize,
    trace: &impl Trace,
) -> Vec<Mark> {
    let end = ManuscriptPlace { element: elements, line: 0, column: 0 };
    let mut marker = Marker { candidates, headings, marks: Vec::new(), trace };
    let annexes = annexes::annexes(candidates, trace);
    let (mut from, mut before) = (ManuscriptPlace::default(), None);
    for annex in &annexes {
        marker.part(before, from..candidates[*annex].place);
        marker.annex(*annex);
        before = Some(*annex);
        from = after(candidates[*annex].place);
    }
    marker.part(before, from..end);
    let mut marks = marker.marks;
    marks.sort_by_key(|mark| mark.place);
    marks.dedup_by_key(|mark| mark.place);
    marks.shrink_to_fit();
    marks
}

/// Whether a run is a sequence: it has more than one number, or one that others go on from.
fn is_of_several(candidates: &[Candidate], run: &Run) -> bool {
    let late = !candidates[run.first()].label.value.is_first();
    distinct(candidates, run) > 1 || (late && holds_numbers(candidates, run))
}

impl<T: Trace> Marker<'_, T> {
    /// A region: the body, or an annex, whose provisions may begin with its letter.
    fn part(&mut self, annex: Option<usize>, range: Range<ManuscriptPlace>) {
        let lettered = annex.is_some_and(|annex| {
            let annex = &self.candidates[annex];
            let letter = matches!(annex.label.ordinals.first(), Some(Ordinal::Letters(_)));
            let own = values_of(annex, &[]);
            letter
                && between(self.candidates, range.clone())
                    .any(|at| self.candidates[at].label.value.prefix().starts_with(&own))
        });
        match annex {
            Some(annex) if lettered => {
                self.inside(annex, range.end, None);
            }
            _ => self.region(range),
        }
    }

    fn annex(&mut self, at: usize) {
        let candidate = &self.candidates[at];
        let number = candidate
            .label
            .ordinals
            .first()
            .filter(|ordinal| matches!(ordinal, Ordinal::Letters(_)))
            .and_then(|ordinal| ClauseNumber::from_components(vec![ordinal.clone()]));
        self.push(at, ProvisionUnit::Annex(number));
    }

    fn tell(&self, at: usize, rule: Rule) {
        self.trace.tell(TraceSubject::Reading(at), rule, Vec::new);
    }

    /// The provisions, divisions and lettered appendices of a region.
    fn region(&mut self, range: Range<ManuscriptPlace>) {
        let within = between(self.candidates, range.clone());
        // Where counting begins with `0.0`, `1.0` is one of the numbers.
        let from_nought = self.candidates[within.clone()]
            .iter()
            .any(|c| c.label.value.components.len() > 1 && c.label.value.components[0] == 0);
        let refusal = |c: &Candidate| match c.label.style {
            _ if c.misread.is_some() => c.misread,
            style if weight(c) == 0 && !matches!(style.role(), Some(Role::Division(_))) => {
                Some(Rule::WeakLabel)
            }
            style if from_nought && style.form == LabelForm::Round => Some(Rule::CountsFromNought),
            _ => None,
        };
        self.trace.look_into(|| None);
        verdicts::refused(self.trace, self.candidates, within.clone(), refusal);
        let admit = |c: &Candidate| refusal(c).is_none();
        let mut found =
            runs(self.candidates, within.clone(), RunStart::Anywhere, self.trace, admit);
        drop_weaker_series(self.candidates, &mut found, self.trace);
        let (found, lone): (Vec<Run>, Vec<Run>) =
            found.into_iter().partition(|run| is_of_several(self.candidates, run));
        verdicts::all(self.trace, &lone, Rule::LoneLabel);
        let chosen = provisions(self.candidates, &found, self.trace);
        let instruments = chosen.as_ref().map_or_else(Vec::new, |chosen| {
            instrument::of(self.candidates, chosen, &found, &lone, self.trace)
        });
        for (run, rule) in &instruments {
            if let Some(rule) = rule {
                verdicts::all(self.trace, [run], *rule);
            }
        }
        let instruments: Vec<Run> = instruments.into_iter().map(|(run, _)| run).collect();
        let marked = self.marks.len();
        self.divisions(&within, &found, chosen.as_ref(), &instruments);
        self.recitals(&found, &instruments, marked);
        let appendices =
            instruments.last().map_or_else(Vec::new, |last| self.appendices(last, &within));
        let end = appendices.first().map_or(range.end, |at| self.candidates[*at].place);
        for (i, run) in instruments.iter().enumerate() {
            let next = instruments.get(i + 1).map(|next| self.candidates[next.first()].place);
            self.emit(&run.members, next.unwrap_or(end), None);
        }
        for (i, at) in appendices.iter().enumerate() {
            let end = appendices.get(i + 1).map_or(range.end, |at| self.candidates[*at].place);
            self.annex(*at);
            self.inside(*at, end, None);
        }
    }

    /// Recitals come before everything marked in a region, which are the marks
    /// from `marked` on.
    fn recitals(&mut self, found: &[Run], instruments: &[Run], marked: usize) {
        let Some(first) = instruments.first() else { return };
        let begin = self.candidates[first.first()].place;
        let begin =
            self.marks[marked..].iter().map(|mark| mark.place).fold(begin, ManuscriptPlace::min);
        if let Some(run) = recitals::before(self.candidates, found, first, begin) {
            verdicts::all(self.trace, [run], Rule::Recital);
            for at in &run.members {
                self.push(*at, ProvisionUnit::Recital(self.candidates[*at].label.value.last()));
            }
        }
    }

    /// Chapters and the like: by their words, or since the provisions are
    /// numbered on through them.
    fn divisions(
        &mut self,
        within: &Range<usize>,
        found: &[Run],
        chosen: Option<&Run>,
        instruments: &[Run],
    ) {
        let mut marks: Vec<(usize, Rank)> = Vec::new();
        // A word may name articles in one law and chapters in another.
        let provisions: HashSet<ManuscriptPlace> = instruments
            .iter()
            .flat_map(|run| &run.members)
            .map(|at| self.candidates[*at].place)
            .collect();
        for at in within.clone() {
            let candidate = &self.candidates[at];
            let Some(Role::Division(rank)) = candidate.label.style.role() else { continue };
            if provisions.contains(&candidate.place) {
                self.tell(at, Rule::DivisionWordOfProvisions);
                continue;
            }
            if candidate.heading && (candidate.place.line == 0 || candidate.onset.is_sure()) {
                self.tell(at, Rule::Division);
                marks.push((at, rank));
            } else {
                self.tell(at, Rule::DivisionInText);
            }
        }
        for run in found {
            let Some(chosen) = chosen.filter(|chosen| *chosen != run) else { continue };
            let head = &self.candidates[run.first()].label;
            // Provisions whose numbers begin again, and parts of them, contain no others.
            let alike = head.style == self.candidates[chosen.first()].label.style;
            let stacked = self.candidates[run.first()].place.column > 0;
            if alike || stacked || !head.value.is_first() {
                continue;
            }
            let division = head.style.role();
            // The same lines in another reading.
            let place = |at: &usize| self.candidates[*at].place;
            if chosen.members.binary_search_by_key(&place(&run.first()), place).is_ok() {
                continue;
            }
            let headings = run.members.iter().filter(|at| self.candidates[**at].heading).count();
            let titled = HEADINGS.is_reached(headings, run.len());
            if matches!(division, Some(Role::Division(_))) || !titled {
                continue;
            }
            // In how many of its gaps provisions begin.
            let filled = |i: usize| {
                let end = run.members.get(i + 1).copied().unwrap_or(usize::MAX);
                let next = chosen.members.partition_point(|at| *at < run.members[i]);
                chosen.members.get(next).is_some_and(|at| *at < end)
            };
            let filled = (0..run.len()).filter(|i| filled(*i)).count();
            let divides =
                filled > 1 && FILLED.is_reached(filled, run.len()) && run.len() < chosen.len();
            let rule = if divides { Rule::NumberedThrough } else { Rule::NotNumberedThrough };
            self.trace.tell(TraceSubject::Sequence(&run.members), rule, || {
                vec![
                    Figure::new(Quantity::Headings, headings),
                    Figure::new(Quantity::HeadingsWithProvisions, filled),
                ]
            });
            if divides {
                marks.extend(run.members.iter().map(|at| (*at, Rank::Section)));
            }
        }
        for (at, rank) in marks {
            self.push(at, ProvisionUnit::Division(rank));
        }
    }

    /// Appendices with only a letter: they follow the last provision, aligned with the provisions,
    /// each with a title.
    fn appendices(&self, chosen: &Run, within: &Range<usize>) -> Vec<usize> {
        let last = &self.candidates[chosen.last()];
        if last.label.style.named.is_some() {
            return Vec::new();
        }
        let admit = |c: &Candidate| {
            c.label.style.counter == Counter::LetterCapital
                && c.label.style.form == LabelForm::Point
                && c.label.style.components == 1
                && c.indent.abs_diff(last.indent) <= 1
                && c.place > last.place
                && c.heading
        };
        let found = runs(self.candidates, within.clone(), RunStart::First, &Untraced, admit);
        // Each has something of its own below its title.
        let (mut found, bare): (Vec<Run>, Vec<Run>) = found.into_iter().partition(|run| {
            let apart = |pair: &[usize]| {
                self.candidates[pair[1]].place.element > self.candidates[pair[0]].place.element + 1
            };
            run.members.windows(2).all(apart)
        });
        verdicts::all(self.trace, &bare, Rule::AppendixWithoutText);
        let later = found.split_off(found.len().min(1));
        verdicts::all(self.trace, &later, Rule::LaterAppendices);
        verdicts::all(self.trace, &found, Rule::LetteredAppendix);
        found.pop().map_or_else(Vec::new, |run| run.members)
    }
}

/// Labels through which the provisions are numbered on belong to divisions if this share of them are
/// headings: the items of a list are not.
pub(super) const HEADINGS: Share = Share::new(4, 5);

/// Minimum share of these divisions with provisions of their own; few may have been repealed.
pub(super) const FILLED: Share = Share::new(4, 5);
