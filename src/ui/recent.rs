//! The list of recent documents: their titles, progress, dates and paths.

use super::Caret;
use super::canvas::{Canvas, columns, cut_start};
use crate::app::{App, Area, Availability, RECENT_ROWS, Recent};
use crate::document::visible;
use crate::messages::states;
use crate::settings::CellStyle;
use crate::typeset::lines;

/// Draws the list and returns the position of the chosen document's first word.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let area = app.layout.documents();
    let theme = canvas.theme;
    let filter = app.recent.filter.text().trim();
    if !filter.is_empty() && !app.recent.filtering {
        let width = area.width.saturating_sub(2);
        canvas.write_cut(
            area.x + 2,
            area.y.saturating_sub(1),
            width,
            &states::only(filter),
            theme.notice,
        );
    }
    if app.recent.listed().len() == 0 {
        let words = lines(states::NO_DOCUMENT_MATCHES, area.width.saturating_sub(4));
        for (y, line) in (area.y..area.y + area.height).zip(words) {
            canvas.write(area.x + 2, y, area.width, &line, theme.muted);
        }
        return Some((area.x + 2, area.y));
    }
    let first = app.recent.first(area.height);
    let shown = usize::from(area.height.div_ceil(RECENT_ROWS));
    let mut caret = None;
    for (nth, recent) in app.recent.listed().enumerate().skip(first).take(shown) {
        let row = RECENT_ROWS * u16::try_from(nth - first).unwrap_or(u16::MAX);
        let height = RECENT_ROWS.min(area.height - row);
        let cells = Area { y: area.y + row, height, ..area };
        let chosen = nth == app.recent.chosen;
        draw_one(canvas, cells, recent, chosen);
        if chosen {
            caret = Some((cells.x + 2, cells.y));
        }
    }
    // Arrows mark more documents above or below.
    let edge = area.x + area.width;
    if first > 0 {
        canvas.sign(edge, area.y, "↑", theme.muted);
    }
    if first + shown < app.recent.listed().len() {
        canvas.sign(edge, area.y + area.height.saturating_sub(1), "↓", theme.muted);
    }
    caret
}

fn draw_one(canvas: &mut Canvas<'_>, area: Area, recent: &Recent, chosen: bool) {
    let theme = canvas.theme;
    let on = |style: CellStyle| if chosen { theme.chosen(style) } else { style };
    if chosen {
        canvas.tint(area, theme.cursor);
        canvas.sign(area.x, area.y, "›", on(theme.cursor));
    }
    let (x, right) = (area.x + 2, area.x + area.width.saturating_sub(1));
    let progress = recent.progress.map_or(String::new(), |percent| format!("{percent} %"));
    // The day has the same columns in every line, so that the eye can run down them.
    let told = format!("{progress:>5}  {:>10}", recent.day());
    let told = if area.width < 50 { progress } else { told };
    let end = right.saturating_sub(columns(&told));
    canvas.write_right(end, right, area.y, &told, on(theme.muted));
    let style = match recent.standing {
        Availability::Missing => theme.muted,
        _ => theme.heading,
    };
    canvas.write_cut(x, area.y, end.saturating_sub(x + 2), &visible(&recent.title), on(style));
    if area.height > 1 {
        let standing = recent.standing.name();
        let style = match recent.standing {
            Availability::Missing => theme.error,
            _ => theme.notice,
        };
        canvas.write_right(x, right, area.y + 1, standing, on(style));
        let room = right.saturating_sub(x + columns(standing) + 2);
        canvas.write(
            x,
            area.y + 1,
            room,
            &cut_start(&visible(&recent.source), room),
            on(theme.muted),
        );
    }
}
