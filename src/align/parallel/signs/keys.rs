//! The signs of a part of a text as numbers, so that parts are compared quickly.

use super::figures::figures_in;
use super::names::names_in;
use super::spelled::spelled_in;
use crate::align::bag::Bag;
use crate::align::parallel::fnv;
use crate::document::{Document, Passage};

/// The signs of a part.
#[derive(Debug, Clone, Default)]
pub struct SignKeys {
    /// Numbers in figures, those of references and dates included.
    figures: Bag<u64>,
    /// Numbers in words.
    spelled: Bag<u64>,
    /// Names, abbreviations and the marks of lists.
    names: Bag<u64>,
}

/// Whether numbers in words are read. They only count beside figures of the other text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumbersInWords {
    /// They are read.
    Read,
    /// They are passed over.
    PassedOver,
}

/// The signs of some passages, each inside one block.
pub fn keys_of(document: &Document, passages: &[Passage], in_words: NumbersInWords) -> SignKeys {
    let language = document.metadata().language.as_deref();
    let (mut figures, mut spelled, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for passage in passages {
        for (block, range) in document.passage_ranges(*passage) {
            let words = &document.body(block)[range];
            figures.extend(figures_in(words).iter().map(|(_, figure)| key(figure)));
            if in_words == NumbersInWords::Read {
                let numbers = spelled_in(language, words);
                spelled.extend(numbers.iter().map(|number| key(&number.to_string())));
            }
            names.extend(names_in(words).map(|name| key(&name)));
            if passage.start.byte == 0 {
                names.extend(document.label(block).and_then(mark));
            }
        }
    }
    SignKeys { figures: Bag::of(figures), spelled: Bag::of(spelled), names: Bag::of(names) }
}

/// The mark of an item of a list, without its punctuation.
fn mark(label: &str) -> Option<u64> {
    let letters: String = label.chars().filter(|c| c.is_alphanumeric()).collect();
    (!letters.is_empty()).then(|| key(&format!("({letters})")))
}

/// A number for a word, the same on every machine.
fn key(word: &str) -> u64 {
    word.bytes().fold(fnv::EMPTY, |hash, byte| fnv::with(hash, u64::from(byte)))
}

impl SignKeys {
    /// The signs of this part and the next together.
    pub fn with(&self, next: &Self) -> Self {
        Self {
            figures: self.figures.with(&next.figures),
            spelled: self.spelled.with(&next.spelled),
            names: self.names.with(&next.names),
        }
    }

    /// The numbers in figures.
    pub fn figures(&self) -> impl Iterator<Item = &u64> + '_ {
        self.figures.keys()
    }

    /// How many numbers both have in figures.
    pub fn common(&self, other: &Self) -> u32 {
        self.figures.common_count(&other.figures)
    }

    /// How many numbers in figures only one of the two has, while the other does not have them in words
    /// either.
    pub fn lone(&self, other: &Self) -> u32 {
        if self.figures.is_empty() && other.figures.is_empty() {
            return 0;
        }
        let lone = |one: &Self, other: &Self| {
            one.figures.without(&other.figures).without(&other.spelled).count()
        };
        lone(self, other) + lone(other, self)
    }

    /// The share of names that both have, 0 to 1.
    pub fn common_names(&self, other: &Self) -> f64 {
        if self.names.is_empty() || other.names.is_empty() {
            return 0.0;
        }
        let common = f64::from(self.names.common_count(&other.names));
        common / (f64::from(self.names.count()) * f64::from(other.names.count())).sqrt()
    }
}
