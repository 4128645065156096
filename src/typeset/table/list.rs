//! A table whose words do not fit side by side: each row becomes a list of its
//! cells, each after the head of its column.

use super::{GAP, Setter, columns};
use crate::document::{Direction, Table};
use crate::typeset::line::{Line, Sign, SignKind};
use crate::typeset::piece::Piece;
use crate::typeset::wrap::{LayoutSetting, Paragraph, Shape};
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The hanging indent of a cell's lines, in columns.
const HANG: u16 = 2;

impl Setter<'_> {
    /// Returns the rows as lists, with the heads before them.
    pub(super) fn list(&self, table: &Table) -> Vec<Line> {
        let mut lines = Vec::new();
        for row in &table.rows[..table.heads] {
            let end = row.cells.last().map_or(0, |cell| cell.end);
            self.heads(&row.cells, &mut lines);
            let rule = Sign {
                column: if self.direction == Direction::LeftToRight { self.indent } else { 0 },
                text: Cow::Owned("─".repeat(usize::from(self.room()))),
                kind: SignKind::Rule,
            };
            lines.push(Line::empty(end).with_signs([rule]));
        }
        let named: Vec<String> = (0..table.columns())
            .map(|at| {
                let words = table.rows[..table.heads].iter().filter_map(|row| row.cells.get(at));
                let words: Vec<&str> =
                    words.flat_map(|cell| self.body[cell.clone()].split_whitespace()).collect();
                words.join(" ")
            })
            .collect();
        for (at, row) in table.rows[table.heads..].iter().enumerate() {
            if at > 0 {
                let before = &table.rows[table.heads + at - 1];
                lines.push(Line::empty(before.cells.last().map_or(0, |cell| cell.end)));
            }
            for (at, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                self.entry(named.get(at).map_or("", String::as_str), cell, &mut lines);
            }
        }
        lines
    }

    /// Adds the heads in sequence, as many per line as fit.
    fn heads(&self, cells: &[Range<usize>], lines: &mut Vec<Line>) {
        let mut row: Vec<Piece> = Vec::new();
        let mut taken = 0;
        let end_row = |row: &mut Vec<Piece>, lines: &mut Vec<Line>| {
            if let Some(first) = row.first() {
                let start = first.range.start;
                lines.push(Line::beside(std::mem::take(row), start, 0, self.direction));
            }
        };
        for line in cells.iter().flat_map(|cell| self.lines_of(cell)) {
            let mut set = Vec::new();
            let setting = LayoutSetting { columns: self.room(), ..self.setting };
            let shape = Shape::flush(self.direction);
            Paragraph::new(self.marked(&line), setting, shape).wrap(&mut set);
            for piece in set.into_iter().flat_map(Line::into_pieces) {
                let width = piece.width(self.body);
                if width == 0 {
                    continue;
                }
                if taken + width > self.room() {
                    end_row(&mut row, lines);
                    taken = 0;
                }
                let offset = self.at(taken, width);
                row.push(Piece { offset, ..piece });
                taken += width + GAP;
            }
        }
        end_row(&mut row, lines);
    }

    /// Returns the leftmost column of words `width` columns wide that start
    /// `from` columns from the edge.
    fn at(&self, from: u16, width: u16) -> u16 {
        let from = self.indent + from;
        match self.direction {
            Direction::LeftToRight => from,
            Direction::RightToLeft => self.setting.columns.saturating_sub(from + width),
        }
    }

    /// Adds a cell after the head of its column.
    fn entry(&self, head: &str, cell: &Range<usize>, lines: &mut Vec<Line>) {
        let head = if head.is_empty() { String::new() } else { cut(head, self.room() / 2) + ":" };
        let wide = columns(&head);
        let rest = if self.room() > 4 * HANG { self.indent + HANG } else { self.indent };
        let mut before = self.indent + if wide > 0 { wide + 1 } else { 0 };
        for line in self.lines_of(cell) {
            let shape = Shape { first: before, rest, ..Shape::flush(self.direction) };
            let begun = lines.len();
            Paragraph::new(self.marked(&line), self.setting, shape).wrap(lines);
            if before != rest && wide > 0 && line.start == cell.start {
                let sign = Sign {
                    column: self.at(0, wide),
                    text: Cow::Owned(head.clone()),
                    kind: SignKind::Head,
                };
                lines[begun].signs = [sign].into();
            }
            before = rest;
        }
    }
}

/// Cuts a head that would leave no room for the words after it.
fn cut(head: &str, room: u16) -> String {
    if columns(head) <= room {
        return head.to_owned();
    }
    let mut kept = String::new();
    for cluster in head.graphemes(true) {
        if columns(&kept) + columns(cluster) + 1 > room {
            break;
        }
        kept.push_str(cluster);
    }
    kept.truncate(kept.trim_end().len());
    kept + "…"
}
