//! The size of the screen.

/// The size of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// Maximum number of columns and of rows that the program draws.
const LARGEST_SCREEN: u16 = 1_000;

impl Size {
    /// Returns the part of a terminal that the program draws: all of it, unless it is larger than
    /// anyone reads on.
    pub fn of_terminal(columns: u16, rows: u16) -> Self {
        Self { columns: columns.min(LARGEST_SCREEN), rows: rows.min(LARGEST_SCREEN) }
    }

    /// Whether the screen has a cell at this position.
    pub fn has(self, column: u16, row: u16) -> bool {
        column < self.columns && row < self.rows
    }
}
