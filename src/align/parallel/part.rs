//! A part of a text that may correspond to a part of the other: its length, where it could be cut, its
//! signs and its words.

use super::ratio::characters;
use super::signs::{NumbersInWords, SignKeys, keys_of};
use crate::document::{BlockId, Document, Passage};

/// Maximum number of places where a part could be cut. In a longer one, only the first are tried.
const MOST_CUTS: usize = 64;

/// Marks that end a sentence or a clause of it.
const ENDS: &[char] = &[
    '.', '!', '?', ';', ':', '。', '！', '？', '；', '：', '؟', '؛', '।', '॥', '።', '፤', '։', '…',
    '·', '۔',
];

/// Marks within a sentence.
const PAUSES: &[char] = &[',', '،', '、', '，', '՝', '፣', '၊'];

/// A part of a text.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Characters, without blanks.
    pub length: f64,
    /// Where it could be cut, in order.
    pub cuts: Vec<Cut>,
    /// What a translation keeps.
    pub signs: SignKeys,
    /// The numbers of its words in the vocabulary, sorted; empty where there is none.
    pub words: Vec<u32>,
}

/// A place where two paragraphs may have been joined.
#[derive(Debug, Clone, Copy)]
pub struct Cut {
    /// The characters before it.
    pub at: f64,
    /// Whether a sentence or a clause of it ends there.
    pub is_end: bool,
}

impl Part {
    /// The part that some passages make up.
    pub fn of(document: &Document, passages: &[Passage], in_words: NumbersInWords) -> Self {
        let mut part = Self { signs: keys_of(document, passages, in_words), ..Self::default() };
        for passage in passages {
            for (block, range) in document.passage_ranges(*passage) {
                part.add(&document.body(block)[range]);
            }
        }
        while part.cuts.last().is_some_and(|cut| cut.at >= part.length) {
            part.cuts.pop();
        }
        part
    }

    /// The part that some blocks make up.
    pub fn of_blocks(document: &Document, blocks: &[BlockId], in_words: NumbersInWords) -> Self {
        let passages: Vec<Passage> =
            blocks.iter().map(|block| document.block_passage(*block)).collect();
        Self::of(document, &passages, in_words)
    }

    fn add(&mut self, words: &str) {
        if self.length > 0.0 {
            self.cuts.push(Cut { at: self.length, is_end: true });
        }
        for c in words.chars() {
            if !c.is_whitespace() {
                self.length += 1.0;
            }
            let is_end = ENDS.contains(&c);
            if (is_end || PAUSES.contains(&c)) && self.cuts.len() < MOST_CUTS {
                self.cuts.push(Cut { at: self.length, is_end });
            }
        }
    }

    /// This part and the next as one.
    pub fn with(&self, next: &Self) -> Self {
        let mut cuts = self.cuts.clone();
        cuts.push(Cut { at: self.length, is_end: true });
        cuts.extend(next.cuts.iter().map(|cut| Cut { at: cut.at + self.length, ..*cut }));
        let mut words: Vec<u32> = self.words.iter().chain(&next.words).copied().collect();
        words.sort_unstable();
        words.dedup();
        Self { length: self.length + next.length, cuts, signs: self.signs.with(&next.signs), words }
    }
}

/// The length of some blocks.
pub fn length_of(document: &Document, blocks: &[BlockId]) -> f64 {
    blocks.iter().map(|block| characters(document.body(*block))).sum()
}
