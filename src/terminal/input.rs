//! What the terminal sends, and the signals that come with it.

use crate::action::{Key, Mouse, Size};
use crate::settings::Background;

/// Something that the terminal or a signal said.
#[derive(Debug, Clone)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// A signal asks the program to end; its number.
    End(i32),
    /// A signal asks the program to stop until it is called again.
    Stop,
    /// The program was stopped, and goes on.
    Continue,
    /// What lies behind the letters of the terminal, as it says itself.
    Background(Background),
    /// The terminal shows a frame at once where it is told so (mode 2026).
    Synchronises,
    /// The terminal has answered all that it was asked.
    Answered,
    /// The terminal is gone.
    Closed,
}
