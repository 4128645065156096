//! Work done in the background, such as reading slow files, while keys are
//! handled.

use super::event::Event;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{io, thread};

/// Work on another thread. Dropping this discards the result.
#[derive(Debug)]
pub struct Awaited<T> {
    done: Receiver<T>,
}

impl<T: Send + 'static> Awaited<T> {
    /// Starts the work; [`Event::Ready`] reports its completion.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn begin(
        events: Sender<Event>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, done) = mpsc::channel();
        let work = move || {
            // A discarded result is not reported.
            if sender.send(work()).is_ok() {
                let _ = events.send(Event::Ready);
            }
        };
        thread::Builder::new().name("reading".to_owned()).spawn(work)?;
        Ok(Self { done })
    }

    /// Returns the result, once it is there.
    pub fn taken(&self) -> Option<T> {
        self.done.try_recv().ok()
    }

    /// Waits a limited time for the result.
    pub fn within(&self, patience: Duration) -> Option<T> {
        self.done.recv_timeout(patience).ok()
    }
}

/// Work on another thread whose result is shown later than it comes.
#[derive(Debug)]
pub struct Pending<T> {
    awaited: Awaited<T>,
    result: Option<T>,
}

impl<T: Send + 'static> Pending<T> {
    /// Starts the work, as [`Awaited::begin`] does.
    ///
    /// # Errors
    /// The thread cannot be started.
    pub fn begin(
        events: Sender<Event>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Self> {
        Ok(Self { awaited: Awaited::begin(events, work)?, result: None })
    }

    /// Takes the result if it has just come; returns whether it has.
    pub fn arrives(&mut self) -> bool {
        let had_come = self.has_come();
        if !had_come {
            self.result = self.awaited.taken();
        }
        !had_come && self.has_come()
    }

    /// Whether the result has come.
    pub fn has_come(&self) -> bool {
        self.result.is_some()
    }

    /// Returns the result, if it has come.
    pub fn into_result(self) -> Option<T> {
        self.result
    }
}
