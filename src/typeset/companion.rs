//! Another text beside the one that a [`Flow`](super::Flow) is of, or below its paragraphs.

use super::cells::{Cell, LineCache, Placing, Unit, space_before};
use super::{LayoutSetting, Pairing, Row, Shown, TextSide, Tie};
use crate::document::{BlockId, Document, Point};
use std::sync::Arc;

/// What is beside a row of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BesideRow {
    /// The row of the other text.
    pub row: Row,
    /// The cell that begins in this row and has no words, because its text lacks them.
    pub lacking: Option<LackingCell>,
    /// How the two belong together.
    pub tie: RowTie,
}

/// A cell without words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LackingCell {
    /// That of the text.
    Own,
    /// That of the other text.
    Other,
}

/// How the words in a row belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowTie {
    /// There are none: the row is between two rows of the pairing.
    Between,
    /// They correspond.
    Sure,
    /// They may not correspond.
    Unsure,
}

/// The other text.
#[derive(Debug, Clone)]
pub struct Companion {
    document: Arc<Document>,
    pairing: Arc<Pairing>,
    /// Which text the flow is of.
    side: TextSide,
    /// Where the other one is.
    pub placing: Placing,
    lines: LineCache,
    /// The units that are shown, in order, if not all are.
    only: Option<Arc<[u32]>>,
}

impl Companion {
    /// The text that is not at `side`, typeset at a setting.
    pub fn new(
        document: Arc<Document>,
        pairing: Arc<Pairing>,
        side: TextSide,
        placing: Placing,
        setting: LayoutSetting,
    ) -> Self {
        Self { document, pairing, side, placing, lines: LineCache::new(setting), only: None }
    }

    /// Takes the setting and the place of another companion; returns whether that is of the same
    /// texts.
    pub(super) fn becomes(&mut self, new: &Self) -> bool {
        let same = Arc::ptr_eq(&self.document, &new.document)
            && Arc::ptr_eq(&self.pairing, &new.pairing)
            && self.side == new.side;
        if same {
            self.placing = new.placing;
            if self.lines.setting != new.lines.setting {
                self.lines = LineCache::new(new.lines.setting);
            }
        }
        same
    }

    /// Whether there are no units.
    pub(super) fn is_empty(&self) -> bool {
        self.pairing.is_empty()
    }

    /// The number of units.
    pub(super) fn units(&self) -> usize {
        self.pairing.len()
    }

    /// The unit of a block of the text.
    pub(super) fn unit_of(&self, block: BlockId) -> usize {
        self.pairing.place_of(self.side, block)
    }

    /// The unit of a point in the other text, with the block and the line; `None` if that is not shown.
    pub(super) fn locate(&mut self, point: Point) -> Option<(usize, (BlockId, usize))> {
        if point.block.index() >= self.document.block_count() || self.is_empty() {
            return None;
        }
        let other = self.side.other();
        let at = self.pairing.facing(other, self.pairing.place_of(other, point.block));
        let shown = self.shown_from(at) == Some(at);
        shown.then(|| (at, (point.block, self.lines.index(&self.document, point))))
    }

    /// Typesets a unit.
    pub(super) fn unit(&mut self, document: &Document, at: usize, lines: &mut LineCache) -> Unit {
        let row = self.pairing.row(self.side, at);
        let next = next_point(document, row.own.end);
        let own = Cell::of(document, row.own, lines);
        let other = Cell::of(&self.document, row.other, &mut self.lines);
        let before = |document: &Document, cell: &Cell| {
            cell.first().map_or(0, |first| match first.previous() {
                None => 1,
                Some(_) => space_before(document, first),
            })
        };
        let space = before(document, &own).max(before(&self.document, &other));
        Unit {
            space: if at == 0 { 0 } else { space },
            own,
            other,
            is_lacking: row.tie == Tie::Lacking,
            placing: self.placing,
            next,
        }
    }

    /// The first point of the other text after a unit.
    pub(super) fn next_of_other(&self, at: usize) -> Point {
        next_point(&self.document, self.pairing.row(self.side, at).other.end)
    }

    /// What is beside a row of a unit.
    pub(super) fn row_beside(&self, unit: &Unit, at: usize, row: usize) -> BesideRow {
        let is_sure = self.pairing.row(self.side, at).is_sure;
        let begins_empty =
            |cell: &Cell, start: usize| unit.is_lacking && cell.first().is_none() && row == start;
        let lacking = if begins_empty(&unit.own, unit.space) {
            Some(LackingCell::Own)
        } else {
            begins_empty(&unit.other, unit.other_start()).then_some(LackingCell::Other)
        };
        let tie = match row < unit.space {
            true => RowTie::Between,
            false if is_sure => RowTie::Sure,
            false => RowTie::Unsure,
        };
        BesideRow { row: unit.other_line(row).into(), lacking, tie }
    }

