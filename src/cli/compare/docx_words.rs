//! The words of a block for a DOCX with tracked changes: what happened to each, how it is set, and
//! where it leads.

use crate::align::{BlockOfBoth, ChangedWords};
use crate::document::{BlockId, Document, InlineKind, LinkTarget};
use crate::export::{DocxEmphasis, DocxLook, DocxWords, TrackedChange};
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
    let mut words = Vec::new();
    for piece in &pair.pieces {
        match piece {
            ChangedWords::Kept { old: was, .. } if is_only_old => {
                words.extend(looked(old, pair.old, was.clone(), change));
            }
            ChangedWords::Kept { new: is, .. } if is_only_new => {
                words.extend(looked(new, pair.new, is.clone(), change));
            }
            ChangedWords::Kept { old: was, new: is } => {
                let (was, is) = (was.clone(), is.clone());
                words.extend(kept((old, pair.old, was), (new, pair.new, is)));
            }
            ChangedWords::Gone(was) if !is_only_new => {
                words.extend(looked(old, pair.old, was.clone(), TrackedChange::Deleted));
            }
            ChangedWords::New(is) if !is_only_old => {
                words.extend(looked(new, pair.new, is.clone(), TrackedChange::Inserted));
            }
            ChangedWords::Gone(_) | ChangedWords::New(_) => {}
        }
    }
    words
}

/// Words of a block, with how they are set.
pub fn looked(
    document: &Document,
    id: BlockId,
    range: Range<usize>,
    change: TrackedChange,
) -> Vec<DocxWords<'_>> {
    let edges = edges(document, id, &range);
    let parts = edges.windows(2).map(|edge| edge[0]..edge[1]);
    parts
        .map(|part| {
            let look = look(document, id, part.start);
            let link = link(document, id, part.start);
            let words = &document.body(id)[part];
            DocxWords { words, change, was: look.clone(), look, link }
        })
        .collect()
}

/// Words that both texts have, set as in the new one, and as in the old one before.
fn kept<'a>(
    (old, of_old, was): (&Document, BlockId, Range<usize>),
    (new, of_new, is): (&'a Document, BlockId, Range<usize>),
) -> Vec<DocxWords<'a>> {
    let shifted = edges(old, of_old, &was).into_iter().map(|edge| edge - was.start + is.start);
    let mut all = edges(new, of_new, &is);
    all.extend(shifted);
    all.sort_unstable();
    all.dedup();
    let parts = all.windows(2).map(|edge| edge[0]..edge[1]);
    parts
        .map(|part| DocxWords {
            words: &new.body(of_new)[part.clone()],
            change: TrackedChange::Kept,
            look: look(new, of_new, part.start),
            was: look(old, of_old, part.start - is.start + was.start),
            link: link(new, of_new, part.start),
        })
        .collect()
}

/// Where the look of the words in a range changes, or a link begins or ends, and the ends of the range,
/// in order.
fn edges(document: &Document, id: BlockId, range: &Range<usize>) -> Vec<usize> {
    let start = document.block(id).body.start.get();
    let inlines = document.inlines(id).iter().map(|inline| inline.span.range());
    let links = document.links_of(id).iter().map(|link| link.span.range());
    let ends = inlines.chain(links).flat_map(|span| [span.start - start, span.end - start]);
    let mut edges: Vec<usize> =
        ends.filter(|edge| range.contains(edge)).chain([range.start, range.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// How the word at a byte of a block is set.
fn look(document: &Document, id: BlockId, byte: usize) -> DocxLook {
    let at = document.block(id).body.start.get() + byte;
    let inlines = document.inlines(id).iter();
    let here = inlines.filter(|inline| inline.span.range().contains(&at));
    here.filter_map(|inline| match inline.kind {
        InlineKind::Emphasis => Some(DocxEmphasis::Italic),
        InlineKind::Strong => Some(DocxEmphasis::Bold),
        InlineKind::Underlined => Some(DocxEmphasis::Underlined),
        InlineKind::Code => Some(DocxEmphasis::Code),
        // Colours are those of a terminal; the rest is set by tables, or found by recognition.
        InlineKind::Cell
        | InlineKind::Head
        | InlineKind::Aligned(_)
        | InlineKind::Operative
        | InlineKind::Gone
        | InlineKind::New
        | InlineKind::Foreground(_)
        | InlineKind::Background(_)
        | InlineKind::Reversed
        | InlineKind::Faint => None,
    })
    .collect()
}

/// The address outside the document that the word at a byte of a block leads to.
fn link(document: &Document, id: BlockId, byte: usize) -> Option<&str> {
    let at = document.block(id).body.start.get() + byte;
    let link = document.links_of(id).iter().find(|link| link.span.range().contains(&at))?;
    match &link.target {
        LinkTarget::Outside(address) => Some(address),
        LinkTarget::Passage(_) | LinkTarget::Nowhere(_) => None,
    }
}
