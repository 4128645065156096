//! An input line.

use crate::action::{Key, KeyCode};
use tui_input::{Input, InputRequest};

/// The maximum number of bytes of a line: more than anyone types, and little enough for each key to be
/// handled instantly.
pub const LONGEST_LINE: usize = 4096;

/// The typed text, and the position of the caret.
#[derive(Debug, Clone, Default)]
pub struct InputLine {
    input: Input,
    /// Whether the latest insertion was cut.
    cut: bool,
}

impl InputLine {
    /// Returns a line with initial text and the caret at its end.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()), cut: false }
    }

    /// The typed text.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// The column of the caret.
    pub fn caret(&self) -> u16 {
        u16::try_from(self.input.visual_cursor()).unwrap_or(u16::MAX)
    }

    /// The byte offset of the caret.
    pub fn caret_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Whether the latest insertion was cut because the line is full.
    pub fn was_cut(&self) -> bool {
        self.cut
    }

    /// Inserts text at the caret, as a paste does; turns line ends into blanks, and cuts what does
    /// not fit.
    pub fn insert(&mut self, text: &str) {
        let room = LONGEST_LINE.saturating_sub(self.text().len());
        let mut added = String::new();
        self.cut = false;
        for c in text.chars().filter(|c| c.is_whitespace() || !c.is_control()) {
            let c = if c.is_whitespace() { ' ' } else { c };
            if added.len() + c.len_utf8() > room {
                self.cut = true;
                break;
            }
            added.push(c);
        }
        let at = self.caret_byte();
        let caret = self.input.cursor() + added.chars().count();
        let (before, after) = self.text().split_at(at);
        let whole = [before, &added, after].concat();
        self.input = Input::new(whole).with_cursor(caret);
    }

    /// Edits the line by a key; returns whether it is an editing key.
    pub fn edit(&mut self, key: Key) -> bool {
        let Some(request) = request(key) else { return false };
        match request {
            InputRequest::InsertChar(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            request => {
                self.cut = false;
                self.input.handle(request);
            }
        }
        true
    }
}

/// Maps the usual editing keys, as in readline.
fn request(key: Key) -> Option<InputRequest> {
    use InputRequest as R;
    let modifiers = key.modifiers;
    Some(match key.code {
        KeyCode::Char(c) if modifiers.control => match c {
            'a' => R::GoToStart,
            'e' => R::GoToEnd,
            'b' => R::GoToPrevChar,
            'f' => R::GoToNextChar,
            'h' => R::DeletePrevChar,
            'd' => R::DeleteNextChar,
            'w' => R::DeletePrevWord,
            'u' => R::DeleteLine,
            'k' => R::DeleteTillEnd,
            _ => return None,
        },
        KeyCode::Char(c) if modifiers.alt => match c {
            'b' => R::GoToPrevWord,
            'f' => R::GoToNextWord,
            'd' => R::DeleteNextWord,
            _ => return None,
        },
        KeyCode::Char(c) => R::InsertChar(c),
        KeyCode::Backspace if modifiers.alt || modifiers.control => R::DeletePrevWord,
        KeyCode::Backspace => R::DeletePrevChar,
        KeyCode::Delete => R::DeleteNextChar,
        KeyCode::Left if modifiers.control => R::GoToPrevWord,
        KeyCode::Right if modifiers.control => R::GoToNextWord,
        KeyCode::Left => R::GoToPrevChar,
        KeyCode::Right => R::GoToNextChar,
        KeyCode::Home => R::GoToStart,
        KeyCode::End => R::GoToEnd,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_added_at_the_caret() {
        let mut line = InputLine::new("lamp oil");
        for _ in 0..4 {
            line.edit(Key::plain(KeyCode::Left));
        }
        line.insert("\nöl\u{1b}\tand");
        assert_eq!((line.text(), line.caret_byte()), ("lamp öl and oil", 12));
        line.edit(Key::plain(KeyCode::Char('s')));
        assert_eq!(line.text(), "lamp öl ands oil");
    }

    #[test]
    fn a_line_is_cut_between_two_characters_until_something_is_taken_out() {
        let mut line = InputLine::new("x");
        line.insert(&"ö".repeat(LONGEST_LINE));
        assert_eq!(line.text().len(), LONGEST_LINE - 1);
        assert!(line.was_cut());
        line.edit(Key::plain(KeyCode::Backspace));
        assert!(!line.was_cut());
        line.edit(Key::plain(KeyCode::Char('y')));
        assert!(line.text().ends_with('y') && !line.was_cut());
        line.insert("zzzz");
        assert!(line.text().ends_with("yzz") && line.was_cut());
    }
}
