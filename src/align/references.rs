//! References in an alignment: those that follow the renumbering of what they refer to, and those
//! that still name a number which is another provision's now.

use super::alignment::Alignment;
use super::paragraphs::{Paragraph, Reference, references};
use super::redline::ChangedWords;
use super::row::{Course, How, Row};
use crate::document::{BlockId, Document, LinkTarget, SectionId};
use crate::lexicon::keywords;
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

impl Alignment<'_> {
    /// Marks the rows in which nothing but references differs, each of which follows its target.
    pub(super) fn find_followed(&mut self) {
        let follows = |row: &Row| {
            row.how == How::Edited
                && self.refers(row)
                && self.paragraphs(row).iter().all(|paragraph| self.follows(paragraph))
        };
        let follows: Vec<usize> =
            (0..self.rows.len()).filter(|at| follows(&self.rows[*at])).collect();
        for at in follows {
            self.rows[at].how = How::Followed;
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
                    let was = alone(&old, &paragraph.was, gone)
                        .and_then(|found| section(self.old.document, &found.link.target));
                    let is = alone(&new, &paragraph.is, fresh)
                        .and_then(|found| section(self.new.document, &found.link.target));
                    let (Some(was), Some(is)) = (was, is) else { return false };
                    if self.now(was) != Some(is) {
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
        for row in self.rows.iter().filter(|row| !row.old.is_empty() && self.refers(row)) {
            for paragraph in self.paragraphs(row) {
                self.stale_in(&paragraph, &mut stale);
            }
        }
        stale
    }

    /// Whether the new wording of a row contains references.
    fn refers(&self, row: &Row) -> bool {
        let mut blocks = row.new.iter().flat_map(|id| self.new.own(*id));
        blocks.any(|block| !self.new.document.links_of(*block).is_empty())
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
            let address = self.old.document.section_address(was);
            let readdressed = is.is_none_or(|is| address != self.new.document.section_address(is));
            let leads = section(self.new.document, &now.link.target);
            if readdressed && leads != is {
                let says = paragraph.was[reference.range.clone()].to_owned();
                stale.push(Stale { at: now.block, says, was, is });
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

/// The reference around a range of the wording, or the one inside it if the rest of the range only
/// names provisions, as in `section §5`.
fn alone<'a>(
    all: &'a [Reference<'a>],
    wording: &str,
    range: &Range<usize>,
) -> Option<&'a Reference<'a>> {
    let holds = |outer: &Range<usize>, inner: &Range<usize>| {
        outer.start <= inner.start && inner.end <= outer.end
    };
    let names_provisions = |words: &str| {
        let mut words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.all(keywords::names_provisions)
    };
    let is_alone = |one: &&Reference| {
        holds(range, &one.range)
            && names_provisions(&wording[range.start..one.range.start])
            && names_provisions(&wording[one.range.end..range.end])
    };
    all.iter().find(|one| holds(&one.range, range)).or_else(|| all.iter().find(is_alone))
}

/// The section that a link leads to.
fn section(document: &Document, target: &LinkTarget) -> Option<SectionId> {
    match target {
        LinkTarget::Passage(passage) => Some(document.block(passage.start.block).section),
        LinkTarget::Outside(_) | LinkTarget::Nowhere(_) => None,
    }
}
