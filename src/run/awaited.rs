//! Work that is done while keys are taken: files that are read, however slowly
//! they come.

use super::events::Event;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;
use std::{io, thread};

/// What a thread is at work on. Dropped, it is not wanted any more.
#[derive(Debug)]
pub struct Awaited<T> {
    done: Receiver<T>,
}

impl<T: Send + 'static> Awaited<T> {
    /// Begins to work; [`Event::Ready`] tells that it is done.
    ///
    /// # Errors
    /// Where no thread can be had.
    pub fn begin(
        events: Sender<Event>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, done) = mpsc::channel();
        let work = move || {
            // Nobody is told of what is not wanted any more.
            if sender.send(work()).is_ok() {
                let _ = events.send(Event::Ready);
            }
        };
        thread::Builder::new().name("reading".to_owned()).spawn(work)?;
        Ok(Self { done })
    }

    /// What came of it, once it is done.
    pub fn taken(&self) -> Option<T> {
        self.done.try_recv().ok()
    }

    /// The same, if it is done within some time.
    pub fn within(&self, patience: Duration) -> Option<T> {
        self.done.recv_timeout(patience).ok()
    }
}
