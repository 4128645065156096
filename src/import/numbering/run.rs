//! Runs: labels of one style that follow one another. A number takes a place
//! only where it continues a sequence; one that is repeated or left out is kept
//! as it is.

use super::candidate::Candidate;
use super::label::{Form, Style, Value};
use super::words::Role;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// A number that jumps further than this continues no sequence.
const LONGEST_GAP: u32 = 3;

/// So many provisions may have been repealed in one place.
const LONGEST_REPEAL: u32 = 200;

/// How many provisions must follow such a place.
const LEAST_AFTER_GAP: usize = 3;

/// How many labels are looked at for what follows it.
const NEAR: usize = 8;

/// Numbers whose indents differ by more columns belong to different lists.
const SAME_INDENT: usize = 3;

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

/// All runs among candidates of a range that `admit` lets in, each from a
/// label that a sequence may begin with; in order of their first labels.
pub fn runs(
    candidates: &[Candidate],
    range: Range<usize>,
    admit: impl Fn(&Candidate) -> bool,
) -> Vec<Run> {
    let mut styles: BTreeMap<Style, Vec<usize>> = BTreeMap::new();
    for at in range {
        if admit(&candidates[at]) {
            styles.entry(candidates[at].label.style).or_default().push(at);
        }
    }
    let mut out: Vec<Run> = Vec::new();
    for places in styles.values() {
        let (doubtful, sure): (Vec<usize>, Vec<usize>) =
            places.iter().partition(|at| candidates[**at].doubtful);
        let runs = of_one_style(candidates, &sure);
        out.extend(runs.into_iter().map(|run| filled(candidates, run, &doubtful)));
    }
    out.sort_by_key(Run::first);
    out
}

/// The same run, with doubtful labels where exactly their number is left out.
fn filled(candidates: &[Candidate], run: Run, doubtful: &[usize]) -> Run {
    if doubtful.is_empty() {
        return run;
    }
    let number = |at: usize| &candidates[at].label.value;
    let mut members = Vec::with_capacity(run.len());
    for (i, at) in run.members.iter().enumerate() {
        members.push(*at);
        let Some(next) = run.members.get(i + 1) else { break };
        let mut expected = number(*at).last() + 1;
        let from = doubtful.partition_point(|other| other < at);
        for other in doubtful[from..].iter().take_while(|other| *other < next) {
            let own = number(*other);
            if expected < number(*next).last() && own.last() == expected && own.suffix == 0 {
                members.push(*other);
                expected += 1;
            }
        }
    }
    Run { members }
}

/// What follows a label does not depend on what stands before it, so the
/// followers are found from the last label to the first.
fn of_one_style(candidates: &[Candidate], places: &[usize]) -> Vec<Run> {
    let mut ahead = Ahead::default();
    let mut follower: HashMap<usize, usize> = HashMap::new();
    for at in places.iter().rev() {
        let next = ahead.follower(&candidates[*at], candidates);
        follower.extend(next.map(|next| (*at, next)));
        ahead.add(&candidates[*at], *at, next);
    }
    let mut begun: HashMap<usize, ()> = HashMap::new();
    let followers: HashSet<usize> = follower.values().copied().collect();
    // A part of a law begins with whatever number its first provision has.
    let part = |at: &usize| {
        let label = &candidates[*at].label;
        let long = is_shown(&candidates[*at]) && ahead.length(*at) >= LEAST_AFTER_GAP;
        // The first paragraph of an article in Japanese has no number.
        let second = label.style.form == Form::Space && label.value.last() == 2;
        (long || second) && label.value.suffix == 0 && !followers.contains(at)
    };
    let starts = places.iter().filter(|at| candidates[**at].label.value.is_first() || part(at));
    starts
        .filter_map(|start| {
            // A run whose first label goes on from an earlier one is a part of that.
            let value = &candidates[*start].label.value;
            if value.last() == 1 && begun.contains_key(start) {
                return None;
            }
            let members: Vec<usize> =
                std::iter::successors(Some(*start), |at| follower.get(at).copied()).collect();
            begun.extend(members.iter().map(|at| (*at, ())));
            Some(Run { members })
        })
        .collect()
}

/// The nearest labels further on.
#[derive(Default)]
struct Ahead {
    by_value: HashMap<(Value, usize), usize>,
    anywhere: HashMap<Value, usize>,
    /// The same among headings of one level.
    headings: HashMap<(Value, u8), usize>,
    by_indent: HashMap<usize, usize>,
    firsts: HashMap<(usize, Option<u8>), usize>,
    /// How many labels follow one another from each on.
    lengths: HashMap<usize, usize>,
    /// All of them, the last first.
    all: Vec<usize>,
}

impl Ahead {
    fn add(&mut self, candidate: &Candidate, at: usize, next: Option<usize>) {
        let length = 1 + next.map_or(0, |next| self.length(next));
        self.lengths.insert(at, length);
        self.all.push(at);
        let value = &candidate.label.value;
        self.by_value.insert((value.clone(), candidate.indent), at);
        self.anywhere.insert(value.clone(), at);
        if let Some(level) = candidate.level {
            self.headings.insert((value.clone(), level), at);
        }
        self.by_indent.insert(candidate.indent, at);
        if value.is_first() {
            self.firsts.insert((candidate.indent, candidate.level), at);
        }
    }

