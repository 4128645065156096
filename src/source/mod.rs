//! Turns a source into a document.
//!
//! ```text
//! bytes --import--> manuscript --structure--> document
//! ```
//!
//! This module opens sources: the built-in bulletin, a file, bytes in memory, and the beginning of
//! a source that is still loading ([`open_beginning`]).

mod beginning;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

pub use beginning::{open_beginning, read_beginning};

use crate::document::{ContentId, Document, Origin, ReadSoFar};
use crate::import::{self, Manuscript, Raw, Refusal};
use crate::messages::errors;
use crate::structure::trace::{Trace, Untraced};
use crate::{files, structure};
use sha2::{Digest, Sha256};
use std::io;
use std::path::Path;
use std::sync::OnceLock;
use thiserror::Error;

/// The built-in bulletin; `assets/SOURCE.md` documents its source.
const BUILT_IN: &[u8] = include_bytes!("../../assets/news-bulletin-v06-n24-2006-06-20.txt");

/// Why a source cannot be read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be opened or read.
    #[error("{}", unreadable(origin, source))]
    Unreadable {
        /// The source.
        origin: Origin,
        /// The reason.
        source: io::Error,
    },
    /// The format of the bytes is not supported, or they are damaged.
    #[error("{origin} {refusal}")]
    Refused {
        /// The source.
        origin: Origin,
        /// The reason.
        refusal: Refusal,
    },
}

/// Says why a source cannot be read, and suggests what to do with a named pipe.
fn unreadable(origin: &Origin, error: &io::Error) -> String {
    match files::Refused::of(error) {
        Some(files::Refused::Pipe) => errors::cannot_read_pipe(origin, error),
        _ => errors::cannot_read(origin, error),
    }
}

impl ImportError {
    /// Whether the source is intact, but in no supported format.
    pub const fn is_other_format(&self) -> bool {
        matches!(
            self,
            Self::Refused {
                refusal: Refusal::Binary | Refusal::OldFormat { .. } | Refusal::OtherPackage { .. },
                ..
            }
        )
    }
}

/// Maximum size of a source, in bytes: far more than any document.
pub const LARGEST: u64 = 2 << 30;

/// Reads a document from bytes.
///
/// # Errors
/// If the format of the bytes is not supported.
pub fn read(bytes: &[u8], origin: Origin) -> Result<Document, ImportError> {
    read_traced(bytes, origin, &Untraced)
}

/// Like [`read`]; reports each decision of the recognition to `trace`.
///
/// # Errors
/// As [`read`].
pub fn read_traced(
    bytes: &[u8],
    origin: Origin,
    trace: &impl Trace,
) -> Result<Document, ImportError> {
    read_of(bytes, content(bytes), origin, None, trace)
}

/// Returns the hash of the bytes.
fn content(bytes: &[u8]) -> ContentId {
    ContentId(Sha256::digest(bytes).into())
}

/// Like [`read_traced`]; the bytes may be only the beginning of a source.
fn read_of(
    bytes: &[u8],
    content: ContentId,
    origin: Origin,
    so_far: Option<ReadSoFar>,
    trace: &impl Trace,
) -> Result<Document, ImportError> {
    let manuscript = manuscript(bytes, &origin)?;
    Ok(structure::document(manuscript, origin, content, so_far, trace))
}

/// Imports bytes.
fn manuscript<'a>(bytes: &'a [u8], origin: &Origin) -> Result<Manuscript<'a>, ImportError> {
    import::manuscript(bytes, file_name(origin))
        .map_err(|refusal| ImportError::Refused { origin: origin.clone(), refusal })
}

/// Checks that a path probably leads to a document, without opening it.
///
/// # Errors
/// If there is no file, or it is not one that can be read.
pub fn check(path: &Path) -> Result<(), ImportError> {
    if files::is_own_stream(path) {
        return Ok(());
    }
    files::check(path, LARGEST).map_err(|source| ImportError::Unreadable {
        origin: Origin::File(path.to_path_buf()),
        source,
    })
}

/// Reads a document from a file, or from a pipe named by the shell, which is read
/// once, like standard input.
///
/// # Errors
/// If the file cannot be read, or its format is not supported.
pub fn open(path: &Path) -> Result<Document, ImportError> {
    open_traced(path, &Untraced)
}

/// Like [`open`]; reports each decision of the recognition to `trace`.
///
/// # Errors
/// As [`open`].
pub fn open_traced(path: &Path, trace: &impl Trace) -> Result<Document, ImportError> {
    Unread::load(path)?.read(trace)
}

/// The loaded bytes of a source that is not yet a document.
#[derive(Debug)]
pub struct Unread {
    bytes: Vec<u8>,
    origin: Origin,
    content: OnceLock<ContentId>,
}

impl Unread {
    /// Loads a file, or a pipe named by the shell.
    ///
    /// # Errors
    /// If the file cannot be read.
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

    /// Creates a source from bytes in memory.
    pub fn new(bytes: Vec<u8>, origin: Origin) -> Self {
        Self { bytes, origin, content: OnceLock::new() }
    }

    /// The number of bytes.
    pub const fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Returns the hash of the bytes.
    pub fn content(&self) -> ContentId {
        *self.content.get_or_init(|| content(&self.bytes))
    }

    /// The origin of the bytes.
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Returns its characters; `None` if they do not include all letters of the document.
    pub fn raw(&self) -> Option<Raw<'_>> {
        import::raw(&self.bytes, file_name(&self.origin))
    }

    /// Reads its document; reports each decision of the recognition to `trace`.
    ///
    /// # Errors
    /// If the format of the bytes is not supported.
    pub fn read(self, trace: &impl Trace) -> Result<Document, ImportError> {
        let content = self.content();
        let Self { bytes, origin, .. } = self;
        let manuscript = manuscript(&bytes, &origin)?;
        if manuscript.is_borrowed() {
            return Ok(structure::document(manuscript, origin, content, None, trace));
        }
        // What formats with markup write is a text of its own.
        let manuscript = manuscript.into_owned();
        drop(bytes);
        Ok(structure::document(manuscript, origin, content, None, trace))
    }
}

/// Returns the path of a source, if it has one.
fn file_name(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::File(path) => Some(path),
        Origin::BuiltIn | Origin::StandardInput => None,
    }
}

/// Reads the built-in bulletin.
///
/// # Errors
/// None if the program was built from intact assets.
pub fn built_in() -> Result<Document, ImportError> {
    built_in_traced(&Untraced)
}

/// Like [`built_in`]; reports each decision of the recognition to `trace`.
///
/// # Errors
/// As [`built_in`].
pub fn built_in_traced(trace: &impl Trace) -> Result<Document, ImportError> {
    read_traced(BUILT_IN, Origin::BuiltIn, trace)
}
