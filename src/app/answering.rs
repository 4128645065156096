//! Answers that arrive as whole lines, and where they leave the reader: for the conversation in
//! lines, which has no keys for editing and no rows to scroll.

use super::{App, Effect, Focus, InputLine, Mode, NoteField, Page, Selection};
use crate::action::{Key, KeyCode};
use crate::document::{BlockId, Passage, Point};
use crate::find::PatternSyntax;

impl App {
    /// Replaces the contents of the open prompt with a line and confirms it.
    pub fn answer(&mut self, words: &str) -> Vec<Effect> {
        match &mut self.mode {
            Mode::Note(prompt) => prompt.field = NoteField::new(words),
            Mode::Tags(prompt) => prompt.line = InputLine::new(words),
            _ => self.paste(words),
        }
        self.key(Key::plain(KeyCode::Enter))
    }

    /// Makes a block the one being read, from its beginning. A match in it stays current.
    pub fn settle_on(&mut self, block: BlockId) {
        self.attention = self.attention.filter(|point| point.block == block);
        (self.page, self.focus) = (Page::Text, Focus::Pane);
        self.uncover(block);
        self.reading.go(&self.document, Point::start_of(block));
        self.refresh();
    }

    /// Selects a passage.
    pub fn select_passage(&mut self, passage: Passage) {
        self.mode = Mode::Select(Selection::of(&self.document, passage));
        self.refresh();
    }

    /// Makes the search prompt take a regular expression.
    pub fn expect_expression(&mut self) {
        if let Mode::Search(prompt) = &mut self.mode {
            prompt.syntax = PatternSyntax::Regex;
        }
    }

    /// The place of a block in the document's own count: `clause 11 of 25`.
    pub fn counted_place(&self, block: BlockId) -> Option<String> {
        self.progress.place(&self.document, block)
    }
}
