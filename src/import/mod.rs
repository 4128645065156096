//! A source becomes a document.
//!
//! ```text
//! bytes --format--> manuscript --structure--> blocks and sections --> what sentences tell
//! ```
//!
//! * [`format`](mod@format) tells what the bytes are and makes a [`manuscript`] of them: one
//!   text, and its elements in reading order; in plain text [`lines`] finds these, and
//!   [`wrapping`] tells wrapped lines from those whose breaks are meant;
//! * [`clean`] makes a run of text safe and even, and [`markup`] carries over what a
//!   format marks in it;
//! * [`masthead`], [`numbering`] and [`plan`] recognise what the elements
//!   are, by their form alone: no name, count or wording of any one document
//!   is known here;
//! * [`part`] makes parts of the elements, none longer than a block may be ([`stretches`]), and
//!   [`structure`] makes blocks and sections of them;
//! * [`rosters`], [`abbreviations`], [`terms`] and [`references`] read sentences of the
//!   finished document.

mod abbreviations;
mod beginning;
#[cfg(test)]
mod cases;
mod clean;
mod columns;
mod dates;
mod enumeration;
mod format;
mod inner;
mod language;
mod levels;
mod lines;
mod manuscript;
mod markup;
mod masthead;
mod mentions;
mod numbering;
mod pages;
mod part;
mod plan;
mod references;
mod rosters;
mod sections;
mod shapes;
mod spelled;
mod stretches;
mod structure;
mod subject;
mod terms;
#[cfg(test)]
mod tests;
mod titles;
mod wrapping;

pub use beginning::{open_beginning, read_beginning};
pub use dates::first as first_date;
pub use format::{Refusal, catches_panics};
pub use numbering::counters_of;
pub use references::typed as typed_reference;
pub use shapes::NO_HEADING;
pub use spelled::count as spelled_count;

use crate::document::{ContentId, Document, Origin, ReadSoFar};
use crate::files;
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
    read_of(bytes, origin, None)
}

/// The same, where the bytes are but the beginning of a source.
fn read_of(
    bytes: &[u8],
    origin: Origin,
    so_far: Option<ReadSoFar>,
) -> Result<Document, ImportError> {
    let name = match &origin {
        Origin::File(path) => Some(path.as_path()),
        Origin::BuiltIn | Origin::StandardInput => None,
    };
    let manuscript = match format::manuscript(bytes, name) {
        Ok(manuscript) => manuscript,
        Err(refusal) => return Err(ImportError::Refused { origin, refusal }),
    };
    let content = ContentId(Sha256::digest(bytes).into());
    let document = structure::document(manuscript, origin, content, so_far);
    let abbreviations = abbreviations::find(&document);
    let rosters = rosters::find(&document, &abbreviations);
    let terms = terms::find(&document, &abbreviations);
    let references = references::find(&document);
    Ok(document
        .with_rosters(rosters)
        .with_abbreviations(abbreviations)
        .with_terms(terms)
        .with_references(references))
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
    let file = Origin::File(path.to_path_buf());
    let bytes = match files::own_stream(path) {
        Ok(Some(stream)) => {
            files::read_stream(stream, LARGEST).map(|bytes| (bytes, Origin::StandardInput))
        }
        Ok(None) => files::read(path, LARGEST).map(|bytes| (bytes, file.clone())),
        Err(error) => Err(error),
    };
    match bytes {
        Ok((bytes, origin)) => read(&bytes, origin),
        Err(source) => Err(ImportError::Unreadable { origin: file, source }),
    }
}

/// The bulletin that the program carries.
///
/// # Errors
/// None in a program that was built from unharmed assets.
pub fn built_in() -> Result<Document, ImportError> {
    read(BUILT_IN, Origin::BuiltIn)
}
