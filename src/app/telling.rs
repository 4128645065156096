//! Messages to the user, and how they name keys.

use super::{App, News, Notice};
use crate::action::Action;

impl App {
    /// Shows a message, which may contain file names and typed text.
    pub fn tell(&mut self, text: impl AsRef<str>) {
        self.notice = Some(Notice::new(News::Done, text.as_ref()));
    }

    /// Shows an error message.
    pub fn complain(&mut self, text: impl AsRef<str>) {
        self.notice = Some(Notice::new(News::Trouble, text.as_ref()));
    }

    /// The first key of an action, as it is shown.
    pub fn key_hint(&self, action: Action) -> String {
        (self.typed_as)(&self.settings.keys, action)
    }
}
