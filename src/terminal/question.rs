//! What lies behind the letters of the terminal, asked before anything is shown on it: the answer
//! comes while the first document is read.

use super::session::send;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io;

/// Asks for the colour (OSC 11), and then for the device's attributes, which every terminal
/// answers: what did not come before that will not come. The answers come as events.
const BACKGROUND: &str = "\x1b]11;?\x1b\\\x1b[c";

/// The terminal while it is asked, and sends what it answers instead of showing it. Dropped, it is
/// as it was.
#[derive(Debug)]
pub struct Question(());

impl Question {
    /// Asks what lies behind the letters.
    ///
    /// # Errors
    /// Where the terminal cannot be put into raw mode or written to.
    pub fn of_background() -> io::Result<Self> {
        enable_raw_mode()?;
        // Made before it is asked, so that an error gives the terminal back too.
        let question = Self(());
        send(BACKGROUND.as_bytes())?;
        Ok(question)
    }

    /// Leaves the terminal to the session that takes it from here.
    pub(super) fn hand_over(self) {
        std::mem::forget(self);
    }
}

impl Drop for Question {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = disable_raw_mode();
    }
}
