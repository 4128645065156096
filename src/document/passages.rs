//! Passages of a document: their words, and their places in its text and in its source.

use super::{BlockId, Document, Passage, Point, SectionId, TextOffset};
use std::ops::Range;

impl Document {
    /// Returns the words of a passage, with a blank line between blocks.
    pub fn passage_text(&self, passage: Passage) -> String {
        let mut out = String::new();
        for (block, range) in self.passage_ranges(passage) {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            out.push_str(&self.body(block)[range]);
        }
        out
    }

    /// Returns the part of each block's body that a passage covers.
    pub fn passage_ranges(
        &self,
        passage: Passage,
    ) -> impl Iterator<Item = (BlockId, Range<usize>)> + '_ {
        (passage.start.block.index()..=passage.end.block.index()).map(move |index| {
            let block = BlockId::new(index);
            (block, self.part_in(passage, block))
        })
    }

    /// Returns the part of a block's body that a passage covers; empty if it covers none.
    pub fn part_in(&self, passage: Passage, block: BlockId) -> Range<usize> {
        if block < passage.start.block || block > passage.end.block {
            return 0..0;
        }
        let len = self.body(block).len();
        let from = if block == passage.start.block { passage.start.byte.min(len) } else { 0 };
        let to = if block == passage.end.block { passage.end.byte.min(len) } else { len };
        from..to.max(from)
    }

    /// Returns the whole of a section with its sub-sections; `None` if it contains no block.
    pub fn section_passage(&self, id: SectionId) -> Option<Passage> {
        let range = self.section(id).blocks.clone();
        let (first, last) = (range.start, range.end.checked_sub(1)?);
        (first <= last).then(|| self.between(BlockId::new(first), BlockId::new(last)))
    }

    /// Returns the whole of a block.
    pub fn block_passage(&self, id: BlockId) -> Passage {
        self.between(id, id)
    }

    /// Returns all from the start of a block to the end of the same or a later one.
    pub fn between(&self, first: BlockId, last: BlockId) -> Passage {
        Passage { start: Point::start_of(first), end: self.end_of(last) }
    }

    /// Returns all of the document; `None` if it is empty.
    pub fn whole(&self) -> Option<Passage> {
        Some(self.between(self.block_at(0)?, self.last_block()?))
    }

    /// Returns the point after a block's last byte.
    pub fn end_of(&self, id: BlockId) -> Point {
        Point { block: id, byte: self.body(id).len() }
    }

    /// Returns the offset of a point in the whole text.
    pub fn offset_of(&self, point: Point) -> TextOffset {
        let body = self.block(point.block).body;
        TextOffset::new((body.start.get() + point.byte).min(body.end.get()))
    }

    /// Returns the point at an offset of the whole text: in the block that
    /// contains it, or else at the start of the next block, or else at the end of
    /// the last. `None` if the document has no block.
    pub fn point_at(&self, offset: TextOffset) -> Option<Point> {
        let index = self.blocks.partition_point(|b| b.body.end < offset);
        match self.blocks.get(index) {
            Some(block) => Some(Point {
                block: BlockId::new(index),
                byte: offset.get().saturating_sub(block.body.start.get()),
            }),
            None => self.last_block().map(|id| self.end_of(id)),
        }
    }

    /// Returns the byte offset in the source of a byte of the text.
    pub fn source_offset(&self, offset: TextOffset) -> usize {
        self.source_map.to_source(offset)
    }

    /// Returns the byte range of the source that a passage was read from.
    pub fn source_range(&self, passage: Passage) -> Range<usize> {
        let start = self.source_map.to_source(self.offset_of(passage.start));
        let end = self.offset_of(passage.end);
        // The end is exclusive: map the last byte, then step over it, to exclude
        // blanks dropped after it.
        match end.get().checked_sub(1) {
            Some(last) => start..self.source_map.to_source(TextOffset::new(last)).max(start) + 1,
            None => start..start,
        }
    }
}
