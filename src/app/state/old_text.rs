//! The old text beside a comparison.

use crate::document::BlockId;
use crate::typeset::{Flow, Line};

/// Whether the old text is shown beside a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Beside {
    /// The user has not chosen: it is shown if the screen is wide.
    #[default]
    Auto,
    /// It is hidden.
    Off,
    /// It is shown if there is room.
    On,
}

/// A line of the old text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldLine {
    /// Its row, from the first row of the text.
    pub row: u16,
    /// Its block in the old text.
    pub block: BlockId,
    /// Its index in the block.
    pub index: usize,
    /// The line.
    pub line: Line,
}

/// The lines of the old text in view.
#[derive(Debug, Clone, Default)]
pub(in crate::app) struct OldText {
    pub(in crate::app) flow: Option<Flow>,
    pub(in crate::app) lines: Vec<OldLine>,
}
