//! The direction of a document and of its blocks.

use super::bidi::direction_of;
use crate::document::{BlockId, Direction, Document};
use crate::lexicon::language;

/// Returns the default direction of a document's blocks: the declared
/// direction, else that of its language, else that of its first letter.
pub fn document_direction(document: &Document) -> Direction {
    let metadata = document.metadata();
    match (metadata.direction, &metadata.language) {
        (Some(direction), _) => direction,
        (None, Some(language)) => language::direction(language),
        // A title and a few paragraphs are enough.
        (None, None) => {
            let cut = document.text().floor_char_boundary(FIRST);
            direction_of(&document.text()[..cut], None, Direction::LeftToRight)
        }
    }
}

/// Returns the direction of a block.
pub(super) fn direction_of_block(document: &Document, id: BlockId) -> Direction {
    let declared = document.metadata().direction;
    direction_of(document.body(id), declared, document_direction(document))
}

/// Bytes of text examined to find the direction.
const FIRST: usize = 4000;
