//! The words of a block for a DOCX with tracked changes, with what happened to each.

use super::docx_looks::BlockLooks;
use crate::align::{BlockOfBoth, ChangedWords};
use crate::document::{BlockId, Document};
use crate::export::{DocxWords, TrackedChange};
use std::ops::Range;

/// The sign of a list item and the blank after it, which word processors write themselves.
const BULLET: &str = "• ";

/// The length of the bullet that a wording begins with, in bytes.
pub fn bullet(words: &str) -> usize {
    if words.starts_with(BULLET) { BULLET.len() } else { 0 }
}

/// The number before a block, with the blank after it.
pub fn label(document: &Document, id: BlockId, change: TrackedChange) -> Vec<DocxWords<'_>> {
    numbered(document.label(id), change)
}

/// The number before a block in both texts.
pub fn labels<'a>(old: Option<&'a str>, new: Option<&'a str>) -> Vec<DocxWords<'a>> {
    if old == new {
        return numbered(new, TrackedChange::Kept);
    }
    let mut words = numbered(old, TrackedChange::Deleted);
    words.extend(numbered(new, TrackedChange::Inserted));
    words
}

fn numbered(label: Option<&str>, change: TrackedChange) -> Vec<DocxWords<'_>> {
    let words = label.into_iter().flat_map(|label| [label, " "]);
    words.map(|words| DocxWords::plain(words, change)).collect()
}

/// The words of a block in both texts; `change` is that of the words that both have. Where a block has
/// moved, each of its places has the words that are there.
pub fn redlined<'a>(
    (old, new): (&'a Document, &'a Document),
    pair: &BlockOfBoth,
    change: TrackedChange,
) -> Vec<DocxWords<'a>> {
    let is_only_old = matches!(change, TrackedChange::MovedFrom(_));
    let is_only_new = matches!(change, TrackedChange::MovedTo(_));
    let (old, new) = (LookedBlock::of(old, pair.old), LookedBlock::of(new, pair.new));
    let mut words = Vec::new();
    for piece in &pair.pieces {
        match piece {
            ChangedWords::Kept { old: was, .. } if is_only_old => {
                words.extend(old.words(was, change));
            }
            ChangedWords::Kept { new: is, .. } if is_only_new => {
                words.extend(new.words(is, change));
            }
            ChangedWords::Kept { old: was, new: is } => words.extend(kept((&old, was), (&new, is))),
            ChangedWords::Gone(was) if !is_only_new => {
                words.extend(old.words(was, TrackedChange::Deleted));
            }
            ChangedWords::New(is) if !is_only_old => {
                words.extend(new.words(is, TrackedChange::Inserted));
            }
            ChangedWords::Gone(_) | ChangedWords::New(_) => {}
        }
    }
    words
}

/// The words of a block with their looks.
pub struct LookedBlock<'a> {
    body: &'a str,
    looks: BlockLooks<'a>,
}

impl<'a> LookedBlock<'a> {
    /// The words of a block.
    pub fn of(document: &'a Document, id: BlockId) -> Self {
        Self { body: document.body(id), looks: BlockLooks::of(document, id) }
    }

    /// All words, with how they are set.
    pub fn all_words(&self, change: TrackedChange) -> Vec<DocxWords<'a>> {
        self.words(&(0..self.body.len()), change)
    }

    /// The words of a range, with how they are set.
    pub fn words(&self, range: &Range<usize>, change: TrackedChange) -> Vec<DocxWords<'a>> {
        parts(range, self.looks.edges(range))
            .map(|part| {
                let (look, link) = self.looks.at(part.start);
                let words = &self.body[part];
                DocxWords { words, change, was: look.clone(), look: look.clone(), link }
            })
            .collect()
    }
}

/// Words that both texts have, set as in the new one, and as in the old one before.
fn kept<'a>(
    (old, was): (&LookedBlock<'_>, &Range<usize>),
    (new, is): (&LookedBlock<'a>, &Range<usize>),
) -> Vec<DocxWords<'a>> {
    let shifted = old.looks.edges(was).map(|edge| edge - was.start + is.start);
    parts(is, new.looks.edges(is).chain(shifted))
        .map(|part| {
            let (look, link) = new.looks.at(part.start);
            DocxWords {
                words: &new.body[part.clone()],
                change: TrackedChange::Kept,
                look: look.clone(),
                was: old.looks.at(part.start - is.start + was.start).0.clone(),
                link,
            }
        })
        .collect()
}

/// The parts of a range between edges inside it.
fn parts(
    range: &Range<usize>,
    inside: impl Iterator<Item = usize>,
) -> impl Iterator<Item = Range<usize>> {
    let mut edges: Vec<usize> = inside.chain([range.start, range.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let starts = edges.clone().into_iter();
    starts.zip(edges.into_iter().skip(1)).map(|(start, end)| start..end)
}
