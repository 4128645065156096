//! Runs: labels of one style that follow one another. A number takes a place
//! only where it continues a sequence; one that is repeated or left out is kept
//! as it is.

use super::candidate::{Candidate, Lead};
use super::label::{Style, Value};
use super::strays;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// A number that jumps further than this continues no sequence.
const LONGEST_GAP: u32 = 3;

/// Numbers whose indents differ by more columns belong to different lists.
pub(super) const SAME_INDENT: usize = 3;

/// Lists between a label and the next of its sequence, at the most.
const MOST_LISTS: usize = 8;

/// Items of such a list, at the most.
const LONGEST_LIST: usize = 64;

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
    let (mut out, mut headless) = (Vec::new(), Vec::new());
    for places in styles.values() {
        let (found, rest) = of_one_style(candidates, places);
        out.extend(found);
        headless.extend(rest);
    }
    let places = styles.into_values().flatten();
    strays::take_in(candidates, places, &mut out, headless);
    out.sort_by_key(Run::first);
    out
}

/// The runs of one style, and those that begin with their second label.
///
/// What follows a label does not depend on what stands before it, so the
/// followers are found from the last label to the first.
fn of_one_style(candidates: &[Candidate], places: &[usize]) -> (Vec<Run>, Vec<Run>) {
    let mut ahead = Ahead::default();
    let mut follower: HashMap<usize, usize> = HashMap::new();
    for at in places.iter().rev() {
        if let Some(next) = ahead.follower(&candidates[*at], candidates, &follower) {
            // A list on the way that jumped there ends before it.
            for last in ahead.lists_before(&candidates[*at], next, candidates, &follower) {
                follower.remove(&last);
            }
            follower.insert(*at, next);
        }
        ahead.add(&candidates[*at], *at);
    }
    let from = |start: usize| Run {
        members: std::iter::successors(Some(start), |at| follower.get(at).copied()).collect(),
    };
    let starts = places.iter().filter(|at| candidates[**at].label.value.is_first());
    let mut met: HashSet<usize> = HashSet::new();
    let runs = starts
        .filter_map(|start| {
            // A run whose first label goes on from an earlier one is a part of that.
            let value = &candidates[*start].label.value;
            if value.last() == 1 && met.contains(start) {
                return None;
            }
            let run = from(*start);
            met.extend(&run.members);
            Some(run)
        })
        .collect();
    let followed: HashSet<usize> = follower.values().copied().collect();
    let second = |at: &&usize| {
        let value = &candidates[**at].label.value;
        value.last() == 2 && value.suffix == 0 && !followed.contains(at)
    };
    let headless = places.iter().filter(second).map(|at| from(*at)).collect();
    (runs, headless)
}

/// The nearest labels further on.
#[derive(Default)]
struct Ahead {
    /// Labels by what they count and where they stand, the nearest last.
    by_value: HashMap<(Value, usize), Vec<usize>>,
    /// The same among headings of one level.
    headings: HashMap<(Value, u8), usize>,
    by_indent: HashMap<usize, usize>,
    /// Where sequences begin, the nearest last.
    firsts: HashMap<(usize, Option<u8>), Vec<usize>>,
}

impl Ahead {
    fn add(&mut self, candidate: &Candidate, at: usize) {
        let value = &candidate.label.value;
        self.by_value.entry((value.clone(), candidate.indent)).or_default().push(at);
        if let Some(level) = candidate.level {
            self.headings.insert((value.clone(), level), at);
        }
        self.by_indent.insert(candidate.indent, at);
        if value.is_first() {
            self.firsts.entry((candidate.indent, candidate.level)).or_default().push(at);
        }
    }

