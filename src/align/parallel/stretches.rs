//! Which paragraphs of two texts are aligned together: for each pair of sections, their own, and those
//! of the sections after them that only one text sets apart.
//!
//! Where one text has a heading or a preamble that the other lacks, or divides an article into numbered
//! paragraphs that the other does not number, the same words belong to another section. A numbered
//! provision that one text lacks stays alone.

use super::row::{ParallelSide, SectionPair};
use super::sections::is_unnumbered;
use crate::align::pairs::Pairs;
use crate::document::{BlockId, BlockKind, Document, SectionId};

/// What is aligned together.
#[derive(Debug, Default)]
pub struct Stretch {
    /// The headings at the beginning of each side.
    pub heads: (Vec<BlockId>, Vec<BlockId>),
    /// The other blocks of the left text, in order.
    pub left: Vec<BlockId>,
    /// Those of the right text.
    pub right: Vec<BlockId>,
    /// Blocks of either text that have none beside them.
    pub alone: (Vec<BlockId>, Vec<BlockId>),
}

/// The stretches of two texts, one for each pair of sections.
pub fn of(
    left: &Document,
    right: &Document,
    pairs: &Pairs,
    sections: &[SectionPair],
) -> Vec<Stretch> {
    let owners = (
        owners((left, right), ParallelSide::Left, pairs),
        owners((right, left), ParallelSide::Right, pairs),
    );
    let mut places: (Vec<usize>, Vec<usize>) =
        (vec![0; left.sections().len()], vec![0; right.sections().len()]);
    for (at, pair) in sections.iter().enumerate() {
        if let Some(id) = pair.left {
            places.0[id.index()] = at;
        }
        if let Some(id) = pair.right {
            places.1[id.index()] = at;
        }
    }
    let mut stretches: Vec<Stretch> = sections.iter().map(|_| Stretch::default()).collect();
    for id in left.section_ids() {
        let owner = owners.0[id.index()];
        let stretch = &mut stretches[places.0[owner.index()]];
        let is_paired = pairs.of_old(owner).is_some();
        let (heads, alone) = (&mut stretch.heads.0, &mut stretch.alone.0);
        add((left, id), (is_paired, id == owner), heads, &mut stretch.left, alone);
    }
    for id in right.section_ids() {
        let owner = owners.1[id.index()];
        let stretch = &mut stretches[places.1[owner.index()]];
        let is_paired = pairs.of_new(owner).is_some();
        let (heads, alone) = (&mut stretch.heads.1, &mut stretch.alone.1);
        add((right, id), (is_paired, id == owner), heads, &mut stretch.right, alone);
    }
    for stretch in &mut stretches {
        // A heading beside none may be the first paragraph of the other text.
        if stretch.heads.0.is_empty() != stretch.heads.1.is_empty() {
            stretch.left.append(&mut stretch.heads.0);
            stretch.right.append(&mut stretch.heads.1);
        }
        stretch.left.sort_unstable();
        stretch.right.sort_unstable();
    }
    stretches
}

/// Adds the blocks of a section that have words to a stretch.
fn add(
    (document, id): (&Document, SectionId),
    (is_paired, is_owner): (bool, bool),
    heads: &mut Vec<BlockId>,
    blocks: &mut Vec<BlockId>,
    alone: &mut Vec<BlockId>,
) {
    let own = document.own_blocks(id).filter(|block| !document.body(*block).trim().is_empty());
    let mut is_head = true;
    for block in own {
        is_head &= document.block(block).kind == BlockKind::Heading;
        match (is_paired, is_head, is_owner) {
            (false, ..) | (true, true, false) => alone.push(block),
            (true, true, true) => heads.push(block),
            (true, false, _) => blocks.push(block),
        }
    }
}

/// For each section of a text, the one whose paragraphs its own are aligned with: itself, or the one
/// before it.
fn owners(
    (document, other): (&Document, &Document),
    side: ParallelSide,
    pairs: &Pairs,
) -> Vec<SectionId> {
    let partner = |id: SectionId| match side {
        ParallelSide::Left => pairs.of_old(id),
        ParallelSide::Right => pairs.of_new(id),
    };
    let mut owners: Vec<SectionId> = document.section_ids().collect();
    for id in document.section_ids().skip(1) {
        let before = owners[id.index() - 1];
        let joins = partner(id).is_none()
            && partner(before).is_some()
            && (is_unnumbered(document.section(id).kind)
                || is_numbered_only_here((document, other), id, partner));
        if joins {
            owners[id.index()] = before;
        }
    }
    owners
}

/// Whether a provision belongs to one whose partner has paragraphs, but no provisions inside.
fn is_numbered_only_here(
    (document, other): (&Document, &Document),
    id: SectionId,
    partner: impl Fn(SectionId) -> Option<SectionId>,
) -> bool {
    let around = document.section(id).parent.and_then(partner);
    around.is_some_and(|around| {
        let is_provision = |id: SectionId| other.section(id).kind.is_provision();
        !other.children(Some(around)).any(is_provision) && other.paragraphs(around).next().is_some()
    })
}
