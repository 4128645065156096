//! Storage for the screen: separate threads read and write the disk, so that no key waits for a
//! disk or for another program.
//!
//! A [`Keeper`] takes requests and answers each in turn, with an [`Answer`]. There are two threads,
//! so that a lock on one kind of file only delays requests of that kind: [`bookmarks`] stores the
//! bookmarks, and [`state`] what the program remembers by itself, such as reading positions.
//! Bookmark changes that could not be written before the program ended are [`unwritten`] until the
//! next start.

mod bookmarks;
mod recent;
mod state;
mod unwritten;

pub use bookmarks::BookmarkRequest;
pub use recent::documents as recent_documents;
pub use state::{Left, Saved, StateRequest};
pub use unwritten::{put_aside, take_up};

use crate::app::Recent;
use crate::bookmarks::{Bookmark, Change, Remark, StoreError};
use crate::settings::{Config, Security};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

/// The places of all files.
#[derive(Debug, Clone)]
pub struct FilePlaces {
    /// The file of bookmarks.
    pub bookmarks: PathBuf,
    /// The folder of bookmark changes that are still to be made.
    pub unwritten: PathBuf,
    /// Whether anything may be written.
    pub security: Security,
    /// The folder of reading positions.
    pub reading: PathBuf,
    /// The file of remembered looks.
    pub looks: PathBuf,
    /// The config file.
    pub config: PathBuf,
}

/// The result of a request, or why it is delayed.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The bookmarks were read for the first time.
    Opened {
        /// All of them.
        bookmarks: Vec<Bookmark>,
        /// Why no bookmark can be saved, if so.
        trouble: Option<StoreError>,
    },
    /// The changes from before the last exit were made.
    TakenUp {
        /// The number of changes.
        changes: usize,
        /// All bookmarks afterwards.
        bookmarks: Vec<Bookmark>,
    },
    /// Another program holds the lock; the request waits for it.
    Waiting,
    /// A change of the bookmarks is on disk.
    Changed {
        /// The change.
        change: Change,
        /// What the user should know about it.
        remarks: Vec<Remark>,
        /// All bookmarks afterwards.
        bookmarks: Vec<Bookmark>,
    },
    /// A change of the bookmarks was undone.
    Undone {
        /// The change that undid it, and what the user should know about it;
        /// `None` if there was nothing to undo.
        change: Option<(Change, Vec<Remark>)>,
        /// All bookmarks afterwards.
        bookmarks: Vec<Bookmark>,
    },
    /// A change of the bookmarks could not be made or undone.
    Refused {
        /// The change that failed.
        change: Option<Change>,
        /// Why it failed.
        error: StoreError,
    },
    /// The last state of a document.
    Left {
        /// The requested content.
        content: String,
        /// Its last state.
        left: Left,
    },
    /// The recently read documents.
    Recent(Vec<Recent>),
    /// A document was forgotten.
    Forgotten {
        /// Its title; `None` if nothing was remembered.
        title: Option<String>,
        /// The documents that are remembered now.
        recent: Vec<Recent>,
    },
    /// The last forgetting was undone.
    Recollected {
        /// The document's title; `None` if there was nothing to undo.
        title: Option<String>,
        /// The documents that are remembered now.
        recent: Vec<Recent>,
    },
    /// Looks were written to the config.
    LooksSaved(Box<Saved>),
    /// The looks were forgotten; the config as it is now.
    LooksForgotten(Box<Config>),
    /// The memory could not be changed; the reason in one line.
    Unremembered(String),
}

/// The handle through which the rest of the program uses the threads.
#[derive(Debug)]
pub struct Keeper {
    bookmarks: Sender<BookmarkRequest>,
    state: Sender<StateRequest>,
    /// Disconnects once both threads have ended.
    working: Receiver<()>,
}

impl Keeper {
    /// Starts the threads; each answer is passed to `answer`.
    ///
    /// # Errors
    /// If a thread cannot be started.
    pub fn begin(
        places: FilePlaces,
        answer: impl Fn(Answer) + Send + Clone + 'static,
    ) -> io::Result<Self> {
        let (bookmark_sender, bookmark_requests) = mpsc::channel();
        let (state, state_requests) = mpsc::channel();
        let (at_work, working) = mpsc::channel::<()>();
        let (also_at_work, also) = (at_work.clone(), answer.clone());
        let (bookmarks, security) = (places.bookmarks.clone(), places.security);
        let unwritten = (security == Security::Open).then(|| places.unwritten.clone());
        thread::Builder::new().name("bookmarks".to_owned()).spawn(move || {
            bookmarks::keep(bookmarks, unwritten.as_deref(), &bookmark_requests, &answer);
            drop(at_work);
        })?;
        thread::Builder::new().name("state".to_owned()).spawn(move || {
            state::keep(places, &state_requests, &also);
            drop(also_at_work);
        })?;
        Ok(Self { bookmarks: bookmark_sender, state, working })
    }

    /// Sends a request about the bookmarks.
    pub fn ask_bookmarks(&self, request: BookmarkRequest) {
        // The thread receives requests as long as this sender exists.
        let _ = self.bookmarks.send(request);
    }

    /// Sends a request to remember or recall something.
    pub fn ask_state(&self, request: StateRequest) {
        let _ = self.state.send(request);
    }

    /// Waits until all requests so far are done, at most for `patience`.
    pub fn rest(&self, patience: Duration) {
        let (sender, resting) = mpsc::channel();
        self.ask_bookmarks(BookmarkRequest::Rest(sender.clone()));
        self.ask_state(StateRequest::Rest(sender));
        wait_for_end(&resting, patience);
    }

    /// Takes no more requests, and waits at most for `patience` until all are
    /// done; returns whether they are.
    pub fn finish(self, patience: Duration) -> Finish {
        let Self { bookmarks, state, working } = self;
        drop((bookmarks, state));
        wait_for_end(&working, patience)
    }
}

/// Waits until all senders of a channel are gone.
fn wait_for_end(channel: &Receiver<()>, patience: Duration) -> Finish {
    match channel.recv_timeout(patience) {
        Err(RecvTimeoutError::Timeout) => Finish::HeldUp,
        Ok(()) | Err(RecvTimeoutError::Disconnected) => Finish::Done,
    }
}

/// How the threads ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// All requests were done.
    Done,
    /// Some requests are still waiting.
    HeldUp,
}

#[cfg(test)]
mod tests;
