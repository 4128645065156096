//! Writing to the terminal: where the next sign goes (ECMA-48).

use super::look::Look;
use super::scroll::Moved;
use std::io::Write;

/// Columns that are gone back, and rows that are gone down, one by one.
const NEAR: u16 = 4;

/// A column that is not known: after the last one terminals do not agree where they are.
const UNSURE: u16 = u16::MAX;

/// The bytes that are sent, and what the terminal makes of the next.
#[derive(Debug)]
pub struct Pen {
    bytes: Vec<u8>,
    /// Where the next sign goes, while that is sure.
    at: Option<(u16, u16)>,
    look: Look,
}

impl Pen {
    /// A pen that has written nothing, where the terminal's next sign would look so.
    pub fn new(look: Look) -> Self {
        Self { bytes: Vec::new(), at: None, look }
    }

    /// How the next sign looks.
    pub fn look(&self) -> Look {
        self.look
    }

    /// Whether anything was written.
    pub fn is_used(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Sends a sequence that moves nothing.
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
        self.look = Look::PLAIN;
    }

    /// Goes to a cell by the shortest way.
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

    /// Writes a sign that takes so many columns; `last` is the column after the row's last.
    pub fn write(&mut self, symbol: &str, columns: u16, last: u16) {
        self.say(symbol);
        // After a cluster of several signs terminals do not agree either.
        let sure = symbol.is_ascii() || symbol.chars().nth(1).is_none();
        self.at = self.at.filter(|_| sure).map(|(x, y)| {
            let next = x.saturating_add(columns);
            (if next < last { next } else { UNSURE }, y)
        });
    }

    /// Is no longer sure where the next sign goes.
    pub fn lose_place(&mut self) {
        self.at = None;
    }

    /// Erases so many cells from here on, without moving.
    pub fn erase(&mut self, columns: u16) {
        self.say_with(format_args!("\x1b[{columns}X"));
    }

    /// Erases the rest of the row.
    pub fn erase_rest(&mut self) {
        self.say("\x1b[K");
    }

    /// Looks so from now on.
    pub fn take(&mut self, look: Look) {
        self.say(&self.look.change(look));
        self.look = look;
    }

    /// Moves rows up or down; those that come in are blank. By deleting and inserting lines in a
    /// region, which every terminal knows.
    pub fn scroll(&mut self, moved: Moved) {
        let Moved { top, bottom, by } = moved;
        let (rows, action) = if by > 0 { (by, 'M') } else { (-by, 'L') };
        let rows = if rows == 1 { String::new() } else { rows.to_string() };
        self.say_with(format_args!("\x1b[{};{}r\x1b[{}H", top + 1, bottom, top + 1));
        self.say_with(format_args!("\x1b[{rows}{action}\x1b[r"));
        self.at = None;
    }
}
