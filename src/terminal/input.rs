//! Input from the terminal and from signals.

use crate::action::{Key, Mouse, Size};
use crate::settings::Background;

/// An event from the terminal or from a signal.
#[derive(Debug, Clone)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The size of the terminal changed.
    Resize(Size),
    /// A signal with this number asks the program to end.
    End(i32),
    /// A signal asks the program to suspend itself.
    Stop,
    /// The program resumes after being suspended.
    Continue,
    /// The background, as the terminal itself reports it.
    Background(Background),
    /// The terminal supports synchronised output (mode 2026).
    Synchronises,
    /// The terminal has answered all queries.
    Answered,
    /// The terminal is gone.
    Closed,
}
