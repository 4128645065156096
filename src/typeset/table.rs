//! Tables: cells in columns, each cell wrapped in its own column.
//!
//! 1. Every column is [measured](Setter::measure): its widest cell, its widest
//!    word, and whether it holds numbers, which are aligned right.
//! 2. The room is [shared out](share) among the columns, so that as few as
//!    possible wrap. If not even the words fit, each row becomes a list.
//! 3. Each row becomes [`Line`]s, each with pieces of several cells. A rule
//!    follows the heads.

use super::line::{Line, Sign, SignKind};
use super::mark::SideMark;
use super::piece::Piece;
use super::segment::{MarkedText, segments};
use super::width::columns;
use super::wrap::{LayoutSetting, Paragraph, Shape};
use crate::document::{Alignment, Direction, Table, TableRow};
use std::borrow::Cow;
use std::ops::Range;

mod list;
mod number;

/// Columns between two cells.
const GAP: u16 = 2;

/// The approximate number of bytes of cells to measure; a larger table is sampled
/// evenly.
const MEASURED: usize = 1 << 17;

/// A table being laid out.
struct Setter<'a> {
    body: &'a str,
    marks: &'a [SideMark],
    setting: LayoutSetting,
    direction: Direction,
    /// Columns before the first column.
    indent: u16,
}

/// The width requirements of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Column {
    /// Columns of its widest word.
    least: u16,
    /// Columns of its widest cell.
    most: u16,
    alignment: Alignment,
}

/// Breaks a table into lines.
pub(super) fn set(
    body: &str,
    table: &Table,
    marks: &[SideMark],
    setting: LayoutSetting,
    shape: Shape,
) -> Vec<Line> {
    let setting = LayoutSetting { justify: false, hyphenation: None, ..setting };
    let indent = shape.first.min(setting.columns / 2);
    let setter = Setter { body, marks, setting, direction: shape.direction, indent };
    let columns = setter.measure(table);
    let lines = match share(&columns, setter.room()) {
        Some(widths) => setter.rows(table, &columns, &widths),
        None => setter.list(table),
    };
    if lines.is_empty() { vec![Line::empty(0)] } else { lines }
}

/// Returns the part of a table that a range of its body covers.
pub(super) fn within(mut table: Table, range: &Range<usize>) -> Table {
    let clipped = |cell: &Range<usize>| {
        let start = cell.start.clamp(range.start, range.end.max(range.start));
        start..cell.end.clamp(start, range.end.max(start))
    };
    let heads = table.heads;
    table.heads = 0;
    let mut rows = Vec::with_capacity(table.rows.len());
    for (at, row) in table.rows.into_iter().enumerate() {
        let cells: Vec<_> = row.cells.iter().map(clipped).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            table.heads += usize::from(at < heads);
            rows.push(TableRow { cells });
        }
    }
    Table { rows, ..table }
}

