//! Reading as a conversation in plain lines: takes a line, carries it out and waits for the
//! result, and writes the answer. Nothing is ever repainted.

use super::event::Event;
use super::events::Events;
use super::exit::Exit;
use super::front::{Front, HandedOver};
use super::kept::finish;
use super::state::{Reader, UNNOTICED};
use crate::action::Size;
use crate::app::Effect;
use crate::cli::output::printable;
use crate::linear::{Asked, Conversation, typed};
use crate::messages::{errors, linear};
use crate::terminal::{LineSource, Session, is_gone, listen_to_lines};
use std::collections::VecDeque;
use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// The state needs a screen size, though nothing is drawn: its rows limit how long a paragraph may
/// be for a match in it to count as seen.
pub const UNSEEN: Size = Size { columns: 100, rows: 60 };

/// The maximum time for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Plain lines on standard output.
#[derive(Debug)]
struct Lines {
    /// Whether standard output is a terminal.
    is_terminal: bool,
    /// Words that could not be copied to any clipboard.
    shown: Vec<String>,
    /// Lines that arrived while an answer was pending.
    waiting: VecDeque<Option<String>>,
}

impl Front for Lines {
    fn redraw(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn capture_mouse(&mut self, _: bool) -> io::Result<()> {
        Ok(())
    }

    fn synchronise(&mut self) {}

    fn leave(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn enter_again(&mut self) -> io::Result<Size> {
        Ok(UNSEEN)
    }

    fn hand_over(&mut self, words: &str, sequence: &str) -> io::Result<HandedOver> {
        if self.is_terminal {
            write(sequence)?;
            return Ok(HandedOver::Asked);
        }
        self.shown.push(words.to_owned());
        Ok(HandedOver::Shown)
    }
}

fn write(words: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(words.as_bytes())?;
    out.flush()
}

impl Reader {
    /// Converses until the user leaves, the input ends, or a signal arrives.
    pub(super) fn converse(mut self, source: LineSource, events: &Events) -> io::Result<Exit> {
        self.app.typed_as = typed;
        let sender = events.sender();
        listen_to_lines(source, move |line| sender.send(Event::Line(line)).is_ok())?;
        let ending = self.answer_lines(events);
        self.remember();
        self.keeper.rest(UNNOTICED);
        self.clipboard.finish();
        finish(self.keeper, self.kept, self.places, events);
        match ending {
            Err(error) if is_gone(&error) || error.kind() == io::ErrorKind::BrokenPipe => {
                Ok(Exit::Done)
            }
            ending => ending,
        }
    }

    fn answer_lines(&mut self, events: &Events) -> io::Result<Exit> {
        let is_terminal = io::stdout().is_terminal();
        let mut front = Lines { is_terminal, shown: Vec::new(), waiting: VecDeque::new() };
        let mut conversation = Conversation::new(self.columns(is_terminal));
        conversation.greet(&self.app);
        let mut effects = Vec::new();
        loop {
            let document = self.app.document.metadata().content;
            loop {
                if let Some(ending) = self.do_all(effects, &mut front, events)? {
                    return Ok(ending);
                }
                effects = conversation.go_on(&mut self.app);
                if effects.is_empty() {
                    break;
                }
            }
            if self.app.document.metadata().content != document {
                conversation.begin_again();
            }
            conversation.set_columns(self.columns(is_terminal));
            let mut answer = conversation.answer(&mut self.app);
            if !front.shown.is_empty() {
                let shown = std::mem::take(&mut front.shown);
                answer = shown.iter().flat_map(|words| words.lines()).map(str::to_owned).collect();
                answer.retain(|line| !line.trim().is_empty());
            }
            write(&format!("{}\n\n", printable(&answer.join("\n"))))?;
            if is_terminal {
                let asked = Conversation::asked(&self.app);
                let what = if asked == Asked::YesOrNo { Some("y/n") } else { asked.name() };
                write(&format!("{}> ", what.unwrap_or_default()))?;
            }
            match self.next_line(&mut front, events)? {
                Ok(Some(line)) => effects = conversation.take(&mut self.app, &line),
                Ok(None) => return Ok(Exit::Done),
                Err(ending) => return Ok(ending),
            }
        }
    }

    /// The maximum width of a line: the requested one, within that of the terminal.
    fn columns(&self, is_terminal: bool) -> u16 {
        let room = is_terminal.then(Session::size).and_then(Result::ok);
        let room = room.map_or(u16::MAX, |size| size.columns.max(1));
        self.app.settings.measure.min(room)
    }

    /// Waits for the next line, and handles other events meanwhile.
    fn next_line(
        &mut self,
        front: &mut Lines,
        events: &Events,
    ) -> io::Result<Result<Option<String>, Exit>> {
        loop {
            if let Some(line) = front.waiting.pop_front() {
                return Ok(Ok(line));
            }
            if let Some(ending) = self.take_event(events.next(), front, events)? {
                return Ok(Err(ending));
            }
        }
    }

    fn take_event(
        &mut self,
        event: Event,
        front: &mut Lines,
        events: &Events,
    ) -> io::Result<Option<Exit>> {
        match event {
            Event::Line(line) => {
                front.waiting.push_back(line);
                Ok(None)
            }
            event => self.take(event, front, events),
        }
    }

    /// Refuses what needs two columns.
    fn without_columns(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        let asked = effects.len();
        effects.retain(|one| !matches!(one, Effect::OpenBeside(_) | Effect::OpenOtherBeside));
        if effects.len() < asked {
            self.app.complain(errors::BESIDE_ON_SCREEN);
        }
        effects
    }

    /// Carries out a request, and waits until it is done.
    fn do_all(
        &mut self,
        effects: Vec<Effect>,
        front: &mut Lines,
        events: &Events,
    ) -> io::Result<Option<Exit>> {
        let effects = self.without_columns(effects);
        let mut awaited = effects.iter().filter(|effect| is_answered(effect)).count();
        if let Some(ending) = self.carry_out(effects, front, events)? {
            return Ok(Some(ending));
        }
        let until = Instant::now() + PATIENCE;
        loop {
            self.arrive();
            self.show_opened(events);
            self.show_compared(events);
            self.show_reread(events);
            let searching = !self.app.bookmark_index.pending().is_empty();
            if !self.kept.is_open() && awaited == 0 && !searching {
                return Ok(None);
            }
            let left = until.saturating_duration_since(Instant::now());
            let Some(event) = events.next_within(left) else {
                self.app.complain(linear::TAKING_LONG);
                return Ok(None);
            };
            if answers(&event) {
                awaited = awaited.saturating_sub(1);
            }
            if let Some(ending) = self.take_event(event, front, events)? {
                return Ok(Some(ending));
            }
        }
    }
}

/// Whether an event reports the result of an effect, except for those that `keeping` serves.
fn is_answered(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Explain(_)
            | Effect::TraceClause { .. }
            | Effect::Export(_)
            | Effect::Import(_)
            | Effect::Check
            | Effect::LookUp(_)
    )
}

fn answers(event: &Event) -> bool {
    matches!(
        event,
        Event::Explained { .. }
            | Event::Traced { .. }
            | Event::Exported(..)
            | Event::Imported { .. }
            | Event::Checked { .. }
            | Event::LookedUp { .. }
    )
}
