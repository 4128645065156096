//! The terms and abbreviations that a text explains, looked up in any of its blocks.

use super::glossary::Explained;
use super::{BlockId, Document, Passage};
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

impl Document {
    /// Finds the words of a block that the text explains somewhere, as byte
    /// ranges of its body. Searches only this block.
    pub fn explained_in(&self, block: BlockId) -> Vec<(Range<usize>, Explained)> {
        self.glossary().find(self.body(block), self.endings())
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
