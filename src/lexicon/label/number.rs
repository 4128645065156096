//! The number of a label, and the insertions after it.

/// The number of a label.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LabelNumber {
    /// Its numbers, outermost first; never empty.
    pub components: Vec<u32>,
    /// What distinguishes `5a`, `5 bis` and `5-2-1` from `5`; empty for `5` itself.
    pub suffix: Suffix,
}

impl LabelNumber {
    /// Whether a sequence may begin with this value.
    pub fn is_first(&self) -> bool {
        self.suffix.is_empty() && self.last() <= 1
    }

    /// Whether it was inserted before the first of its sequence: `A1`, `(za)`.
    pub fn is_before_first(&self) -> bool {
        !self.suffix.is_empty() && self.last() == 0
    }

    /// Returns its last number.
    pub fn last(&self) -> u32 {
        self.components.last().copied().unwrap_or_default()
    }

    /// Returns its numbers except the last.
    pub fn prefix(&self) -> &[u32] {
        self.components.split_last().map_or(&[], |(_, prefix)| prefix)
    }
}

/// The ranks of the insertion after a number, outermost first: 2 and 1 for `5-2-1`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Suffix([u32; Suffix::DEEPEST]);

impl Suffix {
    /// Maximum number of nested ranks.
    pub const DEEPEST: usize = 4;

    /// Creates a suffix of `ranks`; drops ranks beyond the maximum and any from a zero on.
    pub fn of(ranks: &[u32]) -> Self {
        let mut own = Self::default();
        for (place, rank) in own.0.iter_mut().zip(ranks.iter().take_while(|rank| **rank > 0)) {
            *place = *rank;
        }
        own
    }

    /// Whether there is no insertion.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Returns the number of ranks.
    pub fn len(self) -> usize {
        self.0.iter().take_while(|rank| **rank > 0).count()
    }

    /// Returns the suffix with one more rank; `None` if it has the maximum already.
    pub fn then(self, rank: u32) -> Option<Self> {
        let mut longer = self;
        *longer.0.get_mut(self.len())? = rank;
        Some(longer)
    }

    /// Returns the outermost `len` ranks.
    pub fn cut(self, len: usize) -> Self {
        Self::of(self.0.get(..len).unwrap_or(&self.0))
    }

    /// Returns the innermost rank; zero without an insertion.
    pub fn last(self) -> u32 {
        self.len().checked_sub(1).map_or(0, |last| self.0[last])
    }

    /// Returns the suffix whose innermost rank is `by` higher.
    pub fn risen(self, by: u32) -> Self {
        let mut later = self;
        let last = self.len().saturating_sub(1);
        later.0[last] = later.0[last].saturating_add(by);
        later
    }
}
