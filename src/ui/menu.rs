//! The context menu, beside the mouse.

use super::canvas::{Canvas, columns};
use super::caret::Caret;
use crate::app::{App, Area, Menu};
use crate::settings::CellStyle;

/// Draws the menu and returns the position of the chosen entry's first word.
pub(super) fn draw(app: &App, menu: &Menu, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let area = app.menu_area(menu);
    canvas.clear(area);
    canvas.frame(area, "");
    let mut caret = None;
    for (at, y) in (0..menu.items.len()).zip(area.y + 1..(area.y + area.height).saturating_sub(1)) {
        let line = Area { x: area.x + 1, y, width: area.width.saturating_sub(2), height: 1 };
        let chosen = at == menu.chosen;
        if chosen {
            canvas.tint(line, theme.cursor);
            caret = Some((line.x + 1, y));
        }
        let on = |style: CellStyle| if chosen { theme.chosen(style) } else { style };
        let key = app.key_hint(menu.items[at]);
        let end = line.x + line.width.saturating_sub(1);
        let room = line.width.saturating_sub(columns(&key) + 3);
        canvas.write_cut(line.x + 1, y, room, app.menu_words(menu.items[at]), on(theme.text));
        canvas.write_right(line.x, end, y, &key, on(theme.muted));
    }
    caret
}
