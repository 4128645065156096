//! The start: reads the first document in the background, while querying the background of the
//! terminal and taking it. Keys pressed in the meantime are kept for the document, and nothing
//! waits for a reply.

use super::awaited::Awaited;
use super::event::Event;
use super::events::Events;
use super::exit::Exit;
use super::reading::Beginning;
use super::state::Looks;
use crate::action::{Key, KeyCode};
use crate::cache::Personal;
use crate::cli::arguments::{Begin, Source};
use crate::cli::error::Failure;
use crate::cli::source;
use crate::find::{PatternSyntax, Query, Target, look_up};
use crate::messages::states;
use crate::settings::{Config, LookMemory, summary};
use crate::terminal::{Abilities, Input, PendingQuery, Session, suspend};
use crate::typeset::Bidi;
use crate::ui;
use ratatui::Frame;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A document read within this time is shown immediately, and an error is reported without
/// taking the terminal.
const BRIEF: Duration = Duration::from_millis(150);

/// How long to wait for the terminal's reply before reporting an error.
const PATIENCE: Duration = Duration::from_millis(200);

/// How long to wait when nothing happens.
const LONG: Duration = Duration::from_secs(60);

/// Everything read before anything can be shown.
pub struct Loaded {
    /// The documents.
    pub beginning: Beginning,
    /// The cache in which other documents are looked for.
    pub cache: Personal,
    /// The look of the text.
    pub looks: Looks,
    /// The faults in the config.
    pub faults: Option<String>,
    /// Where to open the first document.
    pub target: Option<Target>,
    /// What to search for in it.
    pub pattern: Option<String>,
    /// The older version to compare it with.
    pub compared: Option<PathBuf>,
}

/// The start of the screen.
pub struct Start {
    pub begun: Loaded,
    pub session: Session,
    /// Events from before there was a document.
    pub held: Vec<Event>,
}

/// The documents to read, and the paths of the settings.
pub struct Wanted {
    pub sources: Vec<Source>,
    /// Where to open the first of them.
    pub begin: Option<Begin>,
    /// The older version to compare it with.
    pub compared: Option<PathBuf>,
    pub config: PathBuf,
    pub looks: PathBuf,
    pub cache: Personal,
    pub abilities: Abilities,
}

/// How much of a document is read before it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadExtent {
    /// The beginning of a large one.
    Beginning,
    /// All of it.
    Whole,
}

impl Wanted {
    /// Reads the documents and how they are to look.
    ///
    /// # Errors
    /// If no document can be read, or the address to begin at does not exist.
    pub fn read(&self, extent: ReadExtent) -> Result<Loaded, Failure> {
        // A place may be anywhere in it.
        let whole = extent == ReadExtent::Whole || self.begin.is_some();
        let beginning = Beginning::of(&self.sources, &self.cache, whole)?;
        let document = &beginning.document.document;
        let (target, pattern) = match &self.begin {
            None => (None, None),
            Some(Begin::At(address)) => (Some(look_up(document, address, None)?), None),
            Some(Begin::Search(pattern)) => {
                let found = Query::new(pattern, PatternSyntax::Literal)?.matches(document);
                let passage = *found.first().ok_or_else(|| Failure::NotFound(pattern.clone()))?;
                (Some(Target::Text { passage, sections: Vec::new() }), Some(pattern.clone()))
            }
        };
        let config = Config::load(&self.config);
        let faults = summary(&config.faults);
        let memory = LookMemory::new(self.looks.clone());
        let looks = Looks::find(config, &memory, self.abilities);
        let (cache, compared) = (self.cache.clone(), self.compared.clone());
        Ok(Loaded { beginning, cache, looks, faults, target, pattern, compared })
    }

    /// Returns the message shown while it is read.
    fn told(&self) -> String {
        let named = self.sources.first().map(Source::name).unwrap_or_default();
        states::reading(named)
    }
}

impl Start {
    /// Takes the terminal and waits for a document to show on it; returns an ending if the
    /// user or a signal ends the program before.
    ///
    /// # Errors
    /// No document can be read, or the terminal cannot be used; it is released in that case.
    pub fn make(wanted: Wanted, events: &Events) -> Result<Result<Self, Exit>, Failure> {
        let (told, abilities) = (wanted.told(), wanted.abilities);
        let readable = wanted.sources.iter().any(|source| source::check(source).is_ok());
        let awaited = Awaited::begin(events.sender(), move || wanted.read(ReadExtent::Beginning));
        let awaited = awaited.map_err(Failure::Terminal)?;
        events.listen_to_signals().map_err(Failure::Terminal)?;
        // If there is nothing to read, leave the keys to the shell.
        let question =
            (readable && abilities.depends_on_background()).then(PendingQuery::of_background);
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
                // A later reply is handled as an event.
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
                    return Ok(Err(Exit::Done));
                }
                Event::Input(Input::Key(key)) if begun.is_none() && key == Key::control('z') => {
                    stop(&mut session).map_err(Failure::Terminal)?;
                }
                Event::Input(Input::End(signal)) => return Ok(Err(Exit::Signal(signal))),
                Event::Input(Input::Closed) => return Ok(Err(Exit::Closed)),
                Event::Input(Input::Stop) => stop(&mut session).map_err(Failure::Terminal)?,
                Event::Input(Input::Continue) => {
                    session.enter_again().map_err(Failure::Terminal)?;
                }
                // The size is queried when there is something to lay out.
                Event::Input(Input::Resize(_) | Input::Answered) => {}
                event => held.push(event),
            }
        }
    }
}

/// Waits until a terminal has answered all queries sent at some time: a later reply would be
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

/// Whether a key quits while there is nothing else yet: not if it follows another, which may
/// have begun something.
fn leaves(key: Key, held: &[Event]) -> bool {
    key == Key::control('c') || (key == Key::plain(KeyCode::Char('q')) && held.is_empty())
}

/// Releases the terminal until the program is resumed.
fn stop(session: &mut Session) -> io::Result<()> {
    session.leave()?;
    suspend()?;
    session.enter_again()?;
    Ok(())
}
