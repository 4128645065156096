//! Standard input that is shown while it still comes.
//!
//! A thread takes the bytes as they come, so that whoever writes them is not held
//! up for long. The structure of what came is found anew when there is twice as
//! much, or when enough time has passed: looking for it takes a tenth of the time
//! at most.

use crate::cli::error::Failure;
use crate::cli::input::{self, Called};
use crate::document::{Document, Origin};
use crate::{files, source};
use std::io::{self, IsTerminal, Read};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// Bytes that are taken at once.
const PIECE: usize = 64 << 10;

/// Pieces that are taken before they are wanted.
const AHEAD: usize = 64;

/// What stands still for so long is shown as far as it came.
const QUIET: Duration = Duration::from_millis(100);

/// How often more is shown of what comes slowly, at most.
const PACE: Duration = Duration::from_millis(300);

/// How much longer than the last look the next is waited for.
const PATIENCE: u32 = 10;

/// A text that is that long is shown before it stands still.
const ENOUGH: usize = 256 << 10;

/// Why no more than the largest document is read.
fn endless() -> io::Error {
    files::Refused::Endless { limit: source::LARGEST }.into()
}

/// What came of standard input by now.
#[derive(Debug)]
pub struct Stream {
    called: Called,
    bytes: Vec<u8>,
    pieces: Receiver<io::Result<Vec<u8>>>,
    /// Whether all of it came.
    ended: bool,
    /// When it was looked at last, how long that took, and how much there was.
    looked: Option<(Instant, Duration, usize)>,
    /// How much of it could not be shown.
    hidden: usize,
}

impl Stream {
    /// Begins to read.
    ///
    /// # Errors
    /// Where a person sits at standard input, or no thread can be had.
    pub fn begin(called: Called) -> Result<Self, Failure> {
        if io::stdin().is_terminal() {
            return Err(Failure::NoInput);
        }
        let (sender, pieces) = mpsc::sync_channel(AHEAD);
        let read = move || {
            let mut stdin = io::stdin().lock();
            let mut total = 0;
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
                // Nobody takes it where the program is about to end.
                if sender.send(read).is_err() || over {
                    return;
                }
            }
        };
        let spawned = thread::Builder::new().name("standard input".to_owned()).spawn(read);
        spawned.map_err(input::unreadable)?;
        Ok(Self { called, bytes: Vec::new(), pieces, ended: false, looked: None, hidden: 0 })
    }

    /// The document of what came by now, once there is more of it than the bytes
    /// that are shown; all of it where it has ended.
    ///
    /// # Errors
    /// Where it cannot be read, is empty, or is of no format that is known.
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

    /// Takes what comes, until it is worth a look or has ended.
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

    /// Whether there is more than is shown, and than could not be.
    fn has_grown(&self, shown: u64) -> bool {
        self.bytes.len() as u64 > shown && self.bytes.len() > self.hidden
    }

    /// How long more is waited for before the next look.
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
