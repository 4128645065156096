//! Two versions of a text as one document, which is read, searched and folded like any other: the
//! new text with what went and what came in it, the sections that are gone where they were, and a
//! summary before it.
//!
//! * [`redlined`](mod@redlined) writes the words of a block, with what went and what came;
//! * [`words`](mod@words) collects those of the blocks of each row;
//! * [`rows`](mod@rows) puts the blocks and sections of an alignment in their order;
//! * [`summary`](mod@summary) writes the first page;
//! * [`building`](mod@building) makes a document of them;
//! * a [`Comparison`] holds the document, and for each of its blocks where it is from.

mod block;
mod building;
mod redlined;
mod rows;
mod summary;
#[cfg(test)]
mod tests;
mod wording;

pub use block::ComparedBlock;
pub use building::{ComparedSection, Stop};
pub use redlined::{Redline, Run, RunFate};

use crate::align::{Alignment, Counts, Paragraph};
use crate::document::{BlockId, ContentId, Document, Metadata, Origin, Passage, Point};
use crate::typeset::document_direction;
use building::Built;
use rows::Plan;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Two versions of a text, compared.
#[derive(Debug)]
pub struct Comparison {
    old: Arc<Document>,
    new: Arc<Document>,
    document: Arc<Document>,
    redline: Redline,
    counts: Counts,
    /// The blocks of the document after those of the summary.
    blocks: Vec<ComparedBlock>,
    /// Number of blocks of the summary.
    summary: usize,
    /// For each block of the new text, its place among `blocks`.
    of_new: HashMap<BlockId, usize>,
    /// The sections that differ, in order.
    sections: Vec<ComparedSection>,
    stops: Vec<Stop>,
    /// The words of the blocks of the old text that are gone, in bytes of each.
    gone: HashMap<BlockId, Vec<Range<usize>>>,
}

impl Comparison {
    /// Compares two versions. The cost grows with the texts and the extent of the edits; run it in
    /// the background.
    pub fn of(old: Arc<Document>, new: Arc<Document>, redline: Redline) -> Self {
        let alignment = Alignment::of(&old, &new);
        let stale = alignment.stale();
        let plan = Plan::of(&alignment, &stale, redline);
        let first_page = summary::summary(&alignment, &stale, &plan);
        let counts = alignment.counts();
        let mut built = Built::new(first_page.blocks.len());
        first_page.push(&mut built);
        built.push_plan(&old, &new, &plan);
        let (sections, stops) = (built.compared_sections(&plan), built.stops(&plan));
        let document = built.builder.finish(metadata(&old, &new));
        let gone = gone(&old, &plan);
        let summary = first_page.blocks.len();
        let blocks = plan.blocks.into_iter().map(|block| block.compared).collect();
        drop(alignment);
        Self {
            old,
            new,
            document: Arc::new(document),
            redline,
            counts,
            blocks,
            summary,
            of_new: plan.of_new,
            sections,
            stops,
            gone,
        }
    }

    /// The old text.
    pub fn old(&self) -> &Arc<Document> {
        &self.old
    }

    /// The new text.
    pub fn new_text(&self) -> &Arc<Document> {
        &self.new
    }

    /// The comparison as a document.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// How changed words are marked.
    pub fn redline(&self) -> Redline {
        self.redline
    }

    /// How many sections changed.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// The sections that differ, in order.
    pub fn sections(&self) -> &[ComparedSection] {
        &self.sections
    }

    /// The changes, in order.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// Where a block of the comparison is from; `None` for those of the summary.
    pub fn block(&self, block: BlockId) -> Option<&ComparedBlock> {
        self.blocks.get(block.index().checked_sub(self.summary)?)
    }

