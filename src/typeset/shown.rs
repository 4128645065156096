//! The blocks shown when a view is restricted.

use crate::document::BlockId;
use std::ops::Range;
use std::sync::Arc;

/// The blocks that are shown; all others are skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    ranges: Arc<[Range<usize>]>,
    /// The least number of blank rows in place of blocks that are skipped.
    gap: usize,
    /// The rows of a pairing to show where another text is beside, if not those of the blocks.
    rows: Option<Arc<[u32]>>,
}

impl Shown {
    /// Creates a set from blocks in reading order.
    pub fn of(blocks: impl IntoIterator<Item = BlockId>) -> Self {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for at in blocks.into_iter().map(BlockId::index) {
            match ranges.last_mut() {
                Some(last) if last.end == at => last.end += 1,
                Some(last) if last.contains(&at) => {}
                _ => ranges.push(at..at + 1),
            }
        }
        Self { ranges: ranges.into(), gap: 0, rows: None }
    }

    /// Leaves at least `rows` blank rows in place of blocks that are skipped between others.
    #[must_use]
    pub fn parted_by(self, rows: usize) -> Self {
        Self { gap: rows, ..self }
    }

    /// Shows these rows of the pairing where another text is beside: some of them may have no blocks
    /// of this one.
    #[must_use]
    pub fn with_rows(self, rows: Arc<[u32]>) -> Self {
        Self { rows: Some(rows), ..self }
    }

    /// The rows of a pairing to show, if not those of the blocks.
    pub fn rows(&self) -> Option<&Arc<[u32]>> {
        self.rows.as_ref()
    }

    /// The least number of blank rows before a block.
    pub fn gap_before(&self, block: BlockId) -> usize {
        let follows_skipped = |at: usize| at > 0 && self.ranges[at].start == block.index();
        let at = self.ranges.partition_point(|range| range.end <= block.index());
        if at < self.ranges.len() && follows_skipped(at) { self.gap } else { 0 }
    }

    /// The blocks that are skipped between others: each stretch, with the block after it.
    pub fn skipped(&self) -> impl Iterator<Item = (Range<usize>, BlockId)> + '_ {
        let pairs = self.ranges.windows(2);
        pairs.map(|pair| (pair[0].end..pair[1].start, BlockId::new(pair[1].start)))
    }

    /// Whether a block is shown.
    pub fn holds(&self, block: BlockId) -> bool {
        self.from(block) == Some(block)
    }

    /// Returns `block` if it is shown, otherwise the first shown block after
    /// it.
    pub fn from(&self, block: BlockId) -> Option<BlockId> {
        let at = self.ranges.partition_point(|range| range.end <= block.index());
        Some(BlockId::new(self.ranges.get(at)?.start.max(block.index())))
    }

    /// Returns the last shown block before `block`.
    pub fn before(&self, block: BlockId) -> Option<BlockId> {
        let at = self.ranges.partition_point(|range| range.start < block.index()).checked_sub(1)?;
        Some(BlockId::new(self.ranges.get(at)?.end.min(block.index()) - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_blank_rows_in_place_of_what_is_skipped() {
        let shown = Shown::of([2, 3, 7, 8].map(BlockId::new));
        let gaps = |shown: &Shown| [2, 3, 5, 7, 8, 9].map(|at| shown.gap_before(BlockId::new(at)));
        assert_eq!(gaps(&shown), [0; 6]);
        assert_eq!(shown.skipped().collect::<Vec<_>>(), [(4..7, BlockId::new(7))]);
        assert_eq!(gaps(&shown.parted_by(3)), [0, 0, 0, 3, 0, 0]);
    }

    #[test]
    fn what_is_not_shown_is_passed_over() {
        let shown = Shown::of([2, 3, 3, 7].map(BlockId::new));
        let places = |of: &dyn Fn(BlockId) -> Option<BlockId>| -> Vec<Option<usize>> {
            (0..9).map(|at| of(BlockId::new(at)).map(BlockId::index)).collect()
        };
        let (two, three, seven) = (Some(2), Some(3), Some(7));
        assert_eq!(
            places(&|block| shown.from(block)),
            [two, two, two, three, seven, seven, seven, seven, None]
        );
        assert_eq!(
            places(&|block| shown.before(block)),
            [None, None, None, two, three, three, three, three, seven]
        );
        assert!(shown.holds(BlockId::new(3)) && !shown.holds(BlockId::new(4)));
    }
}
