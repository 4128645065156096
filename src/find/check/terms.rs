//! Terms that are never used, or defined more than once.

use super::finding::{Fault, Finding, finding};
use crate::document::{BlockId, Document};
use crate::messages::findings;

/// Returns the remarks on the terms of a document.
pub fn check(document: &Document) -> impl Iterator<Item = Finding> + '_ {
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
