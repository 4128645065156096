//! Typing a note of several lines.

use super::{App, Effect, LONGEST_NOTE, Mode, NoteField, NoteFor, NotePrompt};
use crate::action::{Action, Key, KeyCode};
use crate::bookmarks::Change;
use crate::messages::notices;

impl App {
    pub(super) fn mark_with_note(&mut self) {
        let Some(passage) = self.markable() else { return };
        // Refuses before the user types something that could not be kept.
        if self.is_too_early_to_mark() {
            return;
        }
        let is_known = self.bookmark_of(passage).is_some();
        if !is_known && self.new_bookmark(passage, "").is_none() {
            return;
        }
        // An existing bookmark of the passage gets the note.
        let (subject, text) = match self.bookmark_of(passage) {
            Some(kept) => {
                (NoteFor::Kept(Box::new(kept.bookmark.clone())), kept.bookmark.note.clone())
            }
            None => (NoteFor::New(passage), String::new()),
        };
        self.open_note(subject, &text, false);
    }

    pub(super) fn edit_note(&mut self) {
        let Some(kept) = self.chosen_bookmark() else {
            return self.tell(notices::NO_BOOKMARK_SELECTED);
        };
        let seen = Box::new(kept.bookmark.clone());
        let text = seen.note.clone();
        self.open_note(NoteFor::Kept(seen), &text, true);
    }

    /// Opens the field with the existing note, or with the draft that was left.
    fn open_note(&mut self, subject: NoteFor, text: &str, from_list: bool) {
        let draft = self.draft.take_if(|(of, _)| of.is_same(&subject));
        let typed = draft.is_some();
        // The draft was an edit of the note as it was at that time.
        let (subject, text) = draft.unwrap_or_else(|| (subject, text.to_owned()));
        let field = NoteField::new(&text);
        if typed {
            self.tell(notices::UNSAVED_NOTE_RESTORED);
        }
        self.hold();
        self.mode = Mode::Note(Box::new(NotePrompt { field, subject, from_list }));
    }

    /// Opens the chosen note in the user's own editor.
    pub(super) fn edit_note_outside(&mut self) -> Vec<Effect> {
        self.edit_note();
        self.note_outside()
    }

    fn note_outside(&mut self) -> Vec<Effect> {
        match &self.mode {
            Mode::Note(prompt) => vec![Effect::EditOutside(prompt.field.text())],
            _ => Vec::new(),
        }
    }

    /// Takes the note back from the editor, even if it is empty.
    pub fn edited_outside(&mut self, text: &str) -> Vec<Effect> {
        if let Mode::Note(prompt) = &mut self.mode {
            prompt.field = NoteField::new(text.trim_end());
            return self.keep_note();
        }
        Vec::new()
    }

    pub(super) fn note_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Note(prompt) = &mut self.mode else { return Vec::new() };
        let plain = !key.modifiers.alt && !key.modifiers.shift && !key.modifiers.control;
        match key.code {
            KeyCode::Escape => {
                let new = matches!(prompt.subject, NoteFor::New(_));
                let (typed, subject) = (prompt.field.text(), prompt.subject.clone());
                let key = if prompt.from_list { Action::EditNote } else { Action::MarkWithNote };
                let left = if new { notices::NOTHING_MARKED } else { notices::NOTE_UNCHANGED };
                let back = if typed.trim().is_empty() {
                    String::new()
                } else {
                    format!(" · {}", notices::restores(self.key_hint(key)))
                };
                self.give_back();
                self.draft = (!back.is_empty()).then_some((subject, typed));
                self.tell(format!("{left}{back}"));
                Vec::new()
            }
            KeyCode::Enter if plain => self.keep_note(),
            KeyCode::Enter => {
                self.insert_into_note("\n");
                Vec::new()
            }
            _ if key == Key::control('j') => {
                self.insert_into_note("\n");
                Vec::new()
            }
            _ if key == Key::control('g') => self.note_outside(),
            _ => {
                match key.typed() {
                    Some(c) => self.insert_into_note(c.encode_utf8(&mut [0; 4])),
                    None => prompt.field.edit(key),
                }
                Vec::new()
            }
        }
    }

    /// Inserts text into the note being typed; reports if the note is full.
    pub(super) fn insert_into_note(&mut self, text: &str) {
        if let Mode::Note(prompt) = &mut self.mode
            && !prompt.field.insert(text)
        {
            self.complain(notices::note_cut(LONGEST_NOTE >> 10));
        }
    }

    fn keep_note(&mut self) -> Vec<Effect> {
        let Mode::Note(prompt) = &self.mode else { return Vec::new() };
        let note = prompt.field.text();
        let (subject, from_list) = (prompt.subject.clone(), prompt.from_list);
        let change = match &subject {
            NoteFor::New(passage) => {
                let Some(bookmark) = self.new_bookmark(*passage, &note) else { return Vec::new() };
                Change::Add(Box::new(bookmark))
            }
            NoteFor::Kept(seen) => Change::edit(seen, &seen.with_note(&note)),
        };
        self.give_back();
        // The selection has served its purpose.
        if !from_list {
            self.mode = Mode::Read;
        }
        vec![Effect::Change(change)]
    }
}
