//! Tables: rows are lines, and cells stand below one another where there is room.

use super::Line;
use super::width::columns;
use super::wrap::{Paragraph, Setting, Shape};
use std::ops::Range;

/// Columns by which the rest of a row that is too long is set in.
const CONTINUED: u16 = 2;

/// Breaks a table into lines; `cells` are bytes of its body, in order.
pub(super) fn set(body: &str, cells: &[Range<usize>], setting: Setting, shape: Shape) -> Vec<Line> {
    let setting = Setting { justify: false, hyphenation: None, ..setting };
    let rows: Vec<Range<usize>> = rows(body).collect();
    let in_row = |row: &Range<usize>| {
        let from = cells.partition_point(|cell| cell.start < row.start);
        let to = cells.partition_point(|cell| cell.start <= row.end);
        cells.get(from..to).unwrap_or(&[])
    };
    let room = setting.columns.saturating_sub(shape.first.max(shape.rest));
    let wide = |row: &Range<usize>| columns(body[row.clone()].trim_end());
    // A row that is too long for the measure is wrapped, and the others do not
    // suffer for it.
    let mut widest: Vec<u16> = Vec::new();
    for row in rows.iter().filter(|row| wide(row) <= room) {
        for (at, cell) in in_row(row).iter().enumerate() {
            let wide = columns(&body[cell.clone()]);
            match widest.get_mut(at) {
                Some(widest) => *widest = wide.max(*widest),
                None => widest.push(wide),
            }
        }
    }
    let padded: Vec<_> = rows.iter().map(|row| padding(body, in_row(row), &widest)).collect();
    let fits =
        rows.iter().zip(&padded).filter(|(row, _)| wide(row) <= room).all(|(row, padding)| {
            padding.iter().fold(wide(row), |sum, (_, more)| sum.saturating_add(*more)) <= room
        });
    let mut lines = Vec::new();
    for (i, (row, padding)) in rows.into_iter().zip(padded).enumerate() {
        let first = if i == 0 { shape.first } else { shape.rest };
        let text = body[row.clone()].trim_end();
        if fits && columns(text) <= room {
            let paragraph = Paragraph::new(text, row.start, setting, Shape { first, ..shape });
            lines.push(paragraph.line(0..text.len(), false, padding, false));
        } else {
            let rest = (shape.rest + CONTINUED).min(setting.columns / 2);
            let shape = Shape { first, rest, ..shape };
            Paragraph::new(text, row.start, setting, shape).wrap_full(&mut lines);
        }
    }
    lines
}

fn rows(body: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    body.split('\n').map(move |row| {
        let range = start..start + row.len();
        start = range.end + 1;
        range
    })
}

/// The blanks behind the cells of a row that have to be wider, and by how much.
/// The last cell needs none.
fn padding(body: &str, row: &[Range<usize>], widest: &[u16]) -> Box<[(usize, u16)]> {
    let pairs = row.iter().zip(row.iter().skip(1)).zip(widest);
    pairs
        .filter_map(|((cell, next), widest)| {
            let between = body.get(cell.end..next.start)?;
            let blank = cell.end + between.find(' ')?;
            let more = widest.saturating_sub(columns(&body[cell.clone()]));
            (more > 0).then_some((blank, more))
        })
        .collect()
}
