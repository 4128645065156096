//! One stream of all that happens: keys, the mouse, the size, signals.

use super::reread::Reread;
use crate::app::{Export, Outcome, Prepared, Suggestions};
use crate::bookmarks::exchange::Read;
use crate::bookmarks::{Anchor, Revision};
use crate::document::{ContentId, Passage};
use crate::find::Finding;
use crate::keeping::Answer;
use crate::terminal::{self, Copied, Gate, Input};
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// The terminal or a signal said something.
    Input(Input),
    /// Words were to be put on the clipboard by another program; how that went.
    Copied(Copied),
    /// Passages of bookmarks were found in a document.
    Found {
        /// The document: another may have been opened since.
        document: ContentId,
        /// How each stands there, by the id of its bookmark.
        passages: Vec<(String, Anchor)>,
    },
    /// Something that is kept on disk was read or written, or is held up.
    Kept(Box<Answer>),
    /// A file that is watched is other than it was.
    Touched,
    /// A file was read again.
    Reread(Box<Reread>),
    /// More of a large text was read.
    Grown {
        /// Which reading it was: an earlier one is worth nothing any more.
        turn: u64,
        /// What was read, or why no more can be.
        read: Result<Box<Grown>, String>,
    },
    /// It was found out how a passage was recognised.
    Explained {
        /// The document: another may have been opened since.
        document: ContentId,
        /// The passage.
        passage: Passage,
        /// How, or why that cannot be told.
        told: Result<String, String>,
    },
    /// A file was to be written.
    Exported(Box<Export>, Outcome),
    /// A file of bookmarks was read, to be taken in.
    Imported {
        /// The path, as it was typed.
        typed: String,
        /// What was read, or why it cannot be.
        read: Result<Box<Read>, String>,
    },
    /// It was found out what is wrong with a document by its own account.
    Checked {
        /// The document: another may have been opened since.
        document: ContentId,
        /// What is wrong.
        findings: Vec<Finding>,
    },
    /// Words were looked up.
    LookedUp {
        /// The words.
        words: String,
        /// What another program says of them, or why it does not.
        found: Result<String, String>,
    },
    /// Words were read aloud, or why they were not.
    Spoken(Result<(), String>),
    /// It was looked up what a path that is typed could become.
    Suggested(Suggestions),
    /// Something that was waited for is there.
    Ready,
}

/// More of a large text than was read before.
#[derive(Debug, Clone)]
pub struct Grown {
    /// What was read by now.
    pub prepared: Prepared,
    /// How it came of what was read before.
    pub revision: Revision,
}

/// The stream. Two threads fill it, one from the terminal and one from the
/// signals; others do what takes time, and tell here that it is done.
#[derive(Debug)]
pub struct Events {
    receiver: Receiver<Event>,
    sender: Sender<Event>,
    gate: Arc<Gate>,
}

impl Default for Events {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { receiver, sender, gate: Arc::default() }
    }
}

impl Events {
    /// Listens to signals from now on: before the terminal is taken, so that
    /// none of them leaves it taken.
    ///
    /// # Errors
    /// Where signals cannot be listened to.
    pub fn listen_to_signals(&self) -> io::Result<()> {
        let sender = self.sender();
        terminal::listen_to_signals(move |input| sender.send(Event::Input(input)).is_ok())
    }

    /// Listens to the terminal from now on: once it is taken, since only then
    /// it sends each key as it is pressed.
    ///
    /// # Errors
    /// Where no thread can be had.
    pub fn listen_to_keys(&self) -> io::Result<()> {
        let sender = self.sender();
        let hear = move |input| sender.send(Event::Input(input)).is_ok();
        terminal::listen_to_keys(Arc::clone(&self.gate), hear)
    }

    /// The end that takes what happens elsewhere in the program.
    pub fn sender(&self) -> Sender<Event> {
        self.sender.clone()
    }

    /// Leaves the keys to another program while `work` is done.
    pub fn while_left<T>(&self, work: impl FnOnce() -> T) -> T {
        self.gate.close();
        let done = work();
        self.gate.open();
        done
    }

    /// Waits for the next event.
    pub fn next(&self) -> Event {
        self.receiver.recv().unwrap_or(Event::Input(Input::Closed))
    }

    /// Waits so long at most for the next event.
    pub fn next_within(&self, patience: Duration) -> Option<Event> {
        match self.receiver.recv_timeout(patience) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::Input(Input::Closed)),
        }
    }

    /// An event that has happened already, if there is one.
    pub fn waiting(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}
