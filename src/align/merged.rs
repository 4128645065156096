//! Two versions as one sequence of blocks: without what is only in the old version it is the new one,
//! and the reverse.

use super::alignment::Alignment;
use super::order::heaviest_chain;
use super::paragraphs::wordless_blocks;
use super::redline::ChangedWords;
use crate::document::{BlockId, BlockKind};
use std::collections::BTreeMap;

/// A block of either version, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergedBlock {
    /// Only in the old version, or elsewhere in the new one.
    Old(BlockId),
    /// Only in the new version, or elsewhere in the old one.
    New(BlockId),
    /// In both, with its words.
    Both {
        /// The block of the old version.
        old: BlockId,
        /// The block of the new version.
        new: BlockId,
        /// The runs of words, which cover both wordings.
        pieces: Vec<ChangedWords>,
    },
}

impl Alignment<'_> {
    /// All blocks of both versions: those of each in its own order.
    pub fn merged(&self) -> Vec<MergedBlock> {
        let pairs = self.pairs_of_blocks();
        let values: Vec<usize> = pairs.values().map(|(new, _)| new.index()).collect();
        let weights: Vec<u64> =
            pairs.keys().map(|old| self.old().body(*old).len() as u64 + 1).collect();
        let keep_order = heaviest_chain(&values, &weights);
        let mut merged = Vec::new();
        let (mut of_old, mut of_new) = (self.old().block_ids(), self.new_document().block_ids());
        for ((old, (new, pieces)), _) in
            pairs.into_iter().zip(keep_order).filter(|(_, keeps)| *keeps)
        {
            merged.extend(of_old.by_ref().take_while(|id| *id != old).map(MergedBlock::Old));
            merged.extend(of_new.by_ref().take_while(|id| *id != new).map(MergedBlock::New));
            merged.push(MergedBlock::Both { old, new, pieces });
        }
        merged.extend(of_old.map(MergedBlock::Old));
        merged.extend(of_new.map(MergedBlock::New));
        merged
    }

    /// For each block of the old version that is one block of the same kind in the new one: that
    /// block, and the words of both.
    fn pairs_of_blocks(&self) -> BTreeMap<BlockId, (BlockId, Vec<ChangedWords>)> {
        let mut pairs = BTreeMap::new();
        for row in self.rows() {
            for paragraph in self.paragraphs(row) {
                let ([old], [new]) = (paragraph.old.as_slice(), paragraph.new.as_slice()) else {
                    continue;
                };
                if self.is_one_kind(*old, *new) {
                    pairs.insert(*old, (*new, paragraph.pieces));
                }
            }
            if let ([_], [_]) = (row.old.as_slice(), row.new.as_slice()) {
                let of_old = wordless_blocks(self.old(), &row.old);
                for (old, new) in of_old.zip(wordless_blocks(self.new_document(), &row.new)) {
                    pairs.insert(old, (new, Vec::new()));
                }
            }
        }
        pairs
    }

    /// Whether two blocks are of one kind. A table whose words differ is another one.
    fn is_one_kind(&self, old: BlockId, new: BlockId) -> bool {
        let kind = self.old().block(old).kind;
        let is_same_table = || self.old().body(old) == self.new_document().body(new);
        kind == self.new_document().block(new).kind && (kind != BlockKind::Table || is_same_table())
    }
}
