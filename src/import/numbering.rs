//! Numbers in front of paragraphs, and which of them make a sequence: a number
//! is a clause's only where it continues one.

use regex::Regex;
use std::collections::HashMap;
use std::sync::LazyLock;

/// How a document writes the numbers of its provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `11.`
    Point,
    /// `11)`
    Parenthesis,
    /// `Article 11`
    Article,
    /// `Section 11`, `§ 11`, `Rule 11`
    Section,
}

/// A number in front of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The number.
    pub number: u32,
    /// How it is written.
    pub style: Style,
    /// Bytes of the line that it takes.
    pub len: usize,
    /// Columns of white space before it.
    pub indent: usize,
}

const STYLES: [Style; 4] = [Style::Point, Style::Parenthesis, Style::Article, Style::Section];

/// A number that jumps further than this continues no sequence.
const LONGEST_GAP: u32 = 3;

/// Numbers whose indents differ by more columns belong to different lists.
const SAME_INDENT: usize = 2;

static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?P<point>\d{1,6})\.|(?P<par>\(?\d{1,6}\))|(?i:article|art\.)\s+(?P<art>\d{1,6}|[IVXL]{1,7})[.:]?(?:\s+[–—-])?|(?:(?i:section|sec\.|clause|rule)\s+|§\s*)(?P<sec>\d{1,6}|[IVXL]{1,7})[.:]?(?:\s+[–—-])?)(?:\s|$)",
    )
    .ok()
});

/// The number that a line begins with.
pub fn label(line: &str) -> Option<Label> {
    let found = LABEL.as_ref()?.captures(line)?;
    let len = found.get(0)?.as_str().trim_end().len();
    let (name, style) = [
        ("point", Style::Point),
        ("par", Style::Parenthesis),
        ("art", Style::Article),
        ("sec", Style::Section),
    ]
    .into_iter()
    .find(|(name, _)| found.name(name).is_some())?;
    let digits = found.name(name)?.as_str().trim_matches(['(', ')']);
    let number = digits.parse().ok().or_else(|| roman(digits))?;
    Some(Label { number, style, len, indent: 0 })
}

fn roman(letters: &str) -> Option<u32> {
    let value = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let values: Vec<u32> = letters.chars().map(value).collect::<Option<_>>()?;
    let (mut added, mut taken) = (0, 0);
    for (i, v) in values.iter().enumerate() {
        let smaller = values.get(i + 1).is_some_and(|next| v < next);
        *(if smaller { &mut taken } else { &mut added }) += v;
    }
    u32::checked_sub(added, taken)
}

/// The places of the labels that make the document's longest sequence, which
/// begins at 0 or 1. A repeated number is kept, and so is one after a gap that
/// no later label fills. Fewer than two numbers make none, and neither do
/// lists that begin again and again.
pub fn sequence(labels: &[Option<Label>]) -> Vec<usize> {
    let mut best = Run::default();
    for style in STYLES {
        let places: Vec<(usize, Label)> = labels
            .iter()
            .enumerate()
            .filter_map(|(i, l)| l.filter(|l| l.style == style).map(|l| (i, l)))
            .collect();
        let run = longest(&places);
        if run.len > best.len {
            best = run;
        }
    }
    best.places
}

#[derive(Default)]
struct Run {
    len: usize,
    places: Vec<usize>,
}

/// A run, by its first label.
struct Candidate {
    start: usize,
    last: usize,
    len: usize,
    /// Labels between its first and its last that are not its own.
    passed: usize,
}

/// The best run among labels of one style. What follows a label does not
/// depend on what stands before it, so the runs are measured from the last
/// label to the first.
fn longest(places: &[(usize, Label)]) -> Run {
    let mut ahead = Ahead::default();
    let mut follower: Vec<Option<usize>> = vec![None; places.len()];
    // Of the run from each label: how many it has, and the last of them.
    let mut reach: Vec<(usize, usize)> = (0..places.len()).map(|i| (1, i)).collect();
    for (i, (_, label)) in places.iter().enumerate().rev() {
        if let Some(next) = ahead.follower(*label, places) {
            follower[i] = Some(next);
            reach[i] = (reach[next].0 + 1, reach[next].1);
        }
        ahead.add(*label, i);
    }
    let census = Census::of(places);
    let label = |i: usize| places[i].1;
    let best = (0..places.len())
        .filter(|i| label(*i).number <= 1)
        .map(|start| {
            let (len, last) = reach[start];
            Candidate { start, last, len, passed: last + 1 - start - len }
        })
        .filter(|run| label(run.start).number != label(run.last).number)
        .filter(|run| !census.begins_again(label(run.start), run.len))
        .reduce(|best, run| if better(&run, &best, places) { run } else { best });
    let Some(best) = best else { return Run::default() };
    let run = std::iter::successors(Some(best.start), |i| follower[*i]);
    Run { len: best.len, places: run.map(|i| places[i].0).collect() }
}