impl Setter<'_> {
    /// Returns the columns for all cells and the gaps between them.
    fn room(&self) -> u16 {
        self.setting.columns.saturating_sub(self.indent).max(1)
    }

    fn measure(&self, table: &Table) -> Vec<Column> {
        let mut columns = vec![Column::default(); table.columns()];
        let mut numbers = vec![number::CellCounts::default(); table.columns()];
        // An unmarked first row may still be a row of heads.
        let heads = table.heads.max(usize::from(table.rows.len() > 1));
        let size = self.body.len().max(1);
        let step = size.div_ceil(MEASURED);
        for (at, row) in table.rows.iter().enumerate() {
            if at >= table.heads && at % step != 0 {
                continue;
            }
            for ((column, numbers), cell) in columns.iter_mut().zip(&mut numbers).zip(&row.cells) {
                for line in self.lines_of(cell) {
                    let marked = self.marked(&line);
                    let most = marked.columns(0..marked.text.len());
                    column.most = column.most.max(most);
                    if most > column.least {
                        let words = segments(marked, None, u16::MAX);
                        let least = words.iter().map(|word| word.columns).max().unwrap_or(0);
                        column.least = column.least.max(least);
                    }
                }
                if at >= heads {
                    numbers.see(&self.body[cell.clone()]);
                }
            }
        }
        for ((column, numbers), declared) in columns.iter_mut().zip(numbers).zip(&table.alignments)
        {
            let usual = if numbers.all() { Alignment::End } else { Alignment::Start };
            column.alignment = declared.unwrap_or(usual);
        }
        columns
    }

    /// Returns the lines of a cell.
    fn lines_of(&self, cell: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let mut start = cell.start;
        self.body[cell.clone()].split('\n').map(move |line| {
            let range = start..start + line.len();
            start = range.end + 1;
            range
        })
    }

    fn marked(&self, range: &Range<usize>) -> MarkedText<'_> {
        MarkedText { text: &self.body[range.clone()], start: range.start, marks: self.marks }
    }

    fn rows(&self, table: &Table, columns: &[Column], widths: &[u16]) -> Vec<Line> {
        let heads: Vec<_> =
            table.rows[..table.heads].iter().map(|row| self.row(row, columns, widths)).collect();
        let rows: Vec<_> =
            table.rows[table.heads..].iter().map(|row| self.row(row, columns, widths)).collect();
        // If many rows take several lines, or the first cells do, blank lines
        // separate the rows.
        let wrapped = |lines: &&Vec<Line>| lines.len() > 1;
        let first_wraps = |lines: &Vec<Line>| {
            let shows_first =
                |line: &Line| line.pieces().iter().any(|p| self.is_first(p, columns, widths));
            lines.len() > 1 && lines[1..].iter().any(shows_first)
        };
        let apart =
            rows.iter().filter(wrapped).count() * 3 > rows.len() || rows.iter().any(first_wraps);
        let ends = |row: &TableRow| row.cells.last().map_or(0, |cell| cell.end);
        let mut lines: Vec<Line> = heads.into_iter().flatten().collect();
        if let Some(last) = table.heads.checked_sub(1) {
            lines.push(self.rule(ends(&table.rows[last]), columns, widths));
        }
        for (at, row) in rows.into_iter().enumerate() {
            if at > 0 && apart {
                lines.push(Line::empty(ends(&table.rows[table.heads + at - 1])));
            }
            lines.extend(row);
        }
        lines
    }

    /// Whether a piece is in the first column.
    fn is_first(&self, piece: &Piece, columns: &[Column], widths: &[u16]) -> bool {
        let Some(width) = columns.first().and(widths.first()) else { return false };
        let from = self.column_at(0, widths);
        (from..from + width).contains(&piece.offset)
    }

    /// Returns the leftmost screen column of table column `at`.
    fn column_at(&self, at: usize, widths: &[u16]) -> u16 {
        let before = widths[..at].iter().fold(self.indent, |sum, width| sum + width + GAP);
        match self.direction {
            Direction::LeftToRight => before,
            Direction::RightToLeft => {
                self.setting.columns.saturating_sub(before).saturating_sub(widths[at])
            }
        }
    }

    /// Returns the lines of a row.
    fn row(&self, row: &TableRow, columns: &[Column], widths: &[u16]) -> Vec<Line> {
        let mut lines: Vec<Vec<Piece>> = Vec::new();
        for (at, cell) in row.cells.iter().enumerate() {
            let (Some(column), Some(width)) = (columns.get(at), widths.get(at)) else { break };
            for (below, piece) in self.cell(cell, column, *width).into_iter().enumerate() {
                let offset = self.column_at(at, widths) + piece.offset;
                if below == lines.len() {
                    lines.push(Vec::new());
                }
                lines[below].push(Piece { offset, ..piece });
            }
        }
        let start = row.cells.first().map_or(0, |cell| cell.start);
        if lines.is_empty() {
            lines.push(Vec::new());
        }
        lines
            .into_iter()
            .enumerate()
            .map(|(above, pieces)| {
                let start = match pieces.first() {
                    Some(first) if above > 0 => first.range.start,
                    _ => start,
                };
                Line::beside(pieces, start, above, self.direction)
            })
            .collect()
    }

    /// Returns the lines of a cell, aligned in its column.
    fn cell(&self, cell: &Range<usize>, column: &Column, width: u16) -> Vec<Piece> {
        let mut pieces = Vec::new();
        if cell.is_empty() {
            return pieces;
        }
        let setting = LayoutSetting { columns: width.max(1), ..self.setting };
        let shape = Shape::flush(self.direction);
        for line in self.lines_of(cell) {
            let paragraph = Paragraph::new(self.marked(&line), setting, shape);
            let mut lines = Vec::new();
            paragraph.wrap(&mut lines);
            pieces.extend(lines.into_iter().flat_map(Line::into_pieces));
        }
        for piece in &mut pieces {
            let free = width.saturating_sub(piece.width(self.body));
            piece.offset = match (column.alignment, self.direction) {
                (Alignment::Centre, _) => free / 2,
                (Alignment::Start, Direction::LeftToRight)
                | (Alignment::End, Direction::RightToLeft) => 0,
                (Alignment::End, Direction::LeftToRight)
                | (Alignment::Start, Direction::RightToLeft) => free,
            };
        }
        pieces
    }

    /// Returns the rule under the heads, which end at byte `end`.
    fn rule(&self, end: usize, columns: &[Column], widths: &[u16]) -> Line {
        let rule = |at: usize| Sign {
            column: self.column_at(at, widths),
            text: Cow::Owned("─".repeat(usize::from(widths[at]))),
            kind: SignKind::Rule,
        };
        let signs: Vec<Sign> = (0..columns.len()).map(rule).collect();
        Line { direction: self.direction, ..Line::empty(end).with_signs(signs) }
    }
}

