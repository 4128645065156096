//! Finds inconsistencies in a document: in its numbers, its references, its
//! stated counts and its terms.
//!
//! A fault is certainly an error: two clauses with the same number, or a
//! reference to a missing clause. A remark may be intended: a term that is never
//! used.

mod counts;
mod finding;
mod numbering;
mod references;
mod terms;
#[cfg(test)]
mod tests;

pub use finding::{Fault, Finding};

use crate::document::Document;

/// Returns all inconsistencies of a document, in reading order.
pub fn check(document: &Document) -> Vec<Finding> {
    let mut findings = numbering::check(document);
    findings.extend(references::check(document));
    findings.extend(counts::check(document));
    findings.extend(terms::check(document));
    findings.sort_by_key(|finding| finding.block);
    findings
}
