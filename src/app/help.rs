//! The help: every action with its keys, built from the table of actions. It can be filtered by key
//! or words, and runs the chosen action.

use super::{App, Effect, Focus, HelpPage, Mode, Page};
use crate::action::{Action, Context, Key, KeyCode};
use crate::messages::notices;

impl App {
    /// Opens the help at the part about the current mode.
    pub(super) fn open_help(&mut self) {
        let about = match (&self.mode, self.page) {
            (Mode::Select(_), _) => Some(Action::Select),
            (Mode::Bookmarks, _) => Some(Action::EditNote),
            (Mode::Documents, _) => Some(Action::FilterDocuments),
            (Mode::Peek(_), _) => Some(Action::Peek),
            _ if self.focus == Focus::Outline => Some(Action::FocusOutline),
            (_, Page::Register(_)) => Some(Action::Members),
            _ if self.search.is_some() => Some(Action::SearchNext),
            _ => None,
        };
        self.hold();
        self.mode = Mode::Help(HelpPage::at(about, &self.settings.keys));
    }

    /// Handles a key while the help is open.
    pub(super) fn help_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Help(help) = &mut self.mode else { return Vec::new() };
        let keys = &self.settings.keys;
        if !help.filtering {
            return match keys.action(Context::Everywhere, key) {
                Some(Action::SearchForward | Action::SearchBackward) => {
                    help.filtering = true;
                    Vec::new()
                }
                Some(Action::Confirm) => self.do_chosen(),
                _ => self.bound(Context::Everywhere, key, None),
            };
        }
        match key.code {
            KeyCode::Enter => return self.do_chosen(),
            KeyCode::Escape if help.filter.text().is_empty() => help.filtering = false,
            KeyCode::Escape => *help = HelpPage::default(),
            KeyCode::Down => help.step(1, keys),
            KeyCode::Up => help.step(-1, keys),
            _ => {
                if help.filter.edit(key) {
                    help.chosen = 0;
                }
            }
        }
        Vec::new()
    }

    /// Inserts pasted text into the filter.
    pub(super) fn help_paste(&mut self, text: &str) {
        if let Mode::Help(help) = &mut self.mode {
            help.filtering = true;
            help.filter.insert(text);
            help.chosen = 0;
        }
    }

    /// Closes the help and runs the chosen action.
    fn do_chosen(&mut self) -> Vec<Effect> {
        let Mode::Help(help) = &self.mode else { return Vec::new() };
        let Some(action) = help.action(&self.settings.keys) else { return Vec::new() };
        let elsewhere = match (action.context(), self.held_mode()) {
            // Resizing the contents does not require their focus.
            (Context::Everywhere | Context::Contents, _)
            | (Context::Selecting, Some(Mode::Select(_)))
            | (Context::Bookmarks, Some(Mode::Bookmarks))
            | (Context::Documents, Some(Mode::Documents)) => None,
            (Context::SideBySide, _) if self.pair.is_some() => None,
            (Context::SideBySide, _) => {
                Some(notices::nothing_beside(self.key_hint(Action::Beside)))
            }
            (Context::Register, _) if matches!(self.page, Page::Register(_)) => None,
            (Context::Register, _) => Some(notices::only_in_list(self.key_hint(Action::Terms))),
            (Context::Selecting, _) => {
                Some(notices::only_in_selection(self.key_hint(Action::Select)))
            }
            (Context::Bookmarks, _) => {
                Some(notices::only_in_bookmarks(self.key_hint(Action::Bookmarks)))
            }
            (Context::Documents, _) => {
                Some(notices::only_in_documents(self.key_hint(Action::RecentDocuments)))
            }
        };
        if let Some(elsewhere) = elsewhere {
            self.complain(elsewhere);
            return Vec::new();
        }
        self.give_back();
        if action == Action::Help { Vec::new() } else { self.act(action, None) }
    }
}
