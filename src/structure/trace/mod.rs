//! The trace of recognition: why a line became a provision, or did not.
//!
//! The passes tell each decision to a [`Trace`], by the name of a [`Rule`] and its figures.
//! Who only reads a document gives [`Untraced`], which does nothing and for which nothing is
//! compiled in; who asks gives a [`Recorder`], whose [`Trail`] holds the decisions by the lines
//! that they are about. An [`Explainer`] puts them beside what became of a line.

mod explanation;
mod rule;
#[cfg(test)]
mod tests;
mod trail;
mod wording;

pub use explanation::{
    Becomes, Explainer, Explanation, LabelReading, Reason, Sequence, block_name,
};
pub use rule::{Rule, RuleEffect};
pub use trail::{Recorder, Trail};

use crate::import::manuscript::Element;
use crate::lexicon::label::Label;

/// What a decision is about.
#[derive(Debug, Clone, Copy)]
pub enum TraceSubject<'s> {
    /// The line that begins at a byte of the text.
    Line(usize),
    /// A reading of a label, by its place among all of them.
    Reading(usize),
    /// A sequence of labels, by their places.
    Sequence(&'s [usize]),
    /// All readings.
    Document,
}

/// What a rule compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// How much, or which.
    pub value: TraceValue,
}

/// A figure that a rule compares with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// The condition in words, with `{}` for the figure: `at least {} lines in the column`.
    pub words: &'static str,
    /// The figure.
    pub value: usize,
}

impl Threshold {
    /// Returns the thresholds of a rule, from their conditions and figures.
    pub fn all(figures: &[(&'static str, usize)]) -> Vec<Self> {
        figures.iter().map(|(words, value)| Self { words, value: *value }).collect()
    }

    /// Returns the condition with its figure: `at least 32 lines in the column`.
    pub fn told(&self) -> String {
        self.words.replace("{}", &self.value.to_string())
    }

    /// Returns the condition as a key: `at least N lines in the column`.
    pub fn key(&self) -> String {
        self.words.replace("{}", "N")
    }
}

/// How much of something, or which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TraceValue {
    /// How much.
    Count(usize),
    /// Which, in words.
    Words(String),
}

impl Figure {
    /// A figure that counts.
    pub fn count(name: &'static str, value: usize) -> Self {
        Self { name, value: TraceValue::Count(value) }
    }

    /// A figure in words.
    pub fn words(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, value: TraceValue::Words(value.into()) }
    }
}

/// A reading of a label, as the passes take it.
#[derive(Debug, Clone)]
pub struct Sighting {
    /// Where it begins in the text, in bytes.
    pub offset: usize,
    /// The label as printed.
    pub words: String,
    /// The same, read.
    pub label: Label,
    /// The role of its line.
    pub bearing: Bearing,
}

/// The role of a line that begins with a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bearing {
    /// As a heading, by its form or by the format.
    Heading,
    /// It begins a paragraph, or a line that is no wrapped one.
    Line,
    /// It is behind the end of a sentence.
    Sentence,
    /// It may be the middle of a sentence.
    Doubtful,
}

impl Bearing {
    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Line => "line",
            Self::Sentence => "sentence",
            Self::Doubtful => "doubtful",
        }
    }
}

/// Takes what the passes decide.
///
/// A pass that must compute more than a figure to tell a decision asks
/// [`ASKED`](Self::ASKED) first.
pub trait Trace {
    /// Whether anybody asks.
    const ASKED: bool;

    /// The text that the passes read, and its elements.
    fn manuscript(&self, text: &str, skipped: usize, elements: &[Element]);

    /// All readings of labels.
    fn sightings(&self, sightings: impl FnOnce() -> Vec<Sighting>);

    /// The provision that is looked into from now on.
    fn look_into(&self, provision: impl FnOnce() -> Option<String>);

    /// A decision.
    fn tell(&self, subject: TraceSubject<'_>, rule: Rule, figures: impl FnOnce() -> Vec<Figure>);
}

/// The trace that nobody asks for.
#[derive(Debug, Clone, Copy)]
pub struct Untraced;

impl Trace for Untraced {
    const ASKED: bool = false;

    #[inline]
    fn manuscript(&self, _: &str, _: usize, _: &[Element]) {}

    #[inline]
    fn sightings(&self, _: impl FnOnce() -> Vec<Sighting>) {}

    #[inline]
    fn look_into(&self, _: impl FnOnce() -> Option<String>) {}

    #[inline]
    fn tell(&self, _: TraceSubject<'_>, _: Rule, _: impl FnOnce() -> Vec<Figure>) {}
}
