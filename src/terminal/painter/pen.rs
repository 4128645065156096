//! Writes to the terminal and tracks its cursor (ECMA-48).

use super::look::CharacterStyle;
use super::scroll::Moved;
use std::io::Write;

/// The maximum number of columns to go back, and rows to go down, by single characters: a sequence
/// is as long.
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
        self.go_over_blanks(x, y, 0);
    }

    /// Moves to a cell by the shortest sequence. The `blanks` cells before it are blank in the
    /// current style, so the pen may write them.
    pub fn go_over_blanks(&mut self, x: u16, y: u16, blanks: u16) {
        if self.at == Some((x, y)) {
            return;
        }
        let sequences = (0..=blanks.min(x)).map(|written| {
            let from = x - written;
            let sequence = match self.at {
                Some((column, row)) => {
                    shorter(relative((column, row), (from, y)), absolute(from, y))
                }
                None => absolute(from, y),
            };
            sequence + &" ".repeat(usize::from(written))
        });
        if let Some(shortest) = sequences.min_by_key(String::len) {
            self.say(&shortest);
        }
        self.at = Some((x, y));
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

    /// Moves rows up or down; the rows that come in are blank. It works in a scrolling region, which
    /// every terminal supports: by line feeds in its last row or reverse line feeds in its first,
    /// or by deleting or inserting lines if that is shorter.
    pub fn scroll(&mut self, moved: Moved) {
        let Moved { top, bottom, by } = moved;
        let rows = usize::try_from(by.unsigned_abs()).unwrap_or(0);
        let (row, feed, action) =
            if by > 0 { (bottom, "\n", 'M') } else { (top + 1, "\x1bM", 'L') };
        let fed = format!("\x1b[{row}H{}", feed.repeat(rows.min(usize::from(NEAR))));
        let moved = format!("\x1b[{}H\x1b[{rows}{action}", top + 1);
        let moved = if rows <= usize::from(NEAR) { shorter(fed, moved) } else { moved };
        // Setting the region back moves the cursor to the first cell of the screen.
        self.say_with(format_args!("\x1b[{};{}r{moved}\x1b[r", top + 1, bottom));
        self.at = Some((0, 0));
    }
}

/// Returns the shorter of two sequences, preferably the first.
fn shorter(first: String, second: String) -> String {
    if second.len() < first.len() { second } else { first }
}

/// Returns the sequence that moves to a cell from anywhere.
fn absolute(x: u16, y: u16) -> String {
    match x {
        0 => format!("\x1b[{}H", y + 1),
        _ => format!("\x1b[{};{}H", y + 1, x + 1),
    }
}

/// Returns the shortest sequence that moves from one cell to another by column, then by row.
fn relative((column, row): (u16, u16), (x, y): (u16, u16)) -> String {
    let in_row = match x {
        _ if x == column => String::new(),
        0 => "\r".to_owned(),
        _ if column == UNSURE => to_column(x),
        _ if x < column && column - x <= NEAR => "\x08".repeat(usize::from(column - x)),
        _ => shorter(by_columns(column, x), to_column(x)),
    };
    let down = match y {
        _ if y == row => String::new(),
        // A line feed keeps the column, since the terminal is in raw mode.
        _ if y > row && y - row <= NEAR => "\n".repeat(usize::from(y - row)),
        _ if y > row => format!("\x1b[{}B", y - row),
        _ if row - y == 1 => "\x1b[A".to_owned(),
        _ => format!("\x1b[{}A", row - y),
    };
    in_row + &down
}

/// Returns the sequence that moves to a column of the current row.
fn to_column(x: u16) -> String {
    format!("\x1b[{}G", x + 1)
}

/// Returns the sequence that moves by a number of columns.
fn by_columns(from: u16, to: u16) -> String {
    match (to.abs_diff(from), if to > from { 'C' } else { 'D' }) {
        (1, direction) => format!("\x1b[{direction}"),
        (columns, direction) => format!("\x1b[{columns}{direction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_takes_the_fewest_bytes() {
        for (from, to, blanks, sequence) in [
            ((10, 5), (10, 6), 0, "\n"),
            ((10, 5), (0, 6), 0, "\r\n"),
            ((10, 5), (8, 5), 0, "\x08\x08"),
            ((10, 5), (11, 5), 0, "\x1b[C"),
            ((45, 38), (119, 38), 0, "\x1b[74C"),
            ((40, 38), (3, 38), 0, "\x1b[4G"),
            ((9, 25), (9, 8), 0, "\x1b[17A"),
            ((57, 38), (45, 8), 0, "\x1b[9;46H"),
            // A blank takes less than the sequence that goes over it, where it may be written.
            ((10, 5), (1, 6), 0, "\x1b[9D\n"),
            ((10, 5), (1, 6), 1, "\r\n "),
            // From a column that is not known, only a column of the screen is sure.
            ((UNSURE, 5), (70, 5), 0, "\x1b[71G"),
            ((UNSURE, 5), (0, 6), 0, "\r\n"),
        ] {
            let mut pen = Pen::new(CharacterStyle::PLAIN);
            pen.at = Some(from);
            pen.go_over_blanks(to.0, to.1, blanks);
            assert_eq!(pen.into_bytes(), sequence.as_bytes(), "{from:?} {to:?}");
        }
    }
}
