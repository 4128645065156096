//! The command palette: a line, and the commands that match it.

use super::{App, Effect, Mode};
use crate::action::{Key, KeyCode};

impl App {
    pub(super) fn palette_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Palette(palette) = &self.mode else { return Vec::new() };
        let offers = self.offers(palette);
        let chosen = palette.chosen.min(offers.len().saturating_sub(1));
        if key.code == KeyCode::Enter {
            return match offers.into_iter().nth(chosen) {
                Some(offer) => self.run_command(offer.command),
                None => Vec::new(),
            };
        }
        let tab = offers.get(chosen).and_then(|offer| offer.tab.clone());
        let Mode::Palette(palette) = &mut self.mode else { return Vec::new() };
        match key.code {
            KeyCode::Tab => {
                if let Some(line) = tab {
                    palette.complete(&line);
                }
            }
            KeyCode::Escape => self.give_back(),
            KeyCode::Down => self.step_palette(1),
            KeyCode::Up => self.step_palette(-1),
            _ if key == Key::control('n') => self.step_palette(1),
            _ if key == Key::control('p') => self.step_palette(-1),
            _ => {
                if palette.line.edit(key) {
                    palette.chosen = 0;
                }
            }
        }
        Vec::new()
    }
}
