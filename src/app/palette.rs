//! The command palette: every action, found by a few letters.

use super::{App, Effect, Line, Mode};
use crate::action::{Action, Context, Key, KeyCode};
use crate::find::rank;

/// What `:n` and its like mean to people who know vi or less.
const SHORT: [(&str, Action); 6] = [
    ("n", Action::NextDocument),
    ("p", Action::PreviousDocument),
    ("N", Action::PreviousDocument),
    ("o", Action::RecentDocuments),
    ("e", Action::Reload),
    ("q", Action::Quit),
];

/// The commands, to search through.
#[derive(Debug, Clone, Default)]
pub struct Palette {
    /// The letters that are looked for.
    pub line: Line,
    /// The chosen one of those that fit.
    pub chosen: usize,
}

impl Palette {
    /// Adds text to the letters that are looked for.
    pub(super) fn insert(&mut self, text: &str) {
        self.line.insert(text);
        self.chosen = 0;
    }

    /// The actions that fit what was typed, best first, each with the
    /// characters of its title that were matched.
    pub fn fitting(&self) -> Vec<(Action, Vec<u32>)> {
        // It opens over the text: what is for a selection or a list alone is not offered.
        let offered = Action::ALL
            .iter()
            .copied()
            .filter(|a| *a != Action::Palette && a.context() == Context::Everywhere);
        let mut fitting =
            rank(self.line.text(), offered.map(|action| (action, action.title().to_owned())));
        // What vi and less know by a letter or two is that.
        if let Some((_, known)) = SHORT.iter().find(|(short, _)| *short == self.line.text()) {
            fitting.retain(|(action, _)| action != known);
            fitting.insert(0, (*known, Vec::new()));
        }
        // A name that the config uses is known as well, as is its beginning.
        if let Some(action) = Action::from_beginning(self.line.text())
            && action.context() == Context::Everywhere
        {
            fitting.retain(|(known, _)| *known != action);
            fitting.insert(0, (action, Vec::new()));
        }
        fitting
    }
}

impl App {
    pub(super) fn palette_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Palette(palette) = &mut self.mode else { return Vec::new() };
        let fitting = palette.fitting();
        let last = fitting.len().saturating_sub(1);
        match key.code {
            KeyCode::Escape => self.give_back(),
            KeyCode::Enter => {
                let action = fitting.get(palette.chosen).map(|(action, _)| *action);
                self.give_back();
                // What is chosen is done in the text, whatever lay over it.
                if !matches!(self.mode, Mode::Select(_)) {
                    self.mode = Mode::Read;
                }
                return action.map(|action| self.act(action, None)).unwrap_or_default();
            }
            KeyCode::Down => palette.chosen = (palette.chosen + 1).min(last),
            KeyCode::Up => palette.chosen = palette.chosen.saturating_sub(1),
            _ if key == Key::control('n') => palette.chosen = (palette.chosen + 1).min(last),
            _ if key == Key::control('p') => palette.chosen = palette.chosen.saturating_sub(1),
            _ => {
                if palette.line.edit(key) {
                    palette.chosen = 0;
                }
            }
        }
        Vec::new()
    }
}
