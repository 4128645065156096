//! The help: every action with its keys, made from the table of actions.

use super::canvas::Canvas;
use crate::app::{App, HelpRow, help_keys_width, help_rows};

/// `above` is how many rows lie above the screen.
pub(super) fn draw(app: &App, above: u16, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let area = app.layout.list();
    let columns = area.width.saturating_sub(1);
    let rows = help_rows(&app.settings.keys, columns);
    let keys_width = help_keys_width(columns);
    for (at, row) in rows.iter().skip(usize::from(above)).take(usize::from(area.height)).enumerate()
    {
        let y = area.y + u16::try_from(at).unwrap_or(u16::MAX);
        let x = area.x + 1;
        let room = area.width.saturating_sub(1);
        match row {
            HelpRow::Space => {}
            HelpRow::Heading(words) => {
                canvas.write_cut(x, y, room, words, theme.heading);
            }
            HelpRow::Words(words) => {
                canvas.write_cut(x + 2, y, room.saturating_sub(2), words, theme.text);
            }
            HelpRow::Keys { keys, title } => {
                canvas.write_cut(x + 2, y, keys_width.saturating_sub(3), keys, theme.number);
                let x = x + keys_width;
                let room = (area.x + area.width).saturating_sub(x);
                canvas.write_cut(x, y, room, title, theme.text);
            }
        }
    }
}
