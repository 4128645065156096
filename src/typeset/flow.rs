//! Rows of a document, starting at a place in its text.

use super::{LayoutSetting, Line, Shown, block};
use crate::document::{BlockId, BlockKind, Document, Point, SectionKind};
use std::collections::HashMap;
use std::sync::Arc;

/// What the topmost row of a screen shows. It is a place in the text, so it
/// stays the same when the measure changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Top {
    /// The start of the first words in view.
    pub point: Point,
    /// Blank rows before the block of `point` that are in view above it.
    pub lead: u16,
}

/// One row of the text column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Space between blocks.
    Space,
    /// A line of a block.
    Text {
        /// The block.
        block: BlockId,
        /// The index of the line in its block.
        index: usize,
        /// The line.
        line: Line,
    },
}

/// A place in rows: a block and a row in it, counting the blank rows before it
/// first.
#[derive(Clone, Copy)]
struct RowPlace {
    block: BlockId,
    row: usize,
}

/// The largest number of typeset blocks in the cache.
const CACHED_BLOCKS: usize = 512;

/// The lines of blocks at one setting, typeset when they come into view.
#[derive(Debug, Clone)]
pub struct Flow {
    setting: LayoutSetting,
    lines: HashMap<BlockId, Arc<[Line]>>,
    /// The blocks shown, if not all are.
    only: Option<Shown>,
}

impl Flow {
    /// Creates a flow at a setting.
    pub fn new(setting: LayoutSetting) -> Self {
        Self { setting, lines: HashMap::new(), only: None }
    }

    /// The current setting.
    pub fn setting(&self) -> LayoutSetting {
        self.setting
    }

    /// Changes the setting.
    pub fn set(&mut self, setting: LayoutSetting) {
        if setting != self.setting {
            *self = Self { only: self.only.take(), ..Self::new(setting) };
        }
    }

    /// Shows only some blocks from now on, or all (`None`).
    pub fn show_only(&mut self, only: Option<Shown>) {
        self.only = only;
    }

    /// Whether a block is shown.
    pub fn shows(&self, block: BlockId) -> bool {
        self.only.as_ref().is_none_or(|only| only.holds(block))
    }

    /// Whether some blocks are hidden.
    pub fn is_partial(&self) -> bool {
        self.only.is_some()
    }

    /// Returns the first shown block after `block`.
    pub fn next(&self, document: &Document, block: BlockId) -> Option<BlockId> {
        let next = block.next();
        let next = self.only.as_ref().map_or(Some(next), |only| only.from(next))?;
        (next.index() < document.block_count()).then_some(next)
    }

    /// Returns the last shown block before `block`.
    pub fn previous(&self, block: BlockId) -> Option<BlockId> {
        self.only.as_ref().map_or_else(|| block.previous(), |only| only.before(block))
    }

    /// Returns the block itself if it is shown, otherwise the nearest shown
    /// block.
    fn nearest(&self, block: BlockId) -> BlockId {
        let Some(only) = &self.only else { return block };
        only.from(block).or_else(|| only.before(block)).unwrap_or(block)
    }

