//! The command palette: every action, found by a few letters.

use super::Caret;
use super::canvas::{Canvas, columns, cut};
use crate::app::{App, Area, Palette};
use crate::settings::Style;

/// Draws it and returns where the caret is.
pub(super) fn draw(app: &App, palette: &Palette, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let size = app.size;
    let fitting = palette.fitting();
    let width = size.columns.min(76);
    let rows = u16::try_from(fitting.len()).unwrap_or(u16::MAX).max(1);
    let top = if size.rows > 12 { 2 } else { 0 };
    let height = rows.saturating_add(3).min(size.rows.saturating_sub(top + 1)).max(1);
    let area = Area { x: (size.columns - width) / 2, y: top, width, height };
    canvas.clear(area);
    canvas.frame(area, "Commands");
    let inner = Area {
        x: area.x + 2,
        y: area.y + 1,
        width: width.saturating_sub(4),
        height: height.saturating_sub(2),
    };
    canvas.write(inner.x, inner.y, 2, ": ", theme.number);
    canvas.write(
        inner.x + 2,
        inner.y,
        inner.width.saturating_sub(2),
        palette.line.text(),
        theme.text,
    );
    let list = Area { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    if fitting.is_empty() {
        canvas.write_cut(list.x, list.y, list.width, "no command fits", theme.muted);
    }
    let first = palette
        .chosen
        .saturating_sub(usize::from(list.height / 2))
        .min(fitting.len().saturating_sub(usize::from(list.height)));
    for (at, (action, matched)) in
        fitting.iter().enumerate().skip(first).take(usize::from(list.height))
    {
        let y = list.y + u16::try_from(at - first).unwrap_or(u16::MAX);
        let chosen = at == palette.chosen;
        if chosen {
            canvas.tint(Area { y, height: 1, ..list }, theme.cursor);
        }
        let on = |style: Style| if chosen { theme.chosen(style) } else { style };
        let keys: Vec<String> =
            app.settings.keys.keys(*action).iter().take(2).map(ToString::to_string).collect();
        let keys = keys.join("  ");
        let right = list.x + list.width;
        let mut x = list.x + 1;
        let end = right.saturating_sub(columns(&keys) + 2);
        let title = cut(action.title(), end.saturating_sub(x + 1));
        for (at, c) in title.chars().enumerate() {
            let hit = u32::try_from(at).is_ok_and(|at| matched.contains(&at));
            let style = if hit { theme.found } else { theme.text };
            x = canvas.write(x, y, end.saturating_sub(x), c.encode_utf8(&mut [0; 4]), on(style));
        }
        canvas.write_right(end, right.saturating_sub(1), y, &keys, on(theme.muted));
    }
    Some((inner.x + 2 + palette.line.caret(), inner.y))
}
