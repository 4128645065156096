//! Shares: how much of a whole a rule asks for.

/// A number out of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Out of how many.
    of: usize,
    /// The minimum.
    least: usize,
}

impl Share {
    /// Creates the share of `least` out of each `of`.
    pub const fn new(least: usize, of: usize) -> Self {
        Self { of, least }
    }

    /// Whether a part of a whole is at least this share.
    pub const fn is_reached(self, part: usize, whole: usize) -> bool {
        part * self.of >= whole * self.least
    }

    /// Whether a part of a whole is more than this share.
    pub const fn is_passed(self, part: usize, whole: usize) -> bool {
        part * self.of > whole * self.least
    }

    /// Returns the share in percent.
    pub const fn percent(self) -> usize {
        self.least * 100 / self.of
    }
}
