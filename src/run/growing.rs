//! Shows a large text from its beginning while the rest is read in the background,
//! more at each step, until the whole replaces the part shown. The same goes for
//! standard input as it comes. Whoever goes to the end of a file sees its last bytes at once, without
//! numbers, behind the part that was read.

use super::Reader;
use super::events::{Event, Events, Grown};
use super::stream::Stream;
use crate::app::Prepared;
use crate::bookmarks::Revision;
use crate::cache::{CachedReading, Personal};
use crate::document::{Document, Origin, ReadSoFar};
use crate::messages::{errors, notices, states};
use crate::source;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::thread;

/// The number of bytes of a large text to read before showing it.
pub const BEGINNING: u64 = 256 * 1024;

/// The minimum size of a large text, in bytes: one that takes noticeable time to read.
pub const LARGE: u64 = 512 * 1024;

/// The number of bytes at the end of a large text to read for whoever goes there.
const END: u64 = 64 * 1024;

/// The growth factor between steps: all steps together cost little more than the last.
const STEP: u64 = 8;

/// The progress of reading the document in view.
#[derive(Debug, Default)]
pub struct Growing {
    /// The number of the latest reading; earlier ones stop.
    turn: Arc<AtomicU64>,
    /// The parts read and not yet shown, each grown from the one before.
    pending: Vec<Grown>,
    /// What reads the document in view, if it is a file.
    growth: Option<(Growth, PathBuf)>,
    /// Standard input, while more of it comes. The thread that waits for more holds
    /// the lock, whichever document is in view.
    stream: Option<Arc<Mutex<Stream>>>,
}

impl Growing {
    /// Creates the state, with standard input if it is the first document.
    pub fn of(stream: Option<Stream>) -> Self {
        let mut growing = Self::default();
        growing.follow(stream);
        growing
    }

    /// Follows standard input if it was opened.
    pub fn follow(&mut self, stream: Option<Stream>) {
        if let Some(stream) = stream {
            self.stream = Some(Arc::new(Mutex::new(stream)));
        }
    }
}

/// Returns the beginning of a large text; `None` if it should be read as a whole.
pub fn beginning(path: &Path) -> Option<Document> {
    // An error is reported when the whole is read.
    source::open_beginning(path, BEGINNING, LARGE).ok().flatten()
}

impl Reader {
    /// Continues reading the document in view, if only its beginning is there.
    pub(super) fn grow(&mut self, events: &Events) {
        let turn = self.growing.turn.fetch_add(1, Ordering::Relaxed) + 1;
        self.growing.pending.clear();
        self.growing.growth = None;
        let metadata = self.app.document.metadata();
        let Some(read) = metadata.read else { return };
        let growth = Growth {
            cache: self.cache.clone(),
            shown: Arc::new(Mutex::new(Arc::clone(&self.app.document))),
            turn,
            latest: Arc::clone(&self.growing.turn),
            events: events.sender(),
        };
        let work: Box<dyn FnOnce() + Send> = match (&metadata.origin, &self.growing.stream) {
            (Origin::File(path), _) => {
                let path = path.clone();
                self.growing.growth = Some((growth.clone(), path.clone()));
                Box::new(move || growth.of_file(&path, read))
            }
            (Origin::StandardInput, Some(stream)) => {
                let stream = Arc::clone(stream);
                Box::new(move || growth.of_stream(&stream))
            }
            _ => return,
        };
        if let Err(error) = thread::Builder::new().name("growing".to_owned()).spawn(work) {
            self.app.complain(errors::beginning_only(error));
        }
    }

    /// Reads the end of the document in view, of which only the beginning is there.
    pub(super) fn read_end(&self) {
        let Some((growth, path)) = self.growing.growth.clone() else { return };
        // If no thread can be started, the end is seen when all is read.
        let _ = thread::Builder::new().name("end".to_owned()).spawn(move || growth.of_end(&path));
    }

    /// Accepts a part that was read, unless its document is no longer in view.
    pub(super) fn grown(&mut self, turn: u64, read: Result<Box<Grown>, String>) {
        if turn != self.growing.turn.load(Ordering::Relaxed) {
            return;
        }
        match read {
            Ok(grown) => self.growing.pending.push(*grown),
            Err(why) => self.app.complain(errors::showing_part(why)),
        }
    }

    /// Shows the parts that were read, once nothing is being typed or selected.
    pub(super) fn show_grown(&mut self, events: &Events) {
        if self.growing.pending.is_empty() || !self.app.can_reload() {
            return;
        }
        for Grown { prepared, revision } in std::mem::take(&mut self.growing.pending) {
            let whole = prepared.document.metadata().read.is_none();
            let untouched = self.app.is_at_beginning();
            let follows = self.app.follows_end();
            self.replace(prepared, revision, events);
            if follows {
                self.app.go_to_end();
                if whole {
                    self.app.tell(notices::END_OF_DOCUMENT);
                }
            }
            if whole {
                if untouched {
                    self.ask_for_place(None);
                }
                if let Some(lack) = self.app.document.lacks()
                    && self.app.notice.is_none()
                {
                    self.app.tell(lack.to_string());
                }
                self.watch(events);
            }
        }
    }
}

