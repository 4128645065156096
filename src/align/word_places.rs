//! The words of a document, and the places of each.

use super::document_words::{DocumentWords, SeenWord, WordKey, narrow, words_of};
use crate::document::{BlockId, Document, SectionId};
use std::ops::Range;

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

/// The words of a document, with the places of each.
#[derive(Debug)]
pub struct WordPlaces {
    words: DocumentWords,
    occurrences: Vec<WordOccurrence>,
    /// For each word number, the indices of its occurrences in reading order.
    postings: Vec<Vec<u32>>,
    /// For each run of blocks that belong to one section, the index of its first
    /// word and the section.
    runs: Vec<(usize, SectionId)>,
}

impl WordPlaces {
    /// Collects the words of a document.
    pub fn of(document: &Document) -> Self {
        let mut occurrences = Vec::new();
        let words = DocumentWords::seeing(document, |SeenWord { block, range }| {
            let (start, len) = (narrow(range.start), narrow(range.len()));
            occurrences.push(WordOccurrence { block, start, len });
        });
        let mut postings = vec![Vec::new(); words.vocabulary()];
        for (at, key) in words.keys().iter().enumerate() {
            postings[key.index()].push(narrow(at));
        }
        let mut runs: Vec<(usize, SectionId)> = Vec::new();
        for block in document.block_ids() {
            let section = document.block(block).section;
            if runs.last().is_none_or(|(_, last)| *last != section) {
                runs.push((words.first_of(block), section));
            }
        }
        Self { words, occurrences, postings, runs }
    }

    /// The words without their places.
    pub fn words(&self) -> &DocumentWords {
        &self.words
    }

    /// Returns the indices of a word's occurrences.
    pub fn places(&self, key: WordKey) -> &[u32] {
        self.postings.get(key.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns the places where these words occur consecutively.
    pub fn occurrences(&self, sought: &[WordKey]) -> impl Iterator<Item = usize> {
        let rarest = (0..sought.len()).min_by_key(|i| self.places(sought[*i]).len());
        let places = rarest.map_or(&[][..], |i| self.places(sought[i]));
        let offset = rarest.unwrap_or(0);
        places.iter().filter_map(move |at| {
            let start = (*at as usize).checked_sub(offset)?;
            (self.words.keys().get(start..start + sought.len())? == sought).then_some(start)
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
        Some(WordSpan { start: self.words.first_of(block), end: self.words.first_of(block.next()) })
    }
}