    /// The nearest label with a value: where one is aligned as this label, to
    /// the left or to the right, that; else one that is nearly so.
    fn nearest(&self, value: &Value, candidate: &Candidate) -> Option<usize> {
        // A heading is followed by a heading, whatever lists stand between.
        let heading = candidate.level.and_then(|level| self.headings.get(&(value.clone(), level)));
        if let Some(at) = heading {
            return Some(*at);
        }
        let at = |column: usize| -> Option<usize> {
            self.by_value.get(&(value.clone(), column))?.last().copied()
        };
        let wider = digits(value.last()).saturating_sub(digits(candidate.label.value.last()));
        let right = candidate.indent.checked_sub(wider).and_then(at);
        let aligned = at(candidate.indent).into_iter().chain(right).min();
        aligned.or_else(|| indents(candidate.indent).filter_map(at).min())
    }

    /// The label that continues the sequence after this one; none behind a
    /// place where it begins again, unless that is a list in between.
    fn follower(
        &self,
        candidate: &Candidate,
        candidates: &[Candidate],
        known: &HashMap<usize, usize>,
    ) -> Option<usize> {
        let value = &candidate.label.value;
        let neighbour = self.by_indent.get(&candidate.indent).copied();
        let again = neighbour.filter(|at| candidates[*at].label.value == *value);
        if again.is_some() && !value.is_first() {
            return again;
        }
        let next = successors(value).find_map(|steps| {
            steps.iter().filter_map(|value| self.nearest(value, candidate)).min()
        })?;
        let new_list = value.prefix().is_empty() && self.restarts(candidate, next).next().is_some();
        if !new_list || candidates[next].label.value.is_first() {
            return Some(next);
        }
        let adjoining = Value { components: vec![value.last() + 1], suffix: 0 };
        let alike = self.by_value.get(&(adjoining, candidate.indent))?;
        let mut alike = alike.iter().rev().take(MOST_LISTS).copied();
        alike.find(|next| self.is_behind_lists(candidate, *next, candidates, known))
    }

    /// Where sequences begin before a label, the nearest first.
    fn restarts(&self, candidate: &Candidate, next: usize) -> impl Iterator<Item = usize> + '_ {
        let firsts = self.firsts.get(&(candidate.indent, candidate.level));
        let near = firsts.into_iter().flatten().rev().copied();
        near.take_while(move |first| *first < next)
    }

    /// Whether all that begins before the next label is lists which a chapeau
    /// leads in to, and none of them goes on with that label.
    fn is_behind_lists(
        &self,
        candidate: &Candidate,
        next: usize,
        candidates: &[Candidate],
        known: &HashMap<usize, usize>,
    ) -> bool {
        let mut lists = self.restarts(candidate, next).take(MOST_LISTS + 1);
        let is_list = |first: usize| {
            let last = list(first, next, known).last().unwrap_or(first);
            let (own, after) = (&candidates[last].label.value, &candidates[next].label.value);
            candidates[first].lead == Lead::Chapeau
                && last > first
                && known.get(&last).is_none_or(|after| *after >= next)
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
        known: &HashMap<usize, usize>,
    ) -> Vec<usize> {
        if candidates[next].label.value.is_first() || !candidate.label.value.prefix().is_empty() {
            return Vec::new();
        }
        self.restarts(candidate, next)
            .take(MOST_LISTS)
            .filter_map(|first| list(first, next, known).last())
            .filter(|last| known.get(last) == Some(&next))
            .collect()
    }
}

/// The labels of a list before a label.
fn list(
    first: usize,
    next: usize,
    known: &HashMap<usize, usize>,
) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(first), |at| known.get(at).copied())
        .take_while(move |at| *at < next)
        .take(LONGEST_LIST)
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
    let mut next = vec![step(1, 0), step(0, value.suffix + 1)];
    if value.suffix == 0 {
        next.push(step(0, 2));
        next.push(step(1, 1));
    }
    // `2.1` follows the last of `1.`, whichever that is.
    if let Some((outer, prefix)) = value.prefix().split_last() {
        for first in [1, 0] {
            let mut components = prefix.to_vec();
            components.extend([outer + 1, first]);
            next.push(Value { components, suffix: 0 });
        }
    }
    std::iter::once(next).chain((2..=LONGEST_GAP + 1).map(move |by| vec![step(by, 0)]))
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
