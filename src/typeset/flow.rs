//! Rows of a document, starting at a place in its text; those of another text beside them, if there
//! is one.

use super::cells::{Cell, LineCache, Unit, space_before};
use super::companion::{BesideRow, Companion};
use super::row::{Row, Top};
use super::{LayoutSetting, Line, Placing, Shown};
use crate::document::{BlockId, Document, Point};
use std::sync::Arc;

/// A place in rows: a unit and a row in it, counting the blank rows before it
/// first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct RowPlace {
    unit: usize,
    row: usize,
}

/// The rows of one text, or of two: the rows of its units. A unit is a block or, with another text
/// beside, a row of their pairing; it is typeset when it comes into view.
#[derive(Debug, Clone)]
pub struct Flow {
    lines: LineCache,
    /// The blocks shown, if not all are.
    only: Option<Shown>,
    /// The other text.
    companion: Option<Companion>,
}

impl Flow {
    /// Creates a flow at a setting.
    pub fn new(setting: LayoutSetting) -> Self {
        Self { lines: LineCache::new(setting), only: None, companion: None }
    }

    /// The current setting.
    pub fn setting(&self) -> LayoutSetting {
        self.lines.setting
    }

    /// Changes the setting.
    pub fn set(&mut self, setting: LayoutSetting) {
        if setting != self.setting() {
            self.lines = LineCache::new(setting);
        }
    }

    /// Shows another text beside or below this one from now on, or none.
    pub fn accompany(&mut self, companion: Option<Companion>) {
        if let (Some(kept), Some(new)) = (&mut self.companion, &companion)
            && kept.becomes(new)
        {
            return;
        }
        self.companion = companion;
        if let Some(companion) = &mut self.companion {
            companion.show_only(self.only.as_ref());
        }
    }

