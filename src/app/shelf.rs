//! The bookmarks of the open document, and where their passages are in it.

use crate::bookmarks::{Bookmark, DocumentIdentity, Index};
use crate::document::{Document, Passage, SectionId};

/// A bookmark and its passage, where that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The bookmark.
    pub bookmark: Bookmark,
    /// Its passage in this document.
    pub passage: Option<Passage>,
}

/// Where the list shows one bookmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShelfLine {
    /// Its place in the list.
    pub place: usize,
    /// Its first row, from the top of the list.
    pub row: u16,
    /// Its rows.
    pub height: u16,
}

/// The bookmarks of a document, in its order; those whose words are not found
/// come last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shelf {
    kept: Vec<Kept>,
}

impl Shelf {
    /// Those of all bookmarks that are of this document: of its content, or of
    /// one that says the same of itself and was opened from the same place.
    pub fn new(document: &Document, bookmarks: &[Bookmark]) -> Self {
        let identity = DocumentIdentity::of(document);
        let same = |other: &DocumentIdentity| {
            other.content == identity.content
                || (other.title == identity.title && other.source == identity.source)
        };
        let index = Index::new(document);
        let mut kept: Vec<Kept> = bookmarks
            .iter()
            .filter(|bookmark| same(&bookmark.document))
            .map(|bookmark| Kept {
                passage: index.find(bookmark).passage(),
                bookmark: bookmark.clone(),
            })
            .collect();
        kept.sort_by_key(|kept| (kept.passage.is_none(), kept.passage));
        Self { kept }
    }

    /// All of them.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
    }

    /// The bookmark of just this passage.
    pub fn of(&self, passage: Passage) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.passage == Some(passage))
    }

    /// The lines of the list that so many rows show, `chosen` among them.
    pub fn window(&self, chosen: usize, rows: u16) -> Vec<ShelfLine> {
        let height = |kept: &Kept| 1 + u16::from(!kept.bookmark.note.is_empty());
        let Some(last) = self.kept.len().checked_sub(1) else { return Vec::new() };
        // As many before the chosen one as leave it in view.
        let mut first = chosen.min(last);
        let mut taken = height(&self.kept[first]);
        while let Some(before) = first.checked_sub(1) {
            taken = taken.saturating_add(height(&self.kept[before]));
            if taken > rows {
                break;
            }
            first = before;
        }
        let mut row = 0;
        let mut lines = Vec::new();
        for (place, kept) in self.kept.iter().enumerate().skip(first) {
            if row >= rows {
                break;
            }
            lines.push(ShelfLine { place, row, height: height(kept).min(rows - row) });
            row += height(kept);
        }
        lines
    }

    /// The passages that were found, in reading order.
    pub fn passages(&self) -> impl Iterator<Item = Passage> + '_ {
        self.kept.iter().filter_map(|kept| kept.passage)
    }

    /// How many begin in a section or below it.
    pub fn count_in(&self, document: &Document, section: SectionId) -> usize {
        let blocks = &document.section(section).blocks;
        self.passages().filter(|p| blocks.contains(&p.start.block.index())).count()
    }
}
