//! The choice of the run that is a region's provisions.

use super::candidate::Candidate;
use super::kind::{Kind, LEAST, distinct, form, span};
use super::run::{Run, holds_numbers};
use crate::lexicon::counter::Counter;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::{LabelForm, LabelStyle};
use crate::structure::share::Share;
use crate::structure::trace::{Figure, Quantity, Rule, RuleEffect, Trace, TraceSubject};
use std::collections::HashMap;

/// How much a label of a style says that it is a provision's.
pub fn weight(candidate: &Candidate) -> usize {
    let style = candidate.label.style;
    let numeral = matches!(style.counter, Counter::Digits | Counter::RomanCapital | Counter::Han);
    match (style.role(), style.form) {
        (Some(Role::Article | Role::Section), _) => 6,
        (Some(_), _) => 0,
        (None, LabelForm::Point | LabelForm::Comma) if numeral => 3,
        (None, LabelForm::Round | LabelForm::Square | LabelForm::Operative) => 3,
        (None, LabelForm::Degree) if numeral => 3,
        (None, LabelForm::Point) if style.counter == Counter::Hebrew => 3,
        // Ordinals alone number the final provisions of laws, too.
        (None, LabelForm::Point) if style.counter == Counter::Word => 2,
        (None, LabelForm::Close | LabelForm::Bare | LabelForm::Dash) if numeral => 2,
        (None, LabelForm::Point) if style.counter == Counter::LetterCapital => 2,
        (None, LabelForm::Space) if numeral && candidate.heading => 2,
        (None, LabelForm::Both) if numeral => 1,
        _ => 0,
    }
}

/// Runs that are compared with one another to find that of the provisions.
pub(super) const MOST_RUNS: usize = 32;

/// Drops what begins above one without a word, where another run of a region that begins
/// at the beginning says as much and lies in no gap of it: then it is a part of something
/// else, as notes are whose first was lost.
pub fn drop_weaker_series<T: Trace>(candidates: &[Candidate], found: &mut Vec<Run>, trace: &T) {
    let is_series = |run: &Run| {
        let head = &candidates[run.first()].label;
        head.style.named.is_none() && !head.value.is_first()
    };
    let whole: Vec<Run> = found
        .iter()
        .filter(|run| !is_series(run) && distinct(candidates, run) > 1)
        .cloned()
        .collect();
    found.retain(|run| {
        let stronger = |other: &&Run| {
            weight(&candidates[other.first()]) >= weight(&candidates[run.first()])
                && !nests(candidates, run, other)
                && !(holds_numbers(candidates, run)
                    && (is_prefix(candidates, run, other) || begins_in(candidates, run, other)))
        };
        let weaker = is_series(run) && whole.iter().any(|other| stronger(&other));
        if weaker {
            trace.tell(TraceSubject::Sequence(&run.members), Rule::WeakerSeries, Vec::new);
        }
        !weaker
    });
}

/// The run of the provisions: the one with the highest score that is in no gap of another.
pub fn provisions<T: Trace>(candidates: &[Candidate], found: &[Run], trace: &T) -> Option<Run> {
    let mut alike: HashMap<(LabelStyle, usize), Vec<&Run>> = HashMap::new();
    for run in found {
        alike.entry(form(candidates, run)).or_default().push(run);
    }
    let like = |run: &Run| alike.get(&form(candidates, run)).map_or(&[][..], Vec::as_slice);
    let kinds: HashMap<(LabelStyle, usize), Kind> =
        alike.iter().map(|(form, runs)| (*form, Kind::of(candidates, runs))).collect();
    let kind = |run: &Run| kinds.get(&form(candidates, run));
    let again = |run: &Run| kind(run).and_then(|kind| kind.again(candidates, run));
    let as_list = |run: &Run| kind(run).and_then(|kind| kind.as_list(candidates, run));
    // Paragraphs whose numbers begin again in each article are not a text of their own.
    let articles = found.iter().any(|run| {
        is_article_heading(&candidates[run.first()]) && distinct(candidates, run) >= LEAST
    });
    let score = |run: &Run| {
        let head = &candidates[run.first()];
        let labels = match kind(run) {
            Some(kind) if !articles || is_article_heading(head) => {
                kind.speaking_for(candidates, run)
            }
            _ => distinct(candidates, run),
        };
        weight(head) * labels
    };
    let tell = |run: &Run, rule| trace.tell(TraceSubject::Sequence(&run.members), rule, Vec::new);
    let refusal = |run: &Run| {
        if score(run) == 0 {
            return Some(Rule::NoWeight);
        }
        match again(run) {
            Some(rule) if rule.effect() == RuleEffect::Against => return Some(rule),
            Some(rule) => tell(run, rule),
            None => {}
        }
        as_list(run)
    };
    let mut able: Vec<&Run> =
        found.iter().filter(|run| refusal(run).map(|rule| tell(run, rule)).is_none()).collect();
    able.sort_by_cached_key(|run| std::cmp::Reverse((score(run), run.last() - run.first())));
    able.drain(MOST_RUNS.min(able.len())..).for_each(|run| tell(run, Rule::TooMany));
    let holds = |outer: &Run, inner: &Run| {
        !std::ptr::eq(outer, inner)
            && (distinct(candidates, outer) > 1 || holds_numbers(candidates, outer))
            && (nests(candidates, outer, inner)
                || follows_inside(candidates, outer, inner, like(inner))
                || is_prefix(candidates, outer, inner))
    };
    // Runs that hold the numbers of another (`1`, `1.1`) are the outline of a text.
    let holds_numbers = |run: &&&Run| {
        let numbers =
            |inner: &&Run| inner.len() >= LEAST_TITLED && is_prefix(candidates, run, inner);
        run.len() >= LEAST_TITLED && able.iter().any(numbers)
    };
    let outlines: Vec<&&Run> = able.iter().filter(holds_numbers).collect();
    // A few chapters may contain many numbers, most of them after the last of these.
    let is_part = |run: &Run| {
        let longer = |outline: &Run| span(candidates, run) * OUTLINED < span(candidates, outline);
        outlines.iter().any(|outline| longer(outline) && !is_prefix(candidates, run, outline))
    };
    let refusal = |run: &Run| match run {
        run if is_part(run) => Some(Rule::PartOfOutline),
        run if able.iter().any(|outer| holds(outer, run)) => Some(Rule::InsideAnother),
        _ => None,
    };
    let chosen = able.iter().position(|run| refusal(run).is_none());
    if T::ASKED {
        for (at, run) in able.iter().enumerate() {
            let kept_out = |outer: &&Run| {
                lies_in_gap(candidates, outer, run) && is_headed(candidates, outer, run)
            };
            if able.iter().any(kept_out) {
                tell(run, Rule::HeadedInGap);
            }
            let rule = if Some(at) == chosen { Rule::Outermost } else { Rule::Outweighed };
            let rule = refusal(run).unwrap_or(rule);
            trace.tell(TraceSubject::Sequence(&run.members), rule, || {
                let (labels, score) = (distinct(candidates, run), score(run));
                vec![
                    Figure::new(Quantity::DifferentLabels, labels),
                    Figure::new(Quantity::Score, score),
                ]
            });
        }
    }
    chosen.map(|at| able[at].clone())
}

