//! Whether a document has enough to show beside its lines to keep a margin for it.
//!
//! The margin is there for the whole document or not at all, since text that moves sideways while it
//! is scrolled cannot be read. It takes room, and the text is then no longer in the middle. So it is
//! kept only for documents of which about every screen has something to show there; in others the text
//! is centred, and footnotes and meanings are seen in previews.

use crate::document::{BlockId, BlockKind, Document, LinkTarget};

/// How often a document has something to show beside its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum AsideDensity {
    /// Here and there, or never.
    Sparse,
    /// On about every screen.
    Frequent,
}

/// The maximum number of paragraphs to look at, evenly spread over the document.
const SAMPLED: usize = 256;

/// One in this many paragraphs must have something beside it: a wide screen shows about as many.
const PARAGRAPHS: usize = 8;

impl AsideDensity {
    /// Looks at a sample of the paragraphs.
    pub fn of(document: &Document) -> Self {
        let has_any = !document.terms().is_empty()
            || !document.abbreviations().is_empty()
            || document.blocks().iter().any(|block| block.kind == BlockKind::Note);
        let step = document.block_count().div_ceil(SAMPLED).max(1);
        let sample = || document.block_ids().step_by(step);
        let with = || sample().filter(|block| has_aside(document, *block)).count();
        if has_any && with() * PARAGRAPHS >= sample().count() {
            Self::Frequent
        } else {
            Self::Sparse
        }
    }
}

/// Whether a paragraph refers to a footnote, or contains a word that is explained elsewhere.
fn has_aside(document: &Document, block: BlockId) -> bool {
    let is_note = |link: &crate::document::Link| match link.target {
        LinkTarget::Passage(passage) => {
            document.block(passage.start.block).kind == BlockKind::Note
                && document.block(block).kind != BlockKind::Note
        }
        LinkTarget::Outside(_) | LinkTarget::Nowhere(_) => false,
    };
    let is_elsewhere = |explained| {
        document.explanation(explained).is_some_and(|meaning| meaning.place.start.block != block)
    };
    document.links_of(block).iter().any(is_note)
        || document.explained_in(block).into_iter().any(|(_, explained)| is_elsewhere(explained))
}
