//! The command palette: finds every action by a few letters.

use super::Caret;
use super::canvas::{Canvas, columns, cut};
use crate::app::{App, Area, Palette, PaletteCommand};
use crate::document::visible;
use crate::messages::{headings, states};
use crate::settings::CellStyle;

/// Draws the palette and returns the position of the caret.
pub(super) fn draw(app: &App, palette: &Palette, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let size = app.size;
    let offers = app.offers(palette);
    // What is read row by row has nothing beside it.
    let width = if canvas.has_ornaments() { size.columns.min(76) } else { size.columns };
    let chosen = palette.chosen.min(offers.len().saturating_sub(1));
    let preview = offers.get(chosen).map_or(&[][..], |offer| &offer.preview);
    // Room for the longest preview keeps the window the same size from line to line.
    let previews = offers.iter().map(|offer| offer.preview.len()).max().unwrap_or(0);
    let rows = u16::try_from(offers.len() + previews + usize::from(previews > 0));
    let rows = rows.unwrap_or(u16::MAX).max(1);
    let top = if size.rows > 12 { 2 } else { 0 };
    let height = rows.saturating_add(3).min(size.rows.saturating_sub(top + 1)).max(1);
    let area = Area { x: (size.columns - width) / 2, y: top, width, height };
    // Words cut in half beside the frame would look like part of it.
    let around = Area { x: area.x.saturating_sub(2), width: area.width + 4, ..area };
    canvas.clear(if area.x <= 2 { around } else { area });
    canvas.frame(area, headings::COMMANDS);
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
    let least = u16::try_from(offers.len()).unwrap_or(u16::MAX).min(LEAST_ROWS);
    let below = u16::try_from(previews + 1).unwrap_or(u16::MAX);
    let list = match list.height.checked_sub(below).filter(|rows| *rows >= least) {
        Some(height) if previews > 0 => {
            draw_preview(canvas, Area { y: list.y + height, height: below, ..list }, preview);
            Area { height, ..list }
        }
        _ => list,
    };
    if offers.is_empty() {
        canvas.write_cut(list.x, list.y, list.width, states::NO_COMMAND_MATCHES, theme.muted);
    }
    let first = chosen
        .saturating_sub(usize::from(list.height / 2))
        .min(offers.len().saturating_sub(usize::from(list.height)));
    for (at, offer) in offers.iter().enumerate().skip(first).take(usize::from(list.height)) {
        let y = list.y + u16::try_from(at - first).unwrap_or(u16::MAX);
        let chosen = at == chosen;
        if chosen {
            canvas.tint(Area { y, height: 1, ..list }, theme.cursor);
        }
        let on = |style: CellStyle| if chosen { theme.chosen(style) } else { style };
        let aside = match &offer.command {
            PaletteCommand::Act(action) => {
                let keys = app.settings.keys.keys(*action);
                keys.iter().take(2).map(ToString::to_string).collect::<Vec<_>>().join("  ")
            }
            _ if offer.in_force => states::CURRENT.to_owned(),
            _ => offer.aside.clone(),
        };
        let right = list.x + list.width;
        let mut x = list.x + 1;
        let end = right.saturating_sub(columns(&aside) + 2);
        let words = cut(&offer.words, end.saturating_sub(x + 1));
        let plain = if offer.command == PaletteCommand::Refuse { theme.muted } else { theme.text };
        for (at, c) in words.chars().enumerate() {
            let hit = u32::try_from(at).is_ok_and(|at| offer.matched.contains(&at));
            let style = if hit { theme.found } else { plain };
            x = canvas.write(x, y, end.saturating_sub(x), c.encode_utf8(&mut [0; 4]), on(style));
        }
        canvas.write_right(end, right.saturating_sub(1), y, &aside, on(theme.muted));
    }
    Some((inner.x + 2 + palette.line.caret(), inner.y))
}

/// The minimum rows of the list above a preview, if it has that many.
const LEAST_ROWS: u16 = 4;

/// Draws the preview of the chosen entry's target.
fn draw_preview(canvas: &mut Canvas<'_>, area: Area, preview: &[String]) {
    canvas.rule(area.x, area.y, area.width);
    for (line, y) in preview.iter().zip(area.y + 1..area.y + area.height) {
        let room = area.width.saturating_sub(2);
        canvas.write_cut(area.x + 1, y, room, &visible(line), canvas.theme.muted);
    }
}
