//! Blocks as plain text, for printed output and for a window that shows a
//! table.

use super::block::{code_marks, table_shape};
use super::direction::direction_of_block;
use super::line::{Line, SignKind};
use super::wrap::{LayoutSetting, Shape, fill};
use super::{Bidi, code, table};
use crate::document::{BlockId, BlockKind, Direction, Document};
use std::ops::Range;

/// Returns the lines of a range of a block's body at `columns` columns, in
/// reading order, with `first` columns left free before the first line for a
/// number.
pub fn plain(
    document: &Document,
    id: BlockId,
    range: Range<usize>,
    columns: u16,
    first: u16,
) -> Vec<String> {
    // The terminal or program that shows the plain text reorders it.
    let setting = LayoutSetting { bidi: Bidi::Terminal, ..LayoutSetting::plain(columns) };
    let body = document.body(id);
    let written = |lines: Vec<Line>, body: &str, shows: fn(SignKind) -> bool| {
        lines.iter().map(|line| line.written(body, 0, shows)).collect()
    };
    match document.block(id).kind {
        BlockKind::Table => {
            let table = table::within(document.table(id), &range);
            let shape = table_shape(Direction::LeftToRight, 0);
            let marks = code_marks(document, id);
            written(table::set(body, &table, &marks, setting, shape), body, |_| true)
        }
        BlockKind::Code => {
            let body = &body[range];
            written(code::set(body, setting, 0), body, |kind| kind != SignKind::Edge)
        }
        _ => {
            let marks = code_marks(document, id);
            let marks: Vec<_> = marks
                .into_iter()
                .filter(|mark| range.contains(&mark.at))
                .map(|mark| super::mark::SideMark { at: mark.at - range.start, ..mark })
                .collect();
            let body = &body[range];
            let shape = Shape { first, ..Shape::flush(direction_of_block(document, id)) };
            let lines = fill(body, &marks, setting, shape);
            lines
                .iter()
                .map(|line| line.pieces().iter().map(|piece| piece.words(body)).collect())
                .collect()
        }
    }
}
