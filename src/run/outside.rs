//! Runs the configured programs that look words up and read aloud, each in a thread of its own.

use super::event::Event;
use super::events::Events;
use super::state::Reader;
use crate::messages::errors;
use crate::settings::Program;
use crate::terminal::outside::{self, ProgramOutput};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// How long to wait for a program that looks words up.
const PATIENCE: Duration = Duration::from_secs(20);

impl Reader {
    /// Looks words up.
    pub(super) fn look_up(&mut self, words: String, events: &Events) {
        let Some(program) = self.app.settings.lookup.clone() else { return };
        let (running, stop) = mpsc::channel();
        // This stops the search before it.
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
            self.app.complain(errors::programs_not_started(error));
        }
    }
}

/// Runs a program on a text and returns its output or why it failed; `None` if it was stopped.
fn ran(
    program: &Program,
    text: &str,
    patience: Option<Duration>,
    stop: &Receiver<()>,
) -> Option<Result<ProgramOutput, String>> {
    let (words, by_input) = program.for_text(text);
    let name = words.first().cloned().unwrap_or_default();
    let input = by_input.then(|| text.to_owned());
    match outside::run(&words, input, patience, stop) {
        Ok(Some(printed)) if printed.success || !printed.output.trim().is_empty() => {
            Some(Ok(printed))
        }
        Ok(Some(printed)) => {
            let why = printed.error.lines().find(|line| !line.trim().is_empty());
            Some(Err(errors::program_says(name, why.unwrap_or(errors::FAILED_SILENTLY))))
        }
        Ok(None) if stop.try_recv() == Err(mpsc::TryRecvError::Empty) => {
            Some(Err(errors::program_too_slow(name)))
        }
        Ok(None) => None,
        Err(error) => Some(Err(errors::program_not_started(name, error))),
    }
}
