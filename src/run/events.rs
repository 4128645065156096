//! A single stream of all events: keys, the mouse, the size, signals.

use super::event::Event;
use crate::terminal::{self, Gate, Input};
use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

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
