//! The help: every action with its keys, built from the table of actions.

use super::canvas::Canvas;
use super::caret::Caret;
use crate::app::{App, Area, HelpPage, HelpRow, help_keys_width, help_rows};
use crate::messages::states;
use crate::settings::CellStyle;

/// Draws the help and returns the position of the chosen action's first word, or of the first row.
pub(super) fn draw(app: &App, help: &HelpPage, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let area = app.layout.list();
    let columns = area.width.saturating_sub(1);
    let keys = &app.settings.keys;
    let rows = help_rows(help.filter.text(), keys, columns);
    let keys_width = help_keys_width(columns);
    let chosen = help.action(keys);
    let mut caret = Some((area.x + 1, area.y));
    if rows.is_empty() {
        canvas.write_cut(
            area.x + 1,
            area.y,
            columns,
            states::NO_KEY_OR_ACTION_MATCHES,
            theme.muted,
        );
    }
    let above = help.above(&rows, keys, area.height);
    for (at, row) in rows.iter().skip(above).take(usize::from(area.height)).enumerate() {
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
            HelpRow::Keys { keys, title, action } => {
                let is_chosen = action.is_some() && *action == chosen;
                if is_chosen {
                    canvas.tint(Area { y, height: 1, ..area }, theme.cursor);
                    caret = Some((x + 2, y));
                }
                let on = |style: CellStyle| if is_chosen { theme.chosen(style) } else { style };
                canvas.write_cut(x + 2, y, keys_width.saturating_sub(3), keys, on(theme.number));
                let x = x + keys_width;
                let room = (area.x + area.width).saturating_sub(x);
                canvas.write_cut(x, y, room, title, on(theme.text));
            }
        }
    }
    caret
}
