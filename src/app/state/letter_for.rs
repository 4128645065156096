//! What the next letter does: it marks a place, or leads to one.

/// What the next letter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterFor {
    /// It marks the place.
    Mark,
    /// It goes to the place that it marks.
    Go,
}
