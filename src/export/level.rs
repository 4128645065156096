//! The levels of headings, according to the outline.

use crate::document::{BlockId, BlockKind, Document, Passage, SectionId};

/// Returns the level of a heading, the outermost 1: one more than the number of
/// headed sections around it. A heading that is not the first block of its
/// section is one level below that section.
pub fn of(document: &Document, heading: BlockId) -> usize {
    let section = document.block(heading).section;
    let own = document.section(section);
    let opens = own.blocks.start == heading.index();
    let around = document.ancestry(section).filter(|id| is_headed(document, *id)).count();
    around + usize::from(!opens)
}

/// Returns the number of provisions around a block. Provisions that begin in the
/// line of their first sub-clause (`4 (1) …`) do not count: their other
/// sub-clauses are at the same level.
pub fn provisions(document: &Document, block: BlockId) -> usize {
    let around = document.ancestry(document.block(block).section);
    let worded = |id: SectionId| {
        let first = document.block_at(document.section(id).blocks.start);
        first.is_some_and(|first| document.block(first).section == id)
    };
    around.filter(|id| document.section(*id).kind.is_provision() && worded(*id)).count()
}

/// Whether a heading without a label still begins with a number, such as that of
/// a chapter.
pub fn is_numbered(document: &Document, heading: BlockId) -> bool {
    document.body(heading).split_whitespace().take(2).any(|word| {
        word.contains(|c: char| c.is_numeric()) || word.chars().all(|c| "IVXLC.".contains(c))
    })
}

/// Whether a section begins with a heading of its own.
fn is_headed(document: &Document, id: SectionId) -> bool {
    document.block_at(document.section(id).blocks.start).is_some_and(|first| {
        let block = document.block(first);
        block.kind == BlockKind::Heading && block.section == id
    })
}

/// Returns the number of provisions around the outermost provision of a passage.
pub fn outermost(document: &Document, passage: Passage) -> usize {
    document
        .passage_ranges(passage)
        .filter_map(|(id, _)| provisions(document, id).checked_sub(1))
        .min()
        .unwrap_or(0)
}
