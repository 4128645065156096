//! Which way a document, or a block of it, runs.

use super::bidi::{direction_of, script_direction};
use crate::document::{BlockId, Direction, Document};

/// Which way a document's lines run, where a block of it does not say: as it
/// declares, as its language does, else as its first letter does.
pub fn document_direction(document: &Document) -> Direction {
    let metadata = document.metadata();
    match (metadata.direction, &metadata.language) {
        (Some(direction), _) => direction,
        (None, Some(language)) => script_direction(language),
        // A title and a few paragraphs are enough to tell.
        (None, None) => {
            let cut = document.text().floor_char_boundary(FIRST);
            direction_of(&document.text()[..cut], None, Direction::LeftToRight)
        }
    }
}

/// Which way a block of a document runs.
pub(super) fn direction_of_block(document: &Document, id: BlockId) -> Direction {
    let declared = document.metadata().direction;
    direction_of(document.body(id), declared, document_direction(document))
}

/// Bytes of a text that are asked which way it runs.
const FIRST: usize = 4000;
