//! The main loop: events change the state, effects are carried out, a frame is drawn.
//!
//! [`start`] takes the terminal and waits for the first document. [`opening`] goes from document
//! to document; those not in view are in [`documents`]. [`reloading`] follows the file in view,
//! and [`growing`] reads the rest of a large file or of standard input, which is a [`stream`].
//! [`comparing`] compares two of them. [`explaining`] reads a file again to explain its recognition, [`exporting`] writes files,
//! [`suggesting`] completes typed [`paths`], and [`outside`] starts other programs. Files are read
//! through [`awaited`], so keys are handled in the meantime. [`kept`] handles the files kept on
//! disk, and [`looks`] remembers changes of the look. [`conversing`] reads in plain lines instead
//! of on the screen: only the [`front`] differs.

mod awaited;
mod comparing;
mod conversing;
mod documents;
mod events;
mod explaining;
mod exporting;
mod front;
mod growing;
mod kept;
mod looks;
mod opening;
mod outside;
mod paths;
mod reading;
mod reloading;
mod reread;
mod start;
mod stream;
mod suggesting;

use crate::action::{Action, Key, KeyCode, Size};
use crate::app::{App, Effect};
use crate::bookmarks::DocumentIdentity;
use crate::cache::Personal;
use crate::cli::arguments::{Manner, ReadingArguments};
use crate::cli::error::Failure;
use crate::keeping::{BookmarkRequest, FilePlaces, Keeper, StateRequest};
use crate::messages::{errors, notices};
use crate::settings::{Directories, RedlineChoice, Security, ThemeChoice};
use crate::terminal::{
    Abilities, Clipboard, Environment, Input, Session, Stamp, edit, end_by, hang_up, is_gone,
    suspend,
};
use crate::ui;
use comparing::Comparing;
use conversing::UNSEEN;
use documents::Documents;
use events::{Event, Events};
use front::{Front, HandedOver};
use growing::Growing;
use kept::{KeptState, UNNOTICED, finish};
use looks::Looks;
use opening::Opening;
use outside::LookupPrograms;
use reading::Beginning;
use reloading::Rereading;
use start::{Loaded, ReadExtent, Start, Wanted};
use std::io;
use std::time::{Duration, Instant};
use suggesting::Suggesting;

/// How long a program about to be suspended may wait for unsaved data.
const BEFORE_STOP: Duration = Duration::from_secs(1);

/// Reads documents as a person asks, until the person or a signal ends it.
///
/// # Errors
/// Where no document or the terminal can be used, or the place to begin at leads nowhere.
pub fn read(reading: &ReadingArguments, environment: &Environment) -> Result<(), Failure> {
    let directories = Directories::find()?;
    let events = Events::default();
    let wanted = Wanted {
        sources: reading.sources.clone(),
        begin: reading.begin.clone(),
        compared: reading.compared.clone(),
        config: directories.config_file(),
        looks: directories.looks_file(),
        cache: Personal::default(),
        abilities: Abilities::of(environment),
    };
    match reading.manner {
        Manner::Screen => {
            let start = match Start::make(wanted, &events)? {
                Ok(start) => start,
                Err(ending) => return ending.take_effect(),
            };
            let Start { mut begun, mut session, held } = start;
            let compared = begun.compared.take();
            let size = Session::size().map_err(Failure::Terminal)?;
            session.capture_mouse(begun.looks.settings().mouse).map_err(Failure::Terminal)?;
            let mut reader = Reader::new(begun, held, size, &directories, &events)?;
            reader.compare_first(compared, &events);
            reader.read(session, &events).map_err(Failure::Terminal)?.take_effect()
        }
        Manner::Lines(source) => {
            events.listen_to_signals().map_err(Failure::Terminal)?;
            let mut begun = wanted.read(ReadExtent::Whole)?;
            let compared = begun.compared.take();
            let mut reader = Reader::new(begun, Vec::new(), UNSEEN, &directories, &events)?;
            reader.app.settings.redline = RedlineChoice::Signs;
            reader.compare_first(compared, &events);
            reader.converse(source, &events).map_err(Failure::Terminal)?.take_effect()
        }
    }
}

