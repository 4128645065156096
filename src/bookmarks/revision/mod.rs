//! Compares two versions of a document: where each place of the old version is in
//! the new one, and which clauses changed.
//!
//! Which section is which, and which block, is what the [`Alignment`] of the two says,
//! as in every other comparison.

mod fates;
mod summary;

use crate::align::{Alignment, ChangedWords, Course, How, changes};
use crate::document::{BlockId, Document, Passage, Point, SectionId};
use fates::{BlockFate, fates};

/// The differences between an old and a new version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    fates: Vec<BlockFate>,
    /// For each section of the old version, the one that it is now.
    sections: Vec<Option<SectionId>>,
    /// Sections of the new version whose own words changed.
    pub changed: Vec<SectionId>,
    /// Sections that are not in the old version.
    pub added: Vec<SectionId>,
    /// Sections that are not in the new version.
    pub removed: Vec<RemovedSection>,
    /// Sections of the new version in which references follow a renumbering, and nothing else
    /// changed.
    pub followed: Vec<SectionId>,
    /// Number of sections that differ in typography only.
    pub typographic: usize,
    /// Number of sections with the same words at another address, in their place among the others.
    pub renumbered: usize,
    /// Number of sections with the same words elsewhere among the others.
    pub moved: usize,
}

/// A removed section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedSection {
    /// Its name in the old version.
    pub name: String,
    /// Whether it was a numbered provision.
    pub provision: bool,
}

impl Revision {
    /// Compares two versions. The cost grows with the texts and the extent of the edits; run it
    /// in the background.
    pub fn of(old: &Document, new: &Document) -> Self {
        let alignment = Alignment::of(old, new);
        let mut revision = Self {
            fates: fates(&alignment),
            sections: old.section_ids().map(|id| alignment.now(id)).collect(),
            ..Self::default()
        };
        revision.collect(&alignment);
        revision
    }

    /// Compares the beginning of a text with a longer beginning of it, or with
    /// the whole: blocks match if they were read from the same bytes. Later text
    /// may split a block in another way. The blocks of an end that was read before the rest match by
    /// their distance from the end.
    pub fn grown(old: &Document, new: &Document) -> Self {
        let mut next = 0;
        let end_of = |document: &Document| document.blocks().last().map_or(0, |b| b.source.end);
        let (was, is) = (end_of(old), end_of(new));
        let in_end = |block| {
            let end = old.metadata().read.and_then(|read| read.end);
            end.is_some_and(|end| block >= end)
        };
        let fate = |block: BlockId| {
            let source = match old.block(block).source.clone() {
                source if in_end(block) => {
                    let moved = |at: usize| (at + is).saturating_sub(was);
                    moved(source.start)..moved(source.end)
                }
                source => source,
            };
            while new.blocks().get(next).is_some_and(|block| block.source.end <= source.start) {
                next += 1;
            }
            let Some(at) = new.block_at(next) else { return BlockFate::Gone(new.last_block()) };
            if new.body(at) == old.body(block) {
                return BlockFate::Same(at);
            }
            let more = new.blocks()[next + 1..].iter();
            let more = more.take_while(|block| block.source.start < source.end).count();
            match new.block_at(next + more) {
                Some(last) if more > 0 => BlockFate::Parted(at, last),
                _ => BlockFate::Edited(at),
            }
        };
        let fates: Vec<BlockFate> = old.block_ids().map(fate).collect();
        let mut sections = vec![None; old.sections().len()];
        for (block, fate) in old.blocks().iter().zip(&fates).rev() {
            if let Some(at) = fate.found() {
                sections[block.section.index()] = Some(new.block(at).section);
            }
        }
        Self { fates, sections, ..Self::default() }
    }

    /// Collects what became of the sections.
    fn collect(&mut self, alignment: &Alignment) {
        let (old, new) = (alignment.old(), alignment.new_document());
        for row in alignment.rows() {
            match row.how {
                How::New => self.added.extend(&row.new),
                How::Gone => self.removed.extend(row.old.iter().map(|id| RemovedSection {
                    name: old.section_name(*id),
                    provision: old.section(*id).kind.is_provision(),
                })),
                How::Edited | How::Replaced | How::Split | How::Merged => {
                    self.changed.extend(&row.new);
                }
                How::Followed => self.followed.extend(&row.new),
                How::Typographic => self.typographic += 1,
                How::Same => match row.course {
                    // A number without words, such as that of a part, is no clause.
                    _ if row.new.iter().all(|id| new.own_blocks(*id).next().is_none()) => {}
                    Course::Stayed => {}
                    Course::Renumbered => self.renumbered += 1,
                    Course::Moved => self.moved += 1,
                },
            }
        }
        for sections in [&mut self.added, &mut self.changed, &mut self.followed] {
            sections.sort_unstable();
        }
    }

    /// Returns where a point of the old version is in the new one: at the same
    /// words, or as near as possible.
    pub fn point(&self, old: &Document, new: &Document, point: Point) -> Point {
        let start = |block: Option<BlockId>| block.map(Point::start_of);
        match self.fates.get(point.block.index()) {
            Some(BlockFate::Same(block)) => Point { block: *block, byte: point.byte },
            Some(BlockFate::Edited(block)) => {
                let byte = byte_in(old.body(point.block), new.body(*block), point.byte);
                Point { block: *block, byte }
            }
            Some(BlockFate::Parted(first, last)) => {
                point_among(old.body(point.block), new, *first, *last, point.byte)
            }
            Some(BlockFate::Gone(block)) => start(*block).unwrap_or_default(),
            None => start(new.last_block()).unwrap_or_default(),
        }
    }

    /// Returns where a passage of the old version is in the new one; `None` if
    /// nothing is left of it.
    pub fn passage(&self, old: &Document, new: &Document, passage: Passage) -> Option<Passage> {
        let (start, end) = (self.point(old, new, passage.start), self.point(old, new, passage.end));
        let passage = Passage { start, end };
        (start < end).then_some(passage)
    }

    /// Returns the section of the new version that one of the old version is now.
    pub fn section(&self, id: SectionId) -> Option<SectionId> {
        self.sections.get(id.index()).copied().flatten()
    }
}

/// Returns where a byte of an old text is in a new one: at the same word, or at
/// the place of that word.
fn byte_in(old: &str, new: &str, byte: usize) -> usize {
    if byte == 0 {
        return 0;
    }
    let mut is = 0;
    for piece in changes(old, new) {
        match piece {
            ChangedWords::Kept { old, new } if old.end > byte => {
                return new.start + byte - old.start;
            }
            ChangedWords::Kept { new, .. } | ChangedWords::New(new) => is = new.end,
            ChangedWords::Gone(old) if old.end > byte => return is,
            ChangedWords::Gone(_) => {}
        }
    }
    is
}

/// Returns where a byte of an old text is in the blocks that it was split into:
/// at the same word, or at the place of that word.
fn point_among(old: &str, new: &Document, first: BlockId, last: BlockId, byte: usize) -> Point {
    let mut words = String::new();
    let mut starts = Vec::new();
    for block in (first.index()..=last.index()).filter_map(|at| new.block_at(at)) {
        starts.push((block, words.len()));
        words.push_str(new.body(block));
        words.push('\n');
    }
    let byte = byte_in(old, &words, byte);
    let within = starts.iter().rev().find(|(_, start)| *start <= byte);
    within.map_or(Point::start_of(first), |(block, start)| Point {
        block: *block,
        byte: (byte - start).min(new.body(*block).len()),
    })
}

#[cfg(test)]
mod tests;
