//! Switches between documents: one already read is there at once; any other is
//! read while keys are handled.

use super::awaited::Pending;
use super::documents::{DocumentSlot, Opened, Way};
use super::event::Event;
use super::events::Events;
use super::paths::meant;
use super::reading::{ReadDocument, read};
use super::state::{Destination, Opening, OpeningPlace, OpeningReason, Reader};
use crate::app::{App, Prepared};
use crate::bookmarks::{Bookmark, DocumentIdentity};
use crate::cli::arguments::Source;
use crate::document::Origin;
use crate::find::Target;
use crate::messages::{errors, notices};
use crate::terminal::Stamp;
use std::sync::Arc;

impl Reader {
    /// Sets up the document in view, at its last reading position or at a target.
    pub(super) fn open(&mut self, target: Option<Target>, events: &Events) {
        self.app.among = self.documents.place();
        self.show_bookmarks(events);
        let mut remarks = self.app.document.metadata().remarks.clone();
        remarks.extend(self.app.document.lacks().map(|lack| lack.to_string()));
        if !remarks.is_empty() {
            self.app.tell(remarks.join("; "));
        }
        self.tell_trouble();
        // The identity of a document is not known before its end.
        if self.app.document.metadata().read.is_none() {
            self.ask_for_place(target);
        }
        self.follow_file(events);
    }

    /// Sets up a document that has come into view: its place among the others, its bookmarks and its
    /// file. Nothing of the document that was in view before is followed any more.
    pub(super) fn come_into_view(&mut self, events: &Events) {
        self.app.among = self.documents.place();
        self.show_bookmarks(events);
        self.follow_file(events);
    }

    /// Watches the file of the document in view, or continues reading it.
    pub(super) fn follow_file(&mut self, events: &Events) {
        self.grow(events);
        if self.app.document.metadata().read.is_none() {
            self.watch(events);
        } else {
            self.watch_none();
        }
    }

    /// Goes to the next or the previous document.
    pub(super) fn step_document(&mut self, forward: bool, events: &Events) {
        self.leave_opening();
        self.step(forward, Vec::new(), events);
    }

    /// Goes to the next or the previous document, skipping and reporting those
    /// that cannot be read.
    fn step(&mut self, forward: bool, unreadable: Vec<String>, events: &Events) {
        let way = Way::next(forward);
        match self.documents.at(way) {
            Some(DocumentSlot::Unread(path)) => {
                let source = Source::named(path.clone());
                self.begin_opening(
                    source,
                    OpeningPlace::Among(way),
                    OpeningReason::Step { forward, unreadable },
                    events,
                );
            }
            Some(DocumentSlot::Opened(_)) => {
                self.bring_back(way, events);
                self.tell_unreadable(&unreadable);
            }
            None => {
                self.app.among = self.documents.place();
                self.app.tell(match self.documents.place() {
                    None => notices::NO_OTHER_DOCUMENT.to_owned(),
                    Some((_, of)) if forward => notices::last_document(of),
                    Some((_, of)) => notices::first_document(of),
                });
                self.tell_unreadable(&unreadable);
            }
        }
    }

    fn tell_unreadable(&mut self, unreadable: &[String]) {
        if !unreadable.is_empty() {
            self.app.complain(unreadable.join("; "));
        }
    }

    /// Brings the document at a source into view, optionally at a place in it.
    pub(super) fn go_to_document(
        &mut self,
        place: &str,
        destination: Option<Destination>,
        events: &Events,
    ) {
        self.leave_opening();
        if self.identity.source == place {
            self.app.go_on_reading();
            return self.go_to_destination(destination);
        }
        let way = self.documents.way_to(place);
        match way.map(|way| (way, self.documents.at(way))) {
            Some((way, Some(DocumentSlot::Opened(_)))) => {
                self.bring_back(way, events);
                self.go_to_destination(destination);
            }
            Some((way, Some(DocumentSlot::Unread(path)))) => {
                let source = Source::named(path.clone());
                let wish = OpeningReason::Chosen { destination };
                self.begin_opening(source, OpeningPlace::Among(way), wish, events);
            }
            _ => {
                let wish = OpeningReason::Chosen { destination };
                self.begin_opening(Source::at(place), OpeningPlace::Behind, wish, events);
            }
        }
    }

    /// Brings the document at a typed path into view.
    pub(super) fn open_path(&mut self, typed: &str, events: &Events) {
        self.go_to_document(&meant(typed).to_string_lossy(), None, events);
    }

    fn go_to_destination(&mut self, destination: Option<Destination>) {
        match destination {
            Some(Destination::Bookmark(id)) => {
                self.wanted = Some(id);
                self.go_to_wanted();
            }
            Some(Destination::Clause { address, from }) => {
                // Its last reading position no longer matters.
                self.kept.arriving = None;
                self.app.arrive_at_version(&address, &from);
            }
            None => {}
        }
    }

    /// Brings a document that was already open back into view.
    fn bring_back(&mut self, way: Way, events: &Events) {
        let Some(DocumentSlot::Opened(mut opened)) = self.documents.take(way) else { return };
        opened.app.go_on_from(&self.app);
        self.exchange(*opened, way);
        self.come_into_view(events);
        self.tell_place();
    }

