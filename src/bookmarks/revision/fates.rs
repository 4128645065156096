//! What became of each block of the old version, by the rows of an alignment.

use crate::align::{Alignment, Row, wordless_blocks};
use crate::document::{BlockId, Document};

/// What became of one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BlockFate {
    /// It exists unchanged.
    Same(BlockId),
    /// It exists with other words.
    Edited(BlockId),
    /// It was split into several blocks: the first and the last of them.
    Parted(BlockId, BlockId),
    /// It is gone; the block in its place now, if any.
    Gone(Option<BlockId>),
}

impl BlockFate {
    /// The block, or the first of its parts, if it exists.
    pub(super) fn found(self) -> Option<BlockId> {
        match self {
            Self::Same(at) | Self::Edited(at) | Self::Parted(at, _) => Some(at),
            Self::Gone(_) => None,
        }
    }
}

/// Returns what became of every block of the old version.
pub(super) fn fates(alignment: &Alignment) -> Vec<BlockFate> {
    let (old, new) = (alignment.old(), alignment.new_document());
    let mut fates = vec![BlockFate::Gone(None); old.block_count()];
    // From the end, so that what is gone leads to what comes after it.
    let mut next = new.last_block();
    for row in alignment.rows().iter().rev() {
        for pair in alignment.block_pairs(row).into_iter().rev() {
            for block in pair.old {
                fates[block.index()] = match pair.new.as_slice() {
                    [] => BlockFate::Gone(next),
                    [at] if new.body(*at) == old.body(block) => BlockFate::Same(*at),
                    [at] => BlockFate::Edited(*at),
                    [first, .., last] => BlockFate::Parted(*first, *last),
                };
            }
            next = pair.new.first().copied().or(next);
        }
        let mut others = wordless_blocks(new, &row.new);
        let first = first_block(new, row);
        for block in wordless_blocks(old, &row.old) {
            fates[block.index()] = match (others.next(), first) {
                (Some(other), _) => BlockFate::Same(other),
                (None, Some(first)) => BlockFate::Edited(first),
                (None, None) => BlockFate::Gone(next),
            };
        }
        next = first.or(next);
    }
    fates
}

/// The first block of the sections that a row has in the new version.
fn first_block(new: &Document, row: &Row) -> Option<BlockId> {
    row.new.iter().filter_map(|id| new.own_blocks(*id).next()).min()
}
