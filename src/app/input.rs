//! What a key means in the current mode.

use super::{App, Effect, Focus, Mode, Page};
use crate::action::{Action, Context, Key, KeyCode};
use crate::messages::notices;

/// No text has more than this of anything that is counted.
const LARGEST_COUNT: u32 = 1_000_000;

impl App {
    /// Handles a key press.
    pub fn key(&mut self, key: Key) -> Vec<Effect> {
        // Ctrl-C leaves what is being typed or selected, else the program.
        let key = match (&self.mode, key == Key::control('c')) {
            (Mode::Help(help), true) if help.filtering => Key::plain(KeyCode::Escape),
            (_, true) if self.filtered_list().is_some() => Key::plain(KeyCode::Escape),
            (Mode::Read | Mode::Bookmarks | Mode::Documents | Mode::Help(_), true) => {
                return vec![Effect::Quit];
            }
            (_, true) => Key::plain(KeyCode::Escape),
            (_, false) => key,
        };
        self.notice = None;
        self.untouched = false;
        self.shown = None;
        self.give_up_seeking();
        let effects = match &self.mode {
            Mode::Jump(_) => self.jump_key(key),
            Mode::Search(_) => self.search_key(key),
            Mode::Note(_) => self.note_key(key),
            Mode::Palette(_) => self.palette_key(key),
            _ if self.filtered_list().is_some() => {
                self.filter_key(key);
                Vec::new()
            }
            Mode::Read => match key.typed().filter(char::is_ascii_digit) {
                Some(digit) => {
                    self.open_jump(&digit.to_string());
                    Vec::new()
                }
                None if self.focus == Focus::Outline => self.bound(Context::Contents, key, None),
                None if self.page != Page::Text => self.bound(Context::Register, key, None),
                None if self.pair.is_some() => self.bound(Context::SideBySide, key, None),
                None => self.bound(Context::Everywhere, key, None),
            },
            Mode::Select(_) => self.select_key(key),
            Mode::Peek(_) => self.peek_key(key),
            Mode::Letter(_) => self.letter_key(key),
            Mode::Menu(_) => self.menu_key(key),
            Mode::Ask(_) => self.answer_key(key),
            Mode::LinkHints(_) => self.link_hint_key(key),
            Mode::Tags(_) => self.tag_key(key),
            Mode::Bookmarks => self.bound(Context::Bookmarks, key, None),
            Mode::Documents => self.bound(Context::Documents, key, None),
            Mode::Help(_) => self.help_key(key),
        };
        self.refresh();
        effects
    }

    /// Handles pasted text: inserts it into the line being typed, or ignores it.
    pub fn paste(&mut self, text: &str) {
        self.notice = None;
        self.shown = None;
        let filtered = self.filtered_list();
        match &mut self.mode {
            Mode::Jump(jump) => {
                jump.line.insert(text);
                jump.choices = None;
                self.preview_jump();
            }
            Mode::Search(search) => {
                search.line.insert(text);
                self.preview_search();
            }
            Mode::Note(_) => self.insert_into_note(text),
            Mode::Tags(tags) => tags.line.insert(text),
            Mode::Palette(palette) => palette.insert(text),
            Mode::Help(_) => self.help_paste(text),
            Mode::Read | Mode::Bookmarks | Mode::Documents => {
                if let Some(list) = filtered {
                    self.paste_into_filter(list, text);
                }
            }
            Mode::Select(_)
            | Mode::Letter(_)
            | Mode::LinkHints(_)
            | Mode::Ask(_)
            | Mode::Menu(_)
            | Mode::Peek(_) => {}
        }
        self.refresh();
    }

    /// Whether a character typed now would only go into a line or a note, so that it can be handled
    /// together with those after it.
    pub fn types(&self, c: char) -> bool {
        match &self.mode {
            Mode::Search(_) | Mode::Note(_) | Mode::Tags(_) | Mode::Palette(_) => true,
            // A number before a movement key is a count.
            Mode::Jump(jump) => {
                let typed = jump.line.text();
                c.is_ascii_digit() || typed.contains(|c: char| !c.is_ascii_digit())
            }
            Mode::Help(help) => help.filtering,
            Mode::Read | Mode::Bookmarks | Mode::Documents => self.filtered_list().is_some(),
            Mode::Select(_)
            | Mode::Letter(_)
            | Mode::LinkHints(_)
            | Mode::Ask(_)
            | Mode::Menu(_)
            | Mode::Peek(_) => false,
        }
    }

    /// Handles a key in a selection: digits form a count; a zero that does not continue one is a
    /// key.
    fn select_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Select(selection) = &mut self.mode else { return Vec::new() };
        let digit = key.typed().and_then(|c| c.to_digit(10));
        if let Some(digit) = digit.filter(|d| *d > 0 || selection.count.is_some()) {
            let count = selection.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
            selection.count = Some(count.min(LARGEST_COUNT));
            return Vec::new();
        }
        let count = selection.count.take();
        self.bound(Context::Selecting, key, count)
    }

    pub(super) fn bound(&mut self, context: Context, key: Key, count: Option<u32>) -> Vec<Effect> {
        match self.settings.keys.action(context, key) {
            Some(action) => self.act(action, count),
            None => {
                if !matches!(key.code, KeyCode::Escape) {
                    let hint = self.key_hint(Action::Help);
                    self.tell(notices::does_nothing(key, hint));
                }
                Vec::new()
            }
        }
    }
}
