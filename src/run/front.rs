//! What the program needs of whatever a person reads on: the screen, or plain lines.

use crate::action::Size;
use crate::terminal::Session;
use std::io;

/// Whether words reached the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandedOver {
    /// The terminal was asked to put them there.
    Asked,
    /// There is none; they are shown instead.
    Shown,
}

/// What a person reads on.
pub trait Front {
    /// Draws every cell again with the next frame.
    ///
    /// # Errors
    /// Where the terminal cannot be written to, as for all of these.
    fn redraw(&mut self) -> io::Result<()>;
    /// Takes the mouse, or leaves it to the terminal.
    fn capture_mouse(&mut self, on: bool) -> io::Result<()>;
    /// The terminal can show all of a frame at once.
    fn synchronise(&mut self);
    /// Gives the terminal back for a while.
    fn leave(&mut self) -> io::Result<()>;
    /// Takes it again; its size.
    fn enter_again(&mut self) -> io::Result<Size>;
    /// Hands over words to the terminal's clipboard by a sequence.
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
