//! One stream of all that happens: keys, the mouse, the size, signals.

use super::{Copied, Reread, Session, translate};
use crate::action::Key;
use crate::app::{Mouse, Prepared, Size};
use crate::bookmarks::{Anchor, Revision};
use crate::document::ContentId;
use crate::keeping::Answer;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;
use std::{io, thread};

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(Size),
    /// A signal asks the program to end; its number.
    End(i32),
    /// A signal asks the program to stop until it is called again.
    Stop,
    /// The program was stopped, and goes on.
    Continue,
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
    /// The terminal is gone.
    Closed,
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
/// signals; others do while words are copied or passages are found.
#[derive(Debug)]
pub struct Events {
    receiver: Receiver<Event>,
    sender: Sender<Event>,
    gate: Arc<Gate>,
}

impl Events {
    /// Starts to listen.
    ///
    /// # Errors
    /// Where signals cannot be listened to.
    pub fn listen() -> io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let own = sender.clone();
        let gate = Arc::new(Gate::default());
        let keys = Arc::clone(&gate);
        #[cfg(unix)]
        super::signals::listen(sender.clone())?;
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || listen_to_terminal(&sender, &keys))?;
        Ok(Self { receiver, sender: own, gate })
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
        self.receiver.recv().unwrap_or(Event::Closed)
    }

    /// Waits so long at most for the next event.
    pub fn next_within(&self, patience: Duration) -> Option<Event> {
        match self.receiver.recv_timeout(patience) {
            Ok(event) => Some(event),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Event::Closed),
        }
    }

    /// An event that has happened already, if there is one.
    pub fn waiting(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}

/// Whether the terminal is read: not while another program has it.
#[derive(Debug, Default)]
struct Gate {
    state: Mutex<GateState>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct GateState {
    closed: bool,
    /// Whether the reading thread waits before it.
    waiting: bool,
}

/// How long a wait for keys lasts before the gate is looked at again.
const LOOK: Duration = Duration::from_millis(250);

impl Gate {
    /// Waits while it is closed.
    fn pass(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        while state.closed {
            state.waiting = true;
            self.changed.notify_all();
            match self.changed.wait(state) {
                Ok(next) => state = next,
                Err(_) => return,
            }
        }
        state.waiting = false;
    }

    /// Closes it, and waits until nobody is behind it.
    fn close(&self) {
        let Ok(mut state) = self.state.lock() else { return };
        state.closed = true;
        // A thread that has ended never waits.
        let _ = self.changed.wait_timeout_while(state, 4 * LOOK, |state| !state.waiting);
    }

    fn open(&self) {
        if let Ok(mut state) = self.state.lock() {
            state.closed = false;
            self.changed.notify_all();
        }
    }
}

fn listen_to_terminal(sender: &Sender<Event>, gate: &Gate) {
    // Only the first look makes the library listen to changes of the size: one
    // that came before it would never be told.
    let _ = crossterm::event::poll(Duration::ZERO);
    if let Ok(size) = Session::size()
        && sender.send(Event::Resize(size)).is_err()
    {
        return;
    }
    loop {
        gate.pass();
        let event = match crossterm::event::poll(LOOK) {
            Ok(false) => continue,
            Ok(true) => match crossterm::event::read() {
                Ok(reported) => translate::event(reported),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
                Err(_) => Some(Event::Closed),
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(_) => Some(Event::Closed),
        };
        let closed = matches!(event, Some(Event::Closed));
        let gone = event.is_some_and(|event| sender.send(event).is_err());
        if closed || gone {
            return;
        }
    }
}
