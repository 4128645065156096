//! What a key means in the mode that is on.

use super::{App, Effect, Mode};
use crate::action::{Action, Context, Key, KeyCode};

impl App {
    /// Takes a key press.
    pub fn key(&mut self, key: Key) -> Vec<Effect> {
        // Ctrl-C ends the program whatever is open.
        if key == Key::control('c') {
            return vec![Effect::Quit];
        }
        self.notice = None;
        let effects = match &self.mode {
            Mode::Jump(_) => self.jump_key(key),
            Mode::Search(_) => self.search_key(key),
            Mode::Note(_) => self.note_key(key),
            Mode::Palette(_) => self.palette_key(key),
            Mode::Read => match key.typed().filter(char::is_ascii_digit) {
                Some(digit) => {
                    self.open_jump(&digit.to_string());
                    Vec::new()
                }
                None => self.bound(Context::Everywhere, key),
            },
            Mode::Select(_) => self.bound(Context::Selecting, key),
            Mode::Bookmarks(_) => self.bound(Context::Bookmarks, key),
            Mode::Help(_) => self.bound(Context::Everywhere, key),
        };
        self.refresh();
        effects
    }

    /// Takes pasted text: into the line that is being typed, else nowhere.
    pub fn paste(&mut self, text: &str) {
        match &mut self.mode {
            Mode::Jump(jump) => {
                jump.line.insert(text);
                self.preview_jump();
            }
            Mode::Search(search) => {
                search.line.insert(text);
                self.preview_search();
            }
            Mode::Note(note) => note.line.insert(text),
            Mode::Palette(palette) => palette.line.insert(text),
            Mode::Read | Mode::Select(_) | Mode::Bookmarks(_) | Mode::Help(_) => {}
        }
        self.refresh();
    }

    fn bound(&mut self, context: Context, key: Key) -> Vec<Effect> {
        match self.settings.keys.action(context, key) {
            Some(action) => self.act(action, None),
            None => {
                if !matches!(key.code, KeyCode::Escape) {
                    let hint = self.key_hint(Action::Help);
                    self.tell(format!("{key} does nothing here · {hint} shows the keys"));
                }
                Vec::new()
            }
        }
    }
}
