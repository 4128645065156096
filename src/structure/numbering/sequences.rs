//! Sequences: the runs of labels of one style that follow one another. A number takes a place
//! only where it continues a sequence; one that is repeated or left out is kept
//! as it is.

use super::candidate::Candidate;
use super::gap_filling;
use super::lead::Lead;
use super::run::{LEAST_OF_PART, Run, follow, holds_numbers};
use super::successors::{Ahead, is_shown};
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{LabelForm, LabelStyle};
use crate::structure::trace::{Rule, Trace, TraceSubject};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;
use std::ops::Range;

/// With which label a run may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunStart {
    /// With the first of its kind; one with a word with any.
    First,
    /// With any, where it has [`LEAST_OF_PART`] labels: an excerpt, or a volume of a work.
    Anywhere,
}

/// All runs among candidates of a range that `admit` lets in, each from a
/// label that a sequence may begin with; in order of their first labels.
pub fn runs(
    candidates: &[Candidate],
    range: Range<usize>,
    start: RunStart,
    trace: &impl Trace,
    admit: impl Fn(&Candidate) -> bool,
) -> Vec<Run> {
    let mut styles: BTreeMap<LabelStyle, Vec<usize>> = BTreeMap::new();
    let mut doubtful: Vec<usize> = Vec::new();
    let admitted = range.filter(|at| admit(&candidates[*at]));
    for at in admitted.clone() {
        if candidates[at].onset.is_doubtful() {
            doubtful.push(at);
        } else {
            styles.entry(candidates[at].label.style).or_default().push(at);
        }
    }
    let (mut out, mut headless) = (Vec::new(), Vec::new());
    for places in styles.values_mut() {
        if let Some(run) = several_series(candidates, places) {
            trace.tell(TraceSubject::Sequence(&run.members), Rule::SeveralSeries, Vec::new);
            let first = candidates[run.first()].label.value.is_first();
            if first { out.push(run) } else { headless.push(run) }
        }
        let (found, rest) = of_one_style(candidates, places);
        out.extend(found);
        headless.extend(rest);
    }
    let places = styles.into_values().flatten().chain(doubtful);
    let rest = gap_filling::take_in(candidates, places, &mut out, headless);
    let (mut parts, mut late) = (Vec::new(), Vec::new());
    for run in rest {
        match late_start(candidates, &run, start) {
            Some(rule) => parts.push((run, rule)),
            None => late.push(run),
        }
    }
    tell(trace, candidates, admitted, &out, &parts, &late);
    join_supplements(candidates, &mut out, trace);
    out.extend(parts.into_iter().map(|(run, _)| run));
    out.sort_by_key(Run::first);
    out
}

/// Returns the articles of several series of one code as one run; they are taken
/// out of their places.
fn several_series(candidates: &[Candidate], places: &mut Vec<usize>) -> Option<Run> {
    let of_series = |at: &usize| {
        let own = &candidates[*at];
        own.label.is_of_series() && (own.onset.is_sure() || own.heading)
    };
    let mut series = places.iter().filter(|at| of_series(at)).map(|at| &candidates[*at].label);
    let first = series.next()?.value.prefix();
    if series.all(|label| label.value.prefix() == first) {
        return None;
    }
    let members = places.extract_if(.., |at| of_series(at)).collect();
    Some(Run { members })
}

/// Puts the articles that have numbers of their own (`GEÇİCİ MADDE 1`) among the others.
fn join_supplements(candidates: &[Candidate], runs: &mut Vec<Run>, trace: &impl Trace) {
    let head = |run: &Run| &candidates[run.first()].label;
    let own: Vec<Run> = runs.extract_if(.., |run| head(run).is_supplementary()).collect();
    for run in own {
        let is_holder = |other: &&mut Run| {
            let label = &candidates[other.first()].label;
            label.style.role() == Some(Role::Article)
                && !label.is_supplementary()
                && other.first() < run.first()
                && other.len() > 1
        };
        match runs.iter_mut().filter(is_holder).max_by_key(|other| other.len()) {
            Some(holder) => {
                let subject = TraceSubject::Sequence(&run.members);
                trace.tell(subject, Rule::SupplementaryArticles, Vec::new);
                holder.members.extend(&run.members);
                holder.members.sort_unstable();
            }
            None => runs.push(run),
        }
    }
}

/// Tells the trace which sequences the `admitted` labels make: those that begin with the first
/// number, those that a rule lets begin later, and those that begin too late.
fn tell<T: Trace>(
    trace: &T,
    candidates: &[Candidate],
    admitted: impl Iterator<Item = usize>,
    whole: &[Run],
    parts: &[(Run, Rule)],
    late: &[Run],
) {
    if !T::ASKED {
        return;
    }
    let several = |run: &&Run| run.len() > 1;
    let tell = |run: &Run, rule| trace.tell(TraceSubject::Sequence(&run.members), rule, Vec::new);
    parts.iter().for_each(|(run, rule)| tell(run, *rule));
    late.iter().filter(several).for_each(|run| tell(run, Rule::BeginsLate));
    let taken = || whole.iter().chain(parts.iter().map(|(run, _)| run));
    for run in taken() {
        let style = candidates[run.first()].label.style;
        let other = |at: &&usize| candidates[**at].label.style != style;
        for at in run.members.iter().filter(other) {
            trace.tell(TraceSubject::Reading(*at), Rule::FillsGap, Vec::new);
        }
    }
    let runs = taken().chain(late.iter().filter(several));
    let members: HashSet<usize> = runs.flat_map(|run| run.members.iter().copied()).collect();
    for at in admitted.filter(|at| !members.contains(at)) {
        trace.tell(TraceSubject::Reading(at), Rule::ContinuesNothing, Vec::new);
    }
}

