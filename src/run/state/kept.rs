//! The known state of the files on disk, and the open requests.

use crate::bookmarks::{Bookmark, Change, StoreError, preview};
use crate::find::Target;
use crate::run::event::Event;
use std::borrow::Cow;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// How long a key may wait for the answer to the request before it: an unnoticeable time.
pub const UNNOTICED: Duration = Duration::from_millis(150);

/// The known state of the files on disk, and the open requests.
#[derive(Debug, Default)]
pub struct KeptState {
    /// All bookmarks, as last on disk.
    pub(in crate::run) on_disk: Vec<Bookmark>,
    /// Changes that are not yet written, oldest first.
    pub(in crate::run) unwritten: VecDeque<Change>,
    /// The reason why bookmarks cannot be saved, if they cannot.
    pub trouble: Option<StoreError>,
    /// The number of answers still to come.
    pub(in crate::run) open: usize,
    /// The end of waiting for them.
    pub(in crate::run) until: Option<Instant>,
    /// Events that came in the meantime.
    pub(in crate::run) held: VecDeque<Event>,
    /// The document whose reading position was requested.
    pub(in crate::run) arriving: Option<Arrival>,
}

/// A newly opened document whose reading position was requested.
#[derive(Debug)]
pub struct Arrival {
    pub(in crate::run) content: String,
    /// Where to go instead.
    pub(in crate::run) target: Option<Target>,
}

impl KeptState {
    /// Creates the state with events that came before any request.
    pub fn holding(held: Vec<Event>) -> Self {
        Self { held: held.into(), ..Self::default() }
    }

    /// Returns all bookmarks as they will be once everything is written.
    pub fn bookmarks(&self) -> Cow<'_, [Bookmark]> {
        if self.unwritten.is_empty() {
            Cow::Borrowed(&self.on_disk)
        } else {
            Cow::Owned(preview(&self.on_disk, &self.unwritten))
        }
    }

    /// Adds a number of awaited answers.
    pub fn awaiting(&mut self, answers: usize) {
        self.open += answers;
        self.until = Some(Instant::now() + UNNOTICED);
    }

    /// Counts an answer that came.
    pub fn answered(&mut self) {
        self.open = self.open.saturating_sub(1);
    }

    /// Whether any answer is still to come.
    pub fn is_open(&self) -> bool {
        self.open > 0
    }

    /// Whether an answer may come soon.
    pub fn is_awaited(&self) -> bool {
        self.open > 0 && self.until.is_some()
    }

    /// How long to go on waiting for an answer.
    pub(in crate::run) fn patience(&mut self) -> Option<Duration> {
        let left = self.until?.checked_duration_since(Instant::now());
        if left.is_none() || self.open == 0 {
            self.until = None;
            return None;
        }
        left
    }
}
