//! The bookmarks: those of the open document with their anchors in it, and those of all other
//! documents.

use crate::bookmarks::{Anchor, Bookmark, DocumentIdentity, Highlight, Trust, at_position};
use crate::document::{Document, Passage, SectionId};

/// A bookmark and its anchor in the open document.
#[derive(Debug, Clone, PartialEq)]
pub struct AnchoredBookmark {
    /// The bookmark.
    pub bookmark: Bookmark,
    /// Why it belongs to this document; `None` if it belongs to another.
    pub trust: Option<Trust>,
    /// The anchor of its passage here; `None` until it is found.
    pub anchor: Option<Anchor>,
    /// The index of the chosen candidate, if there are several.
    pub choice: usize,
}

impl AnchoredBookmark {
    /// Its passage, if there is exactly one.
    pub fn passage(&self) -> Option<Passage> {
        self.anchor.as_ref()?.passage()
    }

    /// The name of its place: in the open document, otherwise as the bookmark records it.
    pub fn name(&self, document: &Document) -> String {
        match (self.trust, &self.anchor) {
            (Some(Trust::Content), Some(Anchor::Exact(passage))) => document.passage_name(*passage),
            _ => self.bookmark.name().to_owned(),
        }
    }

    /// Its passage, or the chosen one of the candidates.
    pub fn candidate(&self) -> Option<Passage> {
        self.anchor.as_ref()?.candidates().get(self.choice).copied()
    }

    /// The word for its standing; empty while it is being found, or if it belongs to another
    /// document.
    pub fn standing(&self) -> &'static str {
        self.anchor.as_ref().map_or("", Anchor::name)
    }

    /// Whether the bookmark can be updated to where it was found: its place or its edition has
    /// changed.
    pub fn can_be_accepted(&self) -> bool {
        let elsewhere = !matches!(self.anchor, Some(Anchor::Exact(_)) | None);
        (elsewhere || self.trust.is_some_and(|trust| trust < Trust::Content))
            && self.candidate().is_some()
    }
}

/// All bookmarks, starting with those of the open document, in its order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BookmarkIndex {
    kept: Vec<AnchoredBookmark>,
    /// The number of bookmarks of the open document.
    here: usize,
}

impl BookmarkIndex {
    /// Indexes the bookmarks for a document. Finds those made in a byte-for-byte identical document
    /// at once and leaves the others to be found.
    pub fn new(document: &Document, bookmarks: &[Bookmark]) -> Self {
        let identity = DocumentIdentity::of(document);
        let kept = bookmarks
            .iter()
            .map(|bookmark| AnchoredBookmark {
                trust: identity.same_as(&bookmark.document),
                anchor: at_position(document, bookmark).map(Anchor::Exact),
                choice: 0,
                bookmark: bookmark.clone(),
            })
            .collect();
        let mut index = Self { kept, here: 0 };
        index.order();
        index
    }

    /// The same bookmarks in a text in which their passages are elsewhere.
    pub fn mapped(mut self, to: impl Fn(Passage) -> Option<Passage>) -> Self {
        for kept in &mut self.kept {
            kept.anchor = kept.anchor.as_ref().map(|anchor| anchor.mapped(&to));
        }
        self.order();
        self
    }

    fn order(&mut self) {
        self.kept.sort_by_key(|kept| {
            let place = kept.candidate();
            (kept.trust.is_none(), place.is_none(), place)
        });
        self.here = self.kept.iter().filter(|kept| kept.trust.is_some()).count();
    }

    /// The bookmarks of this document whose passages are still to be found.
    pub fn pending(&self) -> Vec<Bookmark> {
        let pending = self.kept().iter().filter(|kept| kept.anchor.is_none());
        pending.map(|kept| kept.bookmark.clone()).collect()
    }

    /// Stores the anchors found, by the ids of their bookmarks.
    pub fn anchored(&mut self, found: &[(String, Anchor)]) {
        for kept in self.kept.iter_mut().filter(|kept| kept.anchor.is_none()) {
            let anchor = found.iter().find(|(id, _)| *id == kept.bookmark.id);
            kept.anchor = anchor.map(|(_, anchor)| anchor.clone());
        }
        self.order();
    }

    /// Takes over what an earlier index found of the same passages.
    pub fn remembering(mut self, earlier: &Self) -> Self {
        for kept in self.kept.iter_mut().filter(|kept| kept.anchor.is_none()) {
            let known = earlier.kept.iter().find(|known| {
                known.bookmark.id == kept.bookmark.id
                    && known.bookmark.quotation == kept.bookmark.quotation
                    && known.bookmark.address == kept.bookmark.address
            });
            if let Some(known) = known {
                kept.anchor.clone_from(&known.anchor);
                kept.choice = known.choice;
            }
        }
        self.order();
        self
    }

    /// The bookmarks of the open document, in its order; those not found come last.
    pub fn kept(&self) -> &[AnchoredBookmark] {
        &self.kept[..self.here]
    }

    /// All bookmarks, starting with those of the open document.
    pub fn all(&self) -> &[AnchoredBookmark] {
        &self.kept
    }

    /// Chooses the next or the previous candidate of a bookmark.
    pub fn choose(&mut self, at: usize, forward: bool) {
        let Some(kept) = self.kept.get_mut(at) else { return };
        let count = kept.anchor.as_ref().map_or(0, |anchor| anchor.candidates().len());
        if count > 1 {
            kept.choice = (kept.choice + if forward { 1 } else { count - 1 }) % count;
        }
    }

    /// The bookmark with an id.
    pub fn bookmark(&self, id: &str) -> Option<&Bookmark> {
        self.kept.iter().map(|kept| &kept.bookmark).find(|bookmark| bookmark.id == id)
    }

    /// The bookmark of exactly this passage.
    pub fn of(&self, passage: Passage) -> Option<&AnchoredBookmark> {
        self.kept().iter().find(|kept| kept.passage() == Some(passage))
    }

    /// The passages found, in reading order, with their highlights.
    pub fn passages(&self) -> impl Iterator<Item = (Passage, Highlight)> + '_ {
        self.marks().map(|(passage, bookmark)| (passage, bookmark.highlight))
    }

    /// The passages found, in reading order, with their bookmarks.
    pub fn marks(&self) -> impl Iterator<Item = (Passage, &Bookmark)> + '_ {
        self.kept().iter().filter_map(|kept| Some((kept.passage()?, &kept.bookmark)))
    }

    /// The number of bookmarks that begin in a section or below it.
    pub fn count_in(&self, document: &Document, section: SectionId) -> usize {
        let blocks = &document.section(section).blocks;
        self.passages().filter(|(p, _)| blocks.contains(&p.start.block.index())).count()
    }

    /// All tags of all bookmarks, sorted, without duplicates.
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> =
            self.kept.iter().flat_map(|kept| &kept.bookmark.tags).map(String::as_str).collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }
}
