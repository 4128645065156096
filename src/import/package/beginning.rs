//! The beginning of a large package, which is read before the whole.

use crate::import::manuscript::Manuscript;

/// The beginning of a package's text.
#[derive(Debug)]
pub struct Beginning {
    /// What was read.
    pub manuscript: Manuscript<'static>,
    /// The inflated bytes that were read.
    pub bytes: u64,
    /// The inflated bytes of all text.
    pub of: u64,
}

/// How much of the text of a package is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its beginning.
    Beginning,
}
