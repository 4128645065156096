//! How far the document in view is read.

use crate::run::event::Grown;
use crate::run::growth::Growth;
use crate::run::stream::Stream;
use std::path::PathBuf;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex};

/// The progress of reading the document in view.
#[derive(Debug, Default)]
pub struct Growing {
    /// The number of the latest reading; earlier ones stop.
    pub(in crate::run) turn: Arc<AtomicU64>,
    /// The parts read and not yet shown, each grown from the one before.
    pub(in crate::run) pending: Vec<Grown>,
    /// What reads the document in view, if it is a file.
    pub(in crate::run) growth: Option<(Growth, PathBuf)>,
    /// Standard input, while more of it comes. The thread that waits for more holds
    /// the lock, whichever document is in view.
    pub(in crate::run) stream: Option<Arc<Mutex<Stream>>>,
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
