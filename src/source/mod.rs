//! A source becomes a document.
//!
//! ```text
//! bytes --import--> manuscript --structure--> document
//! ```
//!
//! Here are the ways to a source: the built-in bulletin, a file, bytes at hand, and the
//! beginning of what is still coming ([`open_beginning`]).

mod beginning;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

pub use beginning::{open_beginning, read_beginning};

use crate::document::{ContentId, Document, Origin, ReadSoFar};
use crate::import::{self, Raw, Refusal};
use crate::structure::trace::{Trace, Untraced};
use crate::{files, structure};
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;
use thiserror::Error;

/// The bulletin that the program carries; `assets/SOURCE.md` tells its source.
const BUILT_IN: &[u8] = include_bytes!("../../assets/news-bulletin-v06-n24-2006-06-20.txt");

/// Why a source cannot be read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be opened or read.
    #[error("cannot read {origin}: {source}{}", way_out(origin, source))]
    Unreadable {
        /// Which.
        origin: Origin,
        /// Why.
        source: io::Error,
    },
    /// The bytes are of no format that is known, or damaged.
    #[error("{origin} {refusal}")]
    Refused {
        /// Which.
        origin: Origin,
        /// Why.
        refusal: Refusal,
    },
}

/// What can be done instead of opening what is not a file.
fn way_out(origin: &Origin, error: &io::Error) -> String {
    match files::Refused::of(error) {
        Some(files::Refused::Pipe) => {
            format!(" (read it from standard input: bulletin - < {origin})")
        }
        _ => String::new(),
    }
}

/// The largest source that is read, in bytes: far more than any document.
pub const LARGEST: u64 = 2 << 30;

/// Reads a document from bytes.
///
/// # Errors
/// Where the bytes are of no format that is known.
pub fn read(bytes: &[u8], origin: Origin) -> Result<Document, ImportError> {
    read_traced(bytes, origin, &Untraced)
}

/// The same; each decision of the recognition is told to `trace`.
///
/// # Errors
/// As [`read`].
pub fn read_traced(
    bytes: &[u8],
    origin: Origin,
    trace: &impl Trace,
) -> Result<Document, ImportError> {
    read_of(bytes, origin, None, trace)
}

/// The same, where the bytes may be but the beginning of a source.
fn read_of(
    bytes: &[u8],
    origin: Origin,
    so_far: Option<ReadSoFar>,
    trace: &impl Trace,
) -> Result<Document, ImportError> {
    let manuscript = match import::manuscript(bytes, file_name(&origin)) {
        Ok(manuscript) => manuscript,
        Err(refusal) => return Err(ImportError::Refused { origin, refusal }),
    };
    let content = ContentId(Sha256::digest(bytes).into());
    Ok(structure::document(manuscript, origin, content, so_far, trace))
}

/// Whether a path can be expected to lead to a document, without opening it.
///
/// # Errors
/// Where there is no file, or what is there is not one that is read.
pub fn check(path: &Path) -> Result<(), ImportError> {
    if files::is_own_stream(path) {
        return Ok(());
    }
    files::check(path, LARGEST).map_err(|source| ImportError::Unreadable {
        origin: Origin::File(path.to_path_buf()),
        source,
    })
}

/// Reads a document from a file, or from a pipe that the shell names, which is
/// read once as standard input is.
///
/// # Errors
/// Where the file cannot be read, or is of no format that is known.
pub fn open(path: &Path) -> Result<Document, ImportError> {
    open_traced(path, &Untraced)
}

/// The same; each decision of the recognition is told to `trace`.
///
/// # Errors
/// As [`open`].
pub fn open_traced(path: &Path, trace: &impl Trace) -> Result<Document, ImportError> {
    Unread::load(path)?.read(trace)
}

/// A source of which the bytes are there, and no document is made yet.
#[derive(Debug)]
pub struct Unread {
    bytes: Vec<u8>,
    origin: Origin,
}

impl Unread {
    /// All that a file holds, or a pipe that the shell names.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn load(path: &Path) -> Result<Self, ImportError> {
        let file = Origin::File(path.to_path_buf());
        let unread = match files::own_stream(path) {
            Ok(Some(stream)) => files::read_stream(stream, LARGEST)
                .map(|bytes| Self::new(bytes, Origin::StandardInput)),
            Ok(None) => files::read(path, LARGEST).map(|bytes| Self::new(bytes, file.clone())),
            Err(error) => Err(error),
        };
        unread.map_err(|source| ImportError::Unreadable { origin: file, source })
    }

    /// With bytes at hand.
    pub const fn new(bytes: Vec<u8>, origin: Origin) -> Self {
        Self { bytes, origin }
    }

    /// Where it came from.
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Its characters; `None` where they do not tell all of its letters.
    pub fn raw(&self) -> Option<Raw<'_>> {
        import::raw(&self.bytes, file_name(&self.origin))
    }

    /// Its document; each decision of the recognition is told to `trace`.
    ///
    /// # Errors
    /// Where the bytes are of no format that is known.
    pub fn read(self, trace: &impl Trace) -> Result<Document, ImportError> {
        read_traced(&self.bytes, self.origin, trace)
    }
}

/// The path of a source that has one.
fn file_name(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::File(path) => Some(path),
        Origin::BuiltIn | Origin::StandardInput => None,
    }
}

/// The bulletin that the program carries.
///
/// # Errors
/// None in a program that was built from unharmed assets.
pub fn built_in() -> Result<Document, ImportError> {
    built_in_traced(&Untraced)
}

/// The same; each decision of the recognition is told to `trace`.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_traced(trace: &impl Trace) -> Result<Document, ImportError> {
    read_traced(BUILT_IN, Origin::BuiltIn, trace)
}
