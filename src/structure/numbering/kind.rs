//! Kinds of runs: those that are written alike and equally indented, and what they show together.

use super::candidate::Candidate;
use super::lead::Lead;
use super::run::Run;
use crate::lexicon::keywords::Role;
use crate::lexicon::label::LabelStyle;
use crate::structure::share::Share;
use crate::structure::trace::Rule;
use std::collections::HashMap;

/// Minimum number of provisions of a text, if another of its kind is
/// before it.
pub const LEAST: usize = 3;

/// Minimum number of bytes of a provision if the numbers begin again and again; the entries of a
/// changelog or the steps of a manual are shorter.
pub const SHORTEST: usize = 100;

/// Provisions this many times as long as others are of another kind.
pub const MUCH: usize = 3;

/// This many paragraphs, of [`LONG`] bytes each, are those of a report.
pub const MANY: usize = 20;
/// See [`MANY`].
pub const LONG: usize = 300;

/// Minimum share of the labels of several texts below headings.
pub(super) const HEADED: Share = Share::new(1, 2);

/// Maximum share of the labels of several texts after a colon, as lists are.
pub(super) const LED_IN: Share = Share::new(1, 4);

/// The provisions of several texts take this share of the text: hardly anything is between them.
pub(super) const WHOLE: Share = Share::new(2, 3);

/// More lists than this, with more than this many times the labels of one, begin again and again.
pub(super) const AGAIN: usize = 2;

/// A report has this many times as many paragraphs as its longest list has items.
pub(super) const ALONE: usize = 2;

/// What runs that are written alike and equally far in show together.
#[derive(Debug, Default)]
pub struct Kind {
    /// Of those that begin at the beginning, how many there are and how many
    /// labels they have, among headings of each level.
    lists: HashMap<Option<u8>, (usize, usize)>,
    /// Labels of all.
    labels: usize,
    /// How many there are.
    count: usize,
    /// Labels of those below a heading.
    headed: usize,
    /// Labels of those that a chapeau introduces.
    led_in: usize,
    /// Bytes of their provisions.
    text: usize,
    /// Bytes from the first label of all to the last.
    all: usize,
    /// Bytes of the largest, and of one of its provisions.
    largest: (usize, usize),
    /// Bytes of the largest that no chapeau introduces.
    largest_free: usize,
    /// Labels of the two longest.
    longest: (usize, usize),
}

impl Kind {
    /// Of runs in order of their first labels.
    pub fn of(candidates: &[Candidate], runs: &[&Run]) -> Self {
        let mut kind = Self { count: runs.len(), ..Self::default() };
        for run in runs {
            let (span, length) = (span(candidates, run), length(candidates, run));
            let head = &candidates[run.first()];
            let lead = head.lead;
            if head.label.value.is_first() {
                let (lists, labels) = kind.lists.entry(head.level).or_default();
                *lists += 1;
                *labels += run.len();
            }
            kind.labels += run.len();
            kind.headed += if lead == Lead::Heading { run.len() } else { 0 };
            kind.led_in += if lead == Lead::Chapeau { run.len() } else { 0 };
            kind.text += span + length;
            kind.largest = kind.largest.max((span, length));
            let (most, next) = kind.longest;
            kind.longest = (most.max(run.len()), next.max(most.min(run.len())));
            if lead != Lead::Chapeau {
                kind.largest_free = kind.largest_free.max(span);
            }
        }
        if let (Some(first), Some(last)) = (runs.first(), runs.last()) {
            let (first, last) = (&candidates[first.first()], &candidates[last.last()]);
            kind.all = last.offset.saturating_sub(first.offset);
        }
        kind
    }

    /// Whether each is the provisions of one text although there are many: most begin below a
    /// heading and few after a lead-in, they are long, and hardly anything is between them.
    pub fn are_instruments(&self) -> bool {
        self.labels >= LEAST * self.count
            && HEADED.is_reached(self.headed, self.labels)
            && !LED_IN.is_passed(self.led_in, self.labels)
            && self.text >= self.labels * SHORTEST
            && WHOLE.is_reached(self.text, self.all)
    }

    /// Different labels that speak for one of them: for the largest of several
    /// instruments those of all.
    pub fn speaking_for(&self, candidates: &[Candidate], run: &Run) -> usize {
        let own = distinct(candidates, run);
        let largest = self.count > 1 && span(candidates, run) == self.largest.0;
        if largest && self.are_instruments() { own.max(self.labels) } else { own }
    }

    /// What to make of a run if there are many of its kind that begin again and again and have most
    /// of the labels, as lists do; `None` if there are not.
    pub fn again(&self, candidates: &[Candidate], run: &Run) -> Option<Rule> {
        let level = candidates[run.first()].level;
        let (lists, labels) = self.lists.get(&level).copied().unwrap_or_default();
        if lists <= AGAIN || labels <= AGAIN * run.len() {
            return None;
        }
        let alone = run.len() == self.longest.0 && run.len() >= ALONE * self.longest.1;
        Some(if alone && run.len() >= MANY && length(candidates, run) >= LONG {
            Rule::ParagraphsOfReport
        } else if run.len() * MUCH >= self.longest.0 && is_article(candidates, run) {
            // The numbers of quoted articles begin again too, but there are only a few of them.
            Rule::ArticlesAgain
        } else if self.are_instruments() {
            Rule::SeveralTexts
        } else {
            Rule::BeginsAgain
        })
    }

    /// The rule by which a run is only a list, compared with another of its kind that takes more of
    /// the text; `None` if it may be more.
    pub fn as_list(&self, candidates: &[Candidate], run: &Run) -> Option<Rule> {
        let (own, each) = (span(candidates, run), length(candidates, run));
        let led_in = candidates[run.first()].lead == Lead::Chapeau;
        if led_in && self.largest_free > own {
            Some(Rule::LedInList)
        } else if self.largest.0 > own && self.largest.1 > each * MUCH {
            Some(Rule::LesserList)
        } else {
            None
        }
    }
}

/// Bytes from the first label of a run to its last.
pub fn span(candidates: &[Candidate], run: &Run) -> usize {
    candidates[run.last()].offset.saturating_sub(candidates[run.first()].offset)
}

/// Bytes of one of its provisions; the last may be longer than that.
pub fn length(candidates: &[Candidate], run: &Run) -> usize {
    span(candidates, run) / run.len().saturating_sub(1).max(1)
}

/// How many different numbers a run has.
pub fn distinct(candidates: &[Candidate], run: &Run) -> usize {
    let value = |at: &usize| &candidates[*at].label.value;
    1 + run.members.windows(2).filter(|pair| value(&pair[0]) != value(&pair[1])).count()
}

/// What runs have in common that are lists of one kind: the style of their
/// first labels, and the column.
pub fn form(candidates: &[Candidate], run: &Run) -> (LabelStyle, usize) {
    let head = &candidates[run.first()];
    (head.label.style, head.indent)
}

/// Whether the provisions of a run are articles by their word.
pub fn is_article(candidates: &[Candidate], run: &Run) -> bool {
    candidates[run.first()].label.style.role() == Some(Role::Article)
}
