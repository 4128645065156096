//! The figures that a rule compares.

use super::quantity::Quantity;
use std::fmt;

/// What a rule compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// What it counts.
    pub quantity: Quantity,
    /// How much of it there is.
    pub count: usize,
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

impl Figure {
    /// A count of something.
    pub const fn new(quantity: Quantity, count: usize) -> Self {
        Self { quantity, count }
    }
}