struct Reader {
    app: App,
    /// The sources of the look.
    looks: Looks,
    identity: DocumentIdentity,
    /// The stamp of the file in view when it was read.
    stamp: Stamp,
    /// The documents that are not in view.
    documents: Documents,
    cache: Personal,
    rereading: Rereading,
    growing: Growing,
    /// The document being read to be brought into view.
    opening: Option<Opening>,
    /// The comparison being made to be brought into view.
    comparing: Option<Comparing>,
    keeper: Keeper,
    kept: KeptState,
    places: FilePlaces,
    clipboard: Clipboard,
    /// The bookmark for which the document was opened, until its passage is found.
    wanted: Option<String>,
    /// The completion of typed paths.
    suggesting: Suggesting,
    /// Running programs.
    outside: LookupPrograms,
    /// When reading began.
    begun: Instant,
}

/// How the program ends.
enum Exit {
    /// The person quit.
    Done,
    /// The terminal is gone.
    Closed,
    /// A signal ended it.
    Signal(i32),
}

impl Exit {
    /// Ends the program accordingly, after the terminal is released.
    fn take_effect(self) -> Result<(), Failure> {
        match self {
            Self::Done => Ok(()),
            Self::Signal(signal) => end_by(signal),
            Self::Closed => hang_up(),
        }
    }
}

impl Reader {
    /// A reader of what was read at the start, on a screen of some size.
    fn new(
        begun: Loaded,
        held: Vec<Event>,
        size: Size,
        directories: &Directories,
        events: &Events,
    ) -> Result<Self, Failure> {
        let Loaded { beginning, cache, looks, faults, target, pattern, compared: _ } = begun;
        let Beginning { document, stamp, documents, unreadable, stream } = beginning;
        let security = Security::of_environment();
        let mut app = looks::app(document, &looks, size);
        app.security = security;
        let sender = events.sender();
        let places = FilePlaces {
            bookmarks: directories.bookmarks_file(),
            security,
            unwritten: directories.unwritten(),
            reading: directories.reading(),
            looks: directories.looks_file(),
            config: directories.config_file(),
        };
        let copied_to = events.sender();
        let copied = move |copied| drop(copied_to.send(Event::Copied(copied)));
        // A program that has ended needs no answers.
        let answer = move |answer| drop(sender.send(Event::Kept(Box::new(answer))));
        let mut kept = KeptState::holding(held);
        kept.awaiting(1);
        let mut reader = Self {
            clipboard: Clipboard::find(copied, security),
            identity: DocumentIdentity::of(&app.document),
            app,
            looks,
            stamp,
            documents,
            cache,
            rereading: Rereading::default(),
            growing: Growing::of(stream),
            opening: None,
            comparing: None,
            keeper: Keeper::begin(places.clone(), answer).map_err(Failure::Terminal)?,
            kept,
            places,
            wanted: None,
            suggesting: Suggesting::default(),
            outside: LookupPrograms::default(),
            begun: Instant::now(),
        };
        reader.drop_overruled_looks();
        reader.open(target, events);
        if let Some(pattern) = pattern {
            reader.app.update(Action::SearchForward);
            reader.app.answer(&pattern);
        }
        let troubles: Vec<String> = unreadable.into_iter().chain(faults).collect();
        if !troubles.is_empty() {
            reader.app.complain(troubles.join("; "));
        }
        Ok(reader)
    }

    fn go_to_wanted(&mut self) {
        let known = |id: &String| {
            let kept = self.app.bookmark_index.kept().iter().find(|kept| kept.bookmark.id == *id);
            kept.is_none_or(|kept| kept.anchor.is_some())
        };
        if self.wanted.as_ref().is_some_and(known)
            && let Some(id) = self.wanted.take()
        {
            self.app.open_bookmark_of(&id);
        }
    }

    fn read(mut self, mut session: Session, events: &Events) -> io::Result<Exit> {
        let ending = self.follow(&mut session, events);
        self.remember();
        // Before releasing the terminal: if it is gone, that may end the program.
        self.keeper.rest(UNNOTICED);
        drop(session);
        self.clipboard.finish();
        finish(self.keeper, self.kept, self.places, events);
        // The system frees the memory of long texts at once; freeing it piecewise takes time in
        // proportion to their length.
        std::mem::forget((self.app, self.documents));
        match ending {
            Err(error) if is_gone(&error) => Ok(Exit::Closed),
            ending => ending,
        }
    }

