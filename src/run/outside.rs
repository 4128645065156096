//! Programs that a person has named in the config: they look words up and read aloud, in threads
//! of their own.

use super::Reader;
use super::events::{Event, Events};
use crate::settings::Program;
use crate::terminal::outside::{self, Printed};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// A program that looks words up is waited for no longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What stops the programs that are at work, when it is dropped.
#[derive(Debug, Default)]
pub struct Outside {
    looking_up: Option<Sender<()>>,
    speaking: Option<Sender<()>>,
}

impl Reader {
    /// Looks words up.
    pub(super) fn look_up(&mut self, words: String, events: &Events) {
        let Some(program) = self.app.settings.lookup.clone() else { return };
        let (running, stop) = mpsc::channel();
        // What was looked up before is not wanted any more.
        self.outside.looking_up = Some(running);
        let sender = events.sender();
        let work = move || {
            let Some(found) = ran(&program, &words, Some(PATIENCE), &stop) else { return };
            let found = found.map(|printed| printed.output);
            let _ = sender.send(Event::LookedUp { words, found });
        };
        self.begin_outside(work);
    }

    /// Reads words aloud.
    pub(super) fn speak(&mut self, words: String, events: &Events) {
        let Some(program) = self.app.settings.speak.clone() else { return };
        let (running, stop) = mpsc::channel();
        self.outside.speaking = Some(running);
        let sender = events.sender();
        let work = move || {
            let Some(spoken) = ran(&program, &words, None, &stop) else { return };
            let _ = sender.send(Event::Spoken(spoken.map(drop)));
        };
        self.begin_outside(work);
    }

    /// Stops reading aloud.
    pub(super) fn silence(&mut self) {
        self.outside.speaking = None;
    }

    fn begin_outside(&mut self, work: impl FnOnce() + Send + 'static) {
        if let Err(error) = thread::Builder::new().name("outside".to_owned()).spawn(work) {
            self.app.complain(format!("no program could be started: {error}"));
        }
    }
}

/// What a program printed for a text, or why it did not; `None` where it is not wanted any more.
fn ran(
    program: &Program,
    text: &str,
    patience: Option<Duration>,
    stop: &Receiver<()>,
) -> Option<Result<Printed, String>> {
    let (words, by_input) = program.for_text(text);
    let name = words.first().cloned().unwrap_or_default();
    let input = by_input.then(|| text.to_owned());
    match outside::run(&words, input, patience, stop) {
        Ok(Some(printed)) if printed.success || !printed.output.trim().is_empty() => {
            Some(Ok(printed))
        }
        Ok(Some(printed)) => {
            let why = printed.error.lines().find(|line| !line.trim().is_empty());
            Some(Err(format!("{name}: {}", why.unwrap_or("failed without a message"))))
        }
        Ok(None) if stop.try_recv() == Err(mpsc::TryRecvError::Empty) => {
            Some(Err(format!("{name} took too long and was stopped")))
        }
        Ok(None) => None,
        Err(error) => Some(Err(format!("{name} cannot be started: {error}"))),
    }
}
