//! Mentions of places: a word that names places, with its numbers.

use crate::document::ClauseNumber;
use crate::lexicon::referring::{PlaceUnit, PlaceWord};
use std::ops::Range;

/// A number of a mention, or a range of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentionedNumber {
    /// The words, in bytes; those of the first begin with the word that names
    /// the place.
    pub words: Range<usize>,
    /// The number.
    pub first: ClauseNumber,
    /// The last of a range.
    pub last: Option<ClauseNumber>,
    /// Whether it may be the count of something else: the 6 of `section 5 or 6`.
    pub guessed: bool,
}

impl MentionedNumber {
    /// One number, in these words.
    pub(super) fn new(words: Range<usize>, first: ClauseNumber) -> Self {
        Self { words, first, last: None, guessed: false }
    }
}

/// A word that names places, with its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What it names.
    pub unit: PlaceUnit,
    /// The word itself.
    pub word: &'static PlaceWord,
    /// Whether it says that there is such a place.
    pub certain: bool,
    /// Whether it is the place that the words are in: `this Section 3.4`.
    pub own: bool,
    /// The numbers, at least one.
    pub items: Vec<MentionedNumber>,
    /// The place that this is a part of, by its index among the mentions.
    pub within: Option<usize>,
    /// Whether it is of another text.
    pub elsewhere: bool,
    /// The section whose title follows it, by its index among the titles that the scanner knows.
    pub under: Option<usize>,
}

impl Mention {
    /// A word with its numbers, of which nothing more is known yet.
    pub(super) fn named(
        word: &'static PlaceWord,
        certain: bool,
        items: Vec<MentionedNumber>,
    ) -> Self {
        let (unit, own, within, elsewhere, under) = (word.unit, false, None, false, None);
        Self { unit, word, certain, own, items, within, elsewhere, under }
    }

    /// From its word to its last number, in bytes.
    pub fn range(&self) -> Range<usize> {
        let ends = (self.items.first(), self.items.last());
        let (Some(first), Some(last)) = ends else { return 0..0 };
        first.words.start..last.words.end
    }

    /// Of its numbers the one that another mention is a part of: the last of
    /// `Articles 3 and 5, paragraph 2`, the first of `paragraph 2 of Articles …`.
    pub fn nearest_to(&self, part: &Self) -> Option<MentionedNumber> {
        if self.range().start > part.range().start {
            return self.items.first().cloned();
        }
        let mut item = self.items.last()?.clone();
        if let Some(last) = item.last.take() {
            item.first = last;
        }
        Some(item)
    }
}
