//! Puts another document beside the one in view. It is read and aligned in the background; both
//! documents are open, and bringing the other one into view exchanges them.

use super::awaited::Pending;
use super::documents::{DocumentSlot, Way};
use super::events::Events;
use super::paths::meant;
use super::state::{ReadBeside, Reader};
use crate::app::{App, Pair, Prepared, pairing_of};
use crate::bookmarks::DocumentIdentity;
use crate::cache::Personal;
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::source;
use crate::document::{ContentId, Document, Origin};
use crate::messages::{errors, notices};
use crate::terminal::Stamp;
use crate::typeset::TextSide;
use std::path::Path;
use std::sync::Arc;

impl Reader {
    /// Puts the document at a typed path beside the one in view.
    pub(super) fn open_beside(&mut self, typed: &str, events: &Events) {
        self.put_beside(&meant(typed).to_string_lossy(), events);
    }

    /// Puts the nearest other document of this run beside the one in view.
    pub(super) fn open_other_beside(&mut self, events: &Events) {
        let slot = [true, false].into_iter().find_map(|forward| {
            let way = Way::next(forward);
            self.documents.at(way)
        });
        match slot.map(|slot| slot.source().into_owned()) {
            Some(place) => self.put_beside(&place, events),
            None => self.app.tell(notices::NOTHING_TO_PAIR),
        }
    }

    fn put_beside(&mut self, place: &str, events: &Events) {
        self.leave_opening();
        self.leave_reading_beside();
        self.app.go_on_reading();
        if self.app.comparing().is_some() {
            return self.app.complain(notices::BESIDE_COMPARISON);
        }
        if let Some(opened) = self.documents.opened(place)
            && opened.app.document.metadata().read.is_none()
        {
            let other = Arc::clone(&opened.app.document);
            return self.app.set_pair(Some(Pair::right_of(other)));
        }
        if place == Origin::StandardInput.to_string() {
            return self.app.complain(notices::STILL_BEING_READ);
        }
        let source = Source::at(place);
        let (name, cache) = (source.name(), self.cache.clone());
        match Pending::begin(events.sender(), move || read(&source, &cache)) {
            Ok(reading) => {
                // Keys typed in one go are for the two texts.
                self.kept.awaiting(1);
                self.app.tell(notices::opening_beside(name));
                self.pairing.reading = Some(reading);
            }
            Err(error) => self.app.complain(errors::cannot_open(name, error)),
        }
    }

    /// Gives up a document that is being read to be put beside.
    fn leave_reading_beside(&mut self) {
        if self.pairing.reading.take().is_some_and(|reading| !reading.has_come()) {
            self.kept.answered();
        }
    }

    /// Takes a document that was read to be put beside, and the result of aligning.
    pub(super) fn take_paired(&mut self) {
        if self.pairing.reading.as_mut().is_some_and(Pending::arrives) {
            self.kept.answered();
        }
        if let Some((_, aligning)) = &mut self.pairing.aligning {
            aligning.arrives();
        }
    }

    /// Shows the document that was read beside the one in view, once nothing is being typed or
    /// selected; aligns the two.
    pub(super) fn show_paired(&mut self, events: &Events) {
        if !self.app.can_reload() {
            return;
        }
        let read = self.pairing.reading.take_if(|reading| reading.has_come());
        match read.and_then(Pending::into_result) {
            Some(Ok(read)) => {
                let other = Arc::clone(&read.prepared.document);
                self.hold_beside(*read);
                self.app.notice = None;
                self.app.set_pair(Some(Pair::right_of(other)));
            }
            Some(Err(failure)) => self.app.complain(failure.to_string()),
            None => {}
        }
        if let Some((of, aligning)) = self.pairing.aligning.take_if(|(_, one)| one.has_come())
            && let Some(pairing) = aligning.into_result()
            && self.app.pair().is_some_and(|pair| contents(&self.app, pair) == of)
        {
            self.app.take_pairing(pairing);
        }
        self.show_reread_beside();
        self.watch_beside(events);
        self.align(events);
    }

    /// Aligns the two documents, if both are read and that has not been done.
    fn align(&mut self, events: &Events) {
        let Some(pair) = self.app.pair().filter(|pair| !pair.is_aligned()) else { return };
        let whole = self.app.document.metadata().read.is_none();
        let of = contents(&self.app, pair);
        if !whole || self.pairing.aligning.as_ref().is_some_and(|(known, _)| *known == of) {
            return;
        }
        let [left, right] = texts(&self.app, pair).map(Arc::clone);
        match Pending::begin(events.sender(), move || pairing_of(&left, &right)) {
            Ok(aligning) => self.pairing.aligning = Some((of, aligning)),
            Err(error) => {
                self.app.complain(error.to_string());
                self.app.set_pair(None);
            }
        }
    }

    /// Holds a document that was read among the open ones, in place of its former state.
    fn hold_beside(&mut self, read: ReadBeside) {
        let ReadBeside { prepared, stamp } = read;
        let opened = self.opened(prepared, stamp);
        self.documents.hold(opened);
        self.app.among = self.documents.place();
    }

    /// Brings the document beside the one in view into view.
    pub(super) fn turn_pair(&mut self, events: &Events) {
        let Some(turned) = self.app.turn() else { return };
        let source = DocumentIdentity::of(turned.document()).source;
        let way = self.documents.way_to(&source);
        let Some((way, DocumentSlot::Opened(mut opened))) =
            way.and_then(|way| Some((way, self.documents.take(way)?)))
        else {
            return;
        };
        opened.app.go_on_from(&self.app);
        self.exchange(*opened, way);
        self.app.go_on_turned(turned);
        self.come_into_view(events);
    }
}

/// The two documents: the left one and the right one.
fn texts<'a>(app: &'a App, pair: &'a Pair) -> [&'a Arc<Document>; 2] {
    match pair.side() {
        TextSide::Left => [&app.document, pair.other()],
        TextSide::Right => [pair.other(), &app.document],
    }
}

fn contents(app: &App, pair: &Pair) -> [ContentId; 2] {
    texts(app, pair).map(|text| text.metadata().content)
}

/// Reads all of a document.
fn read(source: &Source, cache: &Personal) -> Result<Box<ReadBeside>, Failure> {
    let stamp = source.file.as_deref().map_or(Stamp::Absent, |file: &Path| Stamp::of(file));
    let document = source::open(source, cache)?.kept();
    Ok(Box::new(ReadBeside { prepared: Prepared::from(document), stamp }))
}
