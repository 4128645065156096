//! The start: the first document is read in the background, while the terminal is
//! asked what lies behind its letters, and taken. Keys that are pressed meanwhile
//! are kept for the document, and nothing waits for an answer.

use super::Ending;
use super::awaited::Awaited;
use super::events::{Event, Events};
use super::looks::Looks;
use super::reading::Beginning;
use crate::action::{Key, KeyCode};
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::source;
use crate::find::{Target, look_up};
use crate::settings::{Config, LookMemory, summary};
use crate::terminal::{Abilities, Input, Question, Session, suspend};
use crate::typeset::Bidi;
use crate::ui;
use ratatui::Frame;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A document that is read by then is shown at once, and a fault told without
/// taking the terminal.
const BRIEF: Duration = Duration::from_millis(150);

/// A terminal that has not answered by then is not waited for, where a fault is to be told.
const PATIENCE: Duration = Duration::from_millis(200);

/// How long a wait lasts where nothing happens.
const LONG: Duration = Duration::from_secs(60);

/// What is read before anything can be shown.
pub struct Begun {
    /// The documents.
    pub beginning: Beginning,
    /// How the person wants it to look.
    pub looks: Looks,
    /// What is wrong with the config.
    pub faults: Option<String>,
    /// Where the first document is to be opened.
    pub target: Option<Target>,
}

/// The reader's beginning.
pub struct Start {
    pub begun: Begun,
    pub session: Session,
    /// What happened before there was a document to take it.
    pub held: Vec<Event>,
}

/// What is to be read, and where the settings are.
pub struct Wanted {
    pub sources: Vec<Source>,
    /// The address at which the first of them is to be opened.
    pub at: Option<String>,
    pub config: PathBuf,
    pub looks: PathBuf,
    pub abilities: Abilities,
}

impl Wanted {
    fn read(&self) -> Result<Begun, Failure> {
        // A place may be anywhere in it.
        let beginning = Beginning::of(&self.sources, self.at.is_some())?;
        let (document, at) = (&beginning.document.document, self.at.as_deref());
        let target = at.map(|address| look_up(document, address, None)).transpose()?;
        let config = Config::load(&self.config);
        let faults = summary(&config.faults);
        let memory = LookMemory::new(self.looks.clone());
        let looks = Looks::find(config, &memory, self.abilities);
        Ok(Begun { beginning, looks, faults, target })
    }

    /// What the screen tells while it is read.
    fn told(&self) -> String {
        let named = self.sources.first().map(Source::name).unwrap_or_default();
        format!("reading {named} …")
    }
}

impl Start {
    /// Takes the terminal, and waits for a document to be shown on it; an ending
    /// where the person or a signal has left before.
    ///
    /// # Errors
    /// Where no document or the terminal can be used; it is given back then.
    pub fn make(wanted: Wanted, events: &Events) -> Result<Result<Self, Ending>, Failure> {
        let (told, abilities) = (wanted.told(), wanted.abilities);
        let readable = wanted.sources.iter().any(|source| source::check(source).is_ok());
        let awaited = Awaited::begin(events.sender(), move || wanted.read());
        let awaited = awaited.map_err(Failure::Terminal)?;
        events.listen_to_signals().map_err(Failure::Terminal)?;
        // Keys are left to the shell where there is nothing to be read.
        let question =
            (readable && abilities.depends_on_background()).then(Question::of_background);
        let question = question.transpose().map_err(Failure::Terminal)?;
        let asked = question.as_ref().map(|_| Instant::now());
        if asked.is_some() {
            events.listen_to_keys().map_err(Failure::Terminal)?;
        }
        let mut begun = awaited.within(BRIEF).transpose().inspect_err(|_| {
            if let Some(asked) = asked {
                await_answer(events, asked);
            }
        })?;
        let mut session = Session::enter(question, false).map_err(Failure::Terminal)?;
        if asked.is_none() {
            events.listen_to_keys().map_err(Failure::Terminal)?;
        }
        let (mut held, mut behind) = (Vec::new(), None);
        loop {
            let event = if begun.is_some() {
                events.waiting()
            } else {
                let draw =
                    |frame: &mut Frame<'_>| ui::draw_waiting(&told, abilities.colours, frame);
                session.draw(Bidi::Visual, draw).map_err(Failure::Terminal)?;
                events.next_within(LONG)
            };
            let Some(event) = event else {
                let Some(mut begun) = begun.take() else { continue };
                // An answer that comes later is taken as it comes.
                if let Some(background) = behind {
                    begun.looks.learn(background);
                }
                return Ok(Ok(Self { begun, session, held }));
            };
            match event {
                Event::Ready => {
                    if let Some(read) = awaited.taken() {
                        begun = Some(read?);
                    }
                }
                Event::Input(Input::Background(background)) => behind = Some(background),
                Event::Input(Input::Key(key)) if begun.is_none() && leaves(key, &held) => {
                    return Ok(Err(Ending::Done));
                }
                Event::Input(Input::Key(key)) if begun.is_none() && key == Key::control('z') => {
                    stop(&mut session).map_err(Failure::Terminal)?;
                }
                Event::Input(Input::End(signal)) => return Ok(Err(Ending::Signal(signal))),
                Event::Input(Input::Closed) => return Ok(Err(Ending::Closed)),
                Event::Input(Input::Stop) => stop(&mut session).map_err(Failure::Terminal)?,
                Event::Input(Input::Continue) => {
                    session.enter_again().map_err(Failure::Terminal)?;
                }
                // The size is asked for when there is something to fit into it.
                Event::Input(Input::Resize(_) | Input::Answered) => {}
                event => held.push(event),
            }
        }
    }
}

/// Waits until a terminal has said all that it was asked at some time: what came later would be
/// typed into the shell.
fn await_answer(events: &Events, asked: Instant) {
    loop {
        let left = PATIENCE.saturating_sub(asked.elapsed());
        match events.next_within(left) {
            Some(Event::Input(Input::Answered | Input::End(_) | Input::Closed)) | None => return,
            Some(_) => {}
        }
    }
}

/// Whether a key leaves the program where there is nothing else yet: not where
/// it follows another, which may have begun something.
fn leaves(key: Key, held: &[Event]) -> bool {
    key == Key::control('c') || (key == Key::plain(KeyCode::Char('q')) && held.is_empty())
}

/// Gives the terminal back until the program is called again.
fn stop(session: &mut Session) -> io::Result<()> {
    session.leave()?;
    suspend()?;
    session.enter_again()?;
    Ok(())
}
