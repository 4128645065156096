//! Remembering how a document was left, and opening it there again.

use super::{App, Mode};
use crate::bookmarks::ReadingState;
use crate::document::{BlockId, Point};
use crate::find::{Target, look_up};
use crate::typeset::Top;

impl App {
    /// How the document is left, to be remembered.
    pub fn reading_state(&self, opened: String) -> ReadingState {
        // The preview of a prompt is not the place where the user was.
        let top = match &self.mode {
            Mode::Jump(_) | Mode::Search(_) => self.held_view().top,
            _ => self.reading.top(),
        };
        ReadingState {
            title: self.document.metadata().headline(),
            source: self.document.metadata().origin.place().into_owned(),
            opened,
            block: top.point.block.index(),
            byte: top.point.byte,
            address: self
                .document
                .block_at(top.point.block.index())
                .map(|b| self.document.block_address(b))
                .unwrap_or_default(),
            progress: Some(self.reading.percent(&self.document)),
            pace: Some(self.pace.words_a_minute()),
            folded: self.outline.folded_addresses(&self.document),
        }
    }

    /// Opens the document where another version of it was left.
    pub fn resume(&mut self, state: &ReadingState) {
        if let Some(words_a_minute) = state.pace {
            self.pace.recall(words_a_minute);
        }
        self.outline.fold_addresses(&self.document, &state.folded);
        self.refresh();
        if let Ok(Target::Text { passage, .. }) = look_up(&self.document, &state.address, None) {
            self.reading.go(&self.document, passage.start);
            self.refresh();
        }
    }

    /// Opens the document as it was left.
    pub fn restore(&mut self, state: &ReadingState) {
        if state.block < self.document.block_count() {
            let block = BlockId::new(state.block);
            let point = Point { block, byte: state.byte };
            self.reading.restore(&self.document, Top::at(point));
        }
        if let Some(words_a_minute) = state.pace {
            self.pace.recall(words_a_minute);
        }
        self.outline.fold_addresses(&self.document, &state.folded);
        self.refresh();
    }
}
