//! Showing only the clauses with matches of the search, or those that changed, with their headings;
//! movement skips everything else.

use super::{App, Only, Page};
use crate::action::Action;
use crate::document::BlockId;
use crate::messages::notices;

impl App {
    /// Shows only the clauses with matches, or everything again.
    pub(super) fn toggle_only_matches(&mut self) {
        if self.only.is_some() {
            self.show_only(None);
            return self.tell(notices::ALL_CLAUSES_SHOWN);
        }
        if let (Some(only), None) = (self.only_changes(), &self.search) {
            self.page = Page::Text;
            self.show_only(Some(only));
            let key = self.key_hint(Action::OnlyMatches);
            return self.tell(notices::only_changes_shown(key));
        }
        if let (Some((pairing, side)), None) = (self.pairing(), &self.search) {
            let Some(only) = Only::unmatched(pairing, side) else {
                return self.tell(notices::NOTHING_UNMATCHED);
            };
            self.page = Page::Text;
            self.show_only(Some(only));
            let key = self.key_hint(Action::OnlyMatches);
            return self.tell(notices::only_unmatched_shown(key));
        }
        let key = self.key_hint(Action::SearchForward);
        match &self.search {
            None => self.tell(notices::search_first(key)),
            Some(search) if search.is_going_on() => self.tell(notices::STILL_SEARCHING),
            Some(search) if search.matches().is_empty() => self.tell(notices::NO_MATCHES_TO_SHOW),
            Some(search) => {
                let only = Only::of(&self.document, search);
                self.page = Page::Text;
                self.show_only(Some(only));
                let key = self.key_hint(Action::OnlyMatches);
                self.tell(notices::only_matches_shown(key));
            }
        }
    }

    /// Shows only these blocks, or everything.
    pub(super) fn show_only(&mut self, only: Option<Only>) {
        self.reading.show_only(&self.document, only.as_ref().map(|only| only.shown.clone()));
        self.only = only;
    }

    /// Updates the shown blocks to the current search; shows everything if there is none.
    pub(super) fn settle_only(&mut self) {
        if self.only.as_ref().is_some_and(|only| !only.is_of(self.search.as_ref())) {
            self.show_only(None);
        }
    }

    /// Shows everything if a block that must come into view is hidden.
    pub(super) fn uncover(&mut self, block: BlockId) {
        if !self.reading.shows(block) {
            self.show_only(None);
            self.tell(notices::ALL_CLAUSES_SHOWN);
        }
    }
}
