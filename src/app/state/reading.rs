//! The reading pane: which words are in view, and how movement changes that.

use crate::document::{BlockId, Document, Point};
use crate::typeset::{BesideRow, Companion, Flow, LayoutSetting, Line, Row, Shown, Top};
use std::ops::Range;

/// What the pane shows of the document.
#[derive(Debug, Clone)]
pub struct Reading {
    flow: Flow,
    top: Top,
    height: u16,
    rows: Vec<Row>,
    beside: Vec<BesideRow>,
}

impl Reading {
    /// Returns a pane of `height` rows at the start of a document.
    pub fn new(document: &Document, setting: LayoutSetting, height: u16) -> Self {
        let mut reading = Self {
            flow: Flow::new(setting),
            top: Top::default(),
            height,
            rows: Vec::new(),
            beside: Vec::new(),
        };
        reading.refresh(document);
        reading
    }

    /// The rows in view.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What is beside the rows in view, row by row, if there is another text.
    pub fn beside(&self) -> &[BesideRow] {
        &self.beside
    }

    /// How text is typeset.
    pub fn setting(&self) -> LayoutSetting {
        self.flow.setting()
    }

    /// The first words in view.
    pub fn top(&self) -> Top {
        self.top
    }

    /// The rows of the pane.
    pub fn height(&self) -> u16 {
        self.height
    }

    /// Changes how text is typeset, and the height of the pane; the first words in view stay in
    /// view.
    pub fn resize(
        &mut self,
        document: &Document,
        setting: LayoutSetting,
        height: u16,
        companion: Option<Companion>,
    ) {
        self.flow.set(setting);
        self.flow.accompany(companion);
        self.height = height;
        self.refresh(document);
    }

    /// Scrolls down by `rows`, or up if negative; the end of the document stops at the bottom of
    /// the pane.
    pub fn scroll(&mut self, document: &Document, rows: i64) {
        let moved = self.flow.scroll(document, self.top, rows);
        let last = self.flow.last_top(document, self.height);
        // Never scrolls back after a jump has put the end above the bottom.
        let limit = if self.flow.is_below(document, last, self.top) { last } else { self.top };
        self.top = if self.flow.is_below(document, moved, limit) { limit } else { moved };
        self.refresh(document);
    }

    /// Shows only some blocks from now on, or all; the nearest shown block to the first words in
    /// view stays in view.
    pub fn show_only(&mut self, document: &Document, only: Option<Shown>) {
        self.flow.show_only(only);
        self.restore(document, self.top);
    }

    /// Whether a block is shown, in view or not.
    pub fn shows(&self, block: BlockId) -> bool {
        self.flow.shows(block)
    }

    /// Whether some blocks are hidden.
    pub fn is_partial(&self) -> bool {
        self.flow.is_partial()
    }

    /// Puts a point on the top row.
    pub fn go(&mut self, document: &Document, point: Point) {
        self.top = self.flow.showing(document, point, 0);
        self.refresh(document);
    }

    /// Like [`Self::go`], but never leaves empty rows below the end of the document.
    pub fn go_within(&mut self, document: &Document, point: Point) {
        let last = self.flow.last_top(document, self.height);
        let wanted = self.flow.showing(document, point, 0);
        self.top = if self.flow.is_below(document, wanted, last) { last } else { wanted };
        self.refresh(document);
    }

    /// Restores an earlier top.
    pub fn restore(&mut self, document: &Document, top: Top) {
        self.top = self.flow.scroll(document, top, 0);
        self.refresh(document);
    }

    /// Shows another document, from `top` on.
    pub fn replace(&mut self, document: &Document, top: Top) {
        self.flow = Flow::new(self.flow.setting());
        self.restore(document, top);
    }

    /// Goes to the beginning.
    pub fn start(&mut self, document: &Document) {
        self.top = self.flow.first_top(document);
        self.refresh(document);
    }

    /// Goes to the end: the last row is at the bottom of the pane.
    pub fn end(&mut self, document: &Document) {
        self.top = self.flow.last_top(document, self.height);
        self.refresh(document);
    }

