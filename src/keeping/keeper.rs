//! The handle of the threads: it starts them, passes requests to them, and waits for their end.

use super::answer::Answer;
use super::bookmarks::{self, BookmarkRequest};
use super::places::FilePlaces;
use super::state::{self, StateRequest};
use crate::settings::Security;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;
use std::{io, thread};

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
