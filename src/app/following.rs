//! The end of a document that is still loading: a user who goes there follows it as more is read.

use super::{App, Mode, Page};
use crate::document::ReadSoFar;
use crate::messages::notices;

impl App {
    /// Goes to the end of what has been read.
    pub fn go_to_end(&mut self) {
        self.reading.end(&self.document);
        let more = self.document.metadata().read;
        self.followed = more.map(|_| self.reading.top());
        match more {
            Some(read) if read.end.is_some() => self.tell(notices::end_without_numbers(read)),
            Some(read) => self.tell(notices::end_so_far(read)),
            None => {}
        }
    }

    /// Whether the user went to the end of a file of which only the beginning is there.
    pub(super) fn lacks_end(&self) -> bool {
        let lacks = |read: ReadSoFar| read.end.is_none() && read.of.is_some();
        self.follows_end() && self.document.metadata().read.is_some_and(lacks)
    }

    /// Whether the user went to the end of what had been read and has not moved since.
    pub fn follows_end(&self) -> bool {
        matches!(self.mode, Mode::Read)
            && self.page == Page::Text
            && self.followed == Some(self.reading.top())
    }
}
