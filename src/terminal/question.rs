//! Asks for the terminal's background before showing anything: the reply comes while the first
//! document is read.

use super::sending::send;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io;

/// Queries the background colour (OSC 11), then the device attributes, which every terminal
/// reports: a reply missing before those will not come. Replies arrive as events.
const BACKGROUND: &str = "\x1b]11;?\x1b\\\x1b[c";

/// A pending query: the terminal sends its reply to the program instead of showing it. Dropping
/// this restores the terminal.
#[derive(Debug)]
pub struct PendingQuery(());

impl PendingQuery {
    /// Queries the background.
    ///
    /// # Errors
    /// The terminal cannot be put into raw mode or written to.
    pub fn of_background() -> io::Result<Self> {
        enable_raw_mode()?;
        // Created before the query, so that an error also restores the terminal.
        let question = Self(());
        send(BACKGROUND.as_bytes())?;
        Ok(question)
    }

    /// Leaves the terminal to the session that takes over.
    pub(super) fn hand_over(self) {
        std::mem::forget(self);
    }
}

impl Drop for PendingQuery {
    fn drop(&mut self) {
        // There is nobody left to report an error to.
        let _ = disable_raw_mode();
    }
}
