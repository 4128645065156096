//! The margin beside the text of a wide screen.

use super::canvas::Canvas;
use crate::app::{App, AsideRole};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let Some(area) = app.layout.aside else { return };
    let theme = canvas.theme;
    for line in app.asides() {
        let y = area.y + line.row;
        match line.role {
            AsideRole::Name => {
                canvas.write_cut(area.x, y, area.width, &line.words, theme.heading);
            }
            AsideRole::Bookmark(highlight) => {
                canvas.write_cut(area.x, y, area.width, &line.words, theme.sign(highlight));
            }
            AsideRole::Words(direction) => {
                canvas.write_running((area.x, y), area.width, &line.words, direction, theme.muted);
            }
        }
    }
}
