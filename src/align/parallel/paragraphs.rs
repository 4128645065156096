//! The rows of two texts: for each pair of sections, which of their paragraphs belong together.

use super::lengths::{LengthRatio, Part, beads, lengths_of};
use super::row::{ParallelRow, SectionPair};
use crate::align::beads::Bead;
use crate::align::pairs::Pairs;
use crate::document::{BlockId, BlockKind, Document, SectionId};

/// Paragraphs that pair by their place are no further from the usual ratio of lengths, in standard
/// deviations.
const MOST_DEVIATION: f64 = 3.0;

/// The rows of all sections, section by section.
pub fn rows(
    left: &Document,
    right: &Document,
    pairs: &Pairs,
    sections: &[SectionPair],
) -> Vec<ParallelRow> {
    let ratio = LengthRatio::of_sections(left, right, pairs);
    let mut rows = Vec::new();
    for pair in sections {
        let (one, other) = (pair.left.map(|id| own(left, id)), pair.right.map(|id| own(right, id)));
        match (one, other) {
            (Some(one), Some(other)) => {
                rows.extend(rows_of_pair((left, &one), (right, &other), ratio));
            }
            (one, other) => {
                let alone = |left, right| ParallelRow { left, right, certainty: 1.0 };
                let one = one.into_iter().flatten().map(|block| alone(vec![block], Vec::new()));
                let other = other.into_iter().flatten().map(|block| alone(Vec::new(), vec![block]));
                rows.extend(one.chain(other));
            }
        }
    }
    rows
}

/// The own blocks of a section that have words.
fn own(document: &Document, id: SectionId) -> Vec<BlockId> {
    document.own_blocks(id).filter(|block| !document.body(*block).trim().is_empty()).collect()
}

/// The rows of two sections that correspond: their headings beside each other, then their paragraphs.
fn rows_of_pair(
    (left, one): (&Document, &[BlockId]),
    (right, other): (&Document, &[BlockId]),
    ratio: LengthRatio,
) -> Vec<ParallelRow> {
    let (head, one) = one.split_at(headings(left, one));
    let (other_head, other) = other.split_at(headings(right, other));
    let parts =
        |document: &Document, blocks: &[BlockId]| lengths_of(document, blocks, |block| vec![block]);
    let (a, b) = (parts(left, one), parts(right, other));
    let beads = if by_place(&a, &b, ratio) {
        (0..a.len()).map(|at| Bead::pair(at, at)).collect()
    } else {
        beads(&a, &b, ratio)
    };
    let (all, single) = (beads.len(), beads.iter().filter(|bead| bead.is_pair()).count());
    let certainty = if all == 0 { 1.0 } else { single as f32 / all as f32 };
    let heads = ParallelRow { left: head.to_vec(), right: other_head.to_vec(), certainty: 1.0 };
    let heads = Some(heads).filter(|row| !row.left.is_empty() || !row.right.is_empty());
    let row = |bead: Bead| ParallelRow {
        left: one[bead.old].to_vec(),
        right: other[bead.new].to_vec(),
        certainty,
    };
    heads.into_iter().chain(beads.into_iter().map(row)).collect()
}

/// Number of headings at the beginning.
fn headings(document: &Document, blocks: &[BlockId]) -> usize {
    let is_heading = |block: &&BlockId| document.block(**block).kind == BlockKind::Heading;
    blocks.iter().take_while(is_heading).count()
}

/// Whether paragraphs pair by their place: there are as many, and no pair has unlikely lengths.
fn by_place(left: &[Part], right: &[Part], ratio: LengthRatio) -> bool {
    let is_likely = |(a, b): (&Part, &Part)| ratio.deviation(a.length, b.length) < MOST_DEVIATION;
    left.len() == right.len() && left.iter().zip(right).all(is_likely)
}
