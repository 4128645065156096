//! The thread that reads from the terminal.
//!
//! It reads the terminal device itself, even if standard input is a document, and
//! every byte of it: input typed before the first frame is not lost, and the
//! [`decoder`](super::decoder) separates the terminal's replies from it.

use super::Input;
use super::decoder::{Decoder, Typed};
use super::gate::{Gate, LOOK};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

/// After this time without more input, an Escape is a key.
const MOMENT: Duration = Duration::from_millis(25);

/// After this time without more input, a sequence is incomplete.
const BROKEN_OFF: Duration = Duration::from_millis(500);

/// How long no input has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quiet {
    /// Input has just come.
    None,
    /// For a moment.
    Moment,
    /// For so long that no pending input remains.
    Long,
}

impl Quiet {
    /// How long to wait for more; `None` means indefinitely.
    fn patience(self) -> Option<Duration> {
        match self {
            Self::None => Some(MOMENT),
            Self::Moment => Some(BROKEN_OFF),
            Self::Long => None,
        }
    }
}

/// Sends all input from the terminal, until it is gone or nobody listens.
pub(super) fn listen(hear: &impl Fn(Input) -> bool, gate: &Gate) {
    let told = |inputs: Vec<Input>| inputs.into_iter().all(hear);
    let Ok(terminal) = open() else {
        told(vec![Input::Closed]);
        return;
    };
    let mut decoder = Decoder::default();
    let mut bytes = vec![0; 64 << 10];
    let (mut typed, mut wait, mut quiet) = (Typed::Ahead, Some(Duration::ZERO), Quiet::Long);
    loop {
        gate.pass();
        let inputs = match ready(&terminal, gate, wait) {
            Err(_) => vec![Input::Closed],
            Ok(Ready::Gate) => {
                gate.stop_bell();
                continue;
            }
            Ok(Ready::Terminal) => match rustix::io::read(&terminal, &mut bytes) {
                Ok(0) => vec![Input::Closed],
                Ok(count) => {
                    quiet = Quiet::None;
                    decoder.take(&bytes[..count], typed)
                }
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => vec![Input::Closed],
            },
            Ok(Ready::Nothing) => {
                // All input typed ahead was there at the first look.
                typed = Typed::Since;
                match quiet {
                    Quiet::None => {
                        quiet = Quiet::Moment;
                        decoder.pause()
                    }
                    Quiet::Moment => {
                        quiet = Quiet::Long;
                        decoder.give_up();
                        Vec::new()
                    }
                    Quiet::Long => Vec::new(),
                }
            }
        };
        wait = if typed == Typed::Ahead { Some(Duration::ZERO) } else { quiet.patience() };
        let closed = inputs.iter().any(|input| matches!(input, Input::Closed));
        if !told(inputs) || closed {
            return;
        }
    }
}

/// The result of a wait.
enum Ready {
    /// The terminal is readable, or gone.
    Terminal,
    /// The gate is closed.
    Gate,
    /// Nothing happened.
    Nothing,
}

/// Waits for the terminal and the gate; `None` means indefinitely.
fn ready(terminal: &OwnedFd, gate: &Gate, wait: Option<Duration>) -> io::Result<Ready> {
    let bell = gate.bell();
    // Without a bell, check the gate regularly.
    let wait = wait.or_else(|| bell.is_none().then_some(LOOK));
    let wait = wait.map(Timespec::try_from).transpose().map_err(io::Error::other)?;
    let mut waited = vec![PollFd::new(terminal, PollFlags::IN)];
    waited.extend(bell.map(|bell| PollFd::new(bell, PollFlags::IN)));
    match poll(&mut waited, wait.as_ref()) {
        Ok(0) | Err(Errno::INTR) => Ok(Ready::Nothing),
        Ok(_) if waited.get(1).is_some_and(|bell| !bell.revents().is_empty()) => Ok(Ready::Gate),
        Ok(_) => Ok(Ready::Terminal),
        Err(error) => Err(error.into()),
    }
}

/// Opens the terminal for reading.
pub(super) fn open() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    // Prefer its own name, if it has one: some systems cannot poll `/dev/tty`.
    let named = rustix::termios::ttyname(io::stdout(), Vec::new());
    let named = named.ok().and_then(|name| name.into_string().ok());
    let opened = named.map_or_else(|| File::open("/dev/tty"), File::open);
    opened.or_else(|_| File::open("/dev/tty")).map(OwnedFd::from)
}
