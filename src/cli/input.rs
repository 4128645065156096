//! Standard input: whether a document comes from there, and reading it.

use super::error::Failure;
use crate::document::Origin;
use crate::files;
use crate::source::{self, ImportError, Unread};
use std::io::{self, IsTerminal};

/// How standard input came to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Called {
    /// It was named, as `-`.
    ByName,
    /// No file was named, and something is piped in.
    ByPipe,
}

/// Whether a document is piped in: not where a person sits at standard input,
/// and not where it is closed or `/dev/null`, as for a program that nobody
/// started by hand.
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

/// Whether there is anything in what was read to its end.
///
/// # Errors
/// Where nothing came out of a pipe that nobody named.
pub fn check(bytes: &[u8], called: Called) -> Result<(), Failure> {
    match called {
        Called::ByPipe if bytes.is_empty() => Err(Failure::EmptyInput),
        Called::ByPipe | Called::ByName => Ok(()),
    }
}

/// All of it.
///
/// # Errors
/// Where it cannot be read, or is empty.
pub fn load(called: Called) -> Result<Unread, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Err(Failure::NoInput);
    }
    let bytes = files::read_stream(stdin, source::LARGEST).map_err(unreadable)?;
    check(&bytes, called)?;
    Ok(Unread::new(bytes, Origin::StandardInput))
}
