//! Plain text: its elements are the runs of lines that no blank line parts.

use super::decode::Decoded;
use crate::import::manuscript::Manuscript;
use crate::import::{lines, shapes};

/// The manuscript of a plain text.
pub fn manuscript(decoded: Decoded<'_>) -> Manuscript<'_> {
    let Decoded { text, skipped, remarks } = decoded;
    let elements = shapes::mark(&text, lines::chunks(&text));
    Manuscript { text, skipped, elements, remarks, ..Manuscript::default() }
}
