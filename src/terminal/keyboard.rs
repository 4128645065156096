//! The thread that reads what the terminal sends.
//!
//! It reads from the terminal itself, also where standard input is a document, and
//! every byte of it: what is typed before the first frame is not lost, and what
//! the terminal answers is told from it by the [`decoder`](super::decoder).

use super::Input;
use super::decoder::{Decoder, Typed};
use super::gate::{Gate, LOOK};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

/// An Escape that nothing follows for so long is a key.
const MOMENT: Duration = Duration::from_millis(25);

/// A sequence that stands still for so long is broken off.
const BROKEN_OFF: Duration = Duration::from_millis(500);

/// How long nothing was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quiet {
    /// Not at all: something has just come.
    None,
    /// For a moment.
    Moment,
    /// For so long that all that was read is understood.
    Long,
}

impl Quiet {
    fn patience(self) -> Duration {
        match self {
            Self::None => MOMENT,
            Self::Moment => BROKEN_OFF,
            Self::Long => LOOK,
        }
    }
}

/// Sends all that the terminal says, until it is gone or nobody listens.
pub(super) fn listen(hear: &impl Fn(Input) -> bool, gate: &Gate) {
    let told = |inputs: Vec<Input>| inputs.into_iter().all(hear);
    let Ok(terminal) = open() else {
        told(vec![Input::Closed]);
        return;
    };
    let mut decoder = Decoder::default();
    let mut bytes = vec![0; 64 << 10];
    let (mut typed, mut wait, mut quiet) = (Typed::Ahead, Duration::ZERO, Quiet::Long);
    loop {
        gate.pass();
        let inputs = match ready(&terminal, wait) {
            Err(_) => vec![Input::Closed],
            Ok(true) => match rustix::io::read(&terminal, &mut bytes) {
                Ok(0) => vec![Input::Closed],
                Ok(count) => {
                    quiet = Quiet::None;
                    decoder.take(&bytes[..count], typed)
                }
                Err(Errno::INTR | Errno::AGAIN) => continue,
                Err(_) => vec![Input::Closed],
            },
            Ok(false) => {
                // What was typed ahead has all been there at the first look.
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
        wait = if typed == Typed::Ahead { Duration::ZERO } else { quiet.patience() };
        let closed = inputs.iter().any(|input| matches!(input, Input::Closed));
        if !told(inputs) || closed {
            return;
        }
    }
}

/// Waits until there is something to be read, or the terminal is gone.
fn ready(terminal: &OwnedFd, wait: Duration) -> io::Result<bool> {
    let wait = Timespec::try_from(wait).map_err(io::Error::other)?;
    match poll(&mut [PollFd::new(terminal, PollFlags::IN)], Some(&wait)) {
        Ok(count) => Ok(count > 0),
        Err(Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// The terminal to be read from.
fn open() -> io::Result<OwnedFd> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return stdin.as_fd().try_clone_to_owned();
    }
    // By its own name where it has one: on some systems the other cannot be
    // waited for.
    let named = rustix::termios::ttyname(io::stdout(), Vec::new());
    let named = named.ok().and_then(|name| name.into_string().ok());
    let opened = named.map_or_else(|| File::open("/dev/tty"), File::open);
    opened.or_else(|_| File::open("/dev/tty")).map(OwnedFd::from)
}
