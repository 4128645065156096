//! How the program ends.

use crate::cli::error::Failure;
use crate::terminal::{end_by, hang_up};

/// How the program ends.
pub enum Exit {
    /// The user quit.
    Done,
    /// The terminal is gone.
    Closed,
    /// A signal ended it.
    Signal(i32),
}

impl Exit {
    /// Ends the program accordingly, after the terminal is released.
    pub fn take_effect(self) -> Result<(), Failure> {
        match self {
            Self::Done => Ok(()),
            Self::Signal(signal) => end_by(signal),
            Self::Closed => hang_up(),
        }
    }
}
