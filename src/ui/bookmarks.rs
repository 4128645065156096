//! The list of bookmarks: their words, their notes, where they are.

use super::Caret;
use super::canvas::{Canvas, columns};
use crate::action::Action;
use crate::app::{App, Area, Kept};
use crate::settings::Style;
use crate::typeset::{Setting, wrap};

/// Draws it; `chosen` is the place of the one under the cursor. Returns where
/// that is.
pub(super) fn draw(app: &App, chosen: Option<usize>, canvas: &mut Canvas<'_>) -> Caret {
    let area = app.layout.list();
    let kept = app.shelf.kept();
    if kept.is_empty() {
        let key = app.key_hint(Action::Mark);
        let words =
            format!("No bookmarks in this document yet. {key} marks the paragraph in view.");
        let setting = Setting {
            columns: area.width.saturating_sub(4).max(1),
            hyphenate: false,
            justify: false,
        };
        for (y, line) in (area.y..area.y + area.height).zip(wrap(&words, setting)) {
            canvas.write(area.x + 2, y, area.width, &words[line.range], canvas.theme.muted);
        }
        return None;
    }
    let chosen = chosen.unwrap_or(0);
    let addresses = kept.iter().map(|k| columns(&k.bookmark.address)).max().unwrap_or(0);
    let addresses = addresses.min(area.width / 3);
    let mut caret = None;
    for line in app.shelf.window(chosen, area.height) {
        let cells = Area { y: area.y + line.row, height: line.height, ..area };
        draw_one(canvas, cells, addresses, &kept[line.place], line.place == chosen);
        if line.place == chosen {
            caret = Some((cells.x, cells.y));
        }
    }
    caret
}

fn draw_one(canvas: &mut Canvas<'_>, area: Area, addresses: u16, kept: &Kept, chosen: bool) {
    let theme = canvas.theme;
    let on = |style: Style| if chosen { theme.chosen(style) } else { style };
    if chosen {
        canvas.tint(area, theme.cursor);
    }
    let (x, y, right) = (area.x, area.y, area.x + area.width);
    canvas.write(x, y, 1, if chosen { "›" } else { "▍" }, on(theme.bookmark));
    canvas.write_right(x + 2, x + 2 + addresses, y, &kept.bookmark.address, on(theme.number));
    let words_x = x + 2 + addresses + 2;
    let room = right.saturating_sub(words_x);
    let exact = kept.bookmark.quotation.exact.split_whitespace().collect::<Vec<_>>().join(" ");
    let (words, style) = match kept.passage {
        Some(_) => (format!("“{exact}”"), theme.text),
        None => (format!("not found here: “{exact}”"), theme.muted),
    };
    canvas.write_cut(words_x, y, room, &words, on(style));
    if !kept.bookmark.note.is_empty() {
        let note = kept.bookmark.note.split_whitespace().collect::<Vec<_>>().join(" ");
        let style = Style { italic: true, ..theme.notice };
        canvas.write_cut(words_x, y + 1, room, &note, on(style));
    }
}
