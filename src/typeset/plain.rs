//! Blocks as plain text, for printed output and for a window that shows a
//! table.

use super::block::{code_marks, table_shape};
use super::direction::direction_of_block;
use super::line::{Line, SignKind};
use super::piece::Piece;
use super::wrap::{LayoutSetting, Shape, fill};
use super::{Bidi, code, table};
use crate::document::{BlockId, BlockKind, Direction, Document};
use std::ops::Range;

/// Words of a line, and the index of the link that they are part of.
pub type LinkedWords = (String, Option<usize>);

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
    let lines = linked(document, id, range, columns, first, &[]).into_iter();
    lines.map(|line| line.into_iter().map(|(words, _)| words).collect()).collect()
}

/// Like [`plain`], with the words of each line parted by `links`, which are ranges of the body, in
/// order; tables and code show none.
pub fn linked(
    document: &Document,
    id: BlockId,
    range: Range<usize>,
    columns: u16,
    first: u16,
    links: &[Range<usize>],
) -> Vec<Vec<LinkedWords>> {
    // The terminal or program that shows the plain text reorders it.
    let setting = LayoutSetting { bidi: Bidi::Terminal, ..LayoutSetting::plain(columns) };
    let body = document.body(id);
    let written = |lines: Vec<Line>, body: &str, shows: fn(SignKind) -> bool| {
        lines.iter().map(|line| vec![(line.written(body, 0, shows), None)]).collect()
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
        // The terminal folds them, or the program that reads them has their whole lines.
        BlockKind::Printed => {
            body[range].split('\n').map(|line| vec![(line.to_owned(), None)]).collect()
        }
        _ => {
            let marks = code_marks(document, id);
            let marks: Vec<_> = marks
                .into_iter()
                .filter(|mark| range.contains(&mark.at))
                .map(|mark| super::mark::SideMark { at: mark.at - range.start, ..mark })
                .collect();
            let from = range.start;
            let body = &body[range];
            let shape = Shape { first, ..Shape::flush(direction_of_block(document, id)) };
            let lines = fill(body, &marks, setting, shape);
            lines
                .iter()
                .map(|line| line.pieces().iter().flat_map(|piece| runs(piece, body, from, links)))
                .map(Iterator::collect)
                .collect()
        }
    }
}

/// Splits a piece of a line into the words in links and those between them. The body begins `from`
/// bytes after the start of that of the links.
fn runs(piece: &Piece, body: &str, from: usize, links: &[Range<usize>]) -> Vec<LinkedWords> {
    let own = &piece.range;
    let mut runs = Vec::new();
    let mut at = own.start;
    let mut push = |to: usize, link: Option<usize>| {
        if at < to {
            runs.push((piece.part(at..to).words(body), link));
            at = to;
        }
    };
    for (index, link) in links.iter().enumerate() {
        let start = link.start.saturating_sub(from).clamp(own.start, own.end);
        let end = link.end.saturating_sub(from).clamp(start, own.end);
        if start < end {
            push(start, None);
            push(end, Some(index));
        }
    }
    push(own.end, None);
    runs
}