    /// The blocks of the summary, and those in which something differs.
    pub fn differing(&self) -> impl Iterator<Item = BlockId> + '_ {
        let differing = |(at, block): (usize, &ComparedBlock)| {
            block.is_shown_alone.then(|| BlockId::new(self.summary + at))
        };
        let blocks = self.blocks.iter().enumerate().filter_map(differing);
        (0..self.summary).map(BlockId::new).chain(blocks)
    }

    /// The place in the new text of a point: at the same words or, where those are gone, at what
    /// comes next.
    pub fn point_in_new(&self, point: Point) -> Option<Point> {
        let from = point.block.index().checked_sub(self.summary)?;
        if let Some(new) = self.blocks.get(from)?.new {
            return Some(Point { block: new, byte: self.blocks[from].own(point.byte) });
        }
        let next = self.blocks[from..].iter().find_map(|block| block.new);
        next.map(Point::start_of).or_else(|| self.new.last_block().map(Point::start_of))
    }

    /// The place in the comparison of a point of the new text.
    pub fn point_here(&self, point: Point) -> Option<Point> {
        let at = *self.of_new.get(&point.block)?;
        let byte = self.blocks[at].here(point.byte);
        Some(Point { block: BlockId::new(self.summary + at), byte })
    }

    /// The passage of the comparison with the words of a passage of the new text.
    pub fn passage_here(&self, passage: Passage) -> Option<Passage> {
        let here = |point: Point, range: Range<usize>| {
            let at = *self.of_new.get(&point.block)?;
            Some((BlockId::new(self.summary + at), self.blocks[at].here_range(range)))
        };
        let (start, end) = (passage.start, passage.end);
        let (first, from) = here(start, start.byte..start.byte + 1)?;
        let (last, to) = here(end, 0..end.byte)?;
        let start = Point { block: first, byte: from.start };
        Some(Passage { start, end: Point { block: last, byte: to.end } })
    }

    /// The words of the new text in a passage of the comparison; `None` if all of it is gone, or is
    /// part of the summary.
    pub fn passage_in_new(&self, passage: Passage) -> Option<Passage> {
        let mut parts = self.document.passage_ranges(passage).filter_map(|(block, range)| {
            let compared = self.block(block)?;
            let (new, own) = (compared.new?, compared.own_range(range.clone()));
            // A block without words, such as a number alone, is all of it.
            let own = own.or_else(|| self.new.body(new).is_empty().then_some(0..0))?;
            Some((new, own))
        });
        let (block, first) = parts.next()?;
        let (end, last) = parts.last().unwrap_or((block, first.clone()));
        let start = Point { block, byte: first.start };
        Some(Passage { start, end: Point { block: end, byte: last.end } })
    }

    /// The words of a block of the old text that are gone, in bytes.
    pub fn gone_in(&self, old: BlockId) -> &[Range<usize>] {
        self.gone.get(&old).map_or(&[], Vec::as_slice)
    }

    /// The old wording of a block: the paragraphs that it is from; `None` for what is new.
    pub fn old_wording(&self, block: BlockId) -> Option<Passage> {
        let old = &self.block(block)?.old;
        Some(self.old.between(*old.first()?, *old.last()?))
    }
}

/// The words of each block of the old text that are gone.
fn gone(old: &Document, plan: &Plan) -> HashMap<BlockId, Vec<Range<usize>>> {
    let mut gone: HashMap<BlockId, Vec<Range<usize>>> = HashMap::new();
    for block in &plan.blocks {
        for run in &block.compared.runs {
            let RunFate::Gone(start) = run.fate else { continue };
            let mut from = 0;
            for id in &block.compared.old {
                let len = old.body(*id).len();
                let (begin, end) = (start.max(from), (start + run.at.len()).min(from + len));
                if begin < end {
                    gone.entry(*id).or_default().push(begin - from..end - from);
                }
                from += len + Paragraph::BETWEEN.len();
            }
        }
    }
    gone
}

/// The metadata of a comparison: those of the new text, with another identity.
fn metadata(old: &Document, new: &Document) -> Metadata {
    let (was, is) = (old.metadata(), new.metadata());
    let mut digest = Sha256::new();
    for side in [was, is] {
        digest.update(side.content.0);
    }
    let origin = Origin::Comparison {
        old: was.origin.place().into_owned(),
        new: is.origin.place().into_owned(),
    };
    Metadata {
        origin,
        content: ContentId(digest.finalize().into()),
        remarks: Vec::new(),
        // The words of the summary have no say.
        direction: match is.language {
            Some(_) => is.direction,
            None => Some(document_direction(new)),
        },
        ..is.clone()
    }
}
