//! The scrollbar: which part of the text is in view, by its bytes.

use super::canvas::Canvas;
use crate::app::App;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let bar = app.layout.scrollbar;
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
    for row in 0..height {
        let thumb = (at..at + size).contains(&row);
        let (cell, style) =
            if thumb { ("┃", canvas.theme.muted) } else { ("│", canvas.theme.border) };
        let y = bar.y + u16::try_from(row).unwrap_or(0);
        canvas.write(bar.x, y, 1, cell, style);
    }
}
