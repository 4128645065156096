//! Places and ranges: offsets of the text, blocks, points and passages.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// An offset into the text of a document, in bytes. No text is longer than its 32 bits can tell.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct TextOffset(u32);

impl TextOffset {
    /// Creates the offset `bytes` after the start of the text.
    pub const fn new(bytes: usize) -> Self {
        Self(if bytes > u32::MAX as usize { u32::MAX } else { bytes as u32 })
    }

    /// Byte offset from the start of the text.
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// A range of a document's text; `end` is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: TextOffset,
    /// The byte after the last.
    pub end: TextOffset,
}

impl Span {
    /// Creates the span from `start` to `end`, in bytes of the text.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: TextOffset::new(start), end: TextOffset::new(end) }
    }

    /// The span as a range of bytes, for slicing the text.
    pub const fn range(self) -> Range<usize> {
        self.start.get()..self.end.get()
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.get() - self.start.get()
    }

    /// Whether it is empty.
    pub const fn is_empty(self) -> bool {
        self.end.get() <= self.start.get()
    }
}

/// The index of a block in reading order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct BlockId(u32);

impl BlockId {
    /// Creates the id of the block at `index` in reading order.
    ///
    /// # Panics
    /// If `index` is larger than `u32::MAX`.
    pub fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than four thousand million blocks"))
    }

    /// Its index in reading order.
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The block after this one, which may not exist.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The block before this one.
    pub fn previous(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// A place in a document: a block, and a byte of its body.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct Point {
    /// The block.
    pub block: BlockId,
    /// Byte offset in the block's body.
    pub byte: usize,
}

impl Point {
    /// The first byte of a block.
    pub const fn start_of(block: BlockId) -> Self {
        Self { block, byte: 0 }
    }
}

/// A run of text from one point to another; `end` is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Passage {
    /// Where it begins.
    pub start: Point,
    /// Where it ends.
    pub end: Point,
}

impl Passage {
    /// Creates the passage between two points, in either order.
    pub fn between(a: Point, b: Point) -> Self {
        Self { start: a.min(b), end: a.max(b) }
    }

    /// Creates the passage `range` of one block's body.
    pub const fn within(block: BlockId, range: Range<usize>) -> Self {
        Self { start: Point { block, byte: range.start }, end: Point { block, byte: range.end } }
    }

    /// Whether it contains no text.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether it contains `point`.
    pub fn contains(self, point: Point) -> bool {
        self.start <= point && point < self.end
    }

    /// Whether the two share text.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}
