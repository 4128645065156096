//! The figures that a rule compares.

use std::fmt;

/// What a rule compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// How much, or which.
    pub value: TraceValue,
}

/// A figure that a rule compares with.
#[derive(Debug, Clone, Copy)]
pub struct Threshold {
    /// The condition in words.
    words: Condition,
    /// The figure.
    pub value: usize,
}

/// A condition in words, with a figure in it.
pub type Condition = fn(ThresholdFigure) -> String;

/// The figure in the condition of a [`Threshold`].
#[derive(Debug, Clone, Copy)]
pub enum ThresholdFigure {
    /// The figure itself.
    Value(usize),
    /// A letter in its place.
    Letter,
}

impl fmt::Display for ThresholdFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::Letter => f.write_str("N"),
        }
    }
}

impl Threshold {
    /// Returns the thresholds of a rule, from their conditions and figures.
    pub fn all(figures: &[(Condition, usize)]) -> Vec<Self> {
        figures.iter().map(|(words, value)| Self { words: *words, value: *value }).collect()
    }

    /// Returns the condition with its figure: `at least 32 lines in the column`.
    pub fn told(&self) -> String {
        (self.words)(ThresholdFigure::Value(self.value))
    }

    /// Returns the condition as a key: `at least N lines in the column`.
    pub fn key(&self) -> String {
        (self.words)(ThresholdFigure::Letter)
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