    /// Starts reading a document to be brought into view.
    fn begin_opening(
        &mut self,
        source: Source,
        place: OpeningPlace,
        wish: OpeningReason,
        events: &Events,
    ) {
        let name = source.name();
        let cache = self.cache.clone();
        match Pending::begin(events.sender(), move || read(&source, &cache, false)) {
            Ok(read) => {
                // Keys typed in one go are for the document being opened.
                self.kept.awaiting(1);
                self.app.opening = Some(name.clone());
                self.opening = Some(Opening { name, place, wish, read });
            }
            Err(error) => self.app.complain(errors::cannot_open(name, error)),
        }
    }

    /// Cancels the opening of a document, if there is one; returns its name.
    pub(super) fn leave_opening(&mut self) -> Option<String> {
        let opening = self.opening.take()?;
        self.app.opening = None;
        if !opening.read.has_come() {
            self.kept.answered();
        }
        Some(opening.name)
    }

    /// Takes the result of reading the document being opened.
    pub(super) fn take_opened(&mut self) {
        if self.opening.as_mut().is_some_and(|opening| opening.read.arrives()) {
            self.kept.answered();
        }
    }

    /// Brings the document that was read into view, once nothing is being typed or
    /// selected.
    pub(super) fn show_opened(&mut self, events: &Events) {
        if !self.app.can_reload() {
            return;
        }
        let Some(opening) = self.opening.take_if(|opening| opening.read.has_come()) else { return };
        self.app.opening = None;
        let Opening { place, wish, read, .. } = opening;
        let Some(read) = read.into_result() else { return };
        let way = match place {
            OpeningPlace::Among(way) => {
                // From now on it is in view, or dropped.
                self.documents.take(way);
                way
            }
            OpeningPlace::Behind => Way::next(true),
        };
        match (read, wish) {
            (Ok(read), wish) => {
                self.show_new(read, way, events);
                match wish {
                    OpeningReason::Step { unreadable, .. } => self.tell_unreadable(&unreadable),
                    OpeningReason::Chosen { destination } => self.go_to_destination(destination),
                }
            }
            (Err(failure), OpeningReason::Step { forward, mut unreadable }) => {
                unreadable.push(failure.to_string());
                self.step(forward, unreadable, events);
            }
            (Err(failure), OpeningReason::Chosen { .. }) => {
                self.app.among = self.documents.place();
                self.app.complain(failure.to_string());
            }
        }
    }

    fn show_new(&mut self, read: ReadDocument, way: Way, events: &Events) {
        let ReadDocument { document, stamp, stream } = read;
        self.growing.follow(stream);
        let next = self.opened(document, stamp);
        self.exchange(next, way);
        self.open(None, events);
        self.tell_place();
    }

    /// Returns the state of a document that was read, to go on with it.
    pub(super) fn opened(&self, document: Prepared, stamp: Stamp) -> Opened {
        let (settings, theme) = (self.app.settings.clone(), self.app.theme);
        let mut app = App::new(document, settings, theme, self.app.size);
        app.go_on_from(&self.app);
        let identity = DocumentIdentity::of(&app.document);
        Opened { app, identity, stamp }
    }

    fn tell_place(&mut self) {
        if self.app.notice.is_none() {
            self.app.tell(self.app.document.metadata().origin.name());
        }
    }

    /// Replaces the document in view by another, and keeps the former.
    pub(super) fn exchange(&mut self, next: Opened, way: Way) {
        self.remember();
        self.wanted = None;
        let left = Opened {
            app: std::mem::replace(&mut self.app, next.app),
            identity: std::mem::replace(&mut self.identity, next.identity),
            stamp: std::mem::replace(&mut self.stamp, next.stamp),
        };
        self.documents.put(way, left);
    }

    /// Opens the document of a bookmark at its passage.
    pub(super) fn open_of(&mut self, bookmark: &Bookmark, events: &Events) {
        let place = bookmark.document.source.as_str();
        let open = place == self.identity.source || self.documents.way_to(place).is_some();
        if !open && (place == Origin::StandardInput.to_string() || place.is_empty()) {
            self.app.complain(errors::SOURCE_GONE);
        } else {
            let destination = Destination::Bookmark(bookmark.id.clone());
            self.go_to_document(place, Some(destination), events);
        }
    }

    /// Finds passages that take time, those of edited texts, in the background.
    pub(super) fn find_passages(&self, events: &Events) {
        let pending = self.app.bookmark_index.pending();
        if pending.is_empty() {
            return;
        }
        let (document, sender) = (Arc::clone(self.app.marked_document()), events.sender());
        std::thread::spawn(move || {
            let index = crate::bookmarks::Index::new(&document);
            let find = |bookmark: Bookmark| {
                let anchor = index.find(&bookmark);
                (bookmark.id, anchor)
            };
            let passages = pending.into_iter().map(find).collect();
            let document = document.metadata().content;
            // A program that is ending no longer needs them.
            let _ = sender.send(Event::Found { document, passages });
        });
    }
}
