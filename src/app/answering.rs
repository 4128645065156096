//! Answers that come as a whole line, and where they leave the reading: for a conversation in
//! lines, which has no keys to edit with and no rows to scroll.

use super::{App, Effect, Focus, Line, Mode, NoteField, Page};
use crate::action::{Key, KeyCode};
use crate::document::{BlockId, Point};

impl App {
    /// Puts a line into the prompt that is open, in place of what stands there, and confirms it.
    pub fn answer(&mut self, words: &str) -> Vec<Effect> {
        match &mut self.mode {
            Mode::Note(prompt) => prompt.field = NoteField::new(words),
            Mode::Tags(prompt) => prompt.line = Line::new(words),
            _ => self.paste(words),
        }
        self.key(Key::plain(KeyCode::Enter))
    }

    /// Lets a block be the one that is read, from its first words on. What was found in it stays
    /// found.
    pub fn settle_on(&mut self, block: BlockId) {
        self.attention = self.attention.filter(|point| point.block == block);
        (self.page, self.focus) = (Page::Text, Focus::Pane);
        self.uncover(block);
        self.reading.go(&self.document, Point::start_of(block));
        self.refresh();
    }

    /// Where a block is among what is counted: `clause 11 of 25`.
    pub fn counted_place(&self, block: BlockId) -> Option<String> {
        self.progress.place(&self.document, block)
    }
}
