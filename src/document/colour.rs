//! A colour of a terminal.

use serde::{Deserialize, Serialize};

/// A colour of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Colour {
    /// One of the terminal's 256 colours; the first sixteen are those of its own scheme.
    Ansi(u8),
    /// A colour with red, green and blue.
    Rgb(u8, u8, u8),
}
