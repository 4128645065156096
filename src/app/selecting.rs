//! Moving the end of a selection.

use super::{App, Mode};
use crate::action::Action;
use crate::document::{Direction, Point};

impl App {
    /// Moves the end by a character, by a word or to an end of its line, or exchanges the ends.
    pub(super) fn select_by(&mut self, action: Action, times: i64) {
        let Mode::Select(mut selection) = self.mode.clone() else { return };
        match action {
            Action::Left | Action::Right => {
                // The direction on the screen, which in right-to-left text is the opposite of
                // reading order.
                let (_, line) = self.reading.line_of(&self.document, selection.head);
                let on = match line.direction {
                    Direction::LeftToRight => Action::Right,
                    Direction::RightToLeft => Action::Left,
                };
                for _ in 0..times {
                    selection.step(&self.document, action == on);
                }
            }
            Action::WordNext | Action::WordPrevious => {
                for _ in 0..times {
                    selection.step_word(&self.document, action == Action::WordNext);
                }
            }
            Action::WordEnd => {
                for _ in 0..times {
                    selection.step_word_end(&self.document);
                }
            }
            Action::Top | Action::End => {
                selection.step_to_end(&self.document, action == Action::End);
            }
            Action::SelectOtherEnd => {
                std::mem::swap(&mut selection.anchor, &mut selection.head);
            }
            Action::LineStart => {
                let (_, line) = self.reading.line_of(&self.document, selection.head);
                selection.head.byte = line.range().start;
            }
            Action::LineEnd => {
                let (_, line) = self.reading.line_of(&self.document, selection.head);
                let body = self.document.body(selection.head.block);
                selection.head.byte = line.last_character(body);
            }
            _ => {}
        }
        let (_, line) = self.reading.line_of(&self.document, selection.head);
        let body = self.document.body(selection.head.block);
        selection.column = line.column_of(body, selection.head.byte);
        self.mode = Mode::Select(selection);
        self.reveal_head();
    }

    /// Moves the end by rows, keeping its column.
    pub(super) fn select_lines(&mut self, by: i64) {
        let Mode::Select(mut selection) = self.mode.clone() else { return };
        selection.head =
            self.reading.vertical(&self.document, selection.head, by, selection.column);
        self.mode = Mode::Select(selection);
        self.reveal_head();
    }

    /// Moves the end by paragraphs.
    pub(super) fn select_paragraphs(&mut self, by: i64) {
        let Mode::Select(mut selection) = self.mode.clone() else { return };
        let last = self.document.block_count().saturating_sub(1);
        let at = super::moved(selection.head.block.index(), by, last);
        if let Some(block) = self.document.block_at(at) {
            selection.head = Point::start_of(block);
        }
        self.mode = Mode::Select(selection);
        self.reveal_head();
    }

    pub(super) fn reveal_head(&mut self) {
        if let Mode::Select(selection) = &self.mode {
            let head = selection.head;
            self.uncover(head.block);
            self.reading.keep_in_view(&self.document, head);
        }
    }
}
