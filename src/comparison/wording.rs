//! The words of the blocks of a comparison, row by row: those of the new text with what went and what
//! came, and which blocks of the old text are gone before, after or among them.

use super::redlined::{Redline, Redlined, RunFate, inline, whole};
use crate::align::{Alignment, How, Paragraph, Row};
use crate::document::{BlockId, BlockKind, Document, InlineKind, SectionId};
use std::collections::HashMap;
use std::ops::Range;

/// One of the two wordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    Old,
    New,
}

impl Wording {
    /// The document with this wording.
    pub fn of<'a>(self, old: &'a Document, new: &'a Document) -> &'a Document {
        match self {
            Self::Old => old,
            Self::New => new,
        }
    }
}

/// The words of the rows that were collected.
pub struct WordsOfRows<'a> {
    alignment: &'a Alignment<'a>,
    redline: Redline,
    /// The words of each block of the new text, and the blocks of the old one that they are from.
    pub new: HashMap<BlockId, (Redlined, Vec<BlockId>)>,
    /// Blocks of the old text that are gone, before blocks of the new text.
    pub before: HashMap<BlockId, Vec<BlockId>>,
    /// Those after blocks of the new text.
    pub after: HashMap<BlockId, Vec<BlockId>>,
    /// Those in a section whose blocks in the new text have no words.
    pub at_start: HashMap<SectionId, Vec<BlockId>>,
}

impl<'a> WordsOfRows<'a> {
    /// None yet.
    pub fn new(alignment: &'a Alignment<'a>, redline: Redline) -> Self {
        Self {
            alignment,
            redline,
            new: HashMap::new(),
            before: HashMap::new(),
            after: HashMap::new(),
            at_start: HashMap::new(),
        }
    }

    /// Finds the words of the blocks of a row.
    pub fn collect(&mut self, row: &Row) {
        if row.how == How::Same {
            for pair in self.alignment.block_pairs(row) {
                for block in pair.new {
                    let words = self.kept(block);
                    self.new.insert(block, (words, pair.old.clone()));
                }
            }
            return;
        }
        let mut gone: Vec<BlockId> = Vec::new();
        let mut last: Option<BlockId> = None;
        for paragraph in self.alignment.paragraphs(row) {
            let Some(first) = paragraph.new.first().copied() else {
                match last {
                    Some(last) => {
                        self.after.entry(last).or_default().extend(&paragraph.old);
                    }
                    None => gone.extend(&paragraph.old),
                }
                continue;
            };
            let is_table = self.alignment.new_document().block(first).kind == BlockKind::Table;
            if is_table && paragraph.differs() {
                // Words that are gone have no place among the cells: the row is there twice.
                gone.extend(&paragraph.old);
            }
            if !gone.is_empty() {
                self.before.entry(first).or_default().append(&mut gone);
            }
            self.collect_paragraph(&paragraph, is_table);
            last = paragraph.new.last().copied();
        }
        if let (false, Some(section)) = (gone.is_empty(), row.new.first()) {
            self.at_start.entry(*section).or_default().append(&mut gone);
        }
    }

    fn collect_paragraph(&mut self, paragraph: &Paragraph, is_table: bool) {
        let is_new = paragraph.old.is_empty() || (is_table && paragraph.differs());
        let words: Vec<Redlined> = if is_new {
            let one = |block: &BlockId| self.whole(Wording::New, *block);
            paragraph.new.iter().map(one).collect()
        } else if !paragraph.differs() {
            paragraph.new.iter().map(|block| self.kept(*block)).collect()
        } else {
            let lengths: Vec<usize> = paragraph
                .new
                .iter()
                .map(|block| self.alignment.new_document().body(*block).len())
                .collect();
            inline(paragraph, &lengths, Paragraph::BETWEEN.len(), self.redline)
        };
        for (block, words) in paragraph.new.iter().zip(words) {
            let old = if is_new { Vec::new() } else { paragraph.old.clone() };
            self.new.insert(*block, (words, old));
        }
    }

    /// The words of a block that are in both wordings.
    fn kept(&self, block: BlockId) -> Redlined {
        whole(self.alignment.new_document().body(block), &[], RunFate::Kept, self.redline)
    }

    /// The words of a block that are only in one wording.
    pub fn whole(&self, wording: Wording, block: BlockId) -> Redlined {
        let document = wording.of(self.alignment.old(), self.alignment.new_document());
        let start = document.block(block).body.start.get();
        let cells: Vec<Range<usize>> = document
            .inlines(block)
            .iter()
            .filter(|inline| inline.kind == InlineKind::Cell)
            .map(|inline| inline.span.range().start - start..inline.span.range().end - start)
            .collect();
        let fate = match wording {
            Wording::Old => RunFate::Gone,
            Wording::New => RunFate::New,
        };
        whole(document.body(block), &cells, fate, self.redline)
    }
}
