//! The beginning of a package, for a large one.

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