/// Shares the room out among columns; `None` if not even their words fit.
///
/// A column that needs no more than an even share gets what it needs. Each other
/// column gets the width of its widest word, plus a share of the rest in
/// proportion to how much more it needs.
fn share(columns: &[Column], room: u16) -> Option<Vec<u16>> {
    let gaps = u16::try_from(columns.len().saturating_sub(1)).ok()?.checked_mul(GAP)?;
    let room = u32::from(room.checked_sub(gaps)?);
    let sum = |of: fn(&Column) -> u16, which: &[usize]| -> u32 {
        which.iter().map(|at| u32::from(of(&columns[*at]))).sum()
    };
    let mut open: Vec<usize> = (0..columns.len()).collect();
    if sum(|c| c.least, &open) > room {
        return None;
    }
    let mut widths: Vec<u16> = columns.iter().map(|column| column.most).collect();
    let mut left = room;
    while !open.is_empty() && sum(|c| c.most, &open) > left {
        let even = left / u32::try_from(open.len()).unwrap_or(u32::MAX);
        let needed = sum(|c| c.least, &open);
        let fits = |at: &usize| {
            let Column { least, most, .. } = columns[*at];
            u32::from(most) <= even && needed + u32::from(most - least) <= left
        };
        let Some(at) = open.iter().position(fits) else { break };
        left -= u32::from(columns[open.remove(at)].most);
    }
    let (least, most) = (sum(|c| c.least, &open), sum(|c| c.most, &open));
    if most > left {
        let mut spare = left - least;
        let mut asked = most - least;
        for at in open {
            let more = u32::from(columns[at].most - columns[at].least);
            let given = (spare * more).checked_div(asked).unwrap_or(0);
            widths[at] = columns[at].least + u16::try_from(given).unwrap_or(0);
            (spare, asked) = (spare - given, asked - more);
        }
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shared(columns: &[(u16, u16)], room: u16) -> Option<Vec<u16>> {
        let column = |(least, most): &(u16, u16)| Column {
            least: *least,
            most: *most,
            alignment: Alignment::Start,
        };
        share(&columns.iter().map(column).collect::<Vec<_>>(), room)
    }

    #[test]
    fn short_columns_stay_whole_and_long_ones_share_the_rest() {
        assert_eq!(shared(&[(4, 8), (5, 20)], 30), Some(vec![8, 20]));
        assert_eq!(shared(&[(4, 8), (5, 200)], 30), Some(vec![8, 20]));
        assert_eq!(shared(&[(4, 100), (4, 300)], 42), Some(vec![11, 29]));
        assert_eq!(shared(&[(20, 20), (9, 30)], 31), Some(vec![20, 9]));
        assert_eq!(shared(&[(20, 20), (10, 30)], 31), None);
        assert_eq!(shared(&[], 10), Some(vec![]));
    }

    proptest! {
        #[test]
        fn all_room_that_is_needed_is_shared_out_and_every_word_fits(
            columns in prop::collection::vec((1u16..20, 0u16..80), 1..12), room in 0u16..200,
        ) {
            let columns: Vec<(u16, u16)> =
                columns.into_iter().map(|(least, more)| (least, least + more)).collect();
            let gaps = GAP * (u16::try_from(columns.len()).unwrap() - 1);
            let least: u16 = columns.iter().map(|column| column.0).sum::<u16>() + gaps;
            let most: u16 = columns.iter().map(|column| column.1).sum::<u16>() + gaps;
            match shared(&columns, room) {
                None => prop_assert!(least > room),
                Some(widths) => {
                    for (width, (least, most)) in widths.iter().zip(&columns) {
                        prop_assert!((*least..=*most).contains(width));
                    }
                    let taken = widths.iter().sum::<u16>() + gaps;
                    prop_assert_eq!(taken, room.min(most));
                }
            }
        }
    }
}
