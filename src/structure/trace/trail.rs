//! The trail that a traced reading leaves: its lines, the readings of their labels, and what was
//! decided about each.

use super::figure::Figure;
use super::rule::Rule;
use super::sighting::Sighting;
use super::telling::{Trace, TraceSubject};
use crate::import::manuscript::Element;
use std::cell::RefCell;
use std::ops::Range;

/// Records the decisions of one reading.
#[derive(Debug, Default)]
pub struct Recorder {
    recorded: RefCell<Trail>,
}

/// What one reading decided.
#[derive(Debug, Default)]
pub struct Trail {
    /// The text that was read.
    pub(super) text: String,
    /// Bytes of the source before it.
    pub(super) skipped: usize,
    /// The bytes of each line, its end left out.
    pub(super) lines: Vec<Range<usize>>,
    /// What of the text the elements hold, in order.
    pub(super) held: Vec<Range<usize>>,
    /// All readings of labels.
    pub(super) sightings: Vec<Sighting>,
    /// All decisions, in the order in which they fell.
    pub(super) decisions: Vec<Decision>,
    /// The provision that is looked into.
    provision: Option<String>,
}

/// A decision.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub(super) about: About,
    pub(super) rule: Rule,
    pub(super) figures: Vec<Figure>,
    /// The provision that was looked into.
    pub(super) inside: Option<String>,
}

/// What a decision is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    Line(usize),
    Reading(usize),
    Sequence(Vec<usize>),
    Document,
}

impl Recorder {
    /// What was recorded.
    pub fn into_trail(self) -> Trail {
        self.recorded.into_inner()
    }
}

impl Trace for Recorder {
    const ASKED: bool = true;

    fn manuscript(&self, text: &str, skipped: usize, elements: &[Element]) {
        let mut trail = self.recorded.borrow_mut();
        text.clone_into(&mut trail.text);
        trail.skipped = skipped;
        trail.lines = lines(text);
        let mut held: Vec<Range<usize>> = elements
            .iter()
            .flat_map(|own| own.lines.iter().map(|(line, _)| line.clone()))
            .collect();
        held.sort_by_key(|line| line.start);
        trail.held = held;
    }

    fn sightings(&self, sightings: impl FnOnce() -> Vec<Sighting>) {
        self.recorded.borrow_mut().sightings = sightings();
    }

    fn look_into(&self, provision: impl FnOnce() -> Option<String>) {
        self.recorded.borrow_mut().provision = provision();
    }

    fn tell(&self, subject: TraceSubject<'_>, rule: Rule, figures: impl FnOnce() -> Vec<Figure>) {
        let figures = figures();
        let mut trail = self.recorded.borrow_mut();
        let about = match subject {
            TraceSubject::Line(offset) => About::Line(offset),
            TraceSubject::Reading(at) => About::Reading(at),
            TraceSubject::Sequence(members) => About::Sequence(members.to_vec()),
            TraceSubject::Document => About::Document,
        };
        let inside = trail.provision.clone();
        trail.decisions.push(Decision { about, rule, figures, inside });
    }
}

impl Trail {
    /// How many lines the text has that was read.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The rules that were applied.
    pub fn rules(&self) -> impl Iterator<Item = Rule> + '_ {
        self.decisions.iter().map(|decision| decision.rule)
    }

    /// The line that a byte of the text is in, counted from 0.
    pub(super) fn line_at(&self, offset: usize) -> usize {
        self.lines.partition_point(|line| line.start <= offset).saturating_sub(1)
    }
}

/// The lines of a text as other programs count them; the last has no end of its own.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push(start..start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_other_programs_do() {
        assert_eq!(lines("a\n\nbc\r\nd"), [0..1, 2..2, 3..5, 7..8]);
        assert_eq!(lines("a\nb\n"), [0..1, 2..3]);
        assert_eq!(lines(""), [0..0; 0]);
    }
}
