//! Selecting a passage, and marking one.

use super::{App, Effect, Focus, Mode, Page, Selection};
use crate::action::Action;
use crate::bookmarks::Change;
use crate::document::Passage;
use crate::messages::notices;

impl App {
    /// Starts a selection: at the current match, else at the first words in view; in a selection,
    /// selects the next larger unit.
    pub(super) fn select(&mut self) {
        if let Mode::Select(selection) = &mut self.mode {
            match selection.unit.larger() {
                Some(unit) => {
                    selection.unit = unit;
                }
                None => self.mode = Mode::Read,
            }
            return;
        }
        if self.document.block_count() == 0 {
            self.tell(notices::NOTHING_TO_SELECT);
            return;
        }
        self.page = Page::Text;
        self.focus = Focus::Pane;
        let found = self.search.as_ref().and_then(|search| search.passage());
        let selection = match self.attended() {
            Some(point) => match found.filter(|found| found.start == point) {
                Some(found) => Selection::of(&self.document, found),
                None => Selection::new(point),
            },
            None => Selection::new(self.here()),
        };
        self.mode = Mode::Select(selection);
    }

    /// The passage to bookmark: the selection, else the chosen place of a register, else the
    /// paragraph being read.
    pub(super) fn markable(&self) -> Option<Passage> {
        let passage = match (self.selected(), self.page) {
            (Some(passage), _) => Some(passage),
            (None, Page::Register(register)) => {
                self.chosen_place(register).map(|place| place.passage)
            }
            (None, Page::Text) => self.passage_in_view(),
        };
        let in_list = matches!(self.mode, Mode::Bookmarks | Mode::Documents | Mode::Help(_));
        passage.filter(|passage| !passage.is_empty() && !in_list)
    }

    /// Returns whether it is too early to mark, and says so: while only the beginning of the
    /// document is read, its identity is unknown.
    pub fn is_too_early_to_mark(&mut self) -> bool {
        let early = self.document.metadata().read.is_some();
        if early {
            self.complain(notices::LOADING);
        }
        early
    }

    pub(super) fn mark(&mut self) -> Vec<Effect> {
        let Some(passage) = self.markable() else { return Vec::new() };
        self.mode = Mode::Read;
        if let Some(kept) = self.bookmark_of(passage) {
            let (name, note) = (kept.name(&self.document), self.key_hint(Action::MarkWithNote));
            self.tell(notices::already_bookmarked(name, note));
            return Vec::new();
        }
        let bookmark = self.new_bookmark(passage, "").map(Box::new);
        bookmark.map(|bookmark| Effect::Change(Change::Add(bookmark))).into_iter().collect()
    }
}
