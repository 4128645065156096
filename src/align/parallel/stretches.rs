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
    /// The blocks of the left text.
    pub left: StretchSide,
    /// Those of the right text.
    pub right: StretchSide,
}

/// The blocks of one of the texts.
#[derive(Debug, Default)]
pub struct StretchSide {
    /// The headings at the beginning.
    pub heads: Vec<BlockId>,
    /// The others that are aligned, in order.
    pub blocks: Vec<BlockId>,
    /// Those that have none beside them.
    pub alone: Vec<BlockId>,
}

/// The stretches of two texts, one for each pair of sections.
pub fn of(
    left: &Document,
    right: &Document,
    pairs: &Pairs,
    sections: &[SectionPair],
) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = sections.iter().map(|_| Stretch::default()).collect();
    for (side, texts) in [(ParallelSide::Left, (left, right)), (ParallelSide::Right, (right, left))]
    {
        let document = texts.0;
        let mut places = vec![0; document.sections().len()];
        for (at, pair) in sections.iter().enumerate() {
            if let Some(id) = pair.section(side) {
                places[id.index()] = at;
            }
        }
        for (id, owner) in document.section_ids().zip(owners(texts, side, pairs)) {
            let stretch = &mut stretches[places[owner.index()]];
            let own = match side {
                ParallelSide::Left => &mut stretch.left,
                ParallelSide::Right => &mut stretch.right,
            };
            let blocks = blocks_with_words(document, id);
            if side.partner(pairs, owner).is_none() {
                own.alone.extend(blocks);
                continue;
            }
            let is_heading = |block: &&BlockId| document.block(**block).kind == BlockKind::Heading;
            let (heads, rest) = blocks.split_at(blocks.iter().take_while(is_heading).count());
            if id == owner { &mut own.heads } else { &mut own.alone }.extend(heads);
            own.blocks.extend(rest);
        }
    }
    for Stretch { left, right } in &mut stretches {
        // A heading beside none may be the first paragraph of the other text.
        if left.heads.is_empty() != right.heads.is_empty() {
            left.blocks.append(&mut left.heads);
            right.blocks.append(&mut right.heads);
        }
        left.blocks.sort_unstable();
        right.blocks.sort_unstable();
    }
    stretches
}

/// The own blocks of a section that have words.
fn blocks_with_words(document: &Document, id: SectionId) -> Vec<BlockId> {
    document.own_blocks(id).filter(|block| !document.body(*block).trim().is_empty()).collect()
}

/// For each section of a text, the one whose paragraphs its own are aligned with: itself, or the one
/// before it.
fn owners(
    (document, other): (&Document, &Document),
    side: ParallelSide,
    pairs: &Pairs,
) -> Vec<SectionId> {
    let partner = |id: SectionId| side.partner(pairs, id);
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
