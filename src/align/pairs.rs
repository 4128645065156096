//! Which section of one text is which of another, one to one.

use super::order::heaviest_chain;
use crate::document::SectionId;

/// Pairs of sections, looked up from either side.
#[derive(Debug, Clone)]
pub struct Pairs {
    of_old: Vec<Option<SectionId>>,
    of_new: Vec<Option<SectionId>>,
}

impl Pairs {
    /// No pairs yet, of texts with so many sections.
    pub fn none(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new] }
    }

    /// Pairs two sections, unless one of them has a partner. Returns whether it did.
    pub fn join(&mut self, old: SectionId, new: SectionId) -> bool {
        let (of_old, of_new) = (&mut self.of_old[old.index()], &mut self.of_new[new.index()]);
        let is_free = of_old.is_none() && of_new.is_none();
        if is_free {
            (*of_old, *of_new) = (Some(new), Some(old));
        }
        is_free
    }

    /// The partner of a section of the old text.
    pub fn of_old(&self, old: SectionId) -> Option<SectionId> {
        self.of_old[old.index()]
    }

    /// The partner of a section of the new text.
    pub fn of_new(&self, new: SectionId) -> Option<SectionId> {
        self.of_new[new.index()]
    }

    /// All pairs, in the order of the old text.
    pub fn all(&self) -> impl Iterator<Item = (SectionId, SectionId)> + '_ {
        let sections = self.of_old.iter().enumerate();
        sections.filter_map(|(old, new)| new.map(|new| (SectionId::new(old), new)))
    }

    /// All pairs, in the order of the old text, each with whether it kept its place among the
    /// others: whether it is in the heaviest chain of those that come in the same order in both.
    pub fn ordered(&self, weigh: impl Fn(SectionId) -> u64) -> Vec<((SectionId, SectionId), bool)> {
        let all: Vec<(SectionId, SectionId)> = self.all().collect();
        let values: Vec<usize> = all.iter().map(|(_, new)| new.index()).collect();
        let weights: Vec<u64> = all.iter().map(|(old, _)| weigh(*old)).collect();
        let is_in = heaviest_chain(&values, &weights);
        all.into_iter().zip(is_in).collect()
    }

    /// The sections of the old text without a partner, in order.
    pub fn left_of_old(&self) -> Vec<SectionId> {
        left(&self.of_old)
    }

    /// The sections of the new text without a partner, in order.
    pub fn left_of_new(&self) -> Vec<SectionId> {
        left(&self.of_new)
    }
}

fn left(partners: &[Option<SectionId>]) -> Vec<SectionId> {
    let sections = partners.iter().enumerate();
    sections.filter(|(_, partner)| partner.is_none()).map(|(at, _)| SectionId::new(at)).collect()
}
