//! Where the palette lies: its window, the commands in view, and the preview of the chosen one.

use super::{App, Area, Effect, Mode, Offer, Palette, moved};
use crate::action::Mouse;
use crate::settings::Ornaments;

/// The maximum width of the window.
const WIDEST: u16 = 76;

/// The minimum number of rows of the list above a preview, if it has that many.
const LEAST_ROWS: u16 = 4;

/// The palette as it lies on the screen.
#[derive(Debug, Clone)]
pub struct PaletteView {
    /// Its window, with the frame.
    pub window: Area,
    /// The line that is typed.
    pub line: Area,
    /// The rows of the commands.
    pub list: Area,
    /// The preview of the chosen command.
    pub preview: Option<Area>,
    /// The commands.
    pub offers: Vec<Offer>,
    /// The first one in view.
    pub first: usize,
    /// The chosen one.
    pub chosen: usize,
}

impl PaletteView {
    /// Returns the command in a cell of the screen.
    fn offer_under(&self, mouse: Mouse) -> Option<usize> {
        let inside = self.list.contains(mouse.column, mouse.row);
        let at = self.first + usize::from(mouse.row.checked_sub(self.list.y)?);
        (inside && at < self.offers.len()).then_some(at)
    }
}

impl App {
    /// Lays the palette out.
    pub fn palette_view(&self, palette: &Palette) -> PaletteView {
        let offers = self.offers(palette);
        let size = self.size;
        // What is read row by row has nothing beside it.
        let width = match self.theme.ornaments {
            Ornaments::Drawn => size.columns.min(WIDEST),
            _ => size.columns,
        };
        let chosen = palette.chosen.min(offers.len().saturating_sub(1));
        // Room for the longest preview keeps the window the same size from line to line.
        let previews = offers.iter().map(|offer| offer.preview.len()).max().unwrap_or(0);
        let rows = u16::try_from(offers.len() + previews + usize::from(previews > 0));
        let rows = rows.unwrap_or(u16::MAX).max(1);
        let top = if size.rows > 12 { 2 } else { 0 };
        let height = rows.saturating_add(3).min(size.rows.saturating_sub(top + 1)).max(1);
        let window = Area { x: (size.columns - width) / 2, y: top, width, height };
        let inner = Area {
            x: window.x + 2,
            y: window.y + 1,
            width: width.saturating_sub(4),
            height: height.saturating_sub(2),
        };
        let list = Area { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
        let least = u16::try_from(offers.len()).unwrap_or(u16::MAX).min(LEAST_ROWS);
        let below = u16::try_from(previews + 1).unwrap_or(u16::MAX);
        let left = list.height.checked_sub(below).filter(|rows| *rows >= least && previews > 0);
        let preview = left.map(|height| Area { y: list.y + height, height: below, ..list });
        let list = Area { height: left.unwrap_or(list.height), ..list };
        let first = chosen
            .saturating_sub(usize::from(list.height / 2))
            .min(offers.len().saturating_sub(usize::from(list.height)));
        let line = Area { height: 1.min(inner.height), ..inner };
        PaletteView { window, line, list, preview, offers, first, chosen }
    }

    /// Handles a press: runs the command under it; beside the window, closes it.
    pub(super) fn press_palette(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Mode::Palette(palette) = &self.mode else { return Vec::new() };
        let view = self.palette_view(palette);
        if let Some(at) = view.offer_under(mouse) {
            return view
                .offers
                .into_iter()
                .nth(at)
                .map_or_else(Vec::new, |offer| self.run_command(offer.command));
        }
        if !view.window.contains(mouse.column, mouse.row) {
            self.give_back();
        }
        Vec::new()
    }

    /// Chooses another command, `by` rows on.
    pub(super) fn step_palette(&mut self, by: i64) {
        let Mode::Palette(palette) = &self.mode else { return };
        let last = self.offers(palette).len().saturating_sub(1);
        if let Mode::Palette(palette) = &mut self.mode {
            palette.chosen = moved(palette.chosen.min(last), by, last);
        }
    }
}
