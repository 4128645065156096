//! The outcome of changes that the user makes to the bookmarks.

use super::{App, NoteFor};
use crate::action::Action;
use crate::bookmarks::{Bookmark, Change, Edit, Remark, at_position};
use crate::messages::notices;

impl App {
    /// Reports that a change of the bookmarks is on disk.
    pub fn changed(&mut self, change: &Change, remarks: &[Remark], bookmarks: &[Bookmark]) {
        self.take_bookmarks(bookmarks);
        if let Some(told) = self.lettered(change) {
            return self.tell_with(told, remarks);
        }
        let told = match change {
            Change::Add(bookmark) if !bookmark.note.is_empty() => {
                notices::bookmark_added_with_note(self.called(bookmark))
            }
            Change::Add(bookmark) => notices::bookmark_added(
                self.called(bookmark),
                self.key_hint(Action::MarkWithNote),
                self.key_hint(Action::Bookmarks),
            ),
            Change::Remove(_) => notices::bookmark_deleted(self.key_hint(Action::Undo)),
            Change::PutBack { bookmark, .. } => notices::bookmark_restored(self.called(bookmark)),
            Change::Edit { seen, edits } => edited(edits, &self.called(seen)),
            Change::Several(changes) => several(changes),
        };
        self.tell_with(told, remarks);
    }

    /// Reports that a change of the bookmarks was undone.
    pub fn undone(&mut self, change: &Change, remarks: &[Remark], bookmarks: &[Bookmark]) {
        self.take_bookmarks(bookmarks);
        let told = match change {
            Change::Add(bookmark) | Change::PutBack { bookmark, .. } => {
                notices::bookmark_restored(self.called(bookmark))
            }
            Change::Remove(_) => notices::NEW_BOOKMARK_REMOVED.to_owned(),
            Change::Edit { seen, edits } => match edits.first() {
                Some(Edit::Note { .. }) => notices::NOTE_RESTORED.to_owned(),
                _ => notices::bookmark_restored(self.called(seen)),
            },
            Change::Several(changes) => notices::bookmarks_restored(changes.len()),
        };
        self.tell_with(told, remarks);
    }

    /// Reports that a change of the bookmarks failed. A note typed for it can be restored.
    pub fn refused(&mut self, change: Option<&Change>, why: &str) {
        let typed = change.and_then(|change| {
            let note = change.typed_note()?.to_owned();
            let subject = match change {
                Change::Add(bookmark) => NoteFor::New(at_position(&self.document, bookmark)?),
                Change::Edit { seen, .. } => NoteFor::Kept(seen.clone()),
                _ => return None,
            };
            Some((subject, note))
        });
        let back = if typed.is_some() {
            format!("{} · ", notices::restores(self.key_hint(Action::MarkWithNote)))
        } else {
            String::new()
        };
        if typed.is_some() {
            self.draft = typed;
        }
        self.complain(format!("{back}{why}"));
    }

    /// The name of a bookmark's place.
    pub(super) fn called(&self, bookmark: &Bookmark) -> String {
        let kept = self.bookmark_index.all().iter().find(|kept| kept.bookmark.id == bookmark.id);
        kept.map_or_else(|| bookmark.name().to_owned(), |kept| kept.name(&self.document))
    }

    /// Reports what was done, or the remarks instead if there are any.
    fn tell_with(&mut self, told: String, remarks: &[Remark]) {
        let mut all: Vec<String> = remarks.iter().map(ToString::to_string).collect();
        all.dedup();
        if all.is_empty() {
            self.tell(told);
        } else {
            self.complain(all.join("; "));
        }
    }
}

/// Summarizes several changes.
fn several(changes: &[Change]) -> String {
    let added = changes.iter().filter(|change| matches!(change, Change::Add(_))).count();
    match (added, changes.len() - added) {
        (0, kept) => notices::all_accepted(kept),
        (added, 0) => notices::bookmarks_added(added),
        (added, updated) => notices::bookmarks_added_and_updated(added, updated),
    }
}

/// Summarizes the edits of a bookmark whose place is now called `place`.
fn edited(edits: &[Edit], place: &str) -> String {
    match edits.first() {
        Some(Edit::Note { .. }) => notices::NOTE_SAVED.to_owned(),
        Some(Edit::Tags { .. }) => notices::TAGS_SAVED.to_owned(),
        Some(Edit::Highlight { to, .. }) => notices::colour_set(to.name()),
        Some(Edit::Anchorage { .. }) => notices::accepted_at(place),
        _ => notices::ACCEPTED_UNCHANGED.to_owned(),
    }
}
