//! The comparison that is being read.

use crate::comparison::Comparison;
use crate::typeset::Shown;
use std::sync::Arc;

/// A comparison with everything that the screen needs of it; computed where that delays nothing.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The comparison.
    pub comparison: Arc<Comparison>,
    /// The blocks that are shown while only what changed is.
    pub(in crate::app) shown: Shown,
}
