//! The command palette: finds every action by a few letters.

use super::canvas::{Canvas, columns};
use super::caret::Caret;
use super::cut::cut;
use crate::app::{App, Area, Palette, PaletteCommand, PaletteView};
use crate::document::visible;
use crate::messages::{headings, prompts, states};
use crate::settings::CellStyle;

/// Draws the palette and returns the position of the caret.
pub(super) fn draw(app: &App, palette: &Palette, canvas: &mut Canvas<'_>) -> Caret {
    let theme = canvas.theme;
    let PaletteView { window, line, list, preview, offers, first, chosen } =
        app.palette_view(palette);
    // Words cut in half beside the frame would look like part of it.
    let around = Area { x: window.x.saturating_sub(2), width: window.width + 4, ..window };
    canvas.clear(if window.x <= 2 { around } else { window });
    canvas.frame(window, headings::COMMANDS);
    canvas.write(line.x, line.y, 2, ": ", theme.number);
    let (x, room) = (line.x + 2, line.width.saturating_sub(2));
    let end = canvas.write(x, line.y, room, palette.line.text(), theme.text);
    let hint = prompts::TAB_COMPLETES;
    if offers.get(chosen).is_some_and(|offer| offer.tab.is_some())
        && end + columns(hint) + 2 < line.x + line.width
    {
        canvas.write_right(end, line.x + line.width, line.y, hint, theme.muted);
    }
    if let (Some(area), Some(offer)) = (preview, offers.get(chosen)) {
        draw_preview(canvas, area, &offer.preview);
    }
    if offers.is_empty() {
        canvas.write_cut(list.x, list.y, list.width, states::NO_COMMAND_MATCHES, theme.muted);
    }
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
    Some((x + palette.line.caret(), line.y))
}

/// Draws the preview of the chosen entry's target.
fn draw_preview(canvas: &mut Canvas<'_>, area: Area, preview: &[String]) {
    canvas.rule(area.x, area.y, area.width);
    for (line, y) in preview.iter().zip(area.y + 1..area.y + area.height) {
        let room = area.width.saturating_sub(2);
        canvas.write_cut(area.x + 1, y, room, &visible(line), canvas.theme.muted);
    }
}
