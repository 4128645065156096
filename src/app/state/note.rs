//! A note of several lines that the user is typing.

use crate::action::{Key, KeyCode};
use crate::bookmarks::Bookmark;
use crate::document::Passage;
use ratatui_textarea::{Input, Key as Code, TextArea, WrapMode};

/// The maximum number of bytes of a note.
pub(in crate::app) const LONGEST_NOTE: usize = 64 << 10;

/// The subject of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteFor {
    /// A bookmark to create with the note.
    New(Passage),
    /// An existing bookmark, as it was when typing began.
    Kept(Box<Bookmark>),
}

impl NoteFor {
    /// Whether both concern the same passage or bookmark.
    pub(in crate::app) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::New(one), Self::New(other)) => one == other,
            (Self::Kept(one), Self::Kept(other)) => one.id == other.id,
            _ => false,
        }
    }
}

/// A note that is being typed.
#[derive(Debug, Clone)]
pub struct NotePrompt {
    /// The note.
    pub field: NoteField,
    /// Its subject.
    pub subject: NoteFor,
    /// Whether it was opened from the list of bookmarks.
    pub from_list: bool,
}

/// A text of several lines, and the position of the caret.
#[derive(Debug, Clone)]
pub struct NoteField {
    area: TextArea<'static>,
}

impl NoteField {
    /// Returns a field with initial text and the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut area = TextArea::from(text.lines());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(ratatui::style::Style::default());
        area.set_cursor_style(ratatui::style::Style::default());
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        Self { area }
    }

    /// The typed text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The field itself, for drawing.
    pub fn area(&self) -> &TextArea<'static> {
        &self.area
    }

    /// Inserts text at the caret, as a paste does, and keeps its line breaks. Returns whether all
    /// of it fits.
    pub fn insert(&mut self, text: &str) -> bool {
        let room = LONGEST_NOTE.saturating_sub(self.len());
        // Enough for whatever fits, even after characters are left out.
        let within = &text[..text.floor_char_boundary(8 * LONGEST_NOTE)];
        let safe = |c: char| if c == '\r' { '\n' } else { c };
        let mut added: String = within
            .replace("\r\n", "\n")
            .chars()
            .map(safe)
            .filter(|c| !c.is_control() || *c == '\n')
            .collect();
        let whole = added.len() <= room && within.len() == text.len();
        added.truncate(added.floor_char_boundary(room));
        self.area.insert_str(added);
        whole
    }

    /// The bytes of the typed text.
    fn len(&self) -> usize {
        self.area.lines().iter().map(|line| line.len() + 1).sum::<usize>().saturating_sub(1)
    }

    /// Edits the text by a key.
    pub(in crate::app) fn edit(&mut self, key: Key) {
        let code = match key.code {
            KeyCode::Char(c) => Code::Char(c),
            KeyCode::Enter => Code::Enter,
            KeyCode::Backspace => Code::Backspace,
            KeyCode::Delete => Code::Delete,
            KeyCode::Left => Code::Left,
            KeyCode::Right => Code::Right,
            KeyCode::Up => Code::Up,
            KeyCode::Down => Code::Down,
            KeyCode::Home => Code::Home,
            KeyCode::End => Code::End,
            KeyCode::PageUp => Code::PageUp,
            KeyCode::PageDown => Code::PageDown,
            _ => return,
        };
        let modifiers = key.modifiers;
        self.area.input(Input {
            key: code,
            ctrl: modifiers.control,
            alt: modifiers.alt,
            shift: modifiers.shift,
        });
    }
}
