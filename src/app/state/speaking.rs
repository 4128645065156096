//! What is read aloud.

use crate::document::BlockId;

/// What is being read aloud, one paragraph after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaking {
    /// The paragraph that is being read.
    pub(in crate::app) block: BlockId,
    /// The block after the last one to read.
    pub(in crate::app) until: BlockId,
}

/// What to read aloud.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aloud {
    /// The selection, or the paragraph in view.
    Paragraph,
    /// The clause in view.
    Clause,
    /// Everything from the paragraph in view on.
    On,
}
