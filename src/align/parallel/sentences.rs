//! Which sentences of two texts belong together, inside the rows: the same program as for paragraphs.
//! They are only aligned when they are needed.

use super::part::Part;
use super::program::Comparison;
use super::row::{ParallelRow, ParallelSide};
use super::shapes::ShapeCosts;
use super::side_by_side::Parallel;
use super::signs::NumbersInWords;
use crate::document::{BlockId, Document, Passage};
use unicode_segmentation::UnicodeSegmentation;

/// Sentences that belong together; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentencePair {
    /// Those of the left text, in order, each inside one block.
    pub left: Vec<Passage>,
    /// Those of the right text.
    pub right: Vec<Passage>,
}

impl SentencePair {
    /// The sentences of one of the texts.
    pub fn sentences(&self, side: ParallelSide) -> &[Passage] {
        match side {
            ParallelSide::Left => &self.left,
            ParallelSide::Right => &self.right,
        }
    }
}

impl Parallel<'_> {
    /// The sentences of a row. Each sentence is in one pair, in the order of its text.
    pub fn sentences(&self, row: &ParallelRow) -> Vec<SentencePair> {
        let (left, right) = (all_of(self.left(), &row.left), all_of(self.right(), &row.right));
        let parts = |document: &Document, sentences: &[Passage]| -> Vec<Part> {
            let of = |sentence| Part::of(document, &[sentence], NumbersInWords::Read);
            sentences.iter().copied().map(of).collect()
        };
        let (one, other) = (parts(self.left(), &left), parts(self.right(), &right));
        let comparison =
            Comparison { ratio: self.ratio(), shapes: &ShapeCosts::usual(), partners: None };
        let beads = comparison.beads(&one, &other).into_iter();
        beads
            .map(|bead| SentencePair {
                left: left[bead.old].to_vec(),
                right: right[bead.new].to_vec(),
            })
            .collect()
    }

    /// The sentences of the other text that belong to those which a passage of one text touches.
    pub fn counterparts(&self, side: ParallelSide, passage: Passage) -> Vec<Passage> {
        let blocks = (passage.start.block.index()..=passage.end.block.index()).map(BlockId::new);
        let mut rows: Vec<usize> = blocks.filter_map(|block| self.row_of(side, block)).collect();
        rows.sort_unstable();
        rows.dedup();
        let pairs = rows.into_iter().flat_map(|row| self.sentences(&self.rows()[row]));
        let touched = pairs.filter(|pair| {
            let mut sentences = pair.sentences(side).iter();
            sentences.any(|own| own.overlaps(passage) || own.contains(passage.start))
        });
        touched.flat_map(|pair| pair.sentences(side.other()).to_vec()).collect()
    }
}

/// The sentences of some blocks.
fn all_of(document: &Document, blocks: &[BlockId]) -> Vec<Passage> {
    let of = |block: &BlockId| {
        let bounds = document.body(*block).split_sentence_bound_indices();
        let words = bounds.filter(|(_, words)| !words.trim().is_empty());
        let block = *block;
        words.map(move |(at, words)| Passage::within(block, at..at + words.trim_end().len()))
    };
    blocks.iter().flat_map(of).collect()
}
