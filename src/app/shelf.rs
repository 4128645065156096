//! The bookmarks of the open document, and where their passages are in it.

use crate::bookmarks::{Bookmark, DocumentIdentity};
use crate::document::{Document, Passage, SectionId};

/// A bookmark and its passage, where that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The bookmark.
    pub bookmark: Bookmark,
    /// Its passage in this document.
    pub passage: Option<Passage>,
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
        let mut kept: Vec<Kept> = bookmarks
            .iter()
            .filter(|bookmark| same(&bookmark.document))
            .map(|bookmark| Kept { passage: bookmark.locate(document), bookmark: bookmark.clone() })
            .collect();
        kept.sort_by_key(|kept| (kept.passage.is_none(), kept.passage));
        Self { kept }
    }

    /// All of them.
    pub fn kept(&self) -> &[Kept] {
        &self.kept
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
