//! A run: labels of one style that follow one another.

use foldhash::HashMap;

/// A part of a text whose first provision has another number than the first
/// has so many provisions at the least.
pub(super) const LEAST_OF_PART: usize = 3;

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

/// A label and those that follow it.
pub(super) fn follow(
    follower: &HashMap<usize, usize>,
    start: usize,
) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(start), |at| follower.get(at).copied())
}
