//! Follows the clause in view through the versions of a text: found outside, since that takes time,
//! and shown in a window over the text, from which Enter goes to a version.

use super::{App, ClauseHistory, Effect, PeekSubject, VersionPlace};
use crate::action::Action;
use crate::document::{ContentId, Document};
use crate::find::{Target, look_up};
use crate::messages::{counts, notices};
use std::sync::Arc;

impl App {
    /// The document of the clause in view, and the address of the clause in it; in a comparison, one
    /// of the two texts.
    pub fn traced_clause(&self) -> Option<(&Arc<Document>, &str)> {
        let (section, block) = (self.section_in_view()?, self.block_in_view()?);
        let Some(comparison) = self.comparing() else {
            return Some((&self.document, self.document.section_address(section)));
        };
        let compared = comparison.block(block)?;
        let (document, own) = match compared.new {
            Some(own) => (comparison.new_text(), own),
            None => (comparison.old(), *compared.old.first()?),
        };
        Some((document, document.section_address(document.block(own).section)))
    }

    /// Asks for the history of the clause in view.
    pub(super) fn trace(&mut self, older: Option<String>) -> Vec<Effect> {
        match self.traced_clause() {
            Some(_) => vec![Effect::TraceClause { older }],
            None => {
                self.tell(notices::NO_CLAUSE_TO_TRACE);
                Vec::new()
            }
        }
    }

    /// Has the user choose a version, since only one is open.
    pub fn choose_version_to_trace(&mut self) {
        if self.can_reload() {
            self.ask_for_path(Action::History.name());
        }
    }

    /// Shows the history of a clause, unless another document or something else is now in view.
    /// `others` is the number of open documents that are no versions of the text.
    pub fn show_history(&mut self, of: ContentId, history: ClauseHistory, others: usize) {
        if of != self.document.metadata().content || !self.can_reload() {
            return;
        }
        self.notice = None;
        self.open_peek(PeekSubject::History(history), None);
        if others > 0 {
            self.tell(counts::other_texts(others));
        }
    }

    /// Goes to a clause of a version that was opened from another document, to which the user can go
    /// back.
    pub fn arrive_at_version(&mut self, address: &str, from: &str) {
        self.history.enter(from.to_owned());
        if let Ok(Target::Text { passage, .. }) = look_up(&self.document, address, None) {
            self.show_without_return(passage);
        }
        self.refresh();
    }

    /// Goes to the version that the history of a clause names.
    pub(super) fn follow_version(&mut self, place: Option<VersionPlace>) -> Vec<Effect> {
        let Some(place) = place else {
            self.tell(notices::NOT_IN_VERSION);
            return Vec::new();
        };
        self.give_back();
        vec![Effect::OpenVersion(place)]
    }
}
