//! The loop: takes events, and draws a frame when none is waiting.

use super::event::{Event, Followed};
use super::events::Events;
use super::exit::Exit;
use super::front::Front;
use super::kept::finish;
use super::state::{Reader, UNNOTICED};
use crate::action::{Key, KeyCode};
use crate::messages::notices;
use crate::settings::{Switch, ThemeChoice};
use crate::terminal::{Input, Session, is_gone};
use crate::ui;
use std::io;

impl Reader {
    pub(super) fn read(mut self, mut session: Session, events: &Events) -> io::Result<Exit> {
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

    pub(super) fn follow(&mut self, session: &mut Session, events: &Events) -> io::Result<Exit> {
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
                    self.show_paired(events);
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
    pub(super) fn take_typed(&mut self, typed: &mut String) {
        if !typed.is_empty() {
            self.app.paste(&std::mem::take(typed));
        }
    }

    pub(super) fn take(
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
                let mouse = self.app.settings.is_on(Switch::Mouse);
                self.answered(*answer, events);
                if self.app.settings.is_on(Switch::Mouse) != mouse {
                    session.capture_mouse(!mouse)?;
                }
            }
            Event::Touched(Followed::InView) => self.touched(events),
            Event::Touched(Followed::Beside) => self.touched_beside(events),
            Event::Reread(reread) => self.reread(*reread),
            Event::Explained { document, passage, told: Ok(told) } => {
                self.app.show_structure(document, passage, told);
            }
            Event::Explained { told: Err(why), .. } => self.app.complain(why),
            Event::Traced { document, found } => self.traced(document, found),
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
                self.take_paired();
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

    pub(super) fn go_to_wanted(&mut self) {
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
}