/// Returns the rule by which a run may begin with another label than the first.
fn late_start(candidates: &[Candidate], run: &Run, start: RunStart) -> Option<Rule> {
    let head = &candidates[run.first()];
    let shown = is_shown(head);
    let titled = head.level.is_some() && run.len() > 1;
    let anywhere = start == RunStart::Anywhere;
    if is_second_of_article(head, start) {
        Some(Rule::FirstUnnumbered)
    } else if shown && (run.len() >= LEAST_OF_PART || titled) {
        Some(Rule::PartOfLaw)
    } else if anywhere && holds_numbers(candidates, run) {
        Some(Rule::HoldsNumbers)
    } else if anywhere && is_series(candidates, run) {
        Some(Rule::SeriesAnywhere)
    } else if anywhere && are_worded_neighbours(candidates, run) {
        Some(Rule::TwoOfLaw)
    } else if !anywhere && goes_on_from_around(head, run) {
        Some(Rule::GoesOnFromAround)
    } else {
        None
    }
}

/// Whether a label is that of the second paragraph of an article whose first has no number: `２`
/// in Japanese, `Stk. 2.` in Danish. One with a word is so only inside a provision.
pub(super) fn is_second_of_article(head: &Candidate, start: RunStart) -> bool {
    let style = head.label.style;
    let worded =
        style.role() == Some(Role::Section) && head.onset.is_sure() && start == RunStart::First;
    (style.form == LabelForm::Space || worded) && head.label.value.last() == 2
}

/// Whether several numbers inside a provision go on from its own, though the first of them is
/// missing: `4.2` and `4.3` in 4. None but such are let in there.
fn goes_on_from_around(head: &Candidate, run: &Run) -> bool {
    let whole = !head.label.value.prefix().is_empty() && head.label.style.named.is_none();
    whole && head.onset.is_sure() && head.place.column == 0 && run.len() > 1
}

/// Whether two provisions with a word are a part of a law: nothing but a heading comes before
/// them, each is shown to begin one, and they follow one another. Those that a letter quotes are
/// behind its words.
fn are_worded_neighbours(candidates: &[Candidate], run: &Run) -> bool {
    let [first, last] = run.members.as_slice() else { return false };
    let (first, last) = (&candidates[*first], &candidates[*last]);
    let shown = |own: &Candidate| is_shown(own) && own.onset.is_sure() && own.place.column == 0;
    shown(first)
        && shown(last)
        && first.lead == Lead::Heading
        && first.label.value.suffix.is_empty()
        && first.label.reached().last() + 1 == last.label.value.last()
}

/// Whether labels without a word that begin above one are a sequence of their own:
/// there are [`LEAST_OF_PART`], each begins a paragraph or the line behind that of the one
/// before it, hardly a number is left out, and they are no years.
fn is_series(candidates: &[Candidate], run: &Run) -> bool {
    let (first, last) = (&candidates[run.first()].label, &candidates[run.last()].label);
    let reached = last.reached();
    let numbers = reached.last().saturating_sub(first.value.last()) as usize + 1;
    // Line after line begins with the next number: no paragraph is wrapped so.
    let next_line = |at: usize| {
        let [before, own] = [run.members[at - 1], run.members[at]].map(|at| candidates[at].place);
        before.element == own.element && before.line + 1 == own.line
    };
    let begun = |at: usize| {
        let own = &candidates[run.members[at]];
        own.place.column == 0 && (own.onset.is_sure() || (at > 0 && next_line(at)))
    };
    first.value.prefix() == reached.prefix()
        && run.len() >= LEAST_OF_PART
        && !YEARS.contains(&first.value.last())
        && numbers <= run.len() * SPARSE
        && (0..run.len()).all(begun)
}

/// Paragraphs that begin with such numbers are entries of a chronicle.
pub(super) const YEARS: Range<u32> = 1000..2200;

/// Numbers that a sequence may pass over for each that it has.
pub(super) const SPARSE: usize = 2;

