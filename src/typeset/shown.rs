//! The blocks shown when a view is restricted.

use crate::document::BlockId;
use std::ops::Range;
use std::sync::Arc;

/// The blocks that are shown; all others are skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown(Arc<[Range<usize>]>);

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
        Self(ranges.into())
    }

    /// Whether a block is shown.
    pub fn holds(&self, block: BlockId) -> bool {
        self.from(block) == Some(block)
    }

    /// Returns `block` if it is shown, otherwise the first shown block after
    /// it.
    pub fn from(&self, block: BlockId) -> Option<BlockId> {
        let at = self.0.partition_point(|range| range.end <= block.index());
        Some(BlockId::new(self.0.get(at)?.start.max(block.index())))
    }

    /// Returns the last shown block before `block`.
    pub fn before(&self, block: BlockId) -> Option<BlockId> {
        let at = self.0.partition_point(|range| range.start < block.index()).checked_sub(1)?;
        Some(BlockId::new(self.0.get(at)?.end.min(block.index()) - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