    /// Shows only some blocks from now on, or all (`None`).
    pub fn show_only(&mut self, only: Option<Shown>) {
        if let Some(companion) = &mut self.companion {
            companion.show_only(only.as_ref());
        }
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

    /// Returns the lines of a block.
    pub fn lines(&mut self, document: &Document, block: BlockId) -> Arc<[Line]> {
        self.lines.of(document, block)
    }

    /// Returns the rows of one screen, and what is beside them if there is another text.
    pub fn rows(
        &mut self,
        document: &Document,
        top: Top,
        height: u16,
    ) -> (Vec<Row>, Vec<BesideRow>) {
        let height = usize::from(height);
        let (mut rows, mut beside) = (Vec::with_capacity(height), Vec::new());
        if self.units(document) == 0 {
            return (rows, beside);
        }
        let mut place = self.place(document, top);
        while rows.len() < height {
            let unit = self.unit(document, place.unit);
            for row in place.row..unit.rows() {
                if rows.len() == height {
                    break;
                }
                rows.push(unit.own_line(row).into());
                if let Some(companion) = &self.companion {
                    beside.push(companion.row_beside(&unit, place.unit, row));
                }
            }
            let Some(next) = self.next_unit(document, place.unit) else { break };
            place = RowPlace { unit: next, row: 0 };
        }
        (rows, beside)
    }

    /// Returns the top `rows` rows further down (or up, if negative), within
    /// the document.
    pub fn scroll(&mut self, document: &Document, top: Top, rows: i64) -> Top {
        if self.units(document) == 0 {
            return top;
        }
        let place = self.place(document, top);
        let moved = self.step(document, place, rows);
        self.top(document, moved)
    }

    /// Returns the top of the first screen. With another text beside, that may begin with what only
    /// that text has.
    pub fn first_top(&mut self, document: &Document) -> Top {
        if self.units(document) == 0 {
            return Top::default();
        }
        let first = self.nearest(0);
        self.top(document, RowPlace { unit: first, row: 0 })
    }

    /// Returns the top of the last screen, whose last row is the end of the
    /// document.
    pub fn last_top(&mut self, document: &Document, height: u16) -> Top {
        let Some(last) = self.units(document).checked_sub(1) else { return Top::default() };
        let last = self.nearest(last);
        let row = self.unit(document, last).rows().saturating_sub(1);
        let end = RowPlace { unit: last, row };
        let place = self.step(document, end, -i64::from(height.saturating_sub(1)));
        self.top(document, place)
    }

    /// Returns the top for which `point` is `above` rows below the top row.
    pub fn showing(&mut self, document: &Document, point: Point, above: u16) -> Top {
        self.scroll(document, Top::at(point), -i64::from(above))
    }

    /// Whether a top is further down than another.
    pub fn is_below(&mut self, document: &Document, one: Top, other: Top) -> bool {
        self.units(document) > 0 && self.place(document, one) > self.place(document, other)
    }

    /// Returns the index of the line that shows `point` within its block.
    pub fn line_index(&mut self, document: &Document, point: Point) -> usize {
        self.lines.index(document, point)
    }

    /// The same top for a flow of the other text that has this one beside it: the same rows are in
    /// view. `None` if there is no other text, or it is below this one.
    pub fn turned(&mut self, document: &Document, top: Top) -> Option<Top> {
        let is_beside = |one: &&Companion| one.placing == Placing::Beside && !one.is_empty();
        self.companion.as_ref().filter(is_beside)?;
        let place = self.place(document, top);
        let unit = self.unit(document, place.unit);
        let companion = self.companion.as_ref()?;
        let next = companion.next_of_other(place.unit);
        unit.turned(next).top(place.row)
    }

    /// Number of units.
    fn units(&self, document: &Document) -> usize {
        self.companion.as_ref().map_or(document.block_count(), Companion::units)
    }

    /// Typesets a unit.
    fn unit(&mut self, document: &Document, at: usize) -> Unit {
        if let Some(companion) = &mut self.companion {
            return companion.unit(document, at, &mut self.lines);
        }
        let block = BlockId::new(at);
        let gap = self.only.as_ref().map_or(0, |only| only.gap_before(block));
        Unit {
            space: space_before(document, block).max(gap),
            own: Cell::of(document, at..at + 1, &mut self.lines),
            other: Cell::default(),
            is_lacking: false,
            placing: Placing::Beside,
            next: Point::start_of(block),
        }
    }

    /// The first shown unit after one.
    fn next_unit(&self, document: &Document, unit: usize) -> Option<usize> {
        match &self.companion {
            Some(companion) => companion.shown_from(unit + 1),
            None => self.next(document, BlockId::new(unit)).map(BlockId::index),
        }
    }

    /// The last shown unit before one.
    fn previous_unit(&self, unit: usize) -> Option<usize> {
        match &self.companion {
            Some(companion) => companion.shown_before(unit),
            None => self.previous(BlockId::new(unit)).map(BlockId::index),
        }
    }

    /// Returns the unit itself if it is shown, otherwise the nearest shown one.
    fn nearest(&self, unit: usize) -> usize {
        let shown = match (&self.companion, &self.only) {
            (Some(companion), _) => {
                companion.shown_from(unit).or_else(|| companion.shown_before(unit))
            }
            (None, Some(only)) => {
                let block = BlockId::new(unit);
                only.from(block).or_else(|| only.before(block)).map(BlockId::index)
            }
            (None, None) => None,
        };
        shown.unwrap_or(unit)
    }

    fn place(&mut self, document: &Document, top: Top) -> RowPlace {
        if let Some((at, index)) =
            top.beside.and_then(|point| self.companion.as_mut()?.locate(point))
        {
            let unit = self.unit(document, at);
            let row = unit.other_start() + unit.other.row_of(index.0, index.1);
            return self.led(document, RowPlace { unit: at, row }, top.lead);
        }
        let block =
            BlockId::new(top.point.block.index().min(document.block_count().saturating_sub(1)));
        let at = self.companion.as_ref().map_or(block.index(), |one| one.unit_of(block));
        let shown = self.nearest(at);
        let unit = self.unit(document, shown);
        if shown != at {
            return RowPlace { unit: shown, row: unit.space };
        }
        let index = self.line_index(document, Point { block, ..top.point });
        let mut row = unit.space + unit.own.row_of(block, index);
        let lead = match self.companion {
            Some(_) => top.lead,
            // Only as many as there are.
            None => top.lead.min(u16::try_from(unit.space).unwrap_or(u16::MAX)),
        };
        if lead > 0 {
            row = unit.space + unit.own.row_of(block, 0);
        }
        self.led(document, RowPlace { unit: shown, row }, lead)
    }

    /// The place that is `lead` rows above another.
    fn led(&mut self, document: &Document, place: RowPlace, lead: u16) -> RowPlace {
        match place.row.checked_sub(usize::from(lead)) {
            Some(row) => RowPlace { row, ..place },
            None => self.step(document, place, -i64::from(lead)),
        }
    }

    fn top(&mut self, document: &Document, place: RowPlace) -> Top {
        let unit = self.unit(document, place.unit);
        if let Some(top) = unit.top(place.row) {
            return top;
        }
        // A row without words at the end of a unit.
        let Some(next) = self.next_unit(document, place.unit) else { return Top::at(unit.next) };
        let below = self.unit(document, next);
        let rest = u16::try_from(unit.rows() - place.row).unwrap_or(u16::MAX);
        below
            .top(0)
            .map_or(Top::at(unit.next), |top| Top { lead: top.lead.saturating_add(rest), ..top })
    }

    fn step(&mut self, document: &Document, mut place: RowPlace, rows: i64) -> RowPlace {
        let mut left = usize::try_from(rows.unsigned_abs()).unwrap_or(usize::MAX);
        while left > 0 {
            if rows > 0 {
                let here = self.unit(document, place.unit).rows();
                let rest = here.saturating_sub(place.row + 1);
                if left <= rest {
                    place.row += left;
                    break;
                }
                let Some(next) = self.next_unit(document, place.unit) else {
                    place.row += rest;
                    break;
                };
                left -= rest + 1;
                place = RowPlace { unit: next, row: 0 };
            } else if left <= place.row {
                place.row -= left;
                break;
            } else {
                let Some(unit) = self.previous_unit(place.unit) else {
                    place.row = 0;
                    break;
                };
                left -= place.row + 1;
                let rows = self.unit(document, unit).rows();
                place = RowPlace { unit, row: rows.saturating_sub(1) };
            }
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::tests;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn resize_never_moves_the_first_word_in_view(
            paragraphs in prop::collection::vec("[a-z]{1,9}( [a-z]{1,12}){0,40}", 1..8),
            rows in 0i64..60, from in 10u16..80, to in 10u16..80,
        ) {
            let document = tests::paragraphs(&paragraphs);
            let english = super::super::patterns("en");
            let setting = |columns| LayoutSetting { hyphenation: english, ..LayoutSetting::plain(columns) };
            let mut flow = Flow::new(setting(from));
            let top = flow.scroll(&document, Top::default(), rows);
            flow.set(setting(to));
            let shown = flow.rows(&document, top, 3 + top.lead).0.into_iter().find_map(|row| match row {
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
            let document = tests::paragraphs(&paragraphs);
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
