//! The scrollbar: the part of the text in view, in bytes, and the positions of matches, bookmarks
//! and changes.

use super::canvas::Canvas;
use crate::app::App;
use crate::document::{BlockId, Passage, Point, TextOffset};
use crate::settings::CellStyle;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let bar = app.layout.scrollbar;
    if bar.width == 0 {
        return;
    }
    let Some(in_view) = app.reading.in_view(&app.document) else { return };
    let (start, end) = (in_view.start, in_view.end);
    let all = app.document.text().len().max(1);
    let whole = start == 0 && end >= all.saturating_sub(1);
    if whole || bar.height < 2 {
        return;
    }
    let height = usize::from(bar.height);
    let size = (height * (end - start)).div_ceil(all).clamp(1, height);
    let room = height - size;
    // The thumb touches the ends of the bar only at the ends of the text.
    let hidden = all.saturating_sub(end - start).max(1);
    let at = match (start, end) {
        (0, _) => 0,
        (_, end) if end >= all.saturating_sub(1) => room,
        _ => (room * start / hidden).clamp(1.min(room), room.saturating_sub(1).max(1.min(room))),
    };
    let marks = marks(app, canvas, height, all);
    for row in 0..height {
        let thumb = (at..at + size).contains(&row);
        let (cell, style) =
            if thumb { ("┃", canvas.theme.muted) } else { ("│", canvas.theme.border) };
        let (cell, style) = match marks.get(row).and_then(Option::as_ref) {
            Some((sign, mark)) => (sign.as_str(), *mark),
            None => (cell, style),
        };
        let y = bar.y + u16::try_from(row).unwrap_or(0);
        canvas.write(bar.x, y, 1, cell, style);
    }
}

/// The sign for each row of the bar: a bookmark takes precedence over a match, and a match over a
/// change.
fn marks(
    app: &App,
    canvas: &Canvas<'_>,
    height: usize,
    all: usize,
) -> Vec<Option<(String, CellStyle)>> {
    let document = &app.document;
    let theme = canvas.theme;
    let row = |block: BlockId| {
        let offset = document.offset_of(Point::start_of(block)).get();
        (offset * height / all).min(height - 1)
    };
    let mut marks: Vec<Option<(String, CellStyle)>> = vec![None; height];
    for (section, how) in app.changes.iter() {
        let at = document.section(section).blocks.start;
        if let Some(block) = document.block_at(at) {
            marks[row(block)] = Some((how.sign().to_owned(), theme.notice));
        }
    }
    if let Some(search) = &app.search {
        // One lookup for each row, however many matches there are.
        let matches = search.matches();
        let begins = |row: usize| {
            let offset = TextOffset::new((all * row).div_ceil(height));
            document.point_at(offset)
        };
        for (row, mark) in marks.iter_mut().enumerate() {
            let Some(from) = begins(row) else { continue };
            let first = matches.partition_point(|found| found.start < from);
            let before_next = |found: &Passage| begins(row + 1).is_none_or(|to| found.start < to);
            if matches.get(first).is_some_and(before_next) {
                *mark = Some(("•".to_owned(), theme.number));
            }
        }
    }
    for (passage, bookmark) in app.bookmark_index.marks() {
        let sign = bookmark.sign().into_owned();
        marks[row(passage.start.block)] = Some((sign, theme.sign(bookmark.highlight)));
    }
    marks
}
