//! What one of two texts lacks beside the other: provisions, paragraphs, references, figures.

use super::row::SectionPair;
use super::side_by_side::Parallel;
use super::signs::{Sign, signs_of};
use crate::align::bag::Bag;
use crate::document::{ClauseNumber, Document, SectionId, SectionKind};

/// One of the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParallelSide {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

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
}

/// A difference with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocatedDifference {
    /// The text that has it; for paragraphs, the one that has more.
    pub side: ParallelSide,
    /// The section of that text.
    pub section: SectionId,
    /// What differs.
    pub difference: ParallelDifference,
}

impl Parallel<'_> {
    /// What one of the texts lacks, in the order of the rows of sections. Of what is inside a provision
    /// that one text lacks, nothing is reported; nor of the furniture of the page.
    pub fn differences(&self) -> Vec<LocatedDifference> {
        self.sections().iter().flat_map(|pair| self.differences_of(*pair)).collect()
    }

    fn differences_of(&self, pair: SectionPair) -> Vec<LocatedDifference> {
        let lacking = |side: ParallelSide, section: SectionId| {
            let document = self.side(side);
            let is_top = document.section(section).parent.is_none_or(|parent| {
                self.has_partner(side, parent) || !is_compared(document, parent)
            });
            let is_reported = is_top && is_compared(document, section);
            let difference = ParallelDifference::Provision;
            Vec::from_iter(is_reported.then_some(LocatedDifference { side, section, difference }))
        };
        match (pair.left, pair.right) {
            (Some(left), Some(right))
                if is_furniture(self.left(), left) || is_furniture(self.right(), right) =>
            {
                Vec::new()
            }
            (Some(left), Some(right)) => self.differences_between(left, right),
            (Some(left), None) => lacking(ParallelSide::Left, left),
            (None, Some(right)) => lacking(ParallelSide::Right, right),
            (None, None) => Vec::new(),
        }
    }

    fn differences_between(&self, left: SectionId, right: SectionId) -> Vec<LocatedDifference> {
        let mut found = Vec::new();
        let at = |side, difference| LocatedDifference {
            side,
            section: if side == ParallelSide::Left { left } else { right },
            difference,
        };
        let paragraphs = |document: &Document, id| document.paragraphs(id).count();
        let (one, other) = (paragraphs(self.left(), left), paragraphs(self.right(), right));
        if one != other {
            let side = if one > other { ParallelSide::Left } else { ParallelSide::Right };
            found.push(at(side, ParallelDifference::Paragraphs(one, other)));
        }
        let signs = |document: &Document, id| signs_of(document, document.own_blocks(id));
        let (one, other) = (signs(self.left(), left), signs(self.right(), right));
        found.extend(more(&one, &other).into_iter().map(|sign| at(ParallelSide::Left, sign)));
        found.extend(more(&other, &one).into_iter().map(|sign| at(ParallelSide::Right, sign)));
        found
    }

    fn side(&self, side: ParallelSide) -> &Document {
        if side == ParallelSide::Left { self.left() } else { self.right() }
    }

    fn has_partner(&self, side: ParallelSide, id: SectionId) -> bool {
        match side {
            ParallelSide::Left => self.of_left(id).is_some(),
            ParallelSide::Right => self.of_right(id).is_some(),
        }
    }
}

/// The signs of which a text has more than another.
fn more(signs: &Bag<Sign>, others: &Bag<Sign>) -> Vec<ParallelDifference> {
    let difference = |sign: &Sign| match sign {
        Sign::Figure(figure) => ParallelDifference::Figure(figure.clone()),
        Sign::Reference(number) => ParallelDifference::Reference(number.clone()),
    };
    signs.without(others).keys().map(difference).collect()
}

/// Whether both texts must have a section like it.
fn is_compared(document: &Document, id: SectionId) -> bool {
    let kind = document.section(id).kind;
    kind.is_provision() || matches!(kind, SectionKind::Annex | SectionKind::Preamble)
}

/// Whether a section is the furniture of the page, which each edition has its own way.
fn is_furniture(document: &Document, id: SectionId) -> bool {
    let kind = document.section(id).kind;
    matches!(kind, SectionKind::Masthead | SectionKind::Imprint | SectionKind::Notice)
}
