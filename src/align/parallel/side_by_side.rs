//! Two documents side by side.

use super::ratio::LengthRatio;
use super::row::{ParallelRow, ParallelSide, SectionPair};
use super::stretches::{self, Stretch};
use super::{paragraphs, sections};
use crate::align::pairs::Pairs;
use crate::document::{BlockId, Document, SectionId};
use std::collections::BTreeMap;

/// Two documents in different languages, row by row, in the order of the left one. What only the right
/// one has comes after what is before it there.
#[derive(Debug)]
pub struct Parallel<'a> {
    left: &'a Document,
    right: &'a Document,
    pairs: Pairs,
    ratio: LengthRatio,
    rows: Vec<ParallelRow>,
    sections: Vec<SectionPair>,
    /// What is aligned together, for each pair of sections.
    stretches: Vec<Stretch>,
    /// For each block of the left and of the right text, the index of its row.
    places: (Vec<Option<u32>>, Vec<Option<u32>>),
}

impl<'a> Parallel<'a> {
    /// Aligns two documents.
    pub fn of(left: &'a Document, right: &'a Document) -> Self {
        let pairs = sections::pair(left, right);
        let of_left =
            left.section_ids().map(|id| SectionPair { left: Some(id), right: pairs.of_old(id) });
        let lone = |id| SectionPair { left: None, right: Some(id) };
        let sections: Vec<SectionPair> =
            of_left.chain(pairs.left_of_new().into_iter().map(lone)).collect();
        let ratio = LengthRatio::of_sections(left, right, &pairs);
        let stretches = stretches::of(left, right, &pairs, &sections);
        let rows = in_order(paragraphs::rows(left, right, &stretches, ratio));
        let mut places = (vec![None; left.block_count()], vec![None; right.block_count()]);
        for (at, row) in (0_u32..).zip(&rows) {
            row.left.iter().for_each(|block| places.0[block.index()] = Some(at));
            row.right.iter().for_each(|block| places.1[block.index()] = Some(at));
        }
        Self { left, right, pairs, ratio, rows, sections, stretches, places }
    }

    /// One of the documents.
    pub fn side(&self, side: ParallelSide) -> &'a Document {
        match side {
            ParallelSide::Left => self.left,
            ParallelSide::Right => self.right,
        }
    }

    /// The index of the row that contains a block of one of the texts; `None` if the block has no words.
    pub fn row_of(&self, side: ParallelSide, block: BlockId) -> Option<usize> {
        let places = match side {
            ParallelSide::Left => &self.places.0,
            ParallelSide::Right => &self.places.1,
        };
        let at = places.get(block.index()).copied().flatten()?;
        usize::try_from(at).ok()
    }

    /// What is aligned together, for each pair of [sections](Self::sections).
    pub(super) fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// How the lengths of the texts relate.
    pub(super) fn ratio(&self) -> LengthRatio {
        self.ratio
    }

    /// The left document.
    pub fn left(&self) -> &'a Document {
        self.left
    }

    /// The right document.
    pub fn right(&self) -> &'a Document {
        self.right
    }

    /// The section of the right text that corresponds to one of the left text.
    pub fn of_left(&self, id: SectionId) -> Option<SectionId> {
        self.pairs.of_old(id)
    }

    /// The section of the left text that corresponds to one of the right text.
    pub fn of_right(&self, id: SectionId) -> Option<SectionId> {
        self.pairs.of_new(id)
    }

    /// The section of the other text that corresponds to one of this text.
    pub(super) fn partner(&self, side: ParallelSide, id: SectionId) -> Option<SectionId> {
        side.partner(&self.pairs, id)
    }

    /// All rows. Each block with words is in one of them.
    pub fn rows(&self) -> &[ParallelRow] {
        &self.rows
    }

    /// All sections of both texts, those of the left one first.
    pub fn sections(&self) -> &[SectionPair] {
        &self.sections
    }
}

/// Sorts rows by their left side; a row without one comes after the row of the block before it.
fn in_order(rows: Vec<ParallelRow>) -> Vec<ParallelRow> {
    let (mut of_left, only_right): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|row| !row.left.is_empty());
    of_left.sort_by_key(|row| row.left.first().copied());
    // For each block of the right text in a row with both sides, the index of that row.
    let places = of_left.iter().enumerate();
    let places: BTreeMap<BlockId, usize> =
        places.flat_map(|(at, row)| row.right.iter().map(move |block| (*block, at))).collect();
    let mut after: BTreeMap<Option<usize>, Vec<ParallelRow>> = BTreeMap::new();
    for row in only_right {
        let before = row.right.first().and_then(|first| places.range(..first).next_back());
        after.entry(before.map(|(_, at)| *at)).or_default().push(row);
    }
    let mut all = Vec::with_capacity(of_left.len());
    let add = |rows: Option<Vec<ParallelRow>>, all: &mut Vec<ParallelRow>| {
        let mut rows = rows.unwrap_or_default();
        rows.sort_by_key(|row| row.right.first().copied());
        all.append(&mut rows);
    };
    add(after.remove(&None), &mut all);
    for (at, row) in of_left.into_iter().enumerate() {
        all.push(row);
        add(after.remove(&Some(at)), &mut all);
    }
    all
}