/// The runs of one style, and those that begin with another label than the first.
///
/// What follows a label does not depend on what comes before it, so the
/// followers are found from the last label to the first.
fn of_one_style(candidates: &[Candidate], places: &[usize]) -> (Vec<Run>, Vec<Run>) {
    let mut ahead = Ahead::default();
    for at in places.iter().rev() {
        ahead.add(*at, candidates);
    }
    let follower = ahead.followers();
    let is_start = |at: &&usize| {
        let value = &candidates[**at].label.value;
        value.is_first() || (value.is_before_first() && leads_to_first(candidates, follower, **at))
    };
    let starts = places.iter().filter(is_start);
    let mut met: HashSet<usize> = HashSet::default();
    let runs: Vec<Run> = starts
        .filter_map(|start| {
            // A run whose first label goes on from an earlier one is a part of that.
            let value = &candidates[*start].label.value;
            if value.last() == 1 && met.contains(start) {
                return None;
            }
            let run = Run { members: follow(follower, *start).collect() };
            met.extend(&run.members);
            Some(run)
        })
        .collect();
    let followed: HashSet<usize> = follower.values().copied().collect();
    let is_head = |at: &&usize| !is_start(at) && !followed.contains(at);
    // What goes on as another run does ends where it meets that.
    let mut own = |start: usize| Run {
        members: follow(follower, start).take_while(|at| met.insert(*at)).collect(),
    };
    let headless = places.iter().filter(is_head).map(|at| own(*at)).collect();
    (runs, headless)
}

/// Whether a label that was put in before the first of its sequence has that behind it.
fn leads_to_first(
    candidates: &[Candidate],
    follower: &HashMap<usize, usize>,
    start: usize,
) -> bool {
    let value = |at: usize| &candidates[at].label.value;
    let next = follow(follower, start).find(|at| !value(*at).is_before_first());
    next.is_some_and(|at| value(at).is_first())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::numbering::candidates::tests::candidates;
    use crate::structure::trace::Untraced;

    /// The lines of each run of the texts, each line an element of its own.
    fn found(lines: &[&str]) -> Vec<Vec<usize>> {
        let candidates = candidates(&lines.join("\n\n"));
        runs(&candidates, 0..candidates.len(), RunStart::First, &Untraced, |_| true)
            .into_iter()
            .map(|run| run.members.iter().map(|at| candidates[*at].place.element).collect())
            .collect()
    }

    #[test]
    fn a_number_out_of_sequence_is_passed_over() {
        assert_eq!(
            found(&["1. One", "60. Days", "2. Two", "1999. A year", "3. Three"]),
            [vec![0, 2, 4]]
        );
    }

    #[test]
    fn a_repeated_and_a_missing_number_are_kept_as_they_are() {
        assert_eq!(found(&["1. One", "2. Two", "2. Two again", "4. Four"]), [vec![0, 1, 2, 3]]);
    }

    #[test]
    fn a_list_that_begins_again_is_another_run() {
        assert_eq!(found(&["1. a", "2. b", "1. c", "2. d", "3. e"]), [vec![0, 1], vec![2, 3, 4]]);
    }

    #[test]
    fn a_list_that_is_led_in_to_lies_between_two_labels() {
        assert_eq!(
            found(&["1. a", "2. b:", "1. c", "2. d", "3. e", "4. f", "3. g", "4. h"]),
            [vec![0, 1, 6, 7], vec![2, 3, 4, 5]]
        );
        assert_eq!(
            found(&["1. a", "2. b", "3. c:", "1. d", "2. e", "4. f", "5. g"]),
            [vec![0, 1, 2, 5, 6], vec![3, 4]]
        );
        // A list after a list is none in it.
        assert_eq!(
            found(&["1. a", "2. b", "So:", "1. c", "2. d", "So:", "1. e", "2. f", "3. g"]),
            [vec![0, 1], vec![3, 4], vec![6, 7, 8]]
        );
    }

    #[test]
    fn an_inner_list_is_told_by_its_indent() {
        let lines = ["1. a", "    1. b", "    2. c", "    3. d", "2. e", " 3. f"];
        assert_eq!(found(&lines), [vec![0, 4, 5], vec![1, 2, 3]]);
    }

    #[test]
    fn right_aligned_numbers_are_one_run() {
        let lines: Vec<String> = (1..=12).map(|n| format!("{n:>4}. lamps")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(found(&lines), [(0..12).collect::<Vec<_>>()]);
    }

    #[test]
    fn letters_and_numerals_go_on_as_what_they_began() {
        let letters = ["(g) a", "(h) b", "(i) c", "(j) d"];
        assert_eq!(found(&letters).iter().filter(|run| run.len() > 1).count(), 0);
        let all: Vec<String> = ('a'..='k').map(|c| format!("({c}) lamps")).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        assert!(found(&all).contains(&(0..11).collect()));
        assert!(
            found(&["(i) a", "(ii) b", "(iii) c", "(iv) d", "(v) e"]).contains(&(0..5).collect())
        );
    }

    #[test]
    fn what_is_put_in_later_keeps_its_place() {
        assert_eq!(
            found(&["Article 1", "Article 2", "Article 2a", "Article 2 bis", "Article 3"]),
            [vec![0, 1, 2, 3, 4]]
        );
    }

    #[test]
    fn long_lists_are_followed_to_their_end() {
        let lines: Vec<String> = (1..=12_000).map(|n| format!("{n}. Lamps")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(found(&lines)[0].len(), 12_000);
    }
}