    /// Shows only the units of some blocks from now on, or all. Units that the text lacks are shown
    /// with the one before them.
    pub(super) fn show_only(&mut self, only: Option<&Shown>) {
        self.only = only.map(|only| {
            if let Some(rows) = only.rows() {
                return Arc::clone(rows);
            }
            let mut units: Vec<u32> = Vec::new();
            let mut next = only.from(BlockId::new(0));
            while let Some(block) = next {
                let at = self.unit_of(block);
                let row = self.pairing.row(self.side, at);
                if !row.own.contains(&block.index()) {
                    break;
                }
                units.extend(u32::try_from(at));
                let lacking = |at: &usize| self.pairing.row(self.side, *at).own.is_empty();
                let after = (at + 1..self.units()).take_while(lacking);
                units.extend(after.filter_map(|at| u32::try_from(at).ok()));
                next = only.from(BlockId::new(row.own.end));
            }
            units.into()
        });
    }

    /// The first shown unit from one on.
    pub(super) fn shown_from(&self, unit: usize) -> Option<usize> {
        match &self.only {
            Some(only) => {
                let at = only.partition_point(|shown| (*shown as usize) < unit);
                only.get(at).map(|at| *at as usize)
            }
            None => (unit < self.units()).then_some(unit),
        }
    }

    /// The last shown unit before one.
    pub(super) fn shown_before(&self, unit: usize) -> Option<usize> {
        match &self.only {
            Some(only) => {
                let at = only.partition_point(|shown| (*shown as usize) < unit);
                at.checked_sub(1).map(|at| only[at] as usize)
            }
            None => unit.checked_sub(1),
        }
    }
}

/// The start of the block with an index, or the end of a document if there is none.
fn next_point(document: &Document, at: usize) -> Point {
    if at < document.block_count() {
        return Point::start_of(BlockId::new(at));
    }
    let end = |block: BlockId| Point { block, byte: document.body(block).len() };
    document.last_block().map_or(Point::default(), end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::tests::paragraphs;
    use crate::typeset::{BlocksBeside, Flow};
    use proptest::prelude::*;

    /// Rows of all kinds, as `kinds` says for the next blocks of both texts.
    fn pairing(kinds: &[(usize, usize)], counts: [usize; 2]) -> Arc<Pairing> {
        let (mut left, mut right) = (0, 0);
        let rows = kinds.iter().map(|(one, other)| {
            let take = |at: &mut usize, most: usize, count: usize| -> Vec<BlockId> {
                let taken = *at..(*at + count).min(most);
                *at = taken.end;
                taken.map(BlockId::new).collect()
            };
            let (left, right) =
                (take(&mut left, counts[0], *one), take(&mut right, counts[1], *other));
            BlocksBeside { left, right, is_sure: true }
        });
        Arc::new(Pairing::of(rows.collect::<Vec<_>>(), counts))
    }

    proptest! {
        #[test]
        fn each_row_is_reached_from_above_and_from_below(
            left in prop::collection::vec("[a-z]{1,9}( [a-z]{1,12}){0,20}", 1..7),
            right in prop::collection::vec("[a-z]{1,9}( [a-z]{1,12}){0,20}", 1..7),
            kinds in prop::collection::vec((0usize..3, 0usize..3), 1..9),
            columns in 12u16..50, is_below in any::<bool>(),
        ) {
            let [left, right] = [left, right].map(|texts| Arc::new(paragraphs(&texts)));
            let counts = [left.block_count(), right.block_count()];
            let placing = if is_below { Placing::Below } else { Placing::Beside };
            let flow = |of: &Arc<Document>, other: &Arc<Document>, side| {
                let setting = LayoutSetting::plain(columns);
                let mut flow = Flow::new(setting);
                let pairing = pairing(&kinds, counts);
                let other = Arc::clone(other);
                flow.accompany(Some(Companion::new(other, pairing, side, placing, setting)));
                let first = flow.first_top(of);
                let all = flow.rows(of, first, 2000);
                (flow, all)
            };
            let (mut own, (all, beside)) = flow(&left, &right, TextSide::Left);
            prop_assert_eq!(all.len(), beside.len());
            let lines = |row: &Row| usize::from(*row != Row::Space);
            let others: usize = beside.iter().map(|row| lines(&row.row)).sum();
            let (_, (turned, _)) = flow(&right, &left, TextSide::Right);
            prop_assert_eq!(others, turned.iter().map(lines).sum::<usize>(), "no line is lost");
            let first = own.first_top(&left);
            // No place is below the last words.
            let worded = |at: &usize| all[*at] != Row::Space || beside[*at].row != Row::Space;
            let last = (0..all.len()).rev().find(worded).unwrap_or(0);
            for at in 0..=last {
                let top = own.scroll(&left, first, i64::try_from(at).unwrap());
                let (rows, rows_beside) = own.rows(&left, top, 2000);
                prop_assert_eq!(&rows[..], &all[at..], "row {}", at);
                prop_assert_eq!(&rows_beside[..], &beside[at..], "row {}", at);
                prop_assert_eq!(own.scroll(&left, top, -i64::try_from(at).unwrap()), first);
            }
        }
    }
}
