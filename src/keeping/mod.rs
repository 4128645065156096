//! What is kept on disk for the screen: read and written by threads of their own,
//! so that no key waits for a disk or for another program.
//!
//! A [`Keeper`] takes requests and answers each in its turn, with an [`Answer`].
//! There are two threads, so that a lock on one kind of file holds up only what is
//! about that kind: [`bookmarks`] keeps the bookmarks, and [`state`] what the program
//! remembers by itself, such as where each document was left. What the first could
//! not write before the program ended is [`unwritten`] until the next start.

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

/// Where everything is kept.
#[derive(Debug, Clone)]
pub struct Places {
    /// The file of bookmarks.
    pub bookmarks: PathBuf,
    /// The folder of changes of the bookmarks that are still to be made.
    pub unwritten: PathBuf,
    /// Whether anything may be written.
    pub security: Security,
    /// The folder of reading positions.
    pub reading: PathBuf,
    /// The file of remembered looks.
    pub looks: PathBuf,
    /// The file of the config.
    pub config: PathBuf,
}

/// What came of a request, or what holds it up.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The bookmarks were read for the first time.
    Opened {
        /// All of them.
        bookmarks: Vec<Bookmark>,
        /// Why none can be kept, where none can.
        trouble: Option<StoreError>,
    },
    /// Changes were made that could not be written before the program ended last.
    TakenUp {
        /// How many.
        changes: usize,
        /// All bookmarks after them.
        bookmarks: Vec<Bookmark>,
    },
    /// Another program holds the bookmarks; the request is kept until it is done.
    Waiting,
    /// A change of the bookmarks is on disk.
    Changed {
        /// The change.
        change: Change,
        /// What a person should know of it.
        remarks: Vec<Remark>,
        /// All bookmarks after it.
        bookmarks: Vec<Bookmark>,
    },
    /// A change of the bookmarks was taken back.
    Undone {
        /// What took it back, and what a person should know of it; `None` where
        /// there was nothing to take back.
        change: Option<(Change, Vec<Remark>)>,
        /// All bookmarks after it.
        bookmarks: Vec<Bookmark>,
    },
    /// A change of the bookmarks could not be made or taken back.
    Refused {
        /// The change that was to be made.
        change: Option<Change>,
        /// Why it could not be.
        error: StoreError,
    },
    /// How a document was left.
    Left {
        /// The content that was asked for.
        content: String,
        /// How it was left.
        left: Left,
    },
    /// The documents that were read lately.
    Recent(Vec<Recent>),
    /// A document was forgotten.
    Forgotten {
        /// Its title; `None` where nothing was remembered of it.
        title: Option<String>,
        /// The documents that are remembered now.
        recent: Vec<Recent>,
    },
    /// The last forgetting was taken back.
    Recollected {
        /// The document's title; `None` where there was nothing to take back.
        title: Option<String>,
        /// The documents that are remembered now.
        recent: Vec<Recent>,
    },
    /// Looks were written into the config.
    LooksSaved(Box<Saved>),
    /// The looks were forgotten; the config as it is now.
    LooksForgotten(Box<Config>),
    /// What is remembered could not be changed; why, in one line.
    Unremembered(String),
}

/// The end by which the rest of the program reaches the threads.
#[derive(Debug)]
pub struct Keeper {
    bookmarks: Sender<BookmarkRequest>,
    state: Sender<StateRequest>,
    /// Ends once both threads have.
    working: Receiver<()>,
}

impl Keeper {
    /// Begins to keep; each answer is handed to `answer`.
    ///
    /// # Errors
    /// Where no thread can be had.
    pub fn begin(
        places: Places,
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

    /// Asks for something to be done with the bookmarks.
    pub fn ask_bookmarks(&self, request: BookmarkRequest) {
        // The thread takes requests for as long as this end is there.
        let _ = self.bookmarks.send(request);
    }

    /// Asks for something to be remembered or recalled.
    pub fn ask_state(&self, request: StateRequest) {
        let _ = self.state.send(request);
    }

    /// Waits until all that was asked for by now is done, but only so long.
    pub fn rest(&self, patience: Duration) {
        let (sender, resting) = mpsc::channel();
        self.ask_bookmarks(BookmarkRequest::Rest(sender.clone()));
        self.ask_state(StateRequest::Rest(sender));
        wait_for_end(&resting, patience);
    }

    /// Takes no more requests, and waits so long at most for what was asked to be
    /// done; tells whether it was.
    pub fn finish(self, patience: Duration) -> Finish {
        let Self { bookmarks, state, working } = self;
        drop((bookmarks, state));
        wait_for_end(&working, patience)
    }
}

/// Waits until nobody holds the other end of a channel any more.
fn wait_for_end(channel: &Receiver<()>, patience: Duration) -> Finish {
    match channel.recv_timeout(patience) {
        Err(RecvTimeoutError::Timeout) => Finish::HeldUp,
        Ok(()) | Err(RecvTimeoutError::Disconnected) => Finish::Done,
    }
}

/// How the keeping ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// All that was asked for was done.
    Done,
    /// Something is still being waited for.
    HeldUp,
}

#[cfg(test)]
mod tests;
