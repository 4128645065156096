//! Reloads the file in view when it changes, or on request.

use super::event::{Event, Followed, Reread, RereadOutcome};
use super::events::Events;
use super::reread::reread;
use super::state::{Reader, Rereading};
use crate::action::Action;
use crate::app::{OnDisk, Prepared};
use crate::bookmarks::{DocumentIdentity, Revision};
use crate::document::Origin;
use crate::messages::{errors, notices};
use crate::settings::Reload;
use crate::terminal::Watch;
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::Arc;

impl Reader {
    /// Shows a new version of the document in view.
    pub(super) fn replace(&mut self, prepared: Prepared, revision: Revision, events: &Events) {
        // The identity of a document is not known before its end.
        let whole = prepared.document.metadata().read.is_none();
        let old = Arc::clone(&self.app.document);
        let bookmarks = if whole { self.kept.bookmarks() } else { Cow::Borrowed(&[][..]) };
        self.app.reload(prepared, &revision, &bookmarks);
        // Freeing the memory of a long text takes time.
        std::thread::spawn(move || drop((old, revision)));
        if whole {
            self.identity = DocumentIdentity::of(&self.app.document);
            self.find_passages(events);
        }
    }

    /// Stops watching, and discards any reading in progress.
    pub(super) fn watch_none(&mut self) {
        let turn = self.rereading.turn + 1;
        self.rereading = Rereading { turn, ..Rereading::default() };
    }

    /// Watches only the file in view.
    pub(super) fn watch(&mut self, events: &Events) {
        self.watch_none();
        if self.app.settings.reload == Reload::Off {
            return;
        }
        if let Some(path) = self.file() {
            let sender = events.sender();
            let touched = move || sender.send(Event::Touched(Followed::InView)).is_ok();
            self.rereading.watch = Some(Watch::begin(path, self.stamp, touched));
        }
    }

    /// Returns the file in view, if it is one: a pipe is read once.
    fn file(&self) -> Option<PathBuf> {
        match &self.app.document.metadata().origin {
            Origin::File(path) => Some(path.clone()),
            _ => None,
        }
    }

    /// Handles a change of the file.
    pub(super) fn touched(&mut self, events: &Events) {
        let Some(path) = self.file() else { return };
        self.rereading.turn += 1;
        self.rereading.pending = None;
        let document = Arc::clone(&self.app.document);
        let document = (document, Followed::InView);
        reread(document, path, self.rereading.turn, events.sender());
    }

    /// Reloads the file on request.
    pub(super) fn reload_by_hand(&mut self, events: &Events) {
        let never = match self.app.document.metadata().origin {
            _ if self.app.document.metadata().read.is_some() => notices::STILL_BEING_READ,
            Origin::BuiltIn => notices::NEVER_CHANGES,
            Origin::StandardInput => errors::CANNOT_REREAD_INPUT,
            Origin::Comparison { .. } => return self.compare_again(events),
            Origin::File(_) => {
                self.rereading.asked = true;
                if self.rereading.pending.is_none() {
                    self.touched(events);
                }
                return;
            }
        };
        self.app.tell(never);
    }

    /// Accepts the result of a reading, unless its document is no longer in
    /// view.
    pub(super) fn reread(&mut self, reread: Reread) {
        if reread.followed == Followed::Beside {
            return self.reread_beside(reread);
        }
        let shown = self.app.document.metadata().content;
        if reread.turn == self.rereading.turn && reread.of == shown {
            self.rereading.pending = Some((reread.stamp, reread.found));
        }
    }

    /// Shows the result of a reading, once nothing is being typed or selected.
    pub(super) fn show_reread(&mut self, events: &Events) {
        if !self.app.can_reload() {
            return;
        }
        let name = self.app.document.metadata().origin.name();
        let amiss = self.app.on_disk.is_amiss();
        let Some((stamp, found)) = self.rereading.pending.take() else { return };
        let told = match found {
            RereadOutcome::Edited { prepared, revision } => {
                if self.app.settings.reload == Reload::Ask && !self.rereading.asked {
                    self.rereading.pending =
                        Some((stamp, RereadOutcome::Edited { prepared, revision }));
                    let key = self.app.key_hint(Action::Reload);
                    // Reported once; the top line of the screen continues to
                    // show it.
                    if self.app.on_disk != OnDisk::Changed {
                        self.app.on_disk = OnDisk::Changed;
                        self.app.tell(notices::file_changed(name, key));
                    }
                    return;
                }
                let summary = revision.summary(&prepared.document);
                self.replace(*prepared, revision, events);
                self.app.on_disk = OnDisk::Shown;
                notices::reloaded(summary)
            }
            RereadOutcome::Same => {
                let asked = self.rereading.asked;
                self.app.on_disk = OnDisk::Shown;
                match (amiss, asked) {
                    (true, _) => notices::file_changed_back(name),
                    (false, true) => notices::file_unchanged(name),
                    (false, false) => {
                        self.stamp = stamp;
                        return;
                    }
                }
            }
            amiss => {
                let (on_disk, told) = match amiss {
                    RereadOutcome::Gone => (OnDisk::Gone, notices::file_gone(name)),
                    RereadOutcome::Empty => (OnDisk::Empty, notices::file_empty(name)),
                    RereadOutcome::Partial => {
                        (OnDisk::BeingWritten, notices::file_being_written(name))
                    }
                    RereadOutcome::Unreadable(why) => (OnDisk::Unreadable, why),
                    RereadOutcome::Edited { .. } | RereadOutcome::Same => return,
                };
                // The request remains open while the file is being written.
                self.rereading.asked &= on_disk == OnDisk::BeingWritten;
                self.app.on_disk = on_disk;
                if on_disk != OnDisk::BeingWritten {
                    self.stamp = stamp;
                }
                self.app.complain(errors::still_showing(told));
                return;
            }
        };
        // Only now: if the document is left before this is shown, the file is
        // read again.
        self.stamp = stamp;
        self.rereading.asked = false;
        // Also repeat the message about the last key, but not trouble that has
        // passed.
        let before = self.app.notice.take().filter(|_| !amiss);
        let before = before.map_or(String::new(), |notice| format!("{} · ", notice.text));
        self.app.tell(format!("{before}{told}"));
    }
}
