//! The lines that a person types into: addresses, patterns, notes, commands.

use super::{
    App, Direction, Effect, Jump, Line, Mode, NoteFor, Origin, Page, Search, SearchPrompt,
};
use crate::action::{Action, Context, Group, Key, KeyCode};
use crate::bookmarks::{Bookmark, Change, clip};
use crate::document::AddressError;
use crate::find::{LookupError, Miss, Syntax, Target, look_up};

/// Bytes of a candidate's words that a prompt shows.
const CANDIDATE: usize = 200;

impl App {
    fn origin(&self) -> Origin {
        Origin { top: self.reading.top(), page: self.page }
    }

    fn return_to(&mut self, origin: Origin) {
        self.page = origin.page;
        self.reading.restore(&self.document, origin.top);
    }

    /// Opens the jump prompt with what was typed already.
    pub(super) fn open_jump(&mut self, typed: &str) {
        self.mode = Mode::Jump(Jump {
            line: Line::new(typed),
            origin: self.origin(),
            candidate: Ok(String::new()),
        });
        self.preview_jump();
    }

    pub(super) fn jump_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Jump(jump) = &mut self.mode else { return Vec::new() };
        let origin = jump.origin;
        let typed = jump.line.text().to_owned();
        match key.code {
            KeyCode::Escape => {
                self.mode = Mode::Read;
                self.return_to(origin);
                return Vec::new();
            }
            KeyCode::Enter => {
                self.finish_jump(&typed, origin);
                return Vec::new();
            }
            KeyCode::Backspace if typed.is_empty() => {
                self.mode = Mode::Read;
                return Vec::new();
            }
            _ => {}
        }
        // A number before a key that moves is a count, as in vim.
        if let Some(count) = typed.parse::<u32>().ok().filter(|n| *n > 0)
            && let Some(action) = self.settings.keys.action(Context::Everywhere, key)
            && counted(action)
            && !key.typed().is_some_and(|c| c.is_ascii_digit())
        {
            self.mode = Mode::Read;
            self.return_to(origin);
            return self.act(action, Some(count));
        }
        if let Mode::Jump(jump) = &mut self.mode
            && jump.line.edit(key)
        {
            self.preview_jump();
        }
        Vec::new()
    }

    /// Shows where the address leads that has been typed so far.
    pub(super) fn preview_jump(&mut self) {
        let Mode::Jump(jump) = &self.mode else { return };
        let origin = jump.origin;
        let typed = jump.line.text().trim().to_owned();
        let found = look_up(&self.document, &typed, Some(origin.top.point));
        let candidate = match &found {
            Ok(Target::Text { passage, .. }) => {
                let words = self.document.passage_text(*passage).replace('\n', " ");
                Ok(clip(&words, CANDIDATE).to_owned())
            }
            Ok(Target::Roster(id)) => Ok(self.document.roster(*id).kind.label().to_owned()),
            Ok(Target::Entry(id, row)) => Ok(self.document.roster(*id).entries[*row].name.clone()),
            Err(LookupError::Address(AddressError::Empty)) => {
                Ok("11 · 8:3 · pp3 · story:4 · members/… · last".to_owned())
            }
            Err(error) => Err(error.to_string()),
        };
        match found {
            Ok(Target::Text { passage, .. }) => {
                self.page = Page::Text;
                self.reading.go(&self.document, passage.start);
            }
            _ => self.return_to(origin),
        }
        if let Mode::Jump(jump) = &mut self.mode {
            jump.candidate = candidate;
        }
    }

    fn finish_jump(&mut self, typed: &str, origin: Origin) {
        match look_up(&self.document, typed, Some(origin.top.point)) {
            Ok(target) => {
                self.mode = Mode::Read;
                self.return_to(origin);
                self.go_to(&target);
            }
            // Several places: the prompt stays open for the one that is meant.
            Err(error @ LookupError::Miss(Miss::Ambiguous { .. })) => {
                self.complain(error.to_string())
            }
            Err(LookupError::Address(AddressError::Empty)) => {
                self.mode = Mode::Read;
                self.return_to(origin);
            }
            Err(error) => {
                self.mode = Mode::Read;
                self.return_to(origin);
                self.complain(error.to_string());
            }
        }
    }

    pub(super) fn open_search(&mut self, direction: Direction) {
        self.mode = Mode::Search(SearchPrompt {
            line: Line::default(),
            origin: self.origin(),
            direction,
            syntax: Syntax::Literal,
            tally: Ok(String::new()),
        });
    }

    pub(super) fn search_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Search(prompt) = &mut self.mode else { return Vec::new() };
        let origin = prompt.origin;
        let empty = prompt.line.text().is_empty();
        match key.code {
            KeyCode::Escape => {
                self.mode = Mode::Read;
                self.search = None;
                self.return_to(origin);
            }
            KeyCode::Backspace if empty => {
                self.mode = Mode::Read;
                self.return_to(origin);
            }
            KeyCode::Enter => self.finish_search(),
            _ if key == Key::control('r') => {
                prompt.syntax = match prompt.syntax {
                    Syntax::Literal => Syntax::Regex,
                    Syntax::Regex => Syntax::Literal,
                };
                self.preview_search();
            }
            _ => {
                if prompt.line.edit(key) {
                    self.preview_search();
                }
            }
        }
        Vec::new()
    }

    /// Shows what the pattern finds that has been typed so far.
    pub(super) fn preview_search(&mut self) {
        let Mode::Search(prompt) = &self.mode else { return };
        let (origin, from) = (prompt.origin, prompt.origin.top.point);
        let (pattern, syntax, direction) =
            (prompt.line.text().to_owned(), prompt.syntax, prompt.direction);
        self.return_to(origin);
        let found = if pattern.is_empty() {
            self.search = None;
            Ok(String::new())
        } else {
            match Search::new(&self.document, &pattern, syntax, direction, from) {
                Ok(search) => {
                    let tally = search.tally();
                    let found = search.passage();
                    self.search = Some(search);
                    if let Some(passage) = found {
                        self.page = Page::Text;
                        self.reading.reveal(&self.document, passage.start);
                        Ok(tally)
                    } else {
                        Err(tally)
                    }
                }
                Err(error) => {
                    self.search = None;
                    Err(error.to_string())
                }
            }
        };
        if let Mode::Search(prompt) = &mut self.mode {
            prompt.tally = found;
        }
    }

    fn finish_search(&mut self) {
        let Mode::Search(prompt) = std::mem::replace(&mut self.mode, Mode::Read) else { return };
        self.history.leave(prompt.origin.top);
        match prompt.tally {
            Ok(tally) if !prompt.line.text().is_empty() => self.tell(tally),
            Ok(_) => {}
            Err(error) => self.complain(error),
        }
    }

    pub(super) fn note_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Note(prompt) = &mut self.mode else { return Vec::new() };
        match key.code {
            KeyCode::Escape => {
                self.mode = prompt.list.map_or(Mode::Read, Mode::Bookmarks);
                self.tell("the note is as it was");
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

    pub(super) fn palette_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Palette(palette) = &mut self.mode else { return Vec::new() };
        let fitting = palette.fitting();
        let last = fitting.len().saturating_sub(1);
        match key.code {
            KeyCode::Escape => self.mode = Mode::Read,
            KeyCode::Enter => {
                let action = fitting.get(palette.chosen).map(|(action, _)| *action);
                self.mode = Mode::Read;
                return action.map(|action| self.act(action, None)).unwrap_or_default();
            }
            KeyCode::Down => palette.chosen = (palette.chosen + 1).min(last),
            KeyCode::Up => palette.chosen = palette.chosen.saturating_sub(1),
            _ if key == Key::control('n') => palette.chosen = (palette.chosen + 1).min(last),
            _ if key == Key::control('p') => palette.chosen = palette.chosen.saturating_sub(1),
            _ => {
                if palette.line.edit(key) {
                    palette.chosen = 0;
                }
            }
        }
        Vec::new()
    }
}

/// Whether a count before an action's key has a meaning.
fn counted(action: Action) -> bool {
    action.group() == Group::Move || matches!(action, Action::SearchNext | Action::SearchPrevious)
}