    /// Returns the lines of a block.
    pub fn lines(&mut self, document: &Document, block: BlockId) -> Arc<[Line]> {
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

    /// Returns the rows of one screen.
    pub fn rows(&mut self, document: &Document, top: Top, height: u16) -> Vec<Row> {
        let mut rows = Vec::with_capacity(usize::from(height));
        if document.block_count() == 0 {
            return rows;
        }
        let mut place = self.place(document, top);
        while rows.len() < usize::from(height) {
            let space = self.space_before(document, place.block);
            let lines = self.lines(document, place.block);
            for row in place.row..space + lines.len() {
                if rows.len() == usize::from(height) {
                    break;
                }
                rows.push(match row.checked_sub(space) {
                    None => Row::Space,
                    Some(index) => {
                        Row::Text { block: place.block, index, line: lines[index].clone() }
                    }
                });
            }
            let Some(block) = self.next(document, place.block) else { break };
            place = RowPlace { block, row: 0 };
        }
        rows
    }

    /// Returns the top `rows` rows further down (or up, if negative), within
    /// the document.
    pub fn scroll(&mut self, document: &Document, top: Top, rows: i64) -> Top {
        if document.block_count() == 0 {
            return top;
        }
        let place = self.place(document, top);
        let moved = self.step(document, place, rows);
        self.top(document, moved)
    }

    /// Returns the top of the last screen, whose last row is the end of the
    /// document.
    pub fn last_top(&mut self, document: &Document, height: u16) -> Top {
        let Some(block) = document.last_block().map(|block| self.nearest(block)) else {
            return Top::default();
        };
        let row = (self.space_before(document, block) + self.lines(document, block).len())
            .saturating_sub(1);
        let end = RowPlace { block, row };
        let place = self.step(document, end, -i64::from(height.saturating_sub(1)));
        self.top(document, place)
    }

    /// Returns the top for which `point` is `above` rows below the top row.
    pub fn showing(&mut self, document: &Document, point: Point, above: u16) -> Top {
        self.scroll(document, Top { point, lead: 0 }, -i64::from(above))
    }

    /// Returns the index of the line that shows `point` within its block.
    pub fn line_index(&mut self, document: &Document, point: Point) -> usize {
        let lines = self.lines(document, point.block);
        let last = lines.partition_point(|line| line.start <= point.byte).saturating_sub(1);
        // In a table row, a later cell may be in an earlier line.
        let row = last - lines.get(last).map_or(0, |line| line.above).min(last);
        (row..last).find(|at| lines[*at].holds(point.byte)).unwrap_or(last)
    }

    fn place(&mut self, document: &Document, top: Top) -> RowPlace {
        let block =
            BlockId::new(top.point.block.index().min(document.block_count().saturating_sub(1)));
        let shown = self.nearest(block);
        let space = self.space_before(document, shown);
        if shown != block {
            return RowPlace { block: shown, row: space };
        }
        let point = Point { block, ..top.point };
        let lead = usize::from(top.lead).min(space);
        let row = if lead > 0 { space - lead } else { space + self.line_index(document, point) };
        RowPlace { block, row }
    }

    /// Returns the number of blank rows before a block.
    fn space_before(&self, document: &Document, block: BlockId) -> usize {
        let gap = self.only.as_ref().map_or(0, |only| only.gap_before(block));
        space_before(document, block).max(gap)
    }

    fn top(&mut self, document: &Document, place: RowPlace) -> Top {
        let space = self.space_before(document, place.block);
        match place.row.checked_sub(space) {
            None => Top {
                point: Point::start_of(place.block),
                lead: u16::try_from(space - place.row).unwrap_or(0),
            },
            Some(index) => {
                let byte = self.lines(document, place.block).get(index).map_or(0, |l| l.start);
                Top { point: Point { block: place.block, byte }, lead: 0 }
            }
        }
    }

    fn step(&mut self, document: &Document, mut place: RowPlace, rows: i64) -> RowPlace {
        let mut left = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        while left > 0 {
            if rows > 0 {
                let here = self.space_before(document, place.block)
                    + self.lines(document, place.block).len();
                let rest = here.saturating_sub(place.row + 1);
                if left <= rest {
                    place.row += left;
                    break;
                }
                let Some(next) = self.next(document, place.block) else {
                    place.row += rest;
                    break;
                };
                left -= rest + 1;
                place = RowPlace { block: next, row: 0 };
            } else if left <= place.row {
                place.row -= left;
                break;
            } else {
                let Some(block) = self.previous(place.block) else {
                    place.row = 0;
                    break;
                };
                left -= place.row + 1;
                let rows = self.space_before(document, block) + self.lines(document, block).len();
                place = RowPlace { block, row: rows.saturating_sub(1) };
            }
        }
        place
    }
}

/// Returns the number of blank rows between a block and the one before it.
fn space_before(document: &Document, id: BlockId) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockDraft, Builder, ContentId, Fragment, Metadata, Origin};
    use proptest::prelude::*;

    fn document(paragraphs: &[String]) -> Document {
        let mut builder = Builder::new();
        for text in paragraphs {
            builder.push(&BlockDraft {
                kind: BlockKind::Paragraph,
                source: 0..0,
                label: None,
                body: vec![Fragment { source: 0, text }],
                gap: false,
            });
        }
        builder.finish(Metadata::new("Test", Origin::BuiltIn, ContentId([0; 32])))
    }

    proptest! {
        #[test]
        fn resize_never_moves_the_first_word_in_view(
            paragraphs in prop::collection::vec("[a-z]{1,9}( [a-z]{1,12}){0,40}", 1..8),
            rows in 0i64..60, from in 10u16..80, to in 10u16..80,
        ) {
            let document = document(&paragraphs);
            let english = super::super::patterns("en");
            let setting = |columns| LayoutSetting { hyphenation: english, ..LayoutSetting::plain(columns) };
            let mut flow = Flow::new(setting(from));
            let top = flow.scroll(&document, Top::default(), rows);
            flow.set(setting(to));
            let shown = flow.rows(&document, top, 3 + top.lead).into_iter().find_map(|row| match row {
                Row::Text { block, line, .. } => Some((block, line.range())),
                Row::Space => None,
            });
            let (block, range) = shown.unwrap();
            prop_assert_eq!(block, top.point.block);
            prop_assert!(range.start <= top.point.byte && top.point.byte < range.end.max(1));
            flow.set(setting(from));
            prop_assert_eq!(flow.scroll(&document, top, 0), top);
        }

        #[test]
        fn down_and_up_again_is_where_one_was(
            paragraphs in prop::collection::vec("[a-z]{1,9}( [a-z]{1,12}){0,40}", 1..8),
            start in 0i64..20, rows in 0i64..20,
        ) {
            let document = document(&paragraphs);
            let mut flow = Flow::new(LayoutSetting::plain(30));
            let from = flow.scroll(&document, Top::default(), start);
            let down = flow.scroll(&document, from, rows);
            let further = flow.scroll(&document, down, 1);
            if further != down {
                prop_assert_eq!(flow.scroll(&document, down, -rows), from);
            }
        }
    }
}
