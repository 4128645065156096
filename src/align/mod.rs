//! What corresponds in two documents: which section of one is which of the other, which paragraph,
//! which words.
//!
//! * [`DocumentWords`] numbers the words of a document and weighs them by their rarity;
//! * [`WordPlaces`] also knows where each of them occurs;
//! * [`Alignment`] pairs the sections of two versions and says what became of each: same, edited,
//!   split, merged, replaced, new or gone, and beside that moved or renumbered;
//! * [`Paragraph`] is a paragraph of a row, with the words that went and came ([`ChangedWords`]);
//! * [`Stale`] is a reference that did not follow a renumbering;
//! * [`Parallel`] pairs the provisions and paragraphs of a text in two languages;
//! * [`MergedBlock`] is a block of two versions that are one sequence;
//! * [`are_versions`] says whether two documents are versions of one text;
//! * [`Lineage`] follows a clause through several versions, and says when each of its words came in.
//!
//! The work is bounded by steps and never by the clock, so that the same two documents give the same
//! answer on every machine.

mod alignment;
mod bag;
mod beads;
mod blocks;
mod candidates;
mod common;
mod counts;
mod document_words;
mod fate;
mod lineage;
mod merged;
mod order;
mod pairs;
mod paragraphs;
mod parallel;
mod profile;
mod redline;
mod references;
mod report;
mod row;
mod runs;
mod sections;
mod splits;
mod tokens;
mod weights;
mod word_places;

pub use alignment::Alignment;
pub use common::are_versions;
pub use counts::Counts;
pub use document_words::{DocumentWords, WordKey};
pub use fate::Fate;
pub use lineage::{Lineage, VersionNumber, WordOrigin};
pub use merged::{BlockOfBoth, MergedBlock};
pub use paragraphs::{BlockPair, Paragraph, wordless_blocks};
pub use parallel::{
    LEAST_CERTAIN, LocatedDifference, Parallel, ParallelDifference, ParallelRow, ParallelSide,
    SectionPair, SentencePair,
};
pub use redline::{ChangedWords, changes};
pub use references::Stale;
pub use report::addresses;
pub use row::{Course, How, Row};
pub use runs::Told;
pub use word_places::{WordPlaces, WordSpan};

use crate::document::Document;

impl<'a> Alignment<'a> {
    /// Aligns two versions of a text.
    pub fn of(old: &'a Document, new: &'a Document) -> Self {
        let mut alignment = Self::by_words(old, new);
        alignment.find_followed();
        alignment
    }
}
