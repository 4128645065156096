//! The end of a document that is still loading: a user who goes there follows it as more is read.

use super::{App, Mode, Page};
use crate::messages::notices;

impl App {
    /// Goes to the end of what has been read.
    pub fn go_to_end(&mut self) {
        self.reading.end(&self.document);
        let more = self.document.metadata().read;
        self.followed = more.map(|_| self.reading.top());
        if let Some(read) = more {
            self.tell(notices::end_so_far(read));
        }
    }

    /// Whether the user went to the end of what had been read and has not moved since.
    pub fn follows_end(&self) -> bool {
        matches!(self.mode, Mode::Read)
            && self.page == Page::Text
            && self.followed == Some(self.reading.top())
    }
}
