//! The comparison that is being read.

use crate::comparison::Comparison;
use crate::document::{BlockId, Document};
use crate::typeset::Shown;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A comparison with everything that the screen needs of it; computed where that delays nothing.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The comparison.
    pub comparison: Arc<Comparison>,
    /// The blocks that are shown while only what changed is.
    pub(in crate::app) shown: Shown,
    /// The number of clauses that are skipped then, by the block after them.
    pub(in crate::app) skipped: HashMap<BlockId, usize>,
}

/// Counts the clauses that are skipped before each block, of which nothing is shown. Goes through the
/// whole text.
pub(in crate::app) fn skipped_clauses(
    document: &Document,
    shown: &Shown,
) -> HashMap<BlockId, usize> {
    let is_shown = |id: &BlockId| shown.holds(*id);
    shown
        .skipped()
        .map(|(blocks, next)| {
            let sections = blocks.map(|at| document.block(BlockId::new(at)).section);
            let clauses: HashSet<_> = sections
                .filter(|id| document.section(*id).kind.is_provision())
                .filter(|id| !document.own_blocks(*id).any(|block| is_shown(&block)))
                .collect();
            (next, clauses.len())
        })
        .collect()
}
