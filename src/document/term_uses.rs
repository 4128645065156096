//! The places of a text that use its terms.

use super::glossary::{Explained, Glossary};
use super::{BlockId, BlockKind, Document, Passage, Term};

/// Returns, for each term, every place in a document that uses it and does not define it. A
/// title does not use its words.
pub(super) fn uses_of_terms(
    glossary: &Glossary,
    document: &Document,
    terms: &[Term],
    endings: &[&str],
) -> Vec<Vec<Passage>> {
    let mut uses = vec![Vec::new(); terms.len()];
    if terms.is_empty() {
        return uses;
    }
    let words = |id: &BlockId| document.block(*id).kind != BlockKind::Heading;
    for block in document.block_ids().filter(words) {
        for (range, explained) in glossary.find(document.body(block), endings) {
            let Explained::Term(at) = explained else { continue };
            let place = Passage::within(block, range);
            let defined = &terms[at].defined;
            let near = defined.partition_point(|definition| definition.name.end <= place.start);
            if !defined.get(near).is_some_and(|d| d.name.overlaps(place)) {
                uses[at].push(place);
            }
        }
    }
    uses
}
