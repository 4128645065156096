//! A rectangle of the screen.

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Its left column, from 0.
    pub x: u16,
    /// Its top row, from 0.
    pub y: u16,
    /// Its width, in columns.
    pub width: u16,
    /// Its height, in rows.
    pub height: u16,
}

impl Area {
    /// Whether a cell lies in the area.
    pub fn contains(self, x: u16, y: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&x)
            && (self.y..self.y.saturating_add(self.height)).contains(&y)
    }
}
