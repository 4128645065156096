//! Standard input: whether a document comes from there, and reading it.

use super::error::Failure;
use crate::document::Origin;
use crate::files;
use crate::source::{self, ImportError, Unread};
use std::io::{self, BufRead, IsTerminal, Read};
use std::sync::Arc;

/// How standard input came to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// It was named, as `-`.
    ByName,
    /// No file was named, and something is piped in.
    ByPipe,
}

/// Whether a document is piped in: standard input is not a terminal, nor is it closed or
/// `/dev/null`, as for a program that was not started by hand.
#[cfg(unix)]
pub fn is_piped() -> bool {
    use std::os::fd::AsFd;
    use std::os::unix::fs::FileTypeExt;
    let Ok(input) = io::stdin().as_fd().try_clone_to_owned() else { return false };
    std::fs::File::from(input).metadata().is_ok_and(|metadata| {
        let kind = metadata.file_type();
        kind.is_file() || kind.is_fifo() || kind.is_socket()
    })
}

/// Whether a document is piped in.
#[cfg(not(unix))]
pub fn is_piped() -> bool {
    !io::stdin().is_terminal()
}

/// Why standard input cannot be read.
pub fn unreadable(source: io::Error) -> Failure {
    ImportError::Unreadable { origin: Origin::StandardInput, source }.into()
}

/// Checks what was read to its end.
///
/// # Errors
/// If it is empty, and was read only because no file was named.
pub fn check(bytes: &[u8], called: Called) -> Result<(), Failure> {
    match called {
        Called::ByPipe if bytes.is_empty() => Err(Failure::EmptyInput),
        Called::ByPipe | Called::ByName => Ok(()),
    }
}

/// What was read of standard input before its use is known.
#[derive(Debug, Clone, Default)]
pub struct Head {
    bytes: Arc<[u8]>,
    is_whole: bool,
}

impl Head {
    /// Reads standard input to its end, or until it has more bytes or lines than these.
    ///
    /// # Errors
    /// If it cannot be read, or is the terminal.
    pub fn read(bytes: usize, lines: usize) -> Result<Self, Failure> {
        let stdin = io::stdin();
        if stdin.is_terminal() {
            return Err(Failure::NoInput);
        }
        let (mut stdin, mut all, mut line_ends) = (stdin.lock(), Vec::new(), 0);
        while all.len() <= bytes && line_ends <= lines {
            let piece = match stdin.fill_buf() {
                Ok(piece) => piece,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(unreadable(error)),
            };
            if piece.is_empty() {
                return Ok(Self { bytes: all.into(), is_whole: true });
            }
            line_ends += memchr::memchr_iter(b'\n', piece).count();
            all.extend_from_slice(piece);
            let count = piece.len();
            stdin.consume(count);
        }
        Ok(Self { bytes: all.into(), is_whole: false })
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Whether they are all of standard input.
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }
}

/// Reads standard input to its end, after what was read of it before.
///
/// # Errors
/// If it cannot be read, or is empty.
pub fn load(called: Called, head: &Head) -> Result<Unread, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Err(Failure::NoInput);
    }
    let bytes =
        files::read_stream(head.bytes().chain(stdin), source::LARGEST).map_err(unreadable)?;
    check(&bytes, called)?;
    Ok(Unread::new(bytes, Origin::StandardInput))
}
