//! Follows the file of the document beside the one in view: when it changes, it is read again and
//! aligned again.

use super::event::{Event, Followed, Reread, RereadOutcome};
use super::events::Events;
use super::reread::reread;
use super::state::Reader;
use crate::bookmarks::DocumentIdentity;
use crate::document::{Document, Origin};
use crate::messages::{errors, notices};
use crate::settings::Reload;
use crate::terminal::{Stamp, Watch};
use std::sync::Arc;

impl Reader {
    /// Watches the file of the document beside the one in view, if there is one.
    pub(super) fn watch_beside(&mut self, events: &Events) {
        let other = self.app.pair().map(|pair| Arc::clone(pair.other()));
        let watched = self.pairing.watch.as_ref().map(|(of, _)| *of);
        if watched == other.as_ref().map(|other| other.metadata().content) {
            return;
        }
        self.pairing.turn += 1;
        self.pairing.reread = None;
        self.pairing.watch =
            other.map(|other| (other.metadata().content, self.watch_of(&other, events)));
    }

    /// Watches the file of a document; `None` if it has none, or the user wants no reloading by itself.
    fn watch_of(&self, other: &Document, events: &Events) -> Option<Watch> {
        let Origin::File(path) = &other.metadata().origin else { return None };
        if self.app.settings.reload != Reload::Auto {
            return None;
        }
        let opened = self.documents.opened(&DocumentIdentity::of(other).source);
        let stamp = opened.map_or_else(|| Stamp::of(path), |opened| opened.stamp);
        let sender = events.sender();
        let touched = move || sender.send(Event::Touched(Followed::Beside)).is_ok();
        Some(Watch::begin(path.clone(), stamp, touched))
    }

    /// Handles a change of that file.
    pub(super) fn touched_beside(&mut self, events: &Events) {
        let Some(pair) = self.app.pair() else { return };
        let other = Arc::clone(pair.other());
        let Origin::File(path) = &other.metadata().origin else { return };
        let path = path.clone();
        self.pairing.turn += 1;
        self.pairing.reread = None;
        reread((other, Followed::Beside), path, self.pairing.turn, events.sender());
    }

    /// Accepts the result of a reading, unless its document is no longer beside.
    pub(super) fn reread_beside(&mut self, reread: Reread) {
        let beside = self.app.pair().map(|pair| pair.other().metadata().content);
        if reread.turn == self.pairing.turn && Some(reread.of) == beside {
            self.pairing.reread = Some((reread.stamp, reread.found));
        }
    }

    /// Shows the result of a reading.
    pub(super) fn show_reread_beside(&mut self) {
        let Some((stamp, found)) = self.pairing.reread.take() else { return };
        let Some(other) = self.app.pair().map(|pair| Arc::clone(pair.other())) else { return };
        let name = other.metadata().origin.name();
        let source = DocumentIdentity::of(&other).source;
        let bookmarks = self.kept.bookmarks().into_owned();
        let Some(opened) = self.documents.opened_mut(&source) else { return };
        match found {
            RereadOutcome::Edited { prepared, revision } => {
                opened.app.reload(*prepared, &revision, &bookmarks);
                opened.identity = DocumentIdentity::of(&opened.app.document);
                opened.stamp = stamp;
                let new = Arc::clone(&opened.app.document);
                self.app.replace_other(new);
                self.app.tell(notices::reloaded_beside(name));
            }
            RereadOutcome::Same => opened.stamp = stamp,
            RereadOutcome::Gone => self.still_beside(notices::file_gone(name)),
            RereadOutcome::Empty => self.still_beside(notices::file_empty(name)),
            RereadOutcome::Unreadable(why) => self.still_beside(why),
            // Another change will be reported.
            RereadOutcome::Partial => {}
        }
    }

    fn still_beside(&mut self, why: String) {
        self.app.complain(errors::still_showing(why));
    }
}
