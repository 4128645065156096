//! What one of two texts lacks beside the other: provisions, paragraphs, references, figures, dates.

use super::row::{ParallelSide, SectionPair};
use super::side_by_side::Parallel;
use super::signs::{Sign, SignAt, StatedSigns};
use super::stretches::{Stretch, StretchSide};
use crate::document::{
    Block, BlockId, BlockKind, ClauseNumber, Document, SectionId, SectionKind, StatedDate,
};

/// What differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ParallelDifference {
    /// Only one text has this provision.
    Provision,
    /// The texts have different numbers of paragraphs, left and right.
    Paragraphs(usize, usize),
    /// Only one text has this reference, or has it more often.
    Reference(ClauseNumber),
    /// Only one text has this number in figures, or has it more often.
    Figure(String),
    /// Only one text has this date, or has it more often.
    Date(StatedDate),
}

/// A difference with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocatedDifference {
    /// The text that has it; for paragraphs, the one that has more.
    pub side: ParallelSide,
    /// The section of that text.
    pub section: SectionId,
    /// The block that states it, if it is only a part of a section.
    pub block: Option<BlockId>,
    /// What differs.
    pub difference: ParallelDifference,
}

impl Parallel<'_> {
    /// What one of the texts lacks, in the order of the rows of sections. Of what is inside a provision
    /// that one text lacks, nothing is reported; nor of the furniture of the page.
    pub fn differences(&self) -> Vec<LocatedDifference> {
        let stretches = self.sections().iter().zip(self.stretches());
        stretches.flat_map(|(pair, stretch)| self.differences_of(*pair, stretch)).collect()
    }

    fn differences_of(&self, pair: SectionPair, stretch: &Stretch) -> Vec<LocatedDifference> {
        match (pair.left, pair.right) {
            (Some(left), Some(right)) => {
                let is_furniture =
                    is_furniture(self.left(), left) || is_furniture(self.right(), right);
                if is_furniture {
                    Vec::new()
                } else {
                    self.differences_between(left, right, stretch)
                }
            }
            (Some(left), None) => self.lacking(ParallelSide::Left, left).into_iter().collect(),
            (None, Some(right)) => self.lacking(ParallelSide::Right, right).into_iter().collect(),
            (None, None) => Vec::new(),
        }
    }

    /// The difference to report of a section without a partner, if any.
    fn lacking(&self, side: ParallelSide, section: SectionId) -> Option<LocatedDifference> {
        let document = self.side(side);
        let is_top = document.section(section).parent.is_none_or(|parent| {
            self.partner(side, parent).is_some() || !is_compared(document, parent)
        });
        // The words of a preamble may be there without its heading.
        let is_there = document.section(section).kind == SectionKind::Preamble
            && document.own_blocks(section).any(|block| {
                let row = self.row_of(side, block).map(|row| &self.rows()[row]);
                row.is_some_and(|row| !row.blocks(side.other()).is_empty())
            });
        (is_top && is_compared(document, section) && !is_there).then_some(LocatedDifference {
            side,
            section,
            block: None,
            difference: ParallelDifference::Provision,
        })
    }

    fn differences_between(
        &self,
        left: SectionId,
        right: SectionId,
        stretch: &Stretch,
    ) -> Vec<LocatedDifference> {
        let mut found = Vec::new();
        let paragraphs = |document: &Document, blocks: &[BlockId]| {
            blocks.iter().filter(|block| document.block(**block).paragraph.is_some()).count()
        };
        let one = paragraphs(self.left(), &stretch.left.blocks);
        let other = paragraphs(self.right(), &stretch.right.blocks);
        if one != other {
            let (side, section) =
                if one > other { (ParallelSide::Left, left) } else { (ParallelSide::Right, right) };
            let difference = ParallelDifference::Paragraphs(one, other);
            found.push(LocatedDifference { side, section, block: None, difference });
        }
        let signs = |document, own: &StretchSide| {
            let all = own.heads.iter().chain(&own.blocks).copied();
            let compared = all.filter(|block| is_compared_block(document, *block));
            StatedSigns::of(document, compared.collect())
        };
        let one = signs(self.left(), &stretch.left);
        let other = signs(self.right(), &stretch.right);
        let corresponds = |one, other| self.of_left(one) == Some(other);
        let (missing, missing_there) = one.missing(&other, corresponds);
        let located = |side, section, missing: Vec<SignAt>| {
            missing.into_iter().map(move |SignAt { sign, block, .. }| LocatedDifference {
                side,
                section,
                block: Some(block),
                difference: match sign {
                    Sign::Figure(figure) => ParallelDifference::Figure(figure),
                    Sign::Reference(number) => ParallelDifference::Reference(number),
                    Sign::Date(date) => ParallelDifference::Date(date),
                },
            })
        };
        found.extend(located(ParallelSide::Left, left, missing));
        found.extend(located(ParallelSide::Right, right, missing_there));
        found
    }
}

/// Whether both texts must have a section like it.
fn is_compared(document: &Document, id: SectionId) -> bool {
    let kind = document.section(id).kind;
    kind.is_provision() || matches!(kind, SectionKind::Annex | SectionKind::Preamble)
}

/// Whether the signs of a block must be in both texts. The title of one text may have an additional
/// year.
fn is_compared_block(document: &Document, block: BlockId) -> bool {
    let Block { kind, section, .. } = document.block(block);
    *kind != BlockKind::Heading || document.section(*section).kind.is_provision()
}

/// Whether a section is the furniture of the page, which each edition has its own way.
fn is_furniture(document: &Document, id: SectionId) -> bool {
    let kind = document.section(id).kind;
    matches!(kind, SectionKind::Masthead | SectionKind::Imprint | SectionKind::Notice)
}
