//! How large the screen is.

/// The size of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub columns: u16,
    /// Rows.
    pub rows: u16,
}

/// Columns and rows that are drawn at most.
const LARGEST_SCREEN: u16 = 1_000;

impl Size {
    /// What is drawn of a terminal: all of it, unless it is larger than any that
    /// a person reads on.
    pub fn of_terminal(columns: u16, rows: u16) -> Self {
        Self { columns: columns.min(LARGEST_SCREEN), rows: rows.min(LARGEST_SCREEN) }
    }

    /// Whether it has a cell there.
    pub fn has(self, column: u16, row: u16) -> bool {
        column < self.columns && row < self.rows
    }
}
