//! The links of a block that lead out of the document.

use crate::document::{BlockId, Document, LinkTarget};
use std::ops::Range;

/// Returns the links of a block that lead out of the document, as ranges of its body.
pub fn outside(document: &Document, block: BlockId) -> Vec<(Range<usize>, &str)> {
    let body = document.block(block).body;
    let links = document.links_of(block).iter();
    links
        .filter_map(|link| match &link.target {
            LinkTarget::Outside(target) => {
                let from = link.span.start.get().checked_sub(body.start.get())?;
                Some((from..link.span.end.get().checked_sub(body.start.get())?, target.as_str()))
            }
            LinkTarget::Passage(_) | LinkTarget::Nowhere(_) => None,
        })
        .collect()
}