    /// Brings a point into view, a third down the pane, unless it is in view already.
    pub fn reveal(&mut self, document: &Document, point: Point) {
        let index = self.flow.line_index(document, point);
        let in_view = self.rows.iter().any(
            |row| matches!(row, Row::Text { block, index: i, .. } if *block == point.block && *i == index),
        );
        if !in_view {
            self.top = self.flow.showing(document, point, self.height / 3);
            self.refresh(document);
        }
    }

    /// The same place in the other text, with the same rows in view; `None` if it is not beside.
    pub fn turned(&mut self, document: &Document) -> Option<Top> {
        self.flow.turned(document, self.top)
    }

    /// The number of lines of a block.
    pub fn height_of(&mut self, document: &Document, block: BlockId) -> usize {
        self.flow.lines(document, block).len()
    }

    /// The line that shows a point, and its index in its block.
    pub fn line_of(&mut self, document: &Document, point: Point) -> (usize, Line) {
        let index = self.flow.line_index(document, point);
        let lines = self.flow.lines(document, point.block);
        let line = lines.get(index).cloned();
        (index, line.unwrap_or_else(|| Line::empty(0)))
    }

    /// The point `by` lines further down (or up) at a column.
    pub fn vertical(&mut self, document: &Document, from: Point, by: i64, column: u16) -> Point {
        let mut block = from.block;
        let mut index = self.flow.line_index(document, from);
        let mut steps = by.unsigned_abs().min(u64::from(u16::MAX));
        while steps > 0 {
            if by > 0 {
                if index + 1 < self.flow.lines(document, block).len() {
                    index += 1;
                } else if let Some(next) = self.flow.next(document, block) {
                    (block, index) = (next, 0);
                } else {
                    break;
                }
            } else if index > 0 {
                index -= 1;
            } else if let Some(before) = self.flow.previous(block) {
                block = before;
                index = self.flow.lines(document, block).len().saturating_sub(1);
            } else {
                break;
            }
            // A rule contains no point.
            let lines = self.flow.lines(document, block);
            steps -= u64::from(!lines.get(index).is_some_and(Line::is_wordless));
        }
        let lines = self.flow.lines(document, block);
        let body = document.body(block);
        let byte = lines.get(index).map_or(0, |line| {
            let last = line.last_character(body);
            line.byte_at(body, column).min(last)
        });
        Point { block, byte }
    }

    /// Scrolls as little as needed to bring a point into view.
    pub fn keep_in_view(&mut self, document: &Document, point: Point) {
        let shown = |rows: &[Row], index: usize| {
            rows.iter().any(|row| {
                matches!(row, Row::Text { block, index: i, .. } if *block == point.block && *i == index)
            })
        };
        let index = self.flow.line_index(document, point);
        if !shown(&self.rows, index) {
            let above = if point < self.top.point { 0 } else { self.height.saturating_sub(1) };
            self.top = self.flow.showing(document, point, above);
            self.refresh(document);
        }
    }

    /// The first block in view.
    pub fn first_block(&self) -> Option<BlockId> {
        self.rows.iter().find_map(|row| match row {
            Row::Text { block, .. } => Some(*block),
            Row::Space => None,
        })
    }

    /// The bytes of the text in view; `None` if there are none.
    pub fn in_view(&self, document: &Document) -> Option<Range<usize>> {
        let mut texts = self.rows.iter().filter_map(|row| match row {
            Row::Text { block, line, .. } => Some((*block, line.range())),
            Row::Space => None,
        });
        let (first, from) = texts.next()?;
        let (last, to) = texts.next_back().unwrap_or((first, from.clone()));
        let offset = |block, byte| document.offset_of(Point { block, byte }).get();
        Some(offset(first, from.start)..offset(last, to.end))
    }

    /// The percentage of the text above the last row in view.
    pub fn percent(&self, document: &Document) -> u8 {
        let end = self.in_view(document).map(|in_view| in_view.end);
        // With nothing but words of the text beside in view, what is above them has been read.
        let is_before = |_: &BesideRow| document.offset_of(self.top.point).get();
        let end = end.or_else(|| self.beside.first().map(is_before));
        let all = document.text().len().max(1);
        end.map_or(100, |end| u8::try_from(end.saturating_mul(100) / all).unwrap_or(100).min(100))
    }

    fn refresh(&mut self, document: &Document) {
        (self.rows, self.beside) = self.flow.rows(document, self.top, self.height);
    }
}
