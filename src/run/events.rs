//! A single stream of all events: keys, the mouse, the size, signals.

use super::reread::Reread;
use crate::app::{Export, Outcome, Prepared, Suggestions};
use crate::bookmarks::exchange::ReadAnnotations;
use crate::bookmarks::{Anchor, Revision};
use crate::document::{ContentId, Passage};
use crate::find::Finding;
use crate::keeping::Answer;
use crate::terminal::{self, Copied, Gate, Input};
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

/// An event.
#[derive(Debug, Clone)]
pub enum Event {
    /// Input from the terminal or a signal.
    Input(Input),
    /// The result of copying text through another program.
    Copied(Copied),
    /// The passages of bookmarks were found in a document.
    Found {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// The anchor of each bookmark, by its id.
        passages: Vec<(String, Anchor)>,
    },
    /// The keeper of the files on disk has answered.
    Kept(Box<Answer>),
    /// A watched file has changed.
    Touched,
    /// A file was read again.
    Reread(Box<Reread>),
    /// More of a large text was read.
    Grown {
        /// The number of the reading: results of earlier ones are obsolete.
        turn: u64,
        /// The text, or the reason why no more can be read.
        read: Result<Box<Grown>, String>,
    },
    /// The recognition of a passage was explained.
    Explained {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// The passage.
        passage: Passage,
        /// The explanation, or the reason why there is none.
        told: Result<String, String>,
    },
    /// The result of an export.
    Exported(Box<Export>, Outcome),
    /// A file of bookmarks to import was read.
    Imported {
        /// The path, as typed.
        typed: String,
        /// The bookmarks, or the reason why they cannot be read.
        read: Result<Box<ReadAnnotations>, String>,
    },
    /// A document was checked.
    Checked {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// The findings.
        findings: Vec<Finding>,
    },
    /// Words were looked up.
    LookedUp {
        /// The words.
        words: String,
        /// The output of the lookup program, or the reason why it failed.
        found: Result<String, String>,
    },
    /// Reading aloud ended, or failed for this reason.
    Spoken(Result<(), String>),
    /// The completions of a typed path were found.
    Suggested(Suggestions),
    /// A whole line was typed; `None` once there are no more.
    Line(Option<String>),
    /// Awaited work is done.
    Ready,
}

/// More of a large text than was read before.
#[derive(Debug, Clone)]
pub struct Grown {
    /// The text read so far.
    pub prepared: Prepared,
    /// Its changes against the text read before.
    pub revision: Revision,
}

/// The stream of events. One thread sends those of the terminal and another
/// those of the signals; further threads do slow work and report its completion
/// here.
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
    /// Starts to listen to signals. Call it before taking the terminal, so that
    /// no signal leaves the terminal taken.
    ///
    /// # Errors
    /// Signals cannot be listened to.
    pub fn listen_to_signals(&self) -> io::Result<()> {
        let sender = self.sender();
        terminal::listen_to_signals(move |input| sender.send(Event::Input(input)).is_ok())
    }

    /// Starts to listen to the terminal. Call it after taking the terminal,
    /// which only then sends each key as it is pressed.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn listen_to_keys(&self) -> io::Result<()> {
        let sender = self.sender();
        let hear = move |input| sender.send(Event::Input(input)).is_ok();
        terminal::listen_to_keys(Arc::clone(&self.gate), hear)
    }

    /// Returns a sender for other parts of the program.
    pub fn sender(&self) -> Sender<Event> {
        self.sender.clone()
    }

    /// Leaves the keys to another program during `work`.
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

    /// Waits at most `patience` for the next event.
    pub fn next_within(&self, patience: Duration) -> Option<Event> {
        match self.receiver.recv_timeout(patience) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::Input(Input::Closed)),
        }
    }

    /// Returns an event that has already happened, if any.
    pub fn waiting(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}
