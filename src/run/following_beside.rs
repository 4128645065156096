//! Follows the file of the document beside the one in view: when it changes, it is read again and
//! aligned again.

use super::documents::DocumentSlot;
use super::event::{Event, Followed, Reread, RereadOutcome};
use super::events::Events;
use super::reread::reread;
use super::state::Reader;
use crate::bookmarks::DocumentIdentity;
use crate::document::Origin;
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
        (self.pairing.watch, self.pairing.reread) = (None, None);
        let Some(other) = other.filter(|_| self.app.settings.reload == Reload::Auto) else {
            return;
        };
        if let Origin::File(path) = &other.metadata().origin {
            let source = DocumentIdentity::of(&other).source;
            let way = self.documents.way_to(&source);
            let stamp = match way.and_then(|way| self.documents.at(way)) {
                Some(DocumentSlot::Opened(opened)) => opened.stamp,
                _ => Stamp::of(path),
            };
            let sender = events.sender();
            let touched = move || sender.send(Event::Touched(Followed::Beside)).is_ok();
            let watch = Watch::begin(path.clone(), stamp, touched);
            self.pairing.watch = Some((other.metadata().content, watch));
        }
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
        let way = self.documents.way_to(&source);
        let Some(DocumentSlot::Opened(opened)) = way.and_then(|way| self.documents.at_mut(way))
        else {
            return;
        };
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
