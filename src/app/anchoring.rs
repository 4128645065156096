//! Taking over the bookmarks of the disk, and the places where their passages were found.

use super::{App, BookmarkIndex};
use crate::action::Action;
use crate::bookmarks::{Anchor, Bookmark};
use crate::document::ContentId;
use crate::messages::notices;

impl App {
    /// Takes the bookmarks as they are on disk now.
    pub fn take_bookmarks(&mut self, bookmarks: &[Bookmark]) {
        let chosen = self.chosen_id();
        self.bookmark_index =
            BookmarkIndex::new(&self.document, bookmarks).remembering(&self.bookmark_index);
        self.list_choosing(chosen.as_deref());
    }

    /// Takes the places where bookmarks were found; reports those that differ from when they were
    /// made.
    pub fn anchored(&mut self, document: ContentId, found: &[(String, Anchor)]) {
        // The user may have left the document meanwhile.
        if document != self.document.metadata().content {
            return;
        }
        let chosen = self.chosen_id();
        self.bookmark_index.anchored(found);
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