    fn follow(&mut self, session: &mut Session, events: &Events) -> io::Result<Exit> {
        let mut event = self.next_event(events);
        loop {
            // Events already waiting are handled before the next frame, and characters typed
            // without a pause are inserted together.
            let mut typed = String::new();
            while let Some(happened) = event {
                let answered = matches!(happened, Event::Kept(_));
                if let Event::Input(Input::Key(key)) = happened
                    && let Some(c) = key.typed().filter(|c| self.app.types(*c))
                {
                    typed.push(c);
                } else {
                    self.take_typed(&mut typed);
                    if let Some(ending) = self.take(happened, session, events)? {
                        return Ok(ending);
                    }
                }
                if !self.kept.is_awaited() {
                    self.show_opened(events);
                    self.show_compared(events);
                    self.show_reread(events);
                    self.show_grown(events);
                    // Show the result of saving before handling the next key.
                    if answered {
                        break;
                    }
                }
                event = self.next_event(events);
            }
            self.take_typed(&mut typed);
            self.suggest(events);
            session.draw(self.app.settings.bidi, |frame| ui::draw(&self.app, frame))?;
            event = self.next_event(events);
            if event.is_none() {
                // Keys do not wait for a search in a long text.
                if self.app.is_searching() {
                    self.app.search_on();
                } else {
                    event = Some(events.next());
                }
            }
        }
    }

    /// Inserts typed characters into the input line.
    fn take_typed(&mut self, typed: &mut String) {
        if !typed.is_empty() {
            self.app.paste(&std::mem::take(typed));
        }
    }

    fn take(
        &mut self,
        event: Event,
        session: &mut dyn Front,
        events: &Events,
    ) -> io::Result<Option<Exit>> {
        match event {
            Event::Input(Input::Key(key))
                if key == Key::plain(KeyCode::Escape)
                    && self.opening.is_some()
                    && self.app.can_reload() =>
            {
                if let Some(name) = self.leave_opening() {
                    self.app.tell(notices::not_opened(name));
                }
            }
            Event::Input(Input::Key(key)) => {
                self.app.tick(self.begun.elapsed());
                let effects = self.app.key(key);
                return self.carry_out(effects, session, events);
            }
            Event::Input(Input::Mouse(mouse)) => {
                self.app.tick(self.begun.elapsed());
                let effects = self.app.mouse(mouse);
                return self.carry_out(effects, session, events);
            }
            Event::Found { document, passages } => {
                self.app.anchored(document, &passages);
                self.go_to_wanted();
            }
            Event::Kept(answer) => {
                let mouse = self.app.settings.mouse;
                self.answered(*answer, events);
                if self.app.settings.mouse != mouse {
                    session.capture_mouse(!mouse)?;
                }
            }
            Event::Touched => self.touched(events),
            Event::Reread(reread) => self.reread(*reread),
            Event::Explained { document, passage, told: Ok(told) } => {
                self.app.show_structure(document, passage, told);
            }
            Event::Explained { told: Err(why), .. } => self.app.complain(why),
            Event::Exported(export, outcome) => self.app.exported(*export, outcome),
            Event::Imported { typed, read } => self.imported(&typed, read, events),
            Event::Checked { document, findings } => self.app.show_findings(document, findings),
            Event::LookedUp { words, found } => self.app.looked_up(words, found),
            Event::Spoken(done) => {
                let effects = self.app.spoken(done);
                return self.carry_out(effects, session, events);
            }
            Event::Suggested(found) => self.app.suggest(self.with_open(found)),
            Event::Grown { turn, read } => self.grown(turn, read),
            Event::Input(Input::Paste(text)) => self.app.paste(&text),
            Event::Input(Input::Resize(size)) => self.app.resize(size),
            Event::Input(Input::Stop) => self.stop(session)?,
            Event::Input(Input::Continue) => {
                let size = session.enter_again()?;
                self.app.resize(size);
            }
            // It may come late, when another theme has been chosen.
            Event::Input(Input::Background(background)) => {
                self.looks.learn(background);
                if self.app.settings.theme == ThemeChoice::Auto {
                    self.app.theme = self.looks.theme(ThemeChoice::Auto);
                }
            }
            Event::Line(_) => {}
            Event::Ready => {
                self.take_opened();
                self.take_compared();
            }
            Event::Input(Input::Synchronises) => session.synchronise(),
            Event::Input(Input::Answered) => {}
            Event::Copied(copied) if copied.taken() => self.app.tell(copied.notice()),
            Event::Copied(copied) => {
                self.clipboard.give_up_on_program();
                self.ask_terminal_to_copy(copied.words(), session)?;
            }
            Event::Input(Input::End(signal)) => return Ok(Some(Exit::Signal(signal))),
            Event::Input(Input::Closed) => return Ok(Some(Exit::Closed)),
        }
        Ok(None)
    }

