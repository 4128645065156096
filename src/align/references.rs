//! References in an alignment: those that follow the renumbering of what they refer to, and those
//! that still name a number which is another provision's now.

use super::{Alignment, ChangedWords, Course, Extent, How, Paragraph, Row};
use crate::document::{BlockId, Document, Link, LinkTarget, SectionId};
use std::ops::Range;

/// A reference whose words did not change, though what they refer to has another number now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The block of the new text that contains it.
    pub at: BlockId,
    /// Its words.
    pub says: String,
    /// What it referred to, in the old text.
    pub was: SectionId,
    /// What that is in the new text; `None` if it is gone.
    pub is: Option<SectionId>,
}

/// A reference in one wording of a paragraph.
struct Reference<'a> {
    /// Its place in the wording.
    range: Range<usize>,
    link: &'a Link,
}

impl Alignment<'_> {
    /// Marks the rows in which nothing but references differs, each of which follows its target.
    pub(super) fn find_followed(&mut self) {
        let follows: Vec<usize> = (0..self.rows.len())
            .filter(|at| {
                let row = &self.rows[*at];
                row.how == How::Edited && self.paragraphs(row).iter().all(|p| self.follows(p))
            })
            .collect();
        for at in follows {
            self.rows[at].extent = Extent::Followed;
        }
    }

    /// Whether every change in a paragraph is a reference that follows its target.
    fn follows(&self, paragraph: &Paragraph) -> bool {
        let (old, new) = (self.of_old(paragraph), self.of_new(paragraph));
        let mut pieces = paragraph.pieces.iter();
        while let Some(piece) = pieces.next() {
            match piece {
                ChangedWords::Kept { .. } => {}
                ChangedWords::New(_) => return false,
                ChangedWords::Gone(gone) => {
                    let Some(ChangedWords::New(fresh)) = pieces.next() else { return false };
                    let inside = |all: &[Reference], range: &Range<usize>| {
                        let found = all.iter().find(|reference| {
                            reference.range.start <= range.start && range.end <= reference.range.end
                        })?;
                        Some(found.link.target.clone())
                    };
                    let targets = inside(&old, gone).zip(inside(&new, fresh));
                    let is_pair = targets.is_some_and(|(was, is)| {
                        let was = section(self.old.document, &was);
                        was.and_then(|was| self.now(was)) == section(self.new.document, &is)
                            && was.is_some()
                    });
                    if !is_pair {
                        return false;
                    }
                }
            }
        }
        true
    }

    /// The references that were not rewritten though their target has another number now, in the
    /// order of the new text.
    pub fn stale(&self) -> Vec<Stale> {
        // Where nothing has another address or is gone, no reference can be stale.
        let is_readdressed = |row: &Row| row.course != Course::Stayed || row.how == How::Gone;
        if !self.rows.iter().any(is_readdressed) {
            return Vec::new();
        }
        let mut stale = Vec::new();
        for row in self.rows.iter().filter(|row| !row.old.is_empty() && !row.new.is_empty()) {
            if row.new.iter().any(|id| self.new.own(*id).iter().any(|b| self.refers(*b))) {
                for paragraph in self.paragraphs(row) {
                    self.stale_in(&paragraph, &mut stale);
                }
            }
        }
        stale
    }

    fn refers(&self, block: BlockId) -> bool {
        !self.new.document.links_of(block).is_empty()
    }

    fn stale_in(&self, paragraph: &Paragraph, stale: &mut Vec<Stale>) {
        let new = self.of_new(paragraph);
        for reference in self.of_old(paragraph) {
            let Some(was) = section(self.old.document, &reference.link.target) else { continue };
            let kept = paragraph.pieces.iter().find_map(|piece| match piece {
                ChangedWords::Kept { old, new } if old.start <= reference.range.start => {
                    (reference.range.end <= old.end)
                        .then(|| new.start + reference.range.start - old.start)
                }
                _ => None,
            });
            let Some(start) = kept else { continue };
            let Some(now) = new.iter().find(|other| other.range.start == start) else { continue };
            if now.range.len() != reference.range.len() {
                continue;
            }
            let is = self.now(was);
            let address = |document: &Document, id| document.section_address(id).to_owned();
            let readdressed = is
                .is_none_or(|is| address(self.old.document, was) != address(self.new.document, is));
            let leads = section(self.new.document, &now.link.target);
            if readdressed && leads != is {
                let says = paragraph.was[reference.range.clone()].to_owned();
                let block = paragraph.new.iter().rev().find(|block| {
                    let body = self.new.document.block(**block).body;
                    body.start <= now.link.span.start
                });
                let at = block.or(paragraph.new.first());
                stale.extend(at.map(|at| Stale { at: *at, says, was, is }));
            }
        }
    }

    fn of_old(&self, paragraph: &Paragraph) -> Vec<Reference<'_>> {
        references(self.old.document, &paragraph.old)
    }

    fn of_new(&self, paragraph: &Paragraph) -> Vec<Reference<'_>> {
        references(self.new.document, &paragraph.new)
    }
}

/// The references of some blocks, with their places in the wording of the paragraph.
fn references<'a>(document: &'a Document, blocks: &[BlockId]) -> Vec<Reference<'a>> {
    super::paragraphs::references(document, blocks)
        .into_iter()
        .map(|(range, link)| Reference { range, link })
        .collect()
}

/// The section that a link leads to.
fn section(document: &Document, target: &LinkTarget) -> Option<SectionId> {
    match target {
        LinkTarget::Passage(passage) => Some(document.block(passage.start.block).section),
        LinkTarget::Outside(_) | LinkTarget::Nowhere(_) => None,
    }
}
