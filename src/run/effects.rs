//! Carries out what the state asks for.

use super::events::Events;
use super::exit::Exit;
use super::explaining;
use super::front::{Front, HandedOver};
use super::state::Reader;
use crate::app::Effect;
use crate::keeping::{BookmarkRequest, StateRequest};
use crate::messages::errors;
use crate::settings::Switch;
use crate::terminal::{Clipboard, edit, suspend};
use std::io;
use std::time::Duration;

/// How long a program about to be suspended may wait for unsaved data.
const BEFORE_STOP: Duration = Duration::from_secs(1);

impl Reader {
    pub(super) fn carry_out(
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

    pub(super) fn effect(
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
            Effect::ListDocuments if !self.app.settings.is_on(Switch::History) => {
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
            Effect::ReadEnd => self.read_end(),
            Effect::OpenPath(typed) => self.open_path(&typed, events),
            Effect::Compare(typed) => self.compare(&typed, events),
            Effect::TraceClause { older } => self.trace(older.as_deref(), events),
            Effect::OpenVersion(place) => self.open_version(place, events),
            Effect::OpenBeside(typed) => self.open_beside(&typed, events),
            Effect::OpenOtherBeside => self.open_other_beside(events),
            Effect::TurnPair => self.turn_pair(events),
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

    pub(super) fn ask_terminal_to_copy(
        &mut self,
        words: &str,
        session: &mut dyn Front,
    ) -> io::Result<()> {
        if session.hand_over(words, &self.clipboard.sequence(words))? == HandedOver::Asked {
            self.app.tell(Clipboard::notice(words));
        }
        Ok(())
    }

    /// Gives the terminal back until the program is called again.
    pub(super) fn stop(&mut self, session: &mut dyn Front) -> io::Result<()> {
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
