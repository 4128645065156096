//! The screen's loop: events go into the state, effects come out, a frame is drawn.

use super::arguments::Source;
use super::error::Failure;
use super::source;
use crate::app::{App, Effect};
use crate::bookmarks::{Bookmark, DocumentIdentity, Index, ReadingStore, Store};
use crate::document::Origin;
use crate::find::{Target, look_up};
use crate::import;
use crate::settings::{ColourDepth, Directories, Settings, Theme, ThemeChoice};
use crate::terminal::{Abilities, Clipboard, Environment, Event, Events, Session, edit, suspend};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Reads a document on the screen, until the person or a signal ends it.
///
/// # Errors
/// Where the document or the terminal cannot be used, or `at` leads nowhere.
pub fn run(source: &Source, at: Option<&str>, environment: &Environment) -> Result<(), Failure> {
    let document = source::open(source)?;
    let target = at.map(|address| look_up(&document, address, None)).transpose()?;
    let directories = Directories::find()?;
    let (settings, fault) = Settings::load(&directories.config_file());
    let abilities = Abilities::find(environment, settings.theme == ThemeChoice::Auto);
    let theme = match settings.theme {
        // Where no colours are written, bold and underline must tell it all.
        ThemeChoice::Named(name) if abilities.colours != ColourDepth::None => {
            Theme::named(name).unwrap_or(Theme::ALL[0])
        }
        _ => Theme::suiting(abilities.background, abilities.colours),
    };
    let size = Session::size().map_err(Failure::Terminal)?;
    let mut app = App::new(document, settings, theme, size);
    app.colours = abilities.colours;
    let events = Events::listen().map_err(Failure::Terminal)?;
    let mut reader = Reader {
        clipboard: Clipboard::find(events.sender()),
        identity: DocumentIdentity::of(&app.document),
        app,
        store: Store::open(directories.bookmarks_file()),
        positions: ReadingStore::new(directories.reading()),
        wanted: None,
    };
    reader.open(target.as_ref(), &events);
    if let Some(fault) = fault {
        reader.app.complain(fault.to_string());
    }
    reader.read(&events).map_err(Failure::Terminal)
}

struct Reader {
    app: App,
    identity: DocumentIdentity,
    store: Store,
    positions: ReadingStore,
    clipboard: Clipboard,
    /// The bookmark that the document was opened for, until its passage is found.
    wanted: Option<String>,
}

/// How the loop ended.
enum Ending {
    /// The person is done, or gone.
    Done,
    /// A signal ended it.
    Signal(i32),
}

impl Reader {
    /// The document as it was left, or at the place that was asked for.
    fn open(&mut self, target: Option<&Target>, events: &Events) {
        self.app.take_bookmarks(self.store.bookmarks());
        self.find_passages(events);
        let remarks = &self.app.document.metadata().remarks;
        if !remarks.is_empty() {
            self.app.tell(remarks.join("; "));
        }
        if let Some(trouble) = self.store.trouble() {
            self.app.complain(trouble.to_string());
        }
        if let Some(state) = self.positions.load(&self.identity.content) {
            self.app.restore(&state);
        }
        if let Some(target) = target {
            self.app.open_at(target);
        }
    }

    /// Finds in the background what cannot be found at once: passages of texts
    /// that were edited since.
    fn find_passages(&self, events: &Events) {
        let pending = self.app.shelf.pending();
        if pending.is_empty() {
            return;
        }
        let (document, sender) = (Arc::clone(&self.app.document), events.sender());
        std::thread::spawn(move || {
            let index = Index::new(&document);
            let find = |bookmark: Bookmark| {
                let anchor = index.find(&bookmark);
                (bookmark.id, anchor)
            };
            let passages = pending.into_iter().map(find).collect();
            let document = document.metadata().content;
            // A program that has ended needs them no more.
            let _ = sender.send(Event::Found { document, passages });
        });
    }

    /// Opens the document of a bookmark, at its passage.
    fn open_of(&mut self, bookmark: &Bookmark, events: &Events) {
        let source = bookmark.document.source.as_str();
        let opened = if source == Origin::BuiltIn.to_string() {
            import::built_in()
        } else if source == Origin::StandardInput.to_string() || source.is_empty() {
            self.app
                .complain("its document was read from standard input, and is not there any more");
            return;
        } else {
            import::open(Path::new(source))
        };
        let document = match opened {
            Ok(document) => document,
            Err(error) => return self.app.complain(error.to_string()),
        };
        self.remember();
        let mut app = App::new(document, self.app.settings.clone(), self.app.theme, self.app.size);
        app.colours = self.app.colours;
        self.identity = DocumentIdentity::of(&app.document);
        self.app = app;
        self.wanted = Some(bookmark.id.clone());
        self.open(None, events);
        self.go_to_wanted();
    }

