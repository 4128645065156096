//! What the program needs from its front end: the screen, or plain lines.

use crate::action::Size;
use crate::terminal::Session;
use std::io;

/// Whether words reached the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedOver {
    /// The terminal was asked to put them there.
    Asked,
    /// There is no clipboard; the words are shown instead.
    Shown,
}

/// A front end.
pub trait Front {
    /// Draws every cell again with the next frame.
    ///
    /// # Errors
    /// If the terminal cannot be written to, as for all of these.
    fn redraw(&mut self) -> io::Result<()>;
    /// Captures the mouse, or leaves it to the terminal.
    fn capture_mouse(&mut self, on: bool) -> io::Result<()>;
    /// Notes that the terminal can show a whole frame at once.
    fn synchronise(&mut self);
    /// Releases the terminal for a while.
    fn leave(&mut self) -> io::Result<()>;
    /// Takes it back; returns its size.
    fn enter_again(&mut self) -> io::Result<Size>;
    /// Sends words to the terminal's clipboard by a control sequence.
    fn hand_over(&mut self, words: &str, sequence: &str) -> io::Result<HandedOver>;
}

impl Front for Session {
    fn redraw(&mut self) -> io::Result<()> {
        Self::redraw(self)
    }

    fn capture_mouse(&mut self, on: bool) -> io::Result<()> {
        Self::capture_mouse(self, on)
    }

    fn synchronise(&mut self) {
        Self::synchronise(self);
    }

    fn leave(&mut self) -> io::Result<()> {
        Self::leave(self)
    }

    fn enter_again(&mut self) -> io::Result<Size> {
        Self::enter_again(self)
    }

    fn hand_over(&mut self, _: &str, sequence: &str) -> io::Result<HandedOver> {
        self.send(sequence)?;
        Ok(HandedOver::Asked)
    }
}
