//! A source becomes a document.
//!
//! ```text
//! bytes --format--> manuscript --structure--> blocks and sections --> what sentences tell
//! ```
//!
//! * [`format`](mod@format) tells what the bytes are and makes a [`manuscript`] of them: one
//!   text, and its elements in reading order; in plain text [`lines`] finds these, and
//!   tells wrapped lines from those whose breaks are meant;
//! * [`clean`] makes a run of text safe and even, and [`markup`] carries over what a
//!   format marks in it;
//! * [`masthead`], [`numbering`] and [`plan`] recognise what the elements
//!   are, by their form alone: no name, count or wording of any one document
//!   is known here;
//! * [`structure`] makes blocks and sections of them;
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
mod structure;
mod subject;
mod terms;
#[cfg(test)]
mod tests;

pub use beginning::open_beginning;
pub use dates::first as first_date;
pub use format::{Refusal, catches_panics};
pub use numbering::counters_of;
pub use references::typed as typed_reference;
pub use spelled::count as spelled_count;

use crate::document::{ContentId, Document, Origin, ReadSoFar};
use sha2::{Digest, Sha256};
use std::path::Path;
use thiserror::Error;

/// The bulletin that the program carries; `assets/SOURCE.md` tells its source.
const BUILT_IN: &[u8] = include_bytes!("../../assets/news-bulletin-v06-n24-2006-06-20.txt");

/// Why a source cannot be read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be opened or read.
    #[error("cannot read {origin}: {source}")]
    Unreadable {
        /// Which.
        origin: Origin,
        /// Why.
        source: std::io::Error,
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

/// Reads a document from a file.
///
/// # Errors
/// Where the file cannot be read, or is of no format that is known.
pub fn open(path: &Path) -> Result<Document, ImportError> {
    let origin = Origin::File(path.to_path_buf());
    match std::fs::read(path) {
        Ok(bytes) => read(&bytes, origin),
        Err(source) => Err(ImportError::Unreadable { origin, source }),
    }
}

/// The bulletin that the program carries.
///
/// # Errors
/// None in a program that was built from unharmed assets.
pub fn built_in() -> Result<Document, ImportError> {
    read(BUILT_IN, Origin::BuiltIn)
}
