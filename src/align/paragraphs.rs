//! The paragraphs of a row, each with its redline.

use super::alignment::Alignment;
use super::bag::Bag;
use super::beads::Bead;
use super::blocks::beads;
use super::profile::Side;
use super::redline::{ChangedWords, Whole, redline};
use super::row::{How, Row};
use crate::document::{BlockId, Document, Link, SectionId};
use std::ops::Range;

/// A paragraph of a row: its wordings in the old and the new text, and what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// The blocks of the old text: none, one, or several that were joined.
    pub old: Vec<BlockId>,
    /// The blocks of the new text: none, one, or several that one was divided into.
    pub new: Vec<BlockId>,
    /// The old wording; blank lines separate blocks.
    pub was: String,
    /// The new wording.
    pub is: String,
    /// The runs of words, which cover both wordings.
    pub pieces: Vec<ChangedWords>,
}

impl Paragraph {
    /// What separates several blocks in the wordings.
    pub const BETWEEN: &str = "\n\n";

    /// Whether anything differs.
    pub fn differs(&self) -> bool {
        self.was != self.is
    }

    /// The words of a piece.
    pub fn words(&self, piece: &ChangedWords) -> &str {
        match piece {
            ChangedWords::Kept { new, .. } | ChangedWords::New(new) => &self.is[new.clone()],
            ChangedWords::Gone(old) => &self.was[old.clone()],
        }
    }
}

/// Blocks that belong together: one beside one, one beside two, or one alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockPair {
    /// Those of the old text.
    pub old: Vec<BlockId>,
    /// Those of the new text.
    pub new: Vec<BlockId>,
}

impl Alignment<'_> {
    /// The paragraphs of a row, in order.
    pub fn paragraphs(&self, row: &Row) -> Vec<Paragraph> {
        let pairs = self.block_pairs(row).into_iter();
        pairs.map(|pair| self.paragraph(pair.old, pair.new)).collect()
    }

    /// Which blocks of a row belong together, in order, without those that have no words.
    pub fn block_pairs(&self, row: &Row) -> Vec<BlockPair> {
        let (old, new) = (blocks(&self.old, &row.old), blocks(&self.new, &row.new));
        let beads = match row.how {
            // Those of the same words pair as they come.
            How::Same | How::Typographic if old.len() == new.len() => {
                (0..old.len()).map(|at| Bead::pair(at, at)).collect()
            }
            _ => {
                let bags = |side: &Side, blocks: &[BlockId]| -> Vec<Bag> {
                    blocks.iter().map(|b| Bag::of(side.words.of_block(*b).to_vec())).collect()
                };
                beads(&bags(&self.old, &old), &bags(&self.new, &new), self.weights())
            }
        };
        let pair =
            |bead: Bead| BlockPair { old: old[bead.old].to_vec(), new: new[bead.new].to_vec() };
        beads.into_iter().map(pair).collect()
    }

    fn paragraph(&self, old: Vec<BlockId>, new: Vec<BlockId>) -> Paragraph {
        let (was, is) = (wording(&self.old, &old), wording(&self.new, &new));
        let pieces = if was == is {
            match was.len() {
                0 => Vec::new(),
                len => vec![ChangedWords::Kept { old: 0..len, new: 0..len }],
            }
        } else {
            let whole = |side: &Side, blocks: &[BlockId]| -> Vec<Range<usize>> {
                references(side.document, blocks).into_iter().map(|one| one.range).collect()
            };
            let (whole_old, whole_new) = (whole(&self.old, &old), whole(&self.new, &new));
            let whole = Whole { old: &whole_old, new: &whole_new };
            redline(&was, &is, whole, Some(self.weights()))
        };
        Paragraph { old, new, was, is, pieces }
    }
}

/// The own blocks of some sections that have no words, such as a number on a line of its own.
pub fn wordless_blocks<'a>(
    document: &'a Document,
    sections: &'a [SectionId],
) -> impl Iterator<Item = BlockId> + 'a {
    let own = sections.iter().flat_map(|id| document.own_blocks(*id));
    own.filter(|block| document.body(*block).is_empty())
}

/// The own blocks of some sections that have words, in order.
fn blocks(side: &Side, sections: &[SectionId]) -> Vec<BlockId> {
    let own = sections.iter().flat_map(|id| side.own(*id));
    let mut blocks: Vec<BlockId> =
        own.copied().filter(|block| !side.document.body(*block).is_empty()).collect();
    blocks.sort_unstable();
    blocks
}

fn wording(side: &Side, blocks: &[BlockId]) -> String {
    let bodies: Vec<&str> = blocks.iter().map(|block| side.document.body(*block)).collect();
    bodies.join(Paragraph::BETWEEN)
}

/// A reference in the wording of a paragraph.
pub struct Reference<'a> {
    /// The block that contains it.
    pub block: BlockId,
    /// Its place in the wording, in bytes.
    pub range: Range<usize>,
    /// What it is in the document.
    pub link: &'a Link,
}

/// The references in the wording of some blocks, in order.
pub fn references<'a>(document: &'a Document, blocks: &[BlockId]) -> Vec<Reference<'a>> {
    let mut found = Vec::new();
    let mut from = 0;
    for block in blocks {
        let body = document.block(*block).body;
        for link in document.links_of(*block) {
            let start = from + link.span.start.get() - body.start.get();
            found.push(Reference { block: *block, range: start..start + link.span.len(), link });
        }
        from += body.len() + Paragraph::BETWEEN.len();
    }
    found
}
