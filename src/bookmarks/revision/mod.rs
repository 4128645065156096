//! Compares two versions of a document: where each place of the old version is in
//! the new one, and which clauses changed.
//!
//! Blocks that are identical in both versions are aligned first. Every other old
//! block is searched for like a bookmark, with an [`Index`](super::Index); if it
//! is not found, the block with the same address in the same part of the text is
//! taken. Sections are then paired by their blocks, which distinguishes a
//! renumbered clause from a new one.

mod summary;

use super::{Bookmark, Index, clause_hash};
use crate::align::{ChangedWords, changes};
use crate::document::{BlockId, Document, Passage, Point, SectionId};
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::collections::HashSet;
use std::time::{Duration, Instant};

/// What became of one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum BlockFate {
    /// It exists unchanged.
    Same(BlockId),
    /// It exists with other words.
    Edited(BlockId),
    /// It was split into several blocks: the first and the last of them.
    Parted(BlockId, BlockId),
    /// It is gone; the block in its place now, if any.
    Gone(Option<BlockId>),
}

impl BlockFate {
    /// The block, or the first of its parts, if it exists.
    fn found(self) -> Option<BlockId> {
        match self {
            Self::Same(at) | Self::Edited(at) | Self::Parted(at, _) => Some(at),
            Self::Gone(_) => None,
        }
    }
}

/// The differences between an old and a new version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Revision {
    fates: Vec<BlockFate>,
    /// Sections of the new version whose own words changed.
    pub changed: Vec<SectionId>,
    /// Sections that are not in the old version.
    pub added: Vec<SectionId>,
    /// Sections that are not in the new version.
    pub removed: Vec<RemovedSection>,
    /// Number of sections with the same words at another address.
    pub readdressed: usize,
}

/// A removed section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedSection {
    /// Its name in the old version.
    pub name: String,
    /// Whether it was a numbered provision.
    pub provision: bool,
}

/// Time limit for aligning blocks; the rest counts as changed.
const ALIGNING: Duration = Duration::from_secs(2);

/// Maximum number of blocks to search for; the rest are matched by their address.
const MOST_SOUGHT: usize = 300;

impl Revision {
    /// Compares two versions. The cost grows with the extent of the edits; run it
    /// in the background.
    pub fn of(old: &Document, new: &Document) -> Self {
        let mut revision = Self { fates: fates(old, new), ..Self::default() };
        revision.compare_sections(old, new);
        revision
    }

    /// Compares the beginning of a text with a longer beginning of it, or with
    /// the whole: blocks match if they were read from the same bytes. Later text
    /// may split a block in another way.
    pub fn grown(old: &Document, new: &Document) -> Self {
        let mut next = 0;
        let fate = |block: BlockId| {
            let source = &old.block(block).source;
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
        Self { fates: old.block_ids().map(fate).collect(), ..Self::default() }
    }

    /// Pairs the sections by their blocks.
    fn compare_sections(&mut self, old: &Document, new: &Document) {
        let mut taken: HashSet<SectionId> = HashSet::new();
        for id in old.section_ids() {
            let own: Vec<BlockId> = old.own_blocks(id).collect();
            if own.is_empty() {
                continue;
            }
            let found = own.iter().find_map(|block| self.fates[block.index()].found());
            let found = found.map(|at| new.block(at).section);
            match found.filter(|section| taken.insert(*section)) {
                None => self.removed.push(RemovedSection {
                    name: old.section_name(id),
                    provision: old.section(id).kind.is_provision(),
                }),
                Some(section) if clause_hash(old, id) != clause_hash(new, section) => {
                    self.changed.push(section);
                }
                Some(section) if old.section_address(id) != new.section_address(section) => {
                    self.readdressed += 1;
                }
                Some(_) => {}
            }
        }
        self.changed.sort_unstable();
        let fresh = |id: &SectionId| !taken.contains(id) && new.own_blocks(*id).next().is_some();
        self.added = new.section_ids().filter(fresh).collect();
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

    /// Returns where a section of the old version is in the new one, if it exists.
    pub fn section(&self, old: &Document, new: &Document, id: SectionId) -> Option<SectionId> {
        old.own_blocks(id)
            .find_map(|block| self.fates.get(block.index())?.found())
            .map(|at| new.block(at).section)
    }
}

/// Returns what became of every old block.
fn fates(old: &Document, new: &Document) -> Vec<BlockFate> {
    let bodies = |document: &'_ Document| -> Vec<String> {
        document.block_ids().map(|id| document.body(id).to_owned()).collect()
    };
    let (a, b) = (bodies(old), bodies(new));
    let deadline = Some(Instant::now() + ALIGNING);
    let ops = capture_diff_slices_deadline(Algorithm::Myers, &a, &b, deadline);
    let mut fates = vec![BlockFate::Gone(None); a.len()];
    let mut edited: Vec<(BlockId, std::ops::Range<usize>)> = Vec::new();
    for op in ops {
        let (was, is) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            for (from, to) in was.zip(is) {
                fates[from] = BlockFate::Same(BlockId::new(to));
            }
        } else {
            edited.extend(was.map(|from| (BlockId::new(from), is.clone())));
        }
    }
    if edited.is_empty() {
        return fates;
    }
    let index = Index::new(new);
    for (nth, (block, stretch)) in edited.into_iter().enumerate() {
        let words = (nth < MOST_SOUGHT && !old.body(block).is_empty())
            .then(|| index.find(&Bookmark::new(old, old.block_passage(block), "")))
            .and_then(|anchor| anchor.passage())
            .map(|passage| passage.start.block);
        let address = old.block_address(block);
        let placed =
            || stretch.clone().map(BlockId::new).find(|at| new.block_address(*at) == address);
        fates[block.index()] = match words.or_else(placed) {
            Some(at) if new.body(at) == old.body(block) => BlockFate::Same(at),
            Some(at) => BlockFate::Edited(at),
            None => BlockFate::Gone(new.block_at(stretch.start).or_else(|| new.last_block())),
        };
    }
    fates
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