    fn go_to_wanted(&mut self) {
        let known = |id: &String| {
            let kept = self.app.shelf.kept().iter().find(|kept| kept.bookmark.id == *id);
            kept.is_none_or(|kept| kept.anchor.is_some())
        };
        if self.wanted.as_ref().is_some_and(known)
            && let Some(id) = self.wanted.take()
        {
            self.app.open_bookmark_of(&id);
        }
    }

    fn read(mut self, events: &Events) -> io::Result<()> {
        let mut session = Session::enter(self.app.settings.mouse)?;
        let ending = self.follow(&mut session, events);
        self.remember();
        drop(session);
        self.clipboard.finish();
        match ending? {
            Ending::Done => Ok(()),
            Ending::Signal(signal) => end_by(signal),
        }
    }

    fn follow(&mut self, session: &mut Session, events: &Events) -> io::Result<Ending> {
        loop {
            session.draw(&self.app)?;
            let mut event = Some(events.next());
            // What is waiting already is taken before the next frame.
            while let Some(happened) = event {
                if let Some(ending) = self.take(happened, session, events)? {
                    return Ok(ending);
                }
                event = events.waiting();
            }
        }
    }

    fn take(
        &mut self,
        event: Event,
        session: &mut Session,
        events: &Events,
    ) -> io::Result<Option<Ending>> {
        match event {
            Event::Key(key) => {
                let effects = self.app.key(key);
                return self.carry_out(effects, session, events);
            }
            Event::Mouse(mouse) => {
                let effects = self.app.mouse(mouse);
                return self.carry_out(effects, session, events);
            }
            Event::Found { document, passages } => {
                self.app.anchored(document, &passages);
                self.go_to_wanted();
            }
            Event::Paste(text) => self.app.paste(&text),
            Event::Resize(size) => self.app.resize(size),
            Event::Stop => self.stop(session)?,
            Event::Continue => {
                let size = session.enter_again()?;
                self.app.resize(size);
            }
            Event::Copied(copied) if copied.taken() => self.app.tell(copied.notice()),
            Event::Copied(copied) => {
                self.clipboard.give_up_on_program();
                self.ask_terminal_to_copy(copied.words(), session)?;
            }
            Event::End(signal) => return Ok(Some(Ending::Signal(signal))),
            Event::Closed => return Ok(Some(Ending::Done)),
        }
        Ok(None)
    }

    fn carry_out(
        &mut self,
        effects: Vec<Effect>,
        session: &mut Session,
        events: &Events,
    ) -> io::Result<Option<Ending>> {
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
        session: &mut Session,
        events: &Events,
    ) -> io::Result<Option<Ending>> {
        match effect {
            Effect::Quit => return Ok(Some(Ending::Done)),
            Effect::Suspend => self.stop(session)?,
            Effect::Redraw => session.redraw()?,
            Effect::CaptureMouse(on) => session.capture_mouse(on)?,
            Effect::Change(change) => match self.store.make(change.clone()) {
                Ok(()) => {
                    self.app.changed(&change, self.store.bookmarks());
                    self.find_passages(events);
                }
                Err(error) => self.app.complain(error.to_string()),
            },
            Effect::Undo => match self.store.undo() {
                Ok(change) => {
                    self.app.undone(change.as_ref(), self.store.bookmarks());
                    self.find_passages(events);
                }
                Err(error) => self.app.complain(error.to_string()),
            },
            Effect::OpenBookmark(bookmark) => self.open_of(&bookmark, events),
            Effect::EditOutside(text) => {
                // The keys are left before the terminal is, so that all that is
                // typed from then on is the editor's.
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
                    Err(error) => self.app.complain(format!("the note is as it was: {error}")),
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

    fn ask_terminal_to_copy(&mut self, words: &str, session: &mut Session) -> io::Result<()> {
        session.send(&self.clipboard.sequence(words))?;
        self.app.tell(Clipboard::notice(words));
        Ok(())
    }

    /// Gives the terminal back until the program is called again.
    fn stop(&mut self, session: &mut Session) -> io::Result<()> {
        self.remember();
        session.leave()?;
        suspend()?;
        let size = session.enter_again()?;
        self.app.resize(size);
        Ok(())
    }

    /// Remembers where the reading stopped. A position that cannot be written
    /// is no reason to trouble a person who is leaving.
    fn remember(&self) {
        let mut state = self.app.reading_state(jiff::Timestamp::now().to_string());
        // A relative path would name another file from another folder.
        if let Origin::File(path) = &self.app.document.metadata().origin
            && let Ok(path) = std::path::absolute(path)
        {
            state.source = path.display().to_string();
        }
        let _ = self.positions.save(&self.identity.content, &state);
    }
}

/// Ends the process as the signal would have, so that its parent sees why.
fn end_by(signal: i32) -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal)?;
    let _ = signal;
    Ok(())
}
