//! Where a link leads, in words.

use crate::document::{Document, LinkTarget};
use crate::messages::states;

/// Where a link leads, in words.
pub fn target_words(document: &Document, target: &LinkTarget) -> String {
    match target {
        LinkTarget::Passage(passage) => states::leads_to(document.passage_name(*passage)),
        LinkTarget::Outside(address) => states::leads_to(address),
        LinkTarget::Nowhere(address) => states::leads_nowhere(address),
    }
}
