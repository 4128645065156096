//! The rows of a text, and the place where a screen begins.

use super::Line;
use crate::document::{BlockId, Point};

/// What the topmost row of a screen shows. It is a place in the text, so it
/// stays the same when the measure changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Top {
    /// The start of the first words in view.
    pub point: Point,
    /// Blank rows before these words that are in view above them.
    pub lead: u16,
    /// The start of the first words of the text beside, if `point` is below them: in a row that has
    /// words of that text only.
    pub beside: Option<Point>,
}

impl Top {
    /// The top at a point, without blank rows above it.
    pub const fn at(point: Point) -> Self {
        Self { point, lead: 0, beside: None }
    }
}

/// One row of the text column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Space between blocks.
    Space,
    /// A line of a block.
    Text {
        /// The block.
        block: BlockId,
        /// The index of the line in its block.
        index: usize,
        /// The line.
        line: Line,
    },
}

impl From<Option<(BlockId, usize, &Line)>> for Row {
    fn from(line: Option<(BlockId, usize, &Line)>) -> Self {
        match line {
            Some((block, index, line)) => Self::Text { block, index, line: line.clone() },
            None => Self::Space,
        }
    }
}
