//! The command palette: every action, found by a few letters.

use super::Caret;
use super::canvas::{Canvas, columns, cut};
use crate::app::{App, Area, Command, Palette};
use crate::settings::Style;

/// Draws it and returns where the caret is.
pub(super) fn draw(app: &App, palette: &Palette, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let size = app.size;
    let offers = app.offers(palette);
    let width = size.columns.min(76);
    let rows = u16::try_from(offers.len()).unwrap_or(u16::MAX).max(1);
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
    if offers.is_empty() {
        canvas.write_cut(list.x, list.y, list.width, "no command fits", theme.muted);
    }
    let first = palette
        .chosen
        .saturating_sub(usize::from(list.height / 2))
        .min(offers.len().saturating_sub(usize::from(list.height)));
    for (at, offer) in offers.iter().enumerate().skip(first).take(usize::from(list.height)) {
        let y = list.y + u16::try_from(at - first).unwrap_or(u16::MAX);
        let chosen = at == palette.chosen.min(offers.len() - 1);
        if chosen {
            canvas.tint(Area { y, height: 1, ..list }, theme.cursor);
        }
        let on = |style: Style| if chosen { theme.chosen(style) } else { style };
        let aside = match &offer.command {
            Command::Act(action) => {
                let keys = app.settings.keys.keys(*action);
                keys.iter().take(2).map(ToString::to_string).collect::<Vec<_>>().join("  ")
            }
            _ if offer.in_force => "in force".to_owned(),
            _ => String::new(),
        };
        let right = list.x + list.width;
        let mut x = list.x + 1;
        let end = right.saturating_sub(columns(&aside) + 2);
        let words = cut(&offer.words, end.saturating_sub(x + 1));
        let plain = if offer.command == Command::Refuse { theme.muted } else { theme.text };
        for (at, c) in words.chars().enumerate() {
            let hit = u32::try_from(at).is_ok_and(|at| offer.matched.contains(&at));
            let style = if hit { theme.found } else { plain };
            x = canvas.write(x, y, end.saturating_sub(x), c.encode_utf8(&mut [0; 4]), on(style));
        }
        canvas.write_right(end, right.saturating_sub(1), y, &aside, on(theme.muted));
    }
    Some((inner.x + 2 + palette.line.caret(), inner.y))
}
