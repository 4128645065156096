//! Plain text: its elements are the runs of lines that no blank line parts.

use super::decode::Decoded;
use crate::import::manuscript::Manuscript;
use crate::import::{lines, shapes};

/// The manuscript of a plain text.
pub fn manuscript(decoded: Decoded<'_>) -> Manuscript<'_> {
    let elements = shapes::mark(&decoded.text, lines::chunks(&decoded.text));
    Manuscript { text: decoded.text, skipped: decoded.skipped, elements, ..Manuscript::default() }
}
