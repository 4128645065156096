//! Writes to the terminal and tracks its cursor (ECMA-48).

use super::look::CharacterStyle;
use super::scroll::Moved;
use std::io::Write;

/// The maximum number of columns to go back, and rows to go down, by single steps.
const NEAR: u16 = 4;

/// An unknown column: terminals differ on where the cursor is after the last column.
const UNSURE: u16 = u16::MAX;

/// The bytes to send, and the state of the terminal after them.
#[derive(Debug)]
pub struct Pen {
    bytes: Vec<u8>,
    /// The position of the next character, if known.
    at: Option<(u16, u16)>,
    look: CharacterStyle,
}

impl Pen {
    /// Creates an empty pen; `look` is the terminal's current style.
    pub fn new(look: CharacterStyle) -> Self {
        Self { bytes: Vec::new(), at: None, look }
    }

    /// The style of the next character.
    pub fn look(&self) -> CharacterStyle {
        self.look
    }

    /// Whether anything was written.
    pub fn is_used(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Returns the written bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Adds a sequence that does not move the cursor.
    pub fn say(&mut self, sequence: &str) {
        self.bytes.extend_from_slice(sequence.as_bytes());
    }

    fn say_with(&mut self, sequence: std::fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        let _ = self.bytes.write_fmt(sequence);
    }

    /// Clears the screen.
    pub fn clear(&mut self) {
        self.say("\x1b[m\x1b[2J");
        self.look = CharacterStyle::PLAIN;
    }

    /// Moves to a cell by the shortest sequence.
    pub fn go(&mut self, x: u16, y: u16) {
        match self.at {
            Some(at) if at == (x, y) => return,
            Some((column, row)) if row == y && x > 0 && column == x - 1 => self.say("\x1b[C"),
            Some((_, row)) if row == y => self.go_in_row(x),
            // A line feed keeps the column, since the terminal is in raw mode.
            Some((column, row)) if (row + 1..=row + NEAR).contains(&y) => {
                let back = (x..x + NEAR).contains(&column);
                if !back {
                    self.go_in_row(x);
                }
                for _ in row..y {
                    self.say("\n");
                }
                for _ in x..if back { column } else { x } {
                    self.say("\x08");
                }
            }
            _ if x == 0 => self.say_with(format_args!("\x1b[{}H", y + 1)),
            _ => self.say_with(format_args!("\x1b[{};{}H", y + 1, x + 1)),
        }
        self.at = Some((x, y));
    }

    fn go_in_row(&mut self, x: u16) {
        match x {
            0 => self.say("\r"),
            _ => self.say_with(format_args!("\x1b[{}G", x + 1)),
        }
    }

    /// Writes a character or cluster of `columns` columns; `last` is the column after the row's
    /// last.
    pub fn write(&mut self, symbol: &str, columns: u16, last: u16) {
        self.say(symbol);
        // Terminals also differ on the width of clusters of several characters.
        let sure = symbol.is_ascii() || symbol.chars().nth(1).is_none();
        self.at = self.at.filter(|_| sure).map(|(x, y)| {
            let next = x.saturating_add(columns);
            (if next < last { next } else { UNSURE }, y)
        });
    }

    /// Marks the cursor position as unknown.
    pub fn lose_place(&mut self) {
        self.at = None;
    }

    /// Erases `columns` cells from here on without moving.
    pub fn erase(&mut self, columns: u16) {
        self.say_with(format_args!("\x1b[{columns}X"));
    }

    /// Erases the rest of the row.
    pub fn erase_rest(&mut self) {
        self.say("\x1b[K");
    }

    /// Changes the style.
    pub fn take(&mut self, look: CharacterStyle) {
        self.say(&self.look.change(look));
        self.look = look;
    }

    /// Moves rows up or down; the rows that come in are blank. It deletes or inserts lines in a
    /// scrolling region, which every terminal supports.
    pub fn scroll(&mut self, moved: Moved) {
        let Moved { top, bottom, by } = moved;
        let (rows, action) = if by > 0 { (by, 'M') } else { (-by, 'L') };
        let rows = if rows == 1 { String::new() } else { rows.to_string() };
        self.say_with(format_args!("\x1b[{};{}r\x1b[{}H", top + 1, bottom, top + 1));
        self.say_with(format_args!("\x1b[{rows}{action}\x1b[r"));
        self.at = None;
    }
}
