//! The terms and abbreviations that a text explains: their meanings, and the places that use them.

use super::glossary::{Explained, Glossary};
use super::{BlockId, BlockKind, Document, Passage, Term};
use std::ops::Range;

/// The meaning of a word, as the text explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordMeaning {
    /// The word.
    pub name: String,
    /// Its meaning: the whole definition of a term, or the words that are
    /// abbreviated.
    pub meaning: Passage,
    /// Where it is explained.
    pub place: Passage,
}

/// Returns, for each term, every place in a document that uses it and does not define it. A
/// title does not use its words.
pub(super) fn uses_of_terms(
    glossary: &Glossary,
    document: &Document,
    terms: &[Term],
) -> Vec<Vec<Passage>> {
    let mut uses = vec![Vec::new(); terms.len()];
    if terms.is_empty() {
        return uses;
    }
    let words = |id: &BlockId| document.block(*id).kind != BlockKind::Heading;
    for block in document.block_ids().filter(words) {
        for (range, explained) in glossary.find(document.body(block)) {
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

impl Document {
    /// Finds the words of a block that the text explains somewhere, as byte
    /// ranges of its body. Searches only this block.
    pub fn explained_in(&self, block: BlockId) -> Vec<(Range<usize>, Explained)> {
        self.glossary().find(self.body(block))
    }

    /// Returns the meaning of a word.
    pub fn explanation(&self, explained: Explained) -> Option<WordMeaning> {
        match explained {
            Explained::Term(at) => {
                let term = self.terms().get(at)?;
                let first = term.defined.first()?;
                let (name, meaning) = (term.name.clone(), first.meaning);
                Some(WordMeaning { name, meaning, place: first.name })
            }
            Explained::Abbreviation(at) => {
                let abbreviation = self.abbreviations().get(at)?;
                let meaning = abbreviation.expansion;
                Some(WordMeaning { name: abbreviation.short.clone(), meaning, place: meaning })
            }
        }
    }
}
