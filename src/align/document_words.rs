//! The words of a document, numbered.

use crate::document::{BlockId, Document};
use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The number of a word; forms that differ only in case share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordKey(u32);

impl WordKey {
    /// The number of every word that the document does not contain.
    pub const UNKNOWN: Self = Self(u32::MAX);

    /// The number as an index.
    pub(super) const fn index(self) -> usize {
        self.0 as usize
    }
}

/// All words of a document.
#[derive(Debug, Default)]
pub struct DocumentWords {
    numbers: HashMap<Box<str>, WordKey, FixedState>,
    keys: Vec<WordKey>,
    /// For each word number, how often the word occurs.
    counts: Vec<u32>,
    /// For each block, the index of its first word, or of the next word after it.
    blocks: Vec<u32>,
}

/// A word where it occurs.
pub(super) struct SeenWord {
    /// Its block.
    pub block: BlockId,
    /// Its bytes in the block's body.
    pub range: Range<usize>,
}

/// Returns the words of a text with their byte ranges, in lower case.
pub(super) fn words_of(text: &str) -> impl Iterator<Item = (Range<usize>, Cow<'_, str>)> + '_ {
    text.unicode_word_indices().map(|(at, word)| (at..at + word.len(), lower(word)))
}

fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

impl DocumentWords {
    /// Collects the words of a document.
    pub fn of(document: &Document) -> Self {
        Self::seeing(document, |_| {})
    }

    /// Collects the words of a document, and shows where each occurs.
    pub(super) fn seeing(document: &Document, see: impl FnMut(SeenWord)) -> Self {
        Self::default().collecting(document, see)
    }

    /// Collects the words of another document, with the same numbers for the same words. Words that only
    /// the other document has get numbers that this one does not know.
    pub fn beside(&self, document: &Document) -> Self {
        let numbers = self.numbers.clone();
        Self { numbers, ..Self::default() }.collecting(document, |_| {})
    }

    fn collecting(mut self, document: &Document, mut see: impl FnMut(SeenWord)) -> Self {
        self.counts.resize(self.numbers.len(), 0);
        for block in document.block_ids() {
            self.blocks.push(narrow(self.keys.len()));
            for (range, word) in words_of(document.body(block)) {
                let key = match self.numbers.get(word.as_ref()) {
                    Some(key) => *key,
                    None => {
                        let fresh = WordKey(narrow(self.counts.len()));
                        self.numbers.insert(word.into(), fresh);
                        self.counts.push(0);
                        fresh
                    }
                };
                self.counts[key.index()] += 1;
                self.keys.push(key);
                see(SeenWord { block, range });
            }
        }
        self.keys.shrink_to_fit();
        self
    }

    /// Number of words.
    pub fn count(&self) -> usize {
        self.keys.len()
    }

    /// The numbers of all words, in reading order.
    pub fn keys(&self) -> &[WordKey] {
        &self.keys
    }

    /// The number after the highest of a word.
    pub(super) fn vocabulary(&self) -> usize {
        self.counts.len()
    }

    /// Each different word, by its number, with how often it occurs.
    pub fn counts(&self) -> impl Iterator<Item = (WordKey, u32)> + '_ {
        let numbered = (0..).map(WordKey).zip(self.counts.iter().copied());
        numbered.filter(|(_, count)| *count > 0)
    }

    /// Whether a word occurs.
    pub(super) fn occurs(&self, key: WordKey) -> bool {
        self.counts.get(key.index()).is_some_and(|count| *count > 0)
    }

    /// Returns the word numbers of another text.
    pub fn keys_of(&self, text: &str) -> Vec<WordKey> {
        let number = |word: Cow<str>| self.numbers.get(word.as_ref()).copied();
        words_of(text).map(|(_, word)| number(word).unwrap_or(WordKey::UNKNOWN)).collect()
    }

    /// Returns how distinctive a word is: 1 for a word that occurs once, little
    /// for one that occurs everywhere.
    pub fn weight(&self, key: WordKey) -> f32 {
        let count = self.counts.get(key.index()).copied().unwrap_or(0).max(1) as f32;
        let all = self.count().max(2) as f32;
        ((all / count).ln() / all.ln()).clamp(0.15, 1.0)
    }

    /// Returns the index of a block's first word, or of the next word after it.
    pub fn first_of(&self, block: BlockId) -> usize {
        self.blocks.get(block.index()).map_or(self.count(), |first| *first as usize)
    }

    /// Returns the words of a block.
    pub fn of_block(&self, block: BlockId) -> &[WordKey] {
        &self.keys[self.first_of(block)..self.first_of(block.next())]
    }
}

/// An index in 32 bits. A document has fewer words, and a block fewer bytes, than fit.
pub(super) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX - 1)
}