/// A growing document, and the receiver of its parts.
#[derive(Debug, Clone)]
struct Growth {
    cache: Personal,
    /// The text read so far. Whoever holds the lock sends the part that grew from it.
    shown: Arc<Mutex<Arc<Document>>>,
    turn: u64,
    latest: Arc<AtomicU64>,
    events: Sender<Event>,
}

impl Growth {
    /// Reads more of a file at each step, and finally the whole.
    fn of_file(self, path: &Path, so_far: ReadSoFar) {
        if let Some(kept) = self.cache.find(path, source::LARGEST) {
            self.send(Ok(kept));
            return;
        }
        let mut read = so_far.bytes;
        let size = so_far.of.unwrap_or(read);
        loop {
            let next = next_step(read, size);
            read = next.unwrap_or(size);
            let step = next.map_or(Ok(None), |bytes| source::open_beginning(path, bytes, bytes));
            let read = match step {
                Ok(Some(part)) => Ok(part.into()),
                Ok(None) => self.cache.open(path),
                Err(error) => Err(error),
            };
            if !self.send(read.map_err(|error| error.to_string())) {
                return;
            }
        }
    }

    /// Takes what comes from standard input, to its end.
    fn of_stream(self, stream: &Mutex<Stream>) {
        loop {
            let Ok(shown) = self.shown.lock().map(|shown| Arc::clone(&shown)) else { return };
            let shown = shown.metadata().read.map_or(0, |read| read.bytes);
            // The previous holder has reported the error.
            let Ok(mut stream) = stream.lock() else { return };
            let read = stream.next(shown);
            drop(stream);
            if !self.send(read.map(CachedReading::from).map_err(|failure| failure.to_string())) {
                return;
            }
        }
    }

    /// Sends the text; returns whether there is more to read and anybody still wants
    /// it.
    fn send(&self, read: Result<CachedReading, String>) -> bool {
        let prepared = read.map(|reading| {
            let (document, unkept) = reading.parted();
            let prepared = Prepared::from(document);
            if let Some(unkept) = unkept {
                unkept.keep_beside(Arc::clone(&prepared.document));
            }
            prepared
        });
        let Ok(mut shown) = self.shown.lock() else { return false };
        let grown = prepared.map(|prepared| match with_end_of(&shown, &prepared.document) {
            Some(both) => grown(&mut shown, both.into()),
            None => grown(&mut shown, prepared),
        });
        let wanted = self.turn == self.latest.load(Ordering::Relaxed);
        let more = wanted && grown.is_ok() && shown.metadata().read.is_some();
        // A program that is ending needs no more.
        self.events.send(Event::Grown { turn: self.turn, read: grown }).is_ok() && more
    }

    /// Reads the end of a file, and sends it behind the part that was read so far. If that fails,
    /// the end is seen when all is read.
    fn of_end(self, path: &Path) {
        let Ok(mut shown) = self.shown.lock() else { return };
        let lacks_end = |read: &ReadSoFar| read.end.is_none();
        let Some(read) = shown.metadata().read.filter(lacks_end) else { return };
        let Some(end) = end(path, read) else { return };
        let both = Prepared::from(shown.with_end(&end));
        let read = Ok(grown(&mut shown, both));
        // A program that is ending needs no more.
        let _ = self.events.send(Event::Grown { turn: self.turn, read });
    }
}

/// The text as it has grown from `shown`, which it then is.
fn grown(shown: &mut Arc<Document>, prepared: Prepared) -> Box<Grown> {
    let revision = Revision::grown(shown, &prepared.document);
    *shown = Arc::clone(&prepared.document);
    Box::new(Grown { prepared, revision })
}

/// A longer beginning with the end that is shown behind the former, if there is one and not all is
/// read.
fn with_end_of(shown: &Document, longer: &Document) -> Option<Document> {
    shown.metadata().read?.end?;
    let read = longer.metadata().read?;
    match &longer.metadata().origin {
        Origin::File(path) => Some(longer.with_end(&end(path, read)?)),
        _ => None,
    }
}

/// The end of a file of which the beginning was read.
fn end(path: &Path, read: ReadSoFar) -> Option<Document> {
    source::open_end(path, END, read.bytes, states::END_NOT_NUMBERED).ok().flatten()
}

/// Returns how many bytes to read next of a file of `size` bytes after `read` bytes;
/// `None` means the whole.
fn next_step(read: u64, size: u64) -> Option<u64> {
    let next = read.saturating_mul(STEP);
    // A step that is nearly the whole would only delay it.
    (next <= size / 3).then_some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_reads_more_than_the_one_before_wherever_it_begins() {
        let size = 200_000_000;
        // Also after returning to a text that has been read in large part.
        for begun in [BEGINNING, 20_000_000, 190_000_000] {
            let steps: Vec<u64> =
                std::iter::successors(Some(begun), |read| next_step(*read, size)).collect();
            assert!(steps.is_sorted_by(|a, b| a < b), "{steps:?}");
        }
        assert_eq!(next_step(BEGINNING, size), Some(STEP * BEGINNING));
        assert_eq!(next_step(20_000_000, size), None);
    }
}