    fn carry_out(
        &mut self,
        effects: Vec<Effect>,
        session: &mut dyn Front,
        events: &Events,
    ) -> io::Result<Option<Exit>> {
        // Before the effects, since one may save them.
        self.remember_looks();
        self.suit_redline(events);
        for effect in effects {
            if let Some(ending) = self.effect(effect, session, events)? {
                return Ok(Some(ending));
            }
        }
        Ok(None)
    }

    fn effect(
        &mut self,
        effect: Effect,
        session: &mut dyn Front,
        events: &Events,
    ) -> io::Result<Option<Exit>> {
        match effect {
            Effect::Quit => return Ok(Some(Exit::Done)),
            Effect::Suspend => self.stop(session)?,
            Effect::Redraw => session.redraw()?,
            Effect::CaptureMouse(on) => session.capture_mouse(on)?,
            Effect::Change(_) if self.app.is_too_early_to_mark() => {}
            Effect::Change(change) => self.ask_bookmarks(BookmarkRequest::Change(change), events),
            Effect::Undo => self.ask_bookmarks(BookmarkRequest::Undo, events),
            Effect::OpenBookmark(bookmark) => self.open_of(&bookmark, events),
            Effect::ListDocuments if !self.app.settings.history => {
                self.app.tell(errors::NO_HISTORY);
            }
            Effect::ListDocuments => {
                self.remember();
                self.ask_state(StateRequest::ListRecent);
            }
            Effect::Export(export) => self.export(*export, events),
            Effect::Import(typed) => self.import(&typed, events),
            Effect::Check => self.check(events),
            Effect::ShowSettings => self.show_settings(),
            Effect::LookUp(words) => self.look_up(words, events),
            Effect::Speak(words) => self.speak(words, events),
            Effect::Silence => self.silence(),
            Effect::OpenPath(typed) => self.open_path(&typed, events),
            Effect::Compare(typed) => self.compare(&typed, events),
            Effect::SwapComparison => self.swap_comparison(events),
            Effect::LeaveComparison => self.leave_comparison(events),
            Effect::OpenDocument(place) => self.go_to_document(&place, None, events),
            Effect::StepDocument { forward } => self.step_document(forward, events),
            Effect::Forget(place) => {
                self.remember();
                self.ask_state(StateRequest::Forget(place));
            }
            Effect::Recollect => {
                self.remember();
                self.ask_state(StateRequest::Recollect);
            }
            Effect::Explain(passage) => {
                explaining::explain(&self.app.document, passage, events.sender());
            }
            Effect::Reload => self.reload_by_hand(events),
            Effect::ReadEnd => self.read_end(),
            Effect::SaveSettings => self.save_settings(),
            Effect::ResetSettings => self.ask_state(StateRequest::ForgetLooks),
            Effect::EditOutside(text) => {
                // Leave the keys before the terminal, so that everything typed from then on goes
                // to the editor.
                let (edited, size) = events.while_left(|| -> io::Result<_> {
                    session.leave()?;
                    let edited = edit(&text);
                    Ok((edited, session.enter_again()?))
                })?;
                self.app.resize(size);
                match edited {
                    Ok(text) => {
                        let effects = self.app.edited_outside(&text);
                        return self.carry_out(effects, session, events);
                    }
                    Err(error) => self.app.complain(errors::note_not_changed(error)),
                }
            }
            Effect::Copy(words) => {
                if !self.clipboard.hand_over(&words) {
                    self.ask_terminal_to_copy(&words, session)?;
                }
            }
        }
        Ok(None)
    }

    fn ask_terminal_to_copy(&mut self, words: &str, session: &mut dyn Front) -> io::Result<()> {
        if session.hand_over(words, &self.clipboard.sequence(words))? == HandedOver::Asked {
            self.app.tell(Clipboard::notice(words));
        }
        Ok(())
    }

    /// Gives the terminal back until the program is called again.
    fn stop(&mut self, session: &mut dyn Front) -> io::Result<()> {
        self.remember();
        // A suspended program must hold no lock.
        self.keeper.rest(BEFORE_STOP);
        session.leave()?;
        suspend()?;
        let size = session.enter_again()?;
        self.app.resize(size);
        Ok(())
    }
}
