//! Follows the clause in view through the versions of a text: found outside, since that takes time,
//! and shown in a window over the text, from which Enter goes to a version.

use super::{App, ClauseHistory, Effect, Mode, Palette, PeekSubject, VersionPlace};
use crate::action::Action;
use crate::document::{ContentId, SectionId};
use crate::find::{Target, look_up};
use crate::messages::{counts, notices};

/// The text of a comparison that a clause is followed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparedText {
    /// The old one.
    Old,
    /// The new one.
    New,
}

impl App {
    /// The address of the clause in view; in a comparison, that in one of the two texts.
    pub fn traced_clause(&self) -> Option<(Option<ComparedText>, String)> {
        let section = self.section_in_view()?;
        let block = self.block_in_view()?;
        let address = |id: SectionId| self.document.section_address(id).to_owned();
        let Some(comparison) = self.comparing() else { return Some((None, address(section))) };
        let compared = comparison.block(block)?;
        let (text, document, own) = match compared.new {
            Some(own) => (ComparedText::New, comparison.new_text(), own),
            None => (ComparedText::Old, comparison.old(), *compared.old.first()?),
        };
        let section = document.block(own).section;
        Some((Some(text), document.section_address(section).to_owned()))
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
        if !self.can_reload() {
            return;
        }
        self.hold();
        let mut palette = Palette::default();
        palette.complete(&format!("{} ", Action::History.name()));
        self.mode = Mode::Palette(palette);
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
