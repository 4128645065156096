//! The words of a document, numbered, and the places of each.

use crate::document::{BlockId, Document, SectionId};
use std::collections::HashMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A range of words by their index; `end` is exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordSpan {
    /// Index of the first word.
    pub start: usize,
    /// Index after the last word.
    pub end: usize,
}

impl WordSpan {
    /// Clamps the range to `len` words.
    pub fn within(self, len: usize) -> Self {
        Self { start: self.start.min(len), end: self.end.min(len) }
    }
}

/// The number of a word; forms that differ only in case share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordKey(u32);

impl WordKey {
    /// The number of every word that the document does not contain.
    pub const UNKNOWN: Self = Self(u32::MAX);
}

/// An occurrence of a word.
#[derive(Debug, Clone, Copy)]
struct WordOccurrence {
    block: BlockId,
    /// Byte offset in the block's body.
    start: u32,
    /// Length in bytes.
    len: u32,
}

impl WordOccurrence {
    fn range(self) -> Range<usize> {
        self.start as usize..(self.start + self.len) as usize
    }
}

/// All words of a document.
#[derive(Debug, Default)]
pub struct DocumentWords {
    numbers: HashMap<String, WordKey>,
    keys: Vec<WordKey>,
    occurrences: Vec<WordOccurrence>,
    /// For each word number, the indices of its occurrences in reading order.
    postings: Vec<Vec<u32>>,
    /// For each block, the index of its first word, or of the next word after it.
    blocks: Vec<usize>,
    /// For each run of blocks that belong to one section, the index of its first
    /// word and the section.
    runs: Vec<(usize, SectionId)>,
}

/// Returns the words of a text with their byte ranges, in lower case.
fn words_of(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    text.unicode_word_indices().map(|(at, word)| (at..at + word.len(), word.to_lowercase()))
}

impl DocumentWords {
    /// Collects the words of a document.
    pub fn of(document: &Document) -> Self {
        Self::default().collecting(document)
    }

    /// Collects the words of another document, with the same numbers for the same words. Words that only
    /// the other document has get numbers that this one does not know.
    pub fn beside(&self, document: &Document) -> Self {
        Self { numbers: self.numbers.clone(), ..Self::default() }.collecting(document)
    }

    fn collecting(mut self, document: &Document) -> Self {
        self.postings.resize(self.numbers.len(), Vec::new());
        for block in document.block_ids() {
            self.blocks.push(self.keys.len());
            let section = document.block(block).section;
            if self.runs.last().is_none_or(|(_, last)| *last != section) {
                self.runs.push((self.keys.len(), section));
            }
            for (range, word) in words_of(document.body(block)) {
                let fresh = WordKey(narrow(self.postings.len()));
                let key = *self.numbers.entry(word).or_insert(fresh);
                if key == fresh {
                    self.postings.push(Vec::new());
                }
                self.postings[key.0 as usize].push(narrow(self.keys.len()));
                self.keys.push(key);
                let (start, len) = (narrow(range.start), narrow(range.len()));
                self.occurrences.push(WordOccurrence { block, start, len });
            }
        }
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

    /// Each different word, by its number, with how often it occurs.
    pub fn counts(&self) -> impl Iterator<Item = (WordKey, u32)> + '_ {
        let counts = self.postings.iter().map(|places| narrow(places.len()));
        let numbered = (0..).map(WordKey).zip(counts);
        numbered.filter(|(_, count)| *count > 0)
    }

    /// Returns the word numbers of another text.
    pub fn keys_of(&self, text: &str) -> Vec<WordKey> {
        words_of(text)
            .map(|(_, word)| self.numbers.get(&word).copied().unwrap_or(WordKey::UNKNOWN))
            .collect()
    }

    /// Returns the indices of a word's occurrences.
    pub fn places(&self, key: WordKey) -> &[u32] {
        self.postings.get(key.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns how distinctive a word is: 1 for a word that occurs once, little
    /// for one that occurs everywhere.
    pub fn weight(&self, key: WordKey) -> f32 {
        let count = self.places(key).len().max(1) as f32;
        let all = self.count().max(2) as f32;
        ((all / count).ln() / all.ln()).clamp(0.15, 1.0)
    }

    /// Returns the index of a block's first word, or of the next word after it.
    pub fn first_of(&self, block: BlockId) -> usize {
        self.blocks.get(block.index()).copied().unwrap_or(self.count())
    }

    /// Returns the words of a block.
    pub fn of_block(&self, block: BlockId) -> &[WordKey] {
        &self.keys[self.first_of(block)..self.first_of(block.next())]
    }

    /// Returns the places where these words occur consecutively.
    pub fn occurrences(&self, sought: &[WordKey]) -> impl Iterator<Item = usize> {
        let rarest = (0..sought.len()).min_by_key(|i| self.places(sought[*i]).len());
        let places = rarest.map_or(&[][..], |i| self.places(sought[i]));
        let offset = rarest.unwrap_or(0);
        places.iter().filter_map(move |at| {
            let start = (*at as usize).checked_sub(offset)?;
            (self.keys.get(start..start + sought.len())? == sought).then_some(start)
        })
    }

    /// Returns the block and the byte range in its body of a word.
    pub fn place(&self, word: usize) -> Option<(BlockId, Range<usize>)> {
        self.occurrences.get(word).map(|place| (place.block, place.range()))
    }

    /// Returns the byte ranges of the first and the last word of a text.
    pub fn ends_of(text: &str) -> Option<(Range<usize>, Range<usize>)> {
        let first = words_of(text).next()?.0;
        let last = words_of(text).last()?.0;
        Some((first, last))
    }

    /// Returns the index of the run that contains a word.
    pub fn run_of(&self, word: usize) -> usize {
        self.runs.partition_point(|(first, _)| *first <= word).saturating_sub(1)
    }

    /// The section of a run.
    pub fn section_of_run(&self, run: usize) -> Option<SectionId> {
        self.runs.get(run).map(|(_, section)| *section)
    }

    /// Returns the words of the block that contains a word.
    pub fn block_of(&self, word: usize) -> Option<WordSpan> {
        let block = self.occurrences.get(word)?.block;
        Some(WordSpan { start: self.first_of(block), end: self.first_of(block.next()) })
    }
}

/// An index in 32 bits. A document has fewer words, and a block fewer bytes, than fit.
fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX - 1)
}
