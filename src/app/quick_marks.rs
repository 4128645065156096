//! Quick marks: a letter marks a place, and the letter leads back to it. A quick mark is a bookmark
//! with a letter, so it is found again when the text has been edited.

use super::{AnchoredBookmark, App, Effect, LetterFor, Mode};
use crate::action::{Action, Key, KeyCode};
use crate::bookmarks::{Bookmark, Change, Edit};
use crate::document::Passage;
use crate::messages::notices;

impl App {
    /// The quick marks of the document, by letter.
    pub fn quick_marks(&self) -> Vec<(char, &AnchoredBookmark)> {
        let lettered = |kept: &'_ AnchoredBookmark| kept.bookmark.letter;
        let kept = self.bookmark_index.kept().iter();
        let mut marks: Vec<(char, &AnchoredBookmark)> =
            kept.filter_map(|kept| Some((lettered(kept)?, kept))).collect();
        marks.sort_by_key(|(letter, _)| *letter);
        marks
    }

    /// Waits for the letter.
    pub(super) fn open_letter(&mut self, wanted: LetterFor) {
        let mark = self.key_hint(Action::QuickMark);
        match wanted {
            LetterFor::Mark if self.markable().is_none() => self.tell(notices::NOTHING_TO_MARK),
            // Pressing the key twice goes back even if there are no marks.
            LetterFor::Go if self.quick_marks().is_empty() && self.history.is_empty() => {
                self.tell(notices::no_marks(mark));
            }
            _ => {
                self.hold();
                self.mode = Mode::Letter(wanted);
            }
        }
    }

    pub(super) fn letter_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Letter(wanted) = self.mode else { return Vec::new() };
        self.give_back();
        let again = self.settings.keys.keys(Action::GoToMark).contains(&key);
        match (wanted, key.typed().filter(|c| c.is_alphanumeric())) {
            (LetterFor::Mark, Some(letter)) => return self.mark_with(letter),
            (LetterFor::Go, Some(letter)) => self.go_to_mark(letter),
            (LetterFor::Go, None) if again => return self.travel(false),
            _ if key.code == KeyCode::Escape => {}
            _ => self.tell(notices::no_letter(key)),
        }
        Vec::new()
    }

    /// Gives the letter to the passage that `m` would bookmark. The bookmark that had the letter is
    /// removed if it was created only for it.
    fn mark_with(&mut self, letter: char) -> Vec<Effect> {
        let Some(passage) = self.markable() else { return Vec::new() };
        self.mode = Mode::Read;
        let Some(fresh) = self.new_bookmark(passage, "") else { return Vec::new() };
        let there = self.bookmark_of(passage);
        if there.is_some_and(|kept| kept.bookmark.letter == Some(letter)) {
            self.tell(notices::already_marked(letter));
            return Vec::new();
        }
        let mut changes: Vec<Change> = self
            .quick_marks()
            .into_iter()
            .filter(|(other, _)| *other == letter)
            .map(|(_, kept)| Change::take_letter(&kept.bookmark))
            .collect();
        changes.push(match there.map(|kept| &kept.bookmark) {
            Some(seen) => Change::edit(seen, &seen.with_letter(Some(letter))),
            None => Change::Add(Box::new(fresh.with_letter(Some(letter)))),
        });
        vec![Effect::Change(Change::all(changes))]
    }

    fn go_to_mark(&mut self, letter: char) {
        let marks = self.quick_marks();
        let marked = marks.iter().find(|(own, _)| *own == letter);
        match marked.map(|(_, kept)| (kept.candidate(), kept.anchor.is_some())) {
            Some((Some(passage), _)) => {
                self.mode = Mode::Read;
                self.show(passage);
            }
            Some((None, true)) => {
                let list = self.key_hint(Action::Bookmarks);
                self.complain(notices::mark_lost(letter, list));
            }
            Some((None, false)) => self.tell(notices::SEARCHING_FOR_PLACE),
            None => {
                let letters: Vec<String> =
                    marks.iter().map(|(letter, _)| letter.to_string()).collect();
                self.complain(match letters.as_slice() {
                    [] => notices::no_mark_at_all(letter),
                    letters => notices::no_mark(letter, letters.join(", ")),
                });
            }
        }
    }

    /// The message for a change that assigns a letter.
    pub(super) fn lettered(&self, change: &Change) -> Option<String> {
        let (letter, bookmark) = given_letter(change)?;
        let (place, key) = (self.called(bookmark), self.key_hint(Action::GoToMark));
        Some(notices::marked_with(letter, place, key))
    }

    /// The letters of the bookmarks in a passage, in order.
    pub fn letters_in(&self, holds: impl Fn(Passage) -> bool) -> String {
        let of = |(letter, kept): (char, &AnchoredBookmark)| {
            kept.passage().filter(|passage| holds(*passage)).map(|_| letter)
        };
        self.quick_marks().into_iter().filter_map(of).collect()
    }
}

/// The letter that a change assigns, and the bookmark that gets it.
fn given_letter(change: &Change) -> Option<(char, &Bookmark)> {
    match change {
        Change::Add(bookmark) => Some((bookmark.letter?, bookmark)),
        Change::Edit { seen, edits } => edits.iter().find_map(|edit| match edit {
            Edit::Letter { to, .. } => Some(((*to)?, &**seen)),
            _ => None,
        }),
        Change::Several(changes) => changes.iter().find_map(given_letter),
        Change::Remove(_) | Change::PutBack { .. } => None,
    }
}
