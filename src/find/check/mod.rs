//! Finds inconsistencies in a document: in its numbers, its references, its
//! stated counts and its terms.
//!
//! A fault is certainly an error: two clauses with the same number, or a
//! reference to a missing clause. A remark may be intended: a term that is never
//! used.

mod counts;
mod numbering;
#[cfg(test)]
mod tests;

use crate::document::{BlockId, Document, LinkTarget};
use crate::messages::findings;

/// The kind of an inconsistency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Numbers are missing from a sequence.
    Gap,
    /// A number occurs twice.
    Repeat,
    /// A number follows a higher one.
    Order,
    /// The target of a reference does not exist.
    Reference,
    /// A list is longer or shorter than stated.
    Count,
    /// A term is defined but never used.
    UnusedTerm,
    /// A term is defined more than once.
    RepeatedTerm,
}

impl Fault {
    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Repeat => "repeat",
            Self::Order => "order",
            Self::Reference => "reference",
            Self::Count => "count",
            Self::UnusedTerm => "unused-term",
            Self::RepeatedTerm => "repeated-term",
        }
    }

    /// Whether it may be intended.
    pub const fn is_remark(self) -> bool {
        matches!(self, Self::UnusedTerm | Self::RepeatedTerm)
    }
}

/// An inconsistency and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its kind.
    pub fault: Fault,
    /// The block where it occurs.
    pub block: BlockId,
    /// The address of the block.
    pub address: String,
    /// A description for the user.
    pub words: String,
}

/// Returns all inconsistencies of a document, in reading order.
pub fn check(document: &Document) -> Vec<Finding> {
    let mut findings = numbering::check(document);
    findings.extend(references(document));
    findings.extend(counts::check(document));
    findings.extend(terms(document));
    findings.sort_by_key(|finding| finding.block);
    findings
}

fn finding(document: &Document, fault: Fault, block: BlockId, words: String) -> Finding {
    Finding { fault, block, address: document.block_address(block), words }
}

fn references(document: &Document) -> impl Iterator<Item = Finding> + '_ {
    document.links().iter().filter_map(|link| {
        let LinkTarget::Nowhere(address) = &link.target else { return None };
        let block = document.point_at(link.span.start)?.block;
        let said = document.slice(link.span).replace('\n', " ");
        let words = findings::leads_nowhere(said, address);
        Some(finding(document, Fault::Reference, block, words))
    })
}

fn terms(document: &Document) -> impl Iterator<Item = Finding> + '_ {
    document.terms().iter().flat_map(|term| {
        let mut found = Vec::new();
        let name = &term.name;
        let Some(first) = term.defined.first() else { return found };
        if term.used.is_empty() {
            let words = findings::never_used(name);
            found.push(finding(document, Fault::UnusedTerm, first.name.start.block, words));
        }
        // One paragraph may define a term for several cases, and a notice in an
        // annex is a text of its own.
        let place = |block: BlockId| (block, document.annex_of(document.block(block).section));
        let (block, annex) = place(first.name.start.block);
        let again = term.defined.iter().skip(1).find(|again| {
            let (other, outside) = place(again.name.start.block);
            other != block && outside == annex
        });
        if let Some(again) = again {
            let before = document.block_address(first.name.start.block);
            let words = findings::defined_again(name, before);
            found.push(finding(document, Fault::RepeatedTerm, again.name.start.block, words));
        }
        found
    })
}
