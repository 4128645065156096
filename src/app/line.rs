//! A line that a person types into.

use crate::action::{Key, KeyCode};
use tui_input::{Input, InputRequest};

/// What is being typed, and where the caret is in it.
#[derive(Debug, Clone, Default)]
pub struct Line {
    input: Input,
}

impl Line {
    /// A line that holds some text already, with the caret behind it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(text.to_owned()) }
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Where the caret is, in columns.
    pub fn caret(&self) -> u16 {
        u16::try_from(self.input.visual_cursor()).unwrap_or(u16::MAX)
    }

    /// The byte that the caret stands before.
    pub fn caret_byte(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }

    /// Adds text at the caret, as a paste does; its line ends become blanks.
    pub fn insert(&mut self, text: &str) {
        for c in text.chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if !c.is_control() {
                self.input.handle(InputRequest::InsertChar(c));
            }
        }
    }

    /// Edits the line as a key says; tells whether the key edits.
    pub fn edit(&mut self, key: Key) -> bool {
        let Some(request) = request(key) else { return false };
        self.input.handle(request);
        true
    }
}

/// The editing keys that readline and everybody else have.
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
