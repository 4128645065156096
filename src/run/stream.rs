//! Standard input that is shown while it still comes.
//!
//! A thread takes the bytes as they come, so that the writing program is not
//! blocked for long. The structure is recognised again when the text has doubled,
//! or when enough time has passed: recognition takes a tenth of the time at most.

use crate::cli::error::Failure;
use crate::cli::input::{self, Called, Head};
use crate::document::{Document, Origin};
use crate::{files, source};
use std::io::{self, IsTerminal, Read};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// The number of bytes to read at once.
const PIECE: usize = 64 << 10;

/// The number of pieces to read ahead.
const AHEAD: usize = 64;

/// If no input comes for this long, the text so far is shown.
const QUIET: Duration = Duration::from_millis(100);

/// The minimum time between updates of slow input.
const PACE: Duration = Duration::from_millis(300);

/// The ratio of the wait before the next recognition to the time the last one
/// took.
const PATIENCE: u32 = 10;

/// The size from which a text is shown before the input pauses, in bytes.
const ENOUGH: usize = 256 << 10;

/// The error for input larger than the largest document.
fn endless() -> io::Error {
    files::Refused::Endless { limit: source::LARGEST }.into()
}

/// The standard input read so far.
#[derive(Debug)]
pub struct Stream {
    called: Called,
    bytes: Vec<u8>,
    pieces: Receiver<io::Result<Vec<u8>>>,
    /// Whether it has ended.
    ended: bool,
    /// When it was last recognised, how long that took, and how many bytes there
    /// were.
    looked: Option<(Instant, Duration, usize)>,
    /// The number of bytes that could not be shown.
    hidden: usize,
}

impl Stream {
    /// Begins to read, after what was read before.
    ///
    /// # Errors
    /// Standard input is a terminal, or the thread cannot be started.
    pub fn begin(called: Called, head: &Head) -> Result<Self, Failure> {
        if io::stdin().is_terminal() {
            return Err(Failure::NoInput);
        }
        let (sender, pieces) = mpsc::sync_channel(AHEAD);
        let bytes = head.bytes().to_vec();
        let mut total = bytes.len() as u64;
        let read = move || {
            let mut stdin = io::stdin().lock();
            loop {
                let mut piece = vec![0; PIECE];
                let read = match stdin.read(&mut piece) {
                    Ok(0) => return,
                    Ok(count) => {
                        piece.truncate(count);
                        total += count as u64;
                        if total > source::LARGEST { Err(endless()) } else { Ok(piece) }
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(error) => Err(error),
                };
                let over = read.is_err();
                // Nobody receives it if the program is about to end.
                if sender.send(read).is_err() || over {
                    return;
                }
            }
        };
        let spawned = thread::Builder::new().name("standard-input".to_owned()).spawn(read);
        spawned.map_err(input::unreadable)?;
        Ok(Self { called, bytes, pieces, ended: false, looked: None, hidden: 0 })
    }

    /// Returns the document read so far, once there is more of it than `shown`
    /// bytes; all of it if it has ended.
    ///
    /// # Errors
    /// It cannot be read, is empty, or has an unknown format.
    pub fn next(&mut self, shown: u64) -> Result<Document, Failure> {
        loop {
            self.take_more(shown)?;
            if self.ended {
                input::check(&self.bytes, self.called)?;
                return Ok(source::read(&self.bytes, Origin::StandardInput)?);
            }
            let begun = Instant::now();
            let beginning = source::read_beginning(&self.bytes, Origin::StandardInput)?;
            self.looked = Some((begun, begun.elapsed(), self.bytes.len()));
            match beginning {
                Some(document) if document.metadata().read.is_some_and(|r| r.bytes > shown) => {
                    return Ok(document);
                }
                _ => self.hidden = self.bytes.len(),
            }
        }
    }

    /// Reads more, until recognition is worthwhile or the input has ended.
    fn take_more(&mut self, shown: u64) -> Result<(), Failure> {
        loop {
            let wait = self.wait(shown);
            match self.pieces.recv_timeout(wait) {
                Ok(piece) => self.bytes.extend(piece.map_err(input::unreadable)?),
                Err(RecvTimeoutError::Timeout) if self.has_grown(shown) => return Ok(()),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.ended = true;
                    return Ok(());
                }
            }
            if self.has_grown(shown) && self.wait(shown).is_zero() {
                return Ok(());
            }
        }
    }

    /// Whether there is more than is shown, and more than could not be shown.
    fn has_grown(&self, shown: u64) -> bool {
        self.bytes.len() as u64 > shown && self.bytes.len() > self.hidden
    }

    /// How long to wait before the next recognition.
    fn wait(&self, shown: u64) -> Duration {
        if !self.has_grown(shown) {
            return PACE;
        }
        match self.looked {
            None if self.bytes.len() >= ENOUGH => Duration::ZERO,
            None => QUIET,
            Some((_, _, bytes)) if self.bytes.len() >= 2 * bytes.max(ENOUGH) => Duration::ZERO,
            Some((at, took, _)) => PACE.max(took * PATIENCE).saturating_sub(at.elapsed()),
        }
    }
}
