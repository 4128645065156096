//! Takes the terminal and restores it.

use super::painter::Painter;
use super::question::PendingQuery;
use super::recorder::FrameRecorder;
use super::sending::send;
use crate::action::Size;
use crate::import;
use crate::messages::errors;
use crate::typeset::Bidi;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::execute;
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode, size,
};
use ratatui::{Frame, Terminal};
use std::io::{self, Write, stdout};
use std::panic;
use std::process;

/// Control of the terminal. Dropping it restores the terminal.
#[derive(Debug)]
pub struct Session {
    terminal: Terminal<FrameRecorder>,
    painter: Painter,
    mouse: bool,
    /// The last bidi mode sent to the terminal.
    bidi: Option<Bidi>,
}

/// Tells a terminal that can reorder right-to-left text to show cells in the given order, or to
/// reorder them, which is its default: the bidirectional support mode of ECMA-48, 7.2.1, as used in
/// the terminal working group's recommendation on bidirectional text. Other terminals ignore it.
const EXPLICIT: &str = "\x1b[8l";
const IMPLICIT: &str = "\x1b[8h";

/// Resets the style (ECMA-48, 8.3.117).
const PLAIN: &str = "\x1b[m";

/// Asks whether the terminal supports synchronised output (DECRQM of mode 2026); the reply arrives
/// as [`Input::Synchronises`](super::Input::Synchronises).
const ASK_SYNCHRONISED: &str = "\x1b[?2026$p";

impl Session {
    /// Takes the terminal, to which a query may already have been sent.
    ///
    /// # Errors
    /// The terminal cannot be put into raw mode or written to.
    pub fn enter(asked: Option<PendingQuery>, mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        let terminal = Terminal::new(FrameRecorder::default())?;
        // Created before changing the terminal, so that an error also restores it.
        let session = Self { terminal, painter: Painter::default(), mouse, bidi: None };
        session.take()?;
        if let Some(question) = asked {
            question.hand_over();
        }
        Ok(session)
    }

    fn take(&self) -> io::Result<()> {
        enable_raw_mode()?;
        execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
        send(ASK_SYNCHRONISED.as_bytes())?;
        if self.mouse { take_mouse() } else { Ok(()) }
    }

    /// Turns on synchronised output, which the terminal has confirmed.
    pub fn synchronise(&mut self) {
        self.painter.synchronise();
    }

    /// Draws a frame; `bidi` states who puts right-to-left text into its visual order.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn draw(&mut self, bidi: Bidi, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.order(bidi)?;
        let pen = self.painter.paint(self.terminal.draw(draw)?.buffer);
        let bytes = self.painter.finish(pen, self.terminal.backend().cursor());
        send(&bytes)
    }

    /// Tells the terminal whether to reorder right-to-left text.
    fn order(&mut self, bidi: Bidi) -> io::Result<()> {
        if self.bidi == Some(bidi) {
            return Ok(());
        }
        self.bidi = Some(bidi);
        self.send(match bidi {
            Bidi::Visual => EXPLICIT,
            Bidi::Terminal => IMPLICIT,
        })
    }

    /// Forgets what is on the screen, so that the next frame is drawn in full.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn redraw(&mut self) -> io::Result<()> {
        self.bidi = None;
        self.painter.forget();
        execute!(stdout(), Clear(ClearType::All))
    }

    /// Captures the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn capture_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on { take_mouse() } else { leave_mouse() }
    }

    /// Sends the terminal a sequence that draws nothing.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        send(sequence.as_bytes())
    }

    /// Releases the terminal for a while.
    ///
    /// # Errors
    /// The terminal cannot be written to.
    pub fn leave(&mut self) -> io::Result<()> {
        give_back()
    }

    /// Takes the terminal again after [`Session::leave`], or after another program had it; returns
    /// its size, which may have changed.
    ///
    /// # Errors
    /// The terminal cannot be taken or written to.
    pub fn enter_again(&mut self) -> io::Result<Size> {
        self.take()?;
        self.redraw()?;
        Self::size()
    }

    /// Returns the size of the terminal.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn size() -> io::Result<Size> {
        let (columns, rows) = size()?;
        Ok(Size::of_terminal(columns, rows))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // There is nobody left to report an error to.
        let _ = give_back();
    }
}

/// Turns on reports of buttons and the wheel (mode 1000) and of dragging (1002), in a format for
/// any column (1006). Other movement is not reported: a terminal would send every cell that the
/// mouse passes.
#[cfg(unix)]
fn take_mouse() -> io::Result<()> {
    send(b"\x1b[?1000h\x1b[?1002h\x1b[?1006h")
}

#[cfg(unix)]
fn leave_mouse() -> io::Result<()> {
    stdout().write_all(b"\x1b[?1006l\x1b[?1002l\x1b[?1000l")?;
    stdout().flush()
}

#[cfg(not(unix))]
fn take_mouse() -> io::Result<()> {
    execute!(stdout(), crossterm::event::EnableMouseCapture)
}

#[cfg(not(unix))]
fn leave_mouse() -> io::Result<()> {
    execute!(stdout(), crossterm::event::DisableMouseCapture)
}

/// Stops this process until it is resumed.
///
/// # Errors
/// The process cannot stop itself.
pub fn suspend() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(())
}

/// Ends the process as the signal would have, so that its parent sees the reason.
pub fn end_by(signal: i32) -> ! {
    // If the signal does not end the process, exit with the status that a shell would report.
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    process::exit(128 + signal)
}

/// Ends the process as a closed terminal does.
pub fn hang_up() -> ! {
    #[cfg(unix)]
    end_by(signal_hook::consts::SIGHUP);
    #[cfg(not(unix))]
    process::exit(1)
}

/// Whether an error means that the terminal is gone.
pub fn is_gone(error: &io::Error) -> bool {
    // EIO, the error of a terminal whose other side is closed.
    const EIO: i32 = 5;
    error.kind() == io::ErrorKind::BrokenPipe || (cfg!(unix) && error.raw_os_error() == Some(EIO))
}

/// Undoes all changes of a session to the terminal; calling it twice is harmless.
pub(super) fn give_back() -> io::Result<()> {
    // Start with the step that cannot block, and do each one even if another fails.
    let raw = disable_raw_mode();
    let mut out = stdout();
    let bidi = out.write_all(IMPLICIT.as_bytes()).and(out.write_all(PLAIN.as_bytes()));
    let mouse = leave_mouse();
    let modes =
        execute!(out, EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
    out.flush()?;
    bidi.and(mouse).and(modes).and(raw)
}

/// Installs a panic hook. Except where panics are caught, a panic restores the terminal, reports
/// itself in one line and ends the program.
fn give_back_on_panic() {
    panic::set_hook(Box::new(|info| {
        if import::catches_panics() {
            return;
        }
        let _ = give_back();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        // The message may quote a document, and must be one line.
        let words = info.payload_as_str().unwrap_or(errors::NO_REASON);
        let words = words.replace(char::is_control, " ");
        // A write error, from a terminal that is gone, is not a second fault.
        let _ = writeln!(io::stderr(), "{}", errors::internal(words, place));
        process::exit(101);
    }));
}
