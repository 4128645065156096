//! Reads the rest of a large text, or of standard input, in the background: more at each step.

use super::event::{Event, Grown};
use super::stream::Stream;
use crate::app::Prepared;
use crate::bookmarks::Revision;
use crate::cache::{CachedReading, Personal};
use crate::document::{Document, Origin, ReadSoFar};
use crate::messages::states;
use crate::source;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};

/// The number of bytes at the end of a large text to read for whoever goes there.
const END: u64 = 64 * 1024;

/// The growth factor between steps: all steps together cost little more than the last.
const STEP: u64 = 8;

/// A growing document, and the receiver of its parts.
#[derive(Debug, Clone)]
pub struct Growth {
    pub cache: Personal,
    /// The text read so far. Whoever holds the lock sends the part that grew from it.
    pub shown: Arc<Mutex<Arc<Document>>>,
    pub turn: u64,
    pub latest: Arc<AtomicU64>,
    pub events: Sender<Event>,
}

impl Growth {
    /// Reads more of a file at each step, and finally the whole.
    pub fn of_file(self, path: &Path, so_far: ReadSoFar) {
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
    pub fn of_stream(self, stream: &Mutex<Stream>) {
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
    pub fn of_end(self, path: &Path) {
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
    use crate::run::reading::BEGINNING;

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
