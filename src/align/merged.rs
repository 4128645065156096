//! Two versions as one sequence of blocks: without what is only in the old version it is the new one,
//! and the reverse.

use super::alignment::Alignment;
use super::order::heaviest_chain;
use super::paragraphs::wordless_blocks;
use super::redline::ChangedWords;
use crate::document::{BlockId, BlockKind};
use std::collections::HashMap;

/// A block of either version, or of both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergedBlock {
    /// Only in the old version, or elsewhere in the new one.
    Old(BlockId),
    /// Only in the new version, or elsewhere in the old one.
    New(BlockId),
    /// In both, at this place.
    Both(BlockOfBoth),
    /// In both, at this place in the old version; elsewhere in the new one.
    MovedFrom(BlockOfBoth),
    /// In both, at this place in the new version; elsewhere in the old one.
    MovedTo(BlockOfBoth),
}

/// A block that both versions have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockOfBoth {
    /// The block of the old version.
    pub old: BlockId,
    /// The block of the new version.
    pub new: BlockId,
    /// The runs of words, which cover both wordings.
    pub pieces: Vec<ChangedWords>,
}

impl Alignment<'_> {
    /// All blocks of both versions: those of each in its own order.
    pub fn merged(&self) -> Vec<MergedBlock> {
        let pairs = self.pairs_of_blocks();
        let values: Vec<usize> = pairs.iter().map(|pair| pair.new.index()).collect();
        let weights: Vec<u64> =
            pairs.iter().map(|pair| self.old().body(pair.old).len() as u64 + 1).collect();
        let keep_order = heaviest_chain(&values, &weights);
        let mut in_order = Vec::new();
        let (mut from, mut to) = (HashMap::new(), HashMap::new());
        for (pair, keeps) in pairs.into_iter().zip(keep_order) {
            if keeps {
                in_order.push(pair);
            } else if self.can_move(&pair) {
                from.insert(pair.old, pair.clone());
                to.insert(pair.new, pair);
            }
        }
        let mut of_old = |id| from.remove(&id).map_or(MergedBlock::Old(id), MergedBlock::MovedFrom);
        let mut of_new = |id| to.remove(&id).map_or(MergedBlock::New(id), MergedBlock::MovedTo);
        let mut merged = Vec::new();
        let (mut old, mut new) = (self.old().block_ids(), self.new_document().block_ids());
        for pair in in_order {
            merged.extend(old.by_ref().take_while(|id| *id != pair.old).map(&mut of_old));
            merged.extend(new.by_ref().take_while(|id| *id != pair.new).map(&mut of_new));
            merged.push(MergedBlock::Both(pair));
        }
        merged.extend(old.map(of_old));
        merged.extend(new.map(of_new));
        merged
    }

    /// Whether a pair that does not keep its order is a move: it has words, and most of them stay.
    fn can_move(&self, pair: &BlockOfBoth) -> bool {
        let kept = pair.pieces.iter().map(|piece| match piece {
            ChangedWords::Kept { old, .. } => old.len(),
            _ => 0,
        });
        let (old, new) = (self.old(), self.new_document());
        let longer = old.body(pair.old).len().max(new.body(pair.new).len());
        old.block(pair.old).kind != BlockKind::Table && 2 * kept.sum::<usize>() > longer
    }

    /// The blocks of the old version, in order, that are one block of the same kind in the new one.
    fn pairs_of_blocks(&self) -> Vec<BlockOfBoth> {
        let mut pairs = Vec::new();
        for row in self.rows() {
            for paragraph in self.paragraphs(row) {
                let ([old], [new]) = (paragraph.old.as_slice(), paragraph.new.as_slice()) else {
                    continue;
                };
                if self.is_one_kind(*old, *new) {
                    pairs.push(BlockOfBoth { old: *old, new: *new, pieces: paragraph.pieces });
                }
            }
            if let ([_], [_]) = (row.old.as_slice(), row.new.as_slice()) {
                let of_old = wordless_blocks(self.old(), &row.old);
                for (old, new) in of_old.zip(wordless_blocks(self.new_document(), &row.new)) {
                    pairs.push(BlockOfBoth { old, new, pieces: Vec::new() });
                }
            }
        }
        pairs.sort_by_key(|pair| pair.old);
        pairs
    }

    /// Whether two blocks are of one kind. A table whose words differ is another one.
    fn is_one_kind(&self, old: BlockId, new: BlockId) -> bool {
        let kind = self.old().block(old).kind;
        let is_same_table = || self.old().body(old) == self.new_document().body(new);
        kind == self.new_document().block(new).kind && (kind != BlockKind::Table || is_same_table())
    }
}