/// Of two runs, the outer where one is indented under the other; else the
/// longer; else the one that passes over fewer labels.
fn better(run: &Candidate, best: &Candidate, places: &[(usize, Label)]) -> bool {
    let outer = |a: &Candidate, b: &Candidate| {
        places[a.start].1.indent < places[b.start].1.indent && a.len >= 3 && a.len * 4 >= b.len
    };
    if outer(run, best) || outer(best, run) {
        return outer(run, best);
    }
    run.len > best.len || (run.len == best.len && run.passed < best.passed)
}

/// How many labels stand at each indent, and how many of them begin a list.
#[derive(Default)]
struct Census {
    labels: HashMap<usize, (usize, usize)>,
}

impl Census {
    fn of(places: &[(usize, Label)]) -> Self {
        let mut census = Self::default();
        for (_, label) in places {
            let (all, first) = census.labels.entry(label.indent).or_default();
            *all += 1;
            *first += usize::from(label.number <= 1);
        }
        census
    }

    /// Whether a run is but one of many short lists.
    fn begins_again(&self, first: Label, len: usize) -> bool {
        let (all, starts) = self.labels.get(&first.indent).copied().unwrap_or_default();
        starts > 2 && all > 2 * len
    }
}

/// The nearest labels further on.
#[derive(Default)]
struct Ahead {
    by_number: HashMap<(u32, usize), usize>,
    by_indent: HashMap<usize, usize>,
}

impl Ahead {
    fn add(&mut self, label: Label, at: usize) {
        self.by_number.insert((label.number, label.indent), at);
        self.by_indent.insert(label.indent, at);
    }

    /// The nearest label with a number: where one is aligned as this label,
    /// to the left or to the right, that; else one that is nearly so.
    fn nearest(&self, number: u32, label: Label) -> Option<usize> {
        let at = |column: usize| self.by_number.get(&(number, column)).copied();
        let wider = digits(number).saturating_sub(digits(label.number));
        let right = label.indent.checked_sub(wider).and_then(at);
        let aligned = at(label.indent).into_iter().chain(right).min();
        aligned.or_else(|| indents(label.indent).filter_map(at).min())
    }

    /// The label that continues the sequence after this one.
    fn follower(&self, label: Label, places: &[(usize, Label)]) -> Option<usize> {
        let neighbour =
            indents(label.indent).filter_map(|column| self.by_indent.get(&column)).min().copied();
        if let Some(at) = neighbour.filter(|at| places[*at].1.number == label.number) {
            return Some(at);
        }
        let next = label.number + 1;
        self.nearest(next, label).or_else(|| {
            (next + 1..=next + LONGEST_GAP).filter_map(|n| self.nearest(n, label)).min()
        })
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

    fn kept(lines: &[&str]) -> Vec<usize> {
        sequence(&lines.iter().map(|line| label(line)).collect::<Vec<_>>())
    }

    #[test]
    fn a_sequence_is_followed() {
        assert_eq!(kept(&["Title", "1. One", "more", "2. Two", "3. Three"]), [1, 3, 4]);
        assert_eq!(kept(&["0. Zero", "1. One"]), [0, 1]);
        assert_eq!(kept(&["Article 1", "text", "Article 2: Lamps"]), [0, 2]);
    }

    #[test]
    fn a_number_out_of_sequence_is_no_clause() {
        assert_eq!(
            kept(&["1. One", "60. Days after", "2. Two", "1999. A year", "3. Three"]),
            [0, 2, 4]
        );
        assert_eq!(kept(&["2.1 of this text", "11 of the sea"]), [0; 0]);
        assert_eq!(kept(&["1. A lone number", "prose"]), [0; 0]);
    }

    #[test]
    fn lists_that_begin_again_are_no_sequence() {
        assert_eq!(kept(&["1. a", "2. b", "1. c", "2. d", "1. e", "2. f", "3. g"]), [0; 0]);
        assert_eq!(kept(&["1. a", "1. b", "1. c"]), [0; 0]);
    }

    #[test]
    fn an_inner_list_is_told_by_its_indent() {
        let labels: Vec<_> = [(1, 0), (1, 4), (2, 4), (3, 4), (4, 4), (2, 0), (3, 1)]
            .iter()
            .map(|(number, indent)| {
                Some(Label { number: *number, style: Style::Point, len: 2, indent: *indent })
            })
            .collect();
        assert_eq!(sequence(&labels), [0, 5, 6]);
    }

    #[test]
    fn of_two_lists_the_longer_is_kept_whole() {
        assert_eq!(kept(&["1. a", "2. b", "3. c", "1. A", "2. B", "3. C", "4. D"]), [3, 4, 5, 6]);
    }

    #[test]
    fn numbers_of_five_digits_go_on() {
        let labels: Vec<_> = (1..=12_000).map(|n| label(&format!("{n}. Lamps"))).collect();
        assert_eq!(sequence(&labels).len(), 12_000);
    }

    #[test]
    fn roman_numbers_are_read() {
        assert_eq!(label("Article XIV – Lamps").map(|l| (l.number, l.len)), Some((14, 15)));
        assert_eq!(kept(&["Article I", "x", "Article II", "Article III"]), [0, 2, 3]);
    }

    #[test]
    fn a_repeated_and_a_missing_number_are_kept_as_they_are() {
        assert_eq!(kept(&["1. One", "2. Two", "2. Two again", "4. Four"]), [0, 1, 2, 3]);
    }
}
