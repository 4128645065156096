//! The lines of blocks, typeset when they are first needed, and the rows that they make: those of one
//! text alone, and those of two texts that share a row of the page.

use super::{LayoutSetting, Line, Top, block};
use crate::document::{BlockId, BlockKind, Document, Point, SectionKind};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// The largest number of typeset blocks in a cache.
const CACHED_BLOCKS: usize = 512;

/// The lines of the blocks of one text at one setting.
#[derive(Debug, Clone)]
pub struct LineCache {
    pub setting: LayoutSetting,
    lines: HashMap<BlockId, Arc<[Line]>>,
}

impl LineCache {
    /// Creates an empty cache.
    pub fn new(setting: LayoutSetting) -> Self {
        Self { setting, lines: HashMap::new() }
    }

    /// Returns the lines of a block.
    pub fn of(&mut self, document: &Document, block: BlockId) -> Arc<[Line]> {
        if let Some(lines) = self.lines.get(&block) {
            return Arc::clone(lines);
        }
        if self.lines.len() >= CACHED_BLOCKS {
            self.lines.clear();
        }
        let lines: Arc<[Line]> = block::set(document, block, self.setting).into();
        self.lines.insert(block, Arc::clone(&lines));
        lines
    }

    /// Returns the index of the line that shows `point` within its block.
    pub fn index(&mut self, document: &Document, point: Point) -> usize {
        let lines = self.of(document, point.block);
        let last = lines.partition_point(|line| line.start <= point.byte).saturating_sub(1);
        // In a table row, a later cell may be in an earlier line.
        let row = last - lines.get(last).map_or(0, |line| line.above).min(last);
        (row..last).find(|at| lines[*at].holds(point.byte)).unwrap_or(last)
    }
}

/// A block in a cell, and the blank rows before it.
#[derive(Debug, Clone)]
struct Part {
    block: BlockId,
    space: usize,
    lines: Arc<[Line]>,
}

/// The rows of blocks of one text that follow each other.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    parts: Vec<Part>,
}

impl Cell {
    /// Typesets blocks.
    pub fn of(document: &Document, blocks: Range<usize>, lines: &mut LineCache) -> Self {
        let first = blocks.start;
        let parts = blocks.filter(|at| *at < document.block_count()).map(|at| {
            let block = BlockId::new(at);
            let space = if at == first { 0 } else { space_before(document, block) };
            Part { block, space, lines: lines.of(document, block) }
        });
        Self { parts: parts.collect() }
    }

    /// The first block.
    pub fn first(&self) -> Option<BlockId> {
        self.parts.first().map(|part| part.block)
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.parts.iter().map(|part| part.space + part.lines.len()).sum()
    }

    /// The line in a row: its block, its index, and itself; `None` for a blank row, and for one after
    /// the last.
    pub fn line(&self, row: usize) -> Option<(BlockId, usize, &Line)> {
        let mut left = row;
        for part in &self.parts {
            match left.checked_sub(part.space) {
                None => return None,
                Some(index) if index < part.lines.len() => {
                    return Some((part.block, index, &part.lines[index]));
                }
                Some(past) => left = past - part.lines.len(),
            }
        }
        None
    }

    /// The row of a line of a block; that of the first line if the block is not in the cell.
    pub fn row_of(&self, block: BlockId, index: usize) -> usize {
        let mut row = 0;
        for part in &self.parts {
            row += part.space;
            if part.block == block {
                return row + index;
            }
            row += part.lines.len();
        }
        0
    }

    /// The first row with a line from `row` on, and the point where that line begins.
    fn next_line(&self, row: usize) -> Option<(usize, Point)> {
        let at = (row..self.rows()).find(|at| self.line(*at).is_some())?;
        let (block, _, line) = self.line(at)?;
        Some((at, Point { block, byte: line.start }))
    }
}

/// Where the other text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// In a column beside the text.
    Beside,
    /// Below each paragraph of the text.
    Below,
}

/// The rows of what belongs together: a block of one text, or a row of a pairing.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Blank rows before it.
    pub space: usize,
    /// The cell of the own text.
    pub own: Cell,
    /// That of the other one.
    pub other: Cell,
    /// Whether one of the texts lacks it, which takes a row.
    pub is_lacking: bool,
    /// Where the other text is.
    pub placing: Placing,
    /// The first block of the own text after it, or the end of that text.
    pub next: Point,
}

impl Unit {
    /// The number of rows, with the blank ones before it.
    pub fn rows(&self) -> usize {
        let (own, other) = (self.rows_of(&self.own), self.rows_of(&self.other));
        self.space
            + match self.placing {
                Placing::Beside => own.max(other),
                Placing::Below => own + other,
            }
    }

    fn rows_of(&self, cell: &Cell) -> usize {
        cell.rows().max(usize::from(self.is_lacking))
    }

    /// The first row of the other cell.
    pub fn other_start(&self) -> usize {
        match self.placing {
            Placing::Beside => self.space,
            Placing::Below => self.space + self.rows_of(&self.own),
        }
    }

    /// The line of the own text in a row.
    pub fn own_line(&self, row: usize) -> Option<(BlockId, usize, &Line)> {
        self.own.line(row.checked_sub(self.space)?)
    }

    /// The line of the other text in a row.
    pub fn other_line(&self, row: usize) -> Option<(BlockId, usize, &Line)> {
        self.other.line(row.checked_sub(self.other_start())?)
    }

    /// The same unit with the texts exchanged; `next` is the first block of the other text after it.
    pub fn turned(self, next: Point) -> Self {
        Self { own: self.other, other: self.own, next, ..self }
    }

    /// The place in the text of a row: the first words in it or below it, of the own text if the unit
    /// has any there, else of the other one. `None` if there are none.
    pub fn top(&self, row: usize) -> Option<Top> {
        let lead = |to: usize| u16::try_from(to.saturating_sub(row)).unwrap_or(u16::MAX);
        if let Some((at, point)) = self.own.next_line(row.saturating_sub(self.space)) {
            return Some(Top { point, lead: lead(self.space + at), beside: None });
        }
        let start = self.other_start();
        let (at, beside) = self.other.next_line(row.saturating_sub(start))?;
        Some(Top { point: self.next, lead: lead(start + at), beside: Some(beside) })
    }
}

/// Returns the number of blank rows between a block and the one before it.
pub fn space_before(document: &Document, id: BlockId) -> usize {
    let Some(previous) = id.previous() else { return 0 };
    let (block, before) = (document.block(id), document.block(previous));
    let kind = |block: &crate::document::Block| document.section(block.section).kind;
    if block.kind == BlockKind::Printed && before.kind == BlockKind::Printed {
        return usize::from(block.gap);
    }
    let lines_together = |kind: SectionKind| {
        matches!(kind, SectionKind::Masthead | SectionKind::Imprint | SectionKind::Notice)
    };
    if block.section == before.section && lines_together(kind(block)) {
        return usize::from(block.gap);
    }
    // A number on its own gets no more space than one beside words.
    let heads = block.kind == BlockKind::Heading && !block.body.is_empty();
    if heads && block.section != before.section { 2 } else { 1 }
}
