//! Taking over the bookmarks of the disk, and the places where their passages were found.

use super::{AnchoredBookmark, App, BookmarkIndex};
use crate::action::Action;
use crate::bookmarks::{Anchor, Bookmark};
use crate::comparison::Comparison;
use crate::document::{ContentId, Document, Passage};
use crate::messages::notices;
use std::sync::Arc;

impl App {
    /// The document whose bookmarks are shown: in a comparison, the new text.
    pub fn marked_document(&self) -> &Arc<Document> {
        self.comparing().map_or(&self.document, Comparison::new_text)
    }

    /// A passage of that document as it is in view.
    fn passage_in_view_of(&self, passage: Passage) -> Option<Passage> {
        self.comparing().map_or(Some(passage), |comparison| comparison.passage_here(passage))
    }

    /// A passage in view in the document whose bookmarks are shown; `None` if it is not part of that.
    pub(super) fn marked_passage(&self, passage: Passage) -> Option<Passage> {
        self.comparing().map_or(Some(passage), |comparison| comparison.passage_in_new(passage))
    }

    /// The bookmark of exactly the words of a passage in view.
    pub(super) fn bookmark_of(&self, passage: Passage) -> Option<&AnchoredBookmark> {
        let own = self.passage_in_view_of(self.marked_passage(passage)?)?;
        self.bookmark_index.of(own)
    }

    /// Takes the bookmarks as they are on disk now.
    pub fn take_bookmarks(&mut self, bookmarks: &[Bookmark]) {
        let chosen = self.chosen_id();
        let index = BookmarkIndex::new(self.marked_document(), bookmarks);
        let index = index.mapped(|passage| self.passage_in_view_of(passage));
        self.bookmark_index = index.remembering(&self.bookmark_index);
        self.list_choosing(chosen.as_deref());
    }

    /// Takes the places where bookmarks were found; reports those that differ from when they were
    /// made.
    pub fn anchored(&mut self, document: ContentId, found: &[(String, Anchor)]) {
        // The user may have left the document meanwhile.
        if document != self.marked_document().metadata().content {
            return;
        }
        let chosen = self.chosen_id();
        let here = |(id, anchor): &(String, Anchor)| {
            (id.clone(), anchor.mapped(|passage| self.passage_in_view_of(passage)))
        };
        let here: Vec<(String, Anchor)> = found.iter().map(here).collect();
        self.bookmark_index.anchored(&here);
        self.list_choosing(chosen.as_deref());
        let mut told: Vec<String> = Vec::new();
        // What needs the user's attention comes first, since the line may be cut.
        for name in ["lost", "ambiguous", "reworded", "moved", "exact"] {
            match found.iter().filter(|(_, anchor)| anchor.name() == name).count() {
                0 => {}
                count => told.push(format!("{count} {name}")),
            }
        }
        if !told.is_empty() && self.notice.is_none() {
            let key = self.key_hint(Action::Bookmarks);
            self.tell(notices::bookmarks_found(key, told.join(", ")));
        }
    }
}
