//! Reads bytes as a document.

use super::error::ImportError;
use crate::document::{ContentId, Document, Origin, ReadSoFar};
use crate::import::{self, Manuscript};
use crate::structure;
use crate::structure::trace::{Trace, Untraced};
use sha2::{Digest, Sha256};
use std::path::Path;

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

/// Like [`read_traced`]; the bytes may be only the beginning of a source.
pub(super) fn read_of(
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
pub(super) fn manuscript<'a>(
    bytes: &'a [u8],
    origin: &Origin,
) -> Result<Manuscript<'a>, ImportError> {
    import::manuscript(bytes, file_name(origin))
        .map_err(|refusal| ImportError::Refused { origin: origin.clone(), refusal })
}

/// Returns the hash of the bytes.
pub(super) fn content(bytes: &[u8]) -> ContentId {
    ContentId(Sha256::digest(bytes).into())
}

/// Returns the path of a source, if it has one.
pub(super) fn file_name(origin: &Origin) -> Option<&Path> {
    match origin {
        Origin::File(path) => Some(path),
        Origin::BuiltIn | Origin::StandardInput | Origin::Comparison { .. } => None,
    }
}
