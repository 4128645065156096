//! References whose target does not exist.

use super::finding::{Fault, Finding, finding};
use crate::document::{Document, LinkTarget};
use crate::messages::findings;

/// Returns the errors in the references of a document.
pub fn check(document: &Document) -> impl Iterator<Item = Finding> + '_ {
    document.links().iter().filter_map(|link| {
        let LinkTarget::Nowhere(address) = &link.target else { return None };
        let block = document.point_at(link.span.start)?.block;
        let said = document.slice(link.span).replace('\n', " ");
        let words = findings::leads_nowhere(said, address);
        Some(finding(document, Fault::Reference, block, words))
    })
}
