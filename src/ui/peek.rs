//! The preview window over the text.

use super::canvas::Canvas;
use super::caret::Caret;
use crate::app::{App, Peek, PeekRow};
use crate::document::Direction;

/// Draws the window and returns the position of its chosen row.
pub(super) fn draw(app: &App, peek: &Peek, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let area = app.peek_area(peek);
    canvas.clear(area);
    canvas.frame(area, &peek.title(&app.document));
    let (rows, height) = app.peek_rows(peek);
    let x = area.x + 1 + peek.margin();
    let width = area.width.saturating_sub(peek.edges());
    // The beginning of the words in view.
    let begins = match rows.get(peek.above) {
        Some((PeekRow::Text(Direction::RightToLeft), _)) => x + width.saturating_sub(1),
        _ => x,
    };
    let mut caret = Some((begins, area.y + 1));
    for (row, (kind, words)) in rows.iter().skip(peek.above).take(height).enumerate() {
        let y = area.y + 1 + u16::try_from(row).unwrap_or(u16::MAX);
        if *kind == PeekRow::Name(true) {
            canvas.sign(area.x + 1, y, "›", theme.number);
            caret = Some((x, y));
        }
        match kind {
            PeekRow::Text(direction) => {
                canvas.write_running((x, y), width, words, *direction, theme.text);
            }
            PeekRow::Name(_) => {
                canvas.write(x, y, width, words, theme.heading);
            }
        }
    }
    // Arrows mark more rows above or below.
    let edge = area.x + area.width.saturating_sub(1);
    if peek.above > 0 {
        canvas.sign(edge, area.y + 1, "↑", theme.muted);
    }
    if peek.above + height < rows.len() {
        canvas.sign(edge, area.y + area.height.saturating_sub(2), "↓", theme.muted);
    }
    caret
}
