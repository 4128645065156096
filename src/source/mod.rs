//! Turns a source into a document.
//!
//! ```text
//! bytes --import--> manuscript --structure--> document
//! ```
//!
//! This module opens sources: the built-in bulletin, a file, bytes in memory, and the beginning of
//! a source that is still loading ([`open_beginning`]), or its end ([`open_end`]).

mod beginning;
#[cfg(test)]
mod cases;
mod ending;
mod error;
mod reading;
#[cfg(test)]
mod tests;
mod unread;

pub use beginning::{open_beginning, read_beginning};
pub use ending::open_end;
pub use error::ImportError;
pub use reading::{LARGEST, read, read_traced};
pub use unread::Unread;

use crate::document::{Document, Origin};
use crate::files;
use crate::structure::trace::{Trace, Untraced};
use std::path::Path;

/// The built-in bulletin; `assets/SOURCE.md` documents its source.
const BUILT_IN: &[u8] = include_bytes!("../../assets/news-bulletin-v06-n24-2006-06-20.txt");

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
