//! Taking the terminal, and giving it back as it was.

use super::painter::Painter;
use super::question::Question;
use super::recorder::Recorder;
use crate::action::Size;
use crate::import;
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

/// The terminal while it is the reader's. Dropped, it is the person's again.
#[derive(Debug)]
pub struct Session {
    terminal: Terminal<Recorder>,
    painter: Painter,
    mouse: bool,
    /// Who was last told to put right-to-left text into its visual order.
    bidi: Option<Bidi>,
}

/// Tells a terminal that can reorder right-to-left text to show cells as they are
/// given, or to reorder them, as it does of itself: the bidirectional support
/// mode of ECMA-48, 7.2.1, as the terminal working group's recommendation on such text uses it. Others ignore it.
const EXPLICIT: &str = "\x1b[8l";
const IMPLICIT: &str = "\x1b[8h";

/// The terminal's own colours (ECMA-48, 8.3.117).
const PLAIN: &str = "\x1b[m";

/// Asks whether the terminal can show all of a frame at once (DECRQM of mode 2026); the answer
/// comes as [`Input::Synchronises`](super::Input::Synchronises).
const ASK_SYNCHRONISED: &str = "\x1b[?2026$p";

impl Session {
    /// Takes the terminal, of which something may have been asked already.
    ///
    /// # Errors
    /// Where it cannot be put into raw mode or written to.
    pub fn enter(asked: Option<Question>, mouse: bool) -> io::Result<Self> {
        give_back_on_panic();
        let terminal = Terminal::new(Recorder::default())?;
        // Made before the terminal is changed, so that an error on the way
        // in gives it back too.
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

    /// From now on all of a frame is shown at once: the terminal has said that it can.
    pub fn synchronise(&mut self) {
        self.painter.synchronise();
    }

    /// Draws a frame, in which right-to-left text is put into its visual order as `bidi` says.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn draw(&mut self, bidi: Bidi, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.order(bidi)?;
        let pen = self.painter.paint(self.terminal.draw(draw)?.buffer);
        let bytes = self.painter.finish(pen, self.terminal.backend().cursor());
        send(&bytes)
    }

    /// Tells the terminal who puts right-to-left text into its visual order.
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

    /// Forgets what is on the screen, so that the next frame draws all of it.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn redraw(&mut self) -> io::Result<()> {
        self.bidi = None;
        self.painter.forget();
        execute!(stdout(), Clear(ClearType::All))
    }

    /// Takes the mouse, or leaves it to the terminal.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn capture_mouse(&mut self, on: bool) -> io::Result<()> {
        self.mouse = on;
        if on { take_mouse() } else { leave_mouse() }
    }

    /// Sends the terminal a sequence that draws nothing.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn send(&mut self, sequence: &str) -> io::Result<()> {
        send(sequence.as_bytes())
    }

    /// Gives the terminal back for a while.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn leave(&mut self) -> io::Result<()> {
        give_back()
    }

    /// Takes it again after [`Session::leave`], or after another program had
    /// it; returns its size, which may have changed.
    ///
    /// # Errors
    /// Where the terminal cannot be taken or written to.
    pub fn enter_again(&mut self) -> io::Result<Size> {
        self.take()?;
        self.redraw()?;
        Self::size()
    }

    /// The size of the terminal.
    ///
    /// # Errors
    /// Where there is no terminal.
    pub fn size() -> io::Result<Size> {
        let (columns, rows) = size()?;
        Ok(Size::of_terminal(columns, rows))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // There is nobody left to tell.
        let _ = give_back();
    }
}

/// Asks for the buttons and the wheel (mode 1000), and for where the mouse goes while a button is
/// held (1002), in a form that has room for every column (1006). Where it goes otherwise, nobody
/// asks: a terminal would send every cell that it passes.
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

/// Sends bytes at once: by one write where the terminal takes them so.
#[cfg(unix)]
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let (mut left, out) = (bytes, stdout());
    while !left.is_empty() {
        match rustix::io::write(&out, left) {
            Ok(count) => left = &left[count..],
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Sends bytes at once.
#[cfg(not(unix))]
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = stdout();
    out.write_all(bytes)?;
    out.flush()
}

/// Stops this process until it is called to the foreground again.
///
/// # Errors
/// Where the process cannot stop itself.
pub fn suspend() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(())
}

/// Ends the process as the signal would have, so that its parent sees why.
pub fn end_by(signal: i32) -> ! {
    // Where the system does not end a program by it, the status names it as a
    // shell does.
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

/// Whether an error says that the terminal is gone.
pub fn is_gone(error: &io::Error) -> bool {
    // EIO, what a terminal without its other side answers.
    const EIO: i32 = 5;
    error.kind() == io::ErrorKind::BrokenPipe || (cfg!(unix) && error.raw_os_error() == Some(EIO))
}

/// Undoes all that a session does to a terminal; does no harm twice.
pub(super) fn give_back() -> io::Result<()> {
    // First what no terminal can hold up. Each on its own: where one fails, the
    // others are still wanted.
    let raw = disable_raw_mode();
    let mut out = stdout();
    let bidi = out.write_all(IMPLICIT.as_bytes()).and(out.write_all(PLAIN.as_bytes()));
    let mouse = leave_mouse();
    let modes =
        execute!(out, EndSynchronizedUpdate, DisableBracketedPaste, LeaveAlternateScreen, Show);
    out.flush()?;
    bidi.and(mouse).and(modes).and(raw)
}

/// A panic anywhere but where it is caught gives the terminal back first, then tells in one line what
/// happened, and ends the program.
fn give_back_on_panic() {
    panic::set_hook(Box::new(|info| {
        if import::catches_panics() {
            return;
        }
        let _ = give_back();
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        // The reason may quote a document, and must stay one line.
        let words = info.payload_as_str().unwrap_or("no reason given");
        let words = words.replace(char::is_control, " ");
        // A terminal that is gone takes no more words, and that is no second fault.
        let _ = writeln!(
            io::stderr(),
            "bulletin: stopped by a fault of its own ({words}, {place}); \
             your bookmarks are safe. Please report this line."
        );
        process::exit(101);
    }));
}
