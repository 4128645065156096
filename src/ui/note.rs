//! The note being typed: a field of several lines above the status line.

use super::canvas::Canvas;
use super::caret::Caret;
use crate::app::{App, Area, NoteField};
use crate::messages::headings;

/// The maximum and minimum number of rows of the field.
const MOST_ROWS: u16 = 8;
const LEAST_ROWS: u16 = 2;

/// Draws the field and returns the position of the caret.
pub(super) fn draw(app: &App, field: &NoteField, canvas: &mut Canvas<'_>) -> Caret {
    let screen = app.size;
    let lines = u16::try_from(field.area().lines().len()).unwrap_or(u16::MAX);
    let rows = lines.saturating_add(1).clamp(LEAST_ROWS, MOST_ROWS).min(screen.rows / 2);
    let top = screen.rows.checked_sub(rows + 2)?;
    let area = Area { x: 0, y: top, width: screen.columns, height: rows + 1 };
    canvas.clear(area);
    canvas.rule(area.x, area.y, area.width);
    canvas.write_cut(
        2,
        area.y,
        area.width.saturating_sub(2),
        &format!(" {} ", headings::NOTE),
        canvas.theme.current,
    );
    let inside =
        Area { x: 1, y: top + 1, width: area.width.saturating_sub(2).max(1), height: rows };
    canvas.widget(inside, field.area());
    canvas.tint(inside, canvas.theme.text);
    let cursor = field.area().screen_cursor();
    let (scrolled, _) = field.area().scroll_offset();
    let row = u16::try_from(cursor.row).ok()?.saturating_sub(scrolled);
    let column = u16::try_from(cursor.col).ok()?;
    Some((inside.x + column.min(inside.width - 1), inside.y + row.min(rows.saturating_sub(1))))
}
