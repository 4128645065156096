//! Passages and bookmarks: what is marked, with or without a note, and the
//! list of what was.

use super::{App, Effect, Focus, Line, Mode, NoteFor, NotePrompt, Page, Selection, Unit};
use crate::action::{Action, Key, KeyCode};
use crate::bookmarks::{Bookmark, Change};
use crate::document::Passage;

impl App {
    /// Begins a selection: of the match that is attended to, else at the first
    /// words in view; once begun, by larger units.
    pub(super) fn select(&mut self) {
        if let Mode::Select(selection) = &mut self.mode {
            match selection.unit.larger() {
                Some(unit) => {
                    selection.unit = unit;
                    self.tell(format!("by {}", unit.name()));
                }
                None => self.mode = Mode::Read,
            }
            return;
        }
        if self.document.block_count() == 0 {
            self.tell("there is no text to select");
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
        let key = self.key_hint(Action::Select);
        self.tell(format!("by {} · {key}: sentence", Unit::Character.name()));
    }

    /// What a bookmark would be made of: the selection, else the place chosen
    /// in a register, else the paragraph that is being read.
    fn markable(&self) -> Option<Passage> {
        let passage = match (self.selected(), self.page) {
            (Some(passage), _) => Some(passage),
            (None, Page::Register(register)) => {
                register.chosen(&self.document).map(|place| place.passage)
            }
            (None, Page::Text) => self.block_in_view().map(|id| self.document.block_passage(id)),
        };
        let in_list = matches!(self.mode, Mode::Bookmarks(_) | Mode::Help(_));
        passage.filter(|passage| !passage.is_empty() && !in_list)
    }

    pub(super) fn mark(&mut self) -> Vec<Effect> {
        let Some(passage) = self.markable() else { return Vec::new() };
        self.mode = Mode::Read;
        let bookmark = Bookmark::new(&self.document, passage, "");
        vec![Effect::Change(Change::Add(Box::new(bookmark)))]
    }

    pub(super) fn mark_with_note(&mut self) {
        if let Some(passage) = self.markable() {
            let subject = NoteFor::New(passage);
            self.mode = Mode::Note(NotePrompt { line: Line::default(), subject, list: None });
        }
    }

    pub(super) fn open_bookmarks(&mut self) {
        // The one nearest to the words in view is chosen.
        let here = self.here();
        let near = self.shelf.passages().position(|passage| passage.end > here).unwrap_or(0);
        self.mode = Mode::Bookmarks(near);
    }

    /// Goes to the passage of the bookmark at a place of the list.
    pub(super) fn open_bookmark(&mut self, place: usize) {
        let Some(kept) = self.shelf.kept().get(place) else { return };
        match kept.passage {
            Some(passage) => {
                self.mode = Mode::Read;
                self.show(passage);
            }
            None => self.complain("its words are not found in this text"),
        }
    }

    fn chosen_bookmark(&self) -> Option<(usize, &Bookmark)> {
        let Mode::Bookmarks(chosen) = self.mode else { return None };
        self.shelf.kept().get(chosen).map(|kept| (chosen, &kept.bookmark))
    }

    pub(super) fn edit_note(&mut self) {
        let Some((chosen, bookmark)) = self.chosen_bookmark() else { return };
        let line = Line::new(&bookmark.note);
        let subject = NoteFor::Kept(bookmark.id.clone());
        self.mode = Mode::Note(NotePrompt { line, subject, list: Some(chosen) });
    }

    pub(super) fn delete_bookmark(&mut self) -> Vec<Effect> {
        match self.chosen_bookmark() {
            Some((_, bookmark)) => vec![Effect::Change(Change::Remove(bookmark.id.clone()))],
            None => Vec::new(),
        }
    }

    pub(super) fn note_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Note(prompt) = &mut self.mode else { return Vec::new() };
        match key.code {
            KeyCode::Escape => {
                let new = matches!(prompt.subject, NoteFor::New(_));
                self.mode = prompt.list.map_or(Mode::Read, Mode::Bookmarks);
                self.tell(if new { "nothing was marked" } else { "the note is as it was" });
                Vec::new()
            }
            KeyCode::Enter => {
                let (note, list) = (prompt.line.text().to_owned(), prompt.list);
                let change = match &prompt.subject {
                    NoteFor::New(passage) => {
                        Change::Add(Box::new(Bookmark::new(&self.document, *passage, &note)))
                    }
                    NoteFor::Kept(id) => Change::SetNote { id: id.clone(), note },
                };
                self.mode = list.map_or(Mode::Read, Mode::Bookmarks);
                vec![Effect::Change(change)]
            }
            _ => {
                prompt.line.edit(key);
                Vec::new()
            }
        }
    }
}
