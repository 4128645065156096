//! The words of a document, numbered, and the places of each.

use crate::bookmarks::Quotation;
use crate::document::{BlockId, Document, Passage, Point, SectionId};
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
    /// Clamps the span to `len` words.
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
#[derive(Debug, Clone)]
struct WordOccurrence {
    block: BlockId,
    /// Byte range in the block's body.
    range: Range<usize>,
}

/// All words of a document.
#[derive(Debug, Default)]
pub struct DocumentWords {
    numbers: HashMap<String, WordKey>,
    keys: Vec<WordKey>,
    places: Vec<WordOccurrence>,
    /// For each word number, its places in reading order.
    postings: Vec<Vec<usize>>,
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
        let mut words = Self::default();
        for block in document.block_ids() {
            words.blocks.push(words.keys.len());
            let section = document.block(block).section;
            if words.runs.last().is_none_or(|(_, last)| *last != section) {
                words.runs.push((words.keys.len(), section));
            }
            for (range, word) in words_of(document.body(block)) {
                let fresh = WordKey(u32::try_from(words.postings.len()).unwrap_or(u32::MAX - 1));
                let key = *words.numbers.entry(word).or_insert(fresh);
                if key == fresh {
                    words.postings.push(Vec::new());
                }
                words.postings[key.0 as usize].push(words.keys.len());
                words.keys.push(key);
                words.places.push(WordOccurrence { block, range });
            }
        }
        words
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// The numbers of all words, in reading order.
    pub fn keys(&self) -> &[WordKey] {
        &self.keys
    }

    /// Returns the word numbers of another text.
    pub fn keys_of(&self, text: &str) -> Vec<WordKey> {
        words_of(text)
            .map(|(_, word)| self.numbers.get(&word).copied().unwrap_or(WordKey::UNKNOWN))
            .collect()
    }

    /// Returns the places of a word.
    pub fn places(&self, key: WordKey) -> &[usize] {
        self.postings.get(key.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Returns how distinctive a word is: 1 for a word that occurs once, little
    /// for one that occurs everywhere.
    pub fn weight(&self, key: WordKey) -> f32 {
        let count = self.places(key).len().max(1) as f32;
        let all = self.len().max(2) as f32;
        ((all / count).ln() / all.ln()).clamp(0.15, 1.0)
    }

    /// Returns the index of a block's first word, or of the next word after it.
    pub fn first_of(&self, block: BlockId) -> usize {
        self.blocks.get(block.index()).copied().unwrap_or(self.len())
    }

    /// Returns the places where these words occur consecutively.
    pub fn occurrences(&self, sought: &[WordKey]) -> impl Iterator<Item = usize> {
        let rarest = (0..sought.len()).min_by_key(|i| self.places(sought[*i]).len());
        let places = rarest.map_or(&[][..], |i| self.places(sought[i]));
        let offset = rarest.unwrap_or(0);
        places.iter().filter_map(move |at| {
            let start = at.checked_sub(offset)?;
            (self.keys.get(start..start + sought.len())? == sought).then_some(start)
        })
    }

    /// Returns the passage from the first word of a span to its last, with the
    /// punctuation around them that the quotation has too.
    pub fn passage(
        &self,
        document: &Document,
        span: WordSpan,
        quotation: &Quotation,
    ) -> Option<Passage> {
        let first = self.places.get(span.start)?;
        let last = self.places.get(span.end.checked_sub(1)?)?;
        let exact = quotation.exact.as_str();
        let (mut words, text) = (words_of(exact), exact);
        let head = words.next().map_or(0, |(range, _)| range.start);
        let tail = words_of(text).last().map_or(0, |(range, _)| range.end);
        let before = &document.body(first.block)[..first.range.start];
        let after = &document.body(last.block)[last.range.end..];
        let lead = common_end(before, &text[..head]);
        let trail = common_start(after, &text[tail..]);
        Some(Passage {
            start: Point { block: first.block, byte: first.range.start - lead },
            end: Point { block: last.block, byte: last.range.end + trail },
        })
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
        let block = self.places.get(word)?.block;
        Some(WordSpan { start: self.first_of(block), end: self.first_of(block.next()) })
    }
}

/// Number of bytes that two texts share at their start.
fn common_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

/// Number of bytes that two texts share at their end.
fn common_end(a: &str, b: &str) -> usize {
    a.chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(c, _)| c.len_utf8())
        .sum()
}