/// An outline that takes more than this many times the text of a run outweighs it.
pub(super) const OUTLINED: usize = 2;

/// Minimum number of headings that hold a longer list of their own.
const LEAST_TITLED: usize = 3;

/// Whether a run is in one gap between two labels of another; articles below headings are in no
/// list.
fn nests(candidates: &[Candidate], outer: &Run, inner: &Run) -> bool {
    lies_in_gap(candidates, outer, inner) && !is_headed(candidates, outer, inner)
}

/// Whether a run is of articles that are headings by the format, unlike the labels of another.
fn is_headed(candidates: &[Candidate], outer: &Run, inner: &Run) -> bool {
    is_article_heading(&candidates[inner.first()]) && candidates[outer.first()].level.is_none()
}

/// Whether a run lies in one gap between two labels of another, and is not much stronger.
fn lies_in_gap(candidates: &[Candidate], outer: &Run, inner: &Run) -> bool {
    let gap = outer.members.partition_point(|at| *at < inner.first());
    let fits = outer.members.get(gap).is_some_and(|next| inner.last() < *next);
    let (head, begun) = (&candidates[outer.first()], &candidates[inner.first()]);
    // What is a heading by its format holds what is none.
    let titled = outer.len() >= LEAST_TITLED
        && head.level.is_some()
        && begun.level.is_none_or(|own| head.level < Some(own));
    let weak = !titled && weight(head) < weight(begun);
    gap > 0 && fits && !(weak && outer.len() < inner.len())
}

/// Whether a label is that of an article, in a heading by the format.
fn is_article_heading(candidate: &Candidate) -> bool {
    candidate.label.style.role() == Some(Role::Article) && candidate.level.is_some()
}

/// Whether a run is after the last label of another, in whose gaps similar runs are.
fn follows_inside(candidates: &[Candidate], outer: &Run, inner: &Run, like: &[&Run]) -> bool {
    inner.first() > outer.last() && like.iter().any(|run| nests(candidates, outer, run))
}

/// Whether the first label of a run begins with a number of another, however many levels deeper it
/// is: `4.2.1` in 4.
fn begins_in(candidates: &[Candidate], outer: &Run, inner: &Run) -> bool {
    let Some(first) = candidates[inner.first()].label.value.prefix().first() else { return false };
    outer.members.iter().any(|at| candidates[*at].label.value.last() == *first)
}

/// Whether the labels of a run (`1.`, `2.`) are the beginnings of another's (`1.1`).
fn is_prefix(candidates: &[Candidate], outer: &Run, inner: &Run) -> bool {
    let mut last: Option<&[u32]> = None;
    let (mut changes, mut met) = (0, 0);
    for at in &inner.members {
        let prefix = candidates[*at].label.value.prefix();
        if prefix.is_empty() {
            return false;
        }
        if last != Some(prefix) {
            changes += 1;
            let before = outer.members.partition_point(|outer| outer < at).checked_sub(1);
            let holder = before.map(|i| &candidates[outer.members[i]].label.value.components);
            met += usize::from(holder.is_some_and(|holder| prefix.ends_with(holder)));
            last = Some(prefix);
        }
    }
    HELD.is_reached(met, changes)
}

/// Minimum share of numbers that begin as the label that holds them: a few may be misprinted.
pub(super) const HELD: Share = Share::new(4, 5);
