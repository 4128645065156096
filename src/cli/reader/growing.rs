//! A large text is shown from its beginning on, while the rest is read in the
//! background, more at each step; what is whole takes the place of what is shown.

use super::Reader;
use crate::bookmarks::{DocumentIdentity, Revision};
use crate::document::{Document, Origin};
use crate::import;
use crate::terminal::{Event, Events};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

/// Bytes of a large text that are read before it is first shown.
pub const BEGINNING: u64 = 256 * 1024;

/// A text is large that takes longer to read than a person would notice.
pub const LARGE: u64 = 4 * 1024 * 1024;

/// How much more each step reads than the one before: all steps together cost
/// little more than the last.
const STEP: u64 = 8;

/// How far the reading of the document in view has come.
#[derive(Debug, Default)]
pub struct Growing {
    /// Which reading is the latest.
    turn: u64,
    /// What was read, until it can be shown.
    pending: Option<Arc<Document>>,
}

/// The beginning of a large plain text; `None` where it is to be read as a whole.
pub fn beginning(path: &Path) -> Option<Document> {
    let large = path.metadata().is_ok_and(|file| file.is_file() && file.len() > LARGE);
    // What cannot be read is told by who reads the whole.
    large.then(|| import::open_beginning(path, BEGINNING).ok().flatten()).flatten()
}

impl Reader {
    /// Goes on reading the document in view, where only its beginning is there.
    pub(super) fn grow(&mut self, events: &Events) {
        self.growing.turn += 1;
        self.growing.pending = None;
        let metadata = self.app.document.metadata();
        let (Some(_), Origin::File(path)) = (metadata.read, &metadata.origin) else { return };
        let (path, turn, sender) = (path.clone(), self.growing.turn, events.sender());
        let work = move || read_on(&path, turn, &sender);
        if let Err(error) = thread::Builder::new().name("growing".to_owned()).spawn(work) {
            self.app.complain(format!("only the beginning can be read: {error}"));
        }
    }

    /// Takes what was read, unless it is of what is not in view any more.
    pub(super) fn grown(&mut self, turn: u64, read: Result<Arc<Document>, String>) {
        if turn != self.growing.turn {
            return;
        }
        match read {
            Ok(document) => self.growing.pending = Some(document),
            Err(why) => self.app.complain(format!("{why}; what was read is kept")),
        }
    }

    /// Shows what was read, once nothing is being typed or selected.
    pub(super) fn show_grown(&mut self, events: &Events) {
        if self.growing.pending.is_none() || !self.app.can_reload() {
            return;
        }
        let Some(document) = self.growing.pending.take() else { return };
        let whole = document.metadata().read.is_none();
        let untouched = self.app.is_at_beginning();
        let revision = Revision::grown(&self.app.document, &document);
        let bookmarks = if whole { self.store.bookmarks() } else { &[] };
        self.app.reload(document, &revision, bookmarks);
        if whole {
            self.identity = DocumentIdentity::of(&self.app.document);
            self.find_passages(events);
            if untouched {
                self.go_where_it_was_left();
            }
            self.watch(events);
        }
    }
}

/// Reads more of a file at each step, and at last the whole.
fn read_on(path: &Path, turn: u64, events: &Sender<Event>) {
    let size = path.metadata().map_or(0, |file| file.len());
    let mut bytes = BEGINNING;
    loop {
        bytes = bytes.saturating_mul(STEP);
        // A step that is nearly the whole would only hold that up.
        let step = if bytes <= size / 3 { import::open_beginning(path, bytes) } else { Ok(None) };
        let (read, whole) = match step {
            Ok(Some(part)) => (Ok(part), false),
            Ok(None) => (import::open(path), true),
            Err(error) => (Err(error), true),
        };
        let read = read.map(Arc::new).map_err(|error| error.to_string());
        // A program that has ended needs no more.
        let gone = events.send(Event::Grown { turn, read }).is_err();
        if whole || gone {
            return;
        }
    }
}
