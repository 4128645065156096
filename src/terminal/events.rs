//! One stream of all that happens: keys, the mouse, the size, signals.

use super::{Copied, translate};
use crate::action::Key;
use crate::app::{Mouse, Size};
use std::sync::mpsc::{self, Receiver, Sender};
use std::{io, thread};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// The terminal is gone.
    Closed,
}

/// The stream. Two threads fill it, one from the terminal and one from the
/// signals, and one more while another program takes what is copied, so that waiting for the next event costs nothing.
#[derive(Debug)]
pub struct Events {
    receiver: Receiver<Event>,
    sender: Sender<Event>,
}

impl Events {
    /// Starts to listen.
    ///
    /// # Errors
    /// Where signals cannot be listened to.
    pub fn listen() -> io::Result<Self> {
        let (sender, receiver) = mpsc::channel();
        let own = sender.clone();
        listen_to_signals(sender.clone())?;
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || listen_to_terminal(&sender))?;
        Ok(Self { receiver, sender: own })
    }

    /// The end that takes what happens elsewhere in the program.
    pub fn sender(&self) -> Sender<Event> {
        self.sender.clone()
    }

    /// Waits for the next event.
    pub fn next(&self) -> Event {
        self.receiver.recv().unwrap_or(Event::Closed)
    }

    /// An event that has happened already, if there is one.
    pub fn waiting(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }
}

fn listen_to_terminal(sender: &Sender<Event>) {
    loop {
        let event = match crossterm::event::read() {
            Ok(reported) => translate::event(reported),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => None,
            Err(_) => Some(Event::Closed),
        };
        let closed = event == Some(Event::Closed);
        let gone = event.is_some_and(|event| sender.send(event).is_err());
        if closed || gone {
            return;
        }
    }
}

#[cfg(unix)]
fn listen_to_signals(sender: Sender<Event>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let event = match signal {
                SIGTSTP => Event::Stop,
                SIGCONT => Event::Continue,
                other => Event::End(other),
            };
            if sender.send(event).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

#[cfg(not(unix))]
fn listen_to_signals(_: Sender<Event>) -> io::Result<()> {
    Ok(())
}