    /// The nearest label with a value: where one is aligned as this label, to
    /// the left or to the right, that; else one that is nearly so.
    fn nearest(&self, value: &Value, candidate: &Candidate) -> Option<usize> {
        // Most numbers are nowhere ahead.
        let anywhere = self.anywhere.get(value).copied()?;
        // A heading is followed by a heading, whatever lists stand between.
        let heading = candidate.level.and_then(|level| self.headings.get(&(value.clone(), level)));
        if let Some(at) = heading {
            return Some(*at);
        }
        let at = |column: usize| self.by_value.get(&(value.clone(), column)).copied();
        let wider = digits(value.last()).saturating_sub(digits(candidate.label.value.last()));
        let right = candidate.indent.checked_sub(wider).and_then(at);
        let aligned = at(candidate.indent).into_iter().chain(right).min();
        let near = aligned.or_else(|| indents(candidate.indent).filter_map(at).min());
        // The first of several stands behind another label, the others do not.
        let near = near.or_else(|| indents(candidate.margin).filter_map(at).min());
        // Centred labels are no list by their indent.
        let named = candidate.label.style.named.is_some();
        near.or_else(|| named.then_some(anywhere))
    }

    fn length(&self, at: usize) -> usize {
        self.lengths.get(&at).copied().unwrap_or_default()
    }

    /// The label that goes on with the smallest step; one with a longer step
    /// where that comes sooner and more follows from it: then the number that is
    /// left out between stands in another sequence, further on.
    fn continuation(&self, candidate: &Candidate) -> Option<usize> {
        let value = &candidate.label.value;
        let mut found = successors(value).filter_map(|steps| {
            steps.iter().filter_map(|value| self.nearest(value, candidate)).min()
        });
        let first = found.next()?;
        let sooner = found.find(|at| *at < first && self.length(*at) > self.length(first));
        Some(sooner.unwrap_or(first))
    }

    /// Behind a long gap, as where a chapter was repealed: the next provision
    /// with a word, where others follow it.
    fn far(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        let label = &candidate.label;
        if !is_shown(candidate) {
            return None;
        }
        self.all.iter().rev().take(NEAR).copied().find(|at| {
            let other = &candidates[*at];
            let step = other.label.value.last().saturating_sub(label.value.last());
            is_shown(other)
                && other.label.value.prefix() == label.value.prefix()
                && (1..=LONGEST_REPEAL).contains(&step)
                && self.length(*at) >= LEAST_AFTER_GAP
        })
    }

    /// The label that continues the sequence after this one; none behind a
    /// place where it begins again.
    fn follower(&self, candidate: &Candidate, candidates: &[Candidate]) -> Option<usize> {
        let value = &candidate.label.value;
        let neighbour = self.by_indent.get(&candidate.indent).copied();
        let again = neighbour.filter(|at| candidates[*at].label.value == *value);
        if again.is_some() && !value.is_first() {
            return again;
        }
        let restart =
            self.firsts.get(&(candidate.indent, candidate.level)).copied().unwrap_or(usize::MAX);
        let next = self.continuation(candidate).or_else(|| self.far(candidate, candidates))?;
        let new_list = value.prefix().is_empty() && restart < next;
        (!new_list || candidates[next].label.value.is_first()).then_some(next)
    }
}

/// What may come after a value, the nearest first.
fn successors(value: &Value) -> impl Iterator<Item = Vec<Value>> + '_ {
    let step = |by: u32, suffix: u32| {
        let mut components = value.components.clone();
        if let Some(last) = components.last_mut() {
            *last += by;
        }
        Value { components, suffix }
    };
    let mut next = vec![step(1, 0), step(1, 1), step(0, value.suffix + 1)];
    if value.suffix == 0 {
        next.push(step(0, 2));
    }
    // `2.1` follows the last of `1.`, whichever that is.
    if let Some((outer, prefix)) = value.prefix().split_last() {
        for first in [1, 0] {
            let mut components = prefix.to_vec();
            components.extend([outer + 1, first]);
            next.push(Value { components, suffix: 0 });
        }
    }
    std::iter::once(next)
        .chain((2..=LONGEST_GAP + 1).map(move |by| vec![step(by, 0), step(0, value.suffix + by)]))
}

/// Whether a label with a word is no mere reference: one such as `paragraph`
/// begins many a sentence.
fn is_shown(candidate: &Candidate) -> bool {
    match candidate.label.style.role() {
        Some(Role::Article) => candidate.strong || candidate.heading,
        Some(Role::Section) => candidate.heading,
        _ => false,
    }
}

fn digits(number: u32) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}

fn indents(around: usize) -> impl Iterator<Item = usize> {
    around.saturating_sub(SAME_INDENT)..=around + SAME_INDENT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::numbering::candidate::tests::candidates;

    /// The lines of each run of the texts, each line an element of its own.
    fn found(lines: &[&str]) -> Vec<Vec<usize>> {
        let candidates = candidates(&lines.join("\n\n"));
        runs(&candidates, 0..candidates.len(), |_| true)
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
