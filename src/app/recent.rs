//! The list of recently read documents: filtering, choosing, opening and forgetting them.

use super::{App, Availability, Effect, Focus, InputLine, Mode, Recent};
use crate::action::Action;
use crate::messages::notices;

impl App {
    /// Opens the list of these documents, or updates it if it is open.
    pub fn show_recent(&mut self, all: Vec<Recent>) {
        let chosen = self.recent.chosen().map(|recent| recent.source.clone());
        self.recent.all = all;
        if !matches!(self.mode, Mode::Documents) {
            self.recent.controls.filter = InputLine::default();
            self.recent.controls.filtering = false;
            self.hold();
            self.mode = Mode::Documents;
            self.focus = Focus::Pane;
            self.recent.list();
            // Whoever opens the list wants a document other than the one in view.
            let other = |recent: &Recent| recent.standing != Availability::InView;
            let place = self.recent.listed().position(other);
            self.recent.chosen = place.unwrap_or(0);
        } else {
            self.recent.list();
            let place =
                self.recent.listed().position(|recent| Some(&recent.source) == chosen.as_ref());
            self.recent.chosen = place.unwrap_or(self.recent.chosen);
        }
        self.refresh();
    }

    pub(super) fn open_recent(&mut self) -> Vec<Effect> {
        let Some(recent) = self.recent.chosen() else { return Vec::new() };
        match recent.standing {
            Availability::InView => {
                self.give_back();
                Vec::new()
            }
            Availability::Missing => {
                let key = self.key_hint(Action::ForgetDocument);
                let told = notices::document_gone(&recent.source, key);
                self.complain(told);
                Vec::new()
            }
            Availability::Open | Availability::There => {
                vec![Effect::OpenDocument(recent.source.clone())]
            }
        }
    }

    pub(super) fn forget_recent(&mut self) -> Vec<Effect> {
        let Some(recent) = self.recent.chosen() else { return Vec::new() };
        match recent.standing {
            Availability::InView | Availability::Open => {
                self.tell(notices::DOCUMENT_OPEN);
                Vec::new()
            }
            Availability::There | Availability::Missing => {
                vec![Effect::Forget(recent.source.clone())]
            }
        }
    }
}
