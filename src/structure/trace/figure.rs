//! The figures that a rule compares.

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
