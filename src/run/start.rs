//! The start: the first document is read in the background, while the terminal is
//! taken and asked what lies behind its letters. Keys that are pressed meanwhile
//! are kept for the document.

use super::Ending;
use super::awaited::Awaited;
use super::events::{Event, Events};
use super::looks::Looks;
use super::reading::Beginning;
use crate::action::{Key, KeyCode};
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::find::{Target, look_up};
use crate::settings::{Config, LookMemory, ThemeChoice, summary};
use crate::terminal::{Abilities, Input, Session, suspend};
use crate::typeset::Bidi;
use crate::ui;
use ratatui::Frame;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// A document that is read by then is shown at once, and a fault told without
/// taking the terminal.
const BRIEF: Duration = Duration::from_millis(150);

/// A terminal that has not answered by then is not waited for.
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
        let awaited = Awaited::begin(events.sender(), move || wanted.read());
        let awaited = awaited.map_err(Failure::Terminal)?;
        let mut begun = awaited.within(BRIEF).transpose()?;
        events.listen_to_signals().map_err(Failure::Terminal)?;
        let mut session = Session::enter(false).map_err(Failure::Terminal)?;
        events.listen_to_keys().map_err(Failure::Terminal)?;
        let by_itself =
            begun.as_ref().is_none_or(|begun| begun.looks.settings().theme == ThemeChoice::Auto);
        let mut asked = None;
        if by_itself && abilities.depends_on_background() {
            session.ask_background().map_err(Failure::Terminal)?;
            asked = Some(Instant::now());
        }
        let (mut held, mut behind) = (Vec::new(), None);
        loop {
            let left = asked.map_or(Duration::ZERO, |at| PATIENCE.saturating_sub(at.elapsed()));
            let event = match begun {
                Some(mut begun) if left.is_zero() => {
                    if let Some(background) = behind {
                        begun.looks.learn(background);
                    }
                    return Ok(Ok(Self { begun, session, held }));
                }
                Some(_) => events.next_within(left),
                None => {
                    let draw =
                        |frame: &mut Frame<'_>| ui::draw_waiting(&told, abilities.colours, frame);
                    let drawn = session.draw(Bidi::Visual, draw);
                    drawn.map_err(Failure::Terminal)?;
                    events.next_within(LONG)
                }
            };
            match event {
                Some(Event::Ready) => {
                    if let Some(read) = awaited.taken() {
                        begun = Some(read?);
                    }
                }
                Some(Event::Input(Input::Background(background))) => behind = Some(background),
                Some(Event::Input(Input::Answered)) => asked = None,
                Some(Event::Input(Input::Key(key))) if begun.is_none() && leaves(key, &held) => {
                    return Ok(Err(Ending::Done));
                }
                Some(Event::Input(Input::Key(key)))
                    if begun.is_none() && key == Key::control('z') =>
                {
                    stop(&mut session).map_err(Failure::Terminal)?;
                }
                Some(Event::Input(Input::End(signal))) => return Ok(Err(Ending::Signal(signal))),
                Some(Event::Input(Input::Closed)) => return Ok(Err(Ending::Closed)),
                Some(Event::Input(Input::Stop)) => stop(&mut session).map_err(Failure::Terminal)?,
                Some(Event::Input(Input::Continue)) => {
                    session.enter_again().map_err(Failure::Terminal)?;
                }
                // The size is asked for when there is something to fit into it.
                Some(Event::Input(Input::Resize(_))) | None => {}
                Some(event) => held.push(event),
            }
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
