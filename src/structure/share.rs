//! Shares: how much of a whole a rule asks for.

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Of how many.
    of: usize,
    /// How many at the least.
    least: usize,
}

impl Share {
    /// `least` of each `of`.
    pub const fn new(least: usize, of: usize) -> Self {
        Self { of, least }
    }

    /// Whether a part of a whole is as much at the least.
    pub const fn is_reached(self, part: usize, whole: usize) -> bool {
        part * self.of >= whole * self.least
    }

    /// Whether a part of a whole is more.
    pub const fn is_passed(self, part: usize, whole: usize) -> bool {
        part * self.of > whole * self.least
    }

    /// The same in percent.
    pub const fn percent(self) -> usize {
        self.least * 100 / self.of
    }
}
