//! The rows of two languages side by side.

use crate::align::pairs::Pairs;
use crate::document::{BlockId, SectionId};

/// Below this certainty, the paragraphs of a section are not said to correspond.
pub const LEAST_CERTAIN: f32 = 0.7;

/// One of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParallelSide {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl ParallelSide {
    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    /// The section of the other text that corresponds to one of this text.
    pub(super) fn partner(self, pairs: &Pairs, id: SectionId) -> Option<SectionId> {
        match self {
            Self::Left => pairs.of_old(id),
            Self::Right => pairs.of_new(id),
        }
    }
}

/// Sections that correspond; one of them may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionPair {
    /// The section of the left text.
    pub left: Option<SectionId>,
    /// The section of the right text.
    pub right: Option<SectionId>,
}

impl SectionPair {
    /// The section of one of the texts.
    pub(super) const fn section(&self, side: ParallelSide) -> Option<SectionId> {
        match side {
            ParallelSide::Left => self.left,
            ParallelSide::Right => self.right,
        }
    }
}

/// Blocks that correspond; one side may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct ParallelRow {
    /// Those of the left text, in order.
    pub left: Vec<BlockId>,
    /// Those of the right text, in order.
    pub right: Vec<BlockId>,
    /// How certain it is that they correspond, 0 to 1: the share of the paragraphs in these sections that
    /// have one beside them.
    pub certainty: f32,
}

impl ParallelRow {
    /// The blocks of one of the texts.
    pub fn blocks(&self, side: ParallelSide) -> &[BlockId] {
        match side {
            ParallelSide::Left => &self.left,
            ParallelSide::Right => &self.right,
        }
    }
}
