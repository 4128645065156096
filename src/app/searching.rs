//! The search prompt, and stepping through the matches.

use super::{
    App, Effect, Focus, InputLine, Mode, Search, SearchDirection, SearchPattern, SearchPrompt,
    SeekFrom, Unsettled,
};
use crate::action::{Action, Key, KeyCode};
use crate::find::PatternSyntax;
use crate::messages::{notices, states};

impl App {
    pub(super) fn open_search(&mut self, direction: SearchDirection, syntax: PatternSyntax) {
        self.hold();
        self.mode = Mode::Search(Box::new(SearchPrompt {
            line: InputLine::default(),
            before: self.search.take(),
            direction,
            syntax,
            recalled: 0,
            tally: Ok(String::new()),
        }));
    }

    pub(super) fn search_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Search(prompt) = &mut self.mode else { return Vec::new() };
        let empty = prompt.line.text().is_empty();
        match key.code {
            KeyCode::Escape => self.cancel_search(),
            KeyCode::Backspace if empty => self.cancel_search(),
            KeyCode::Enter => {
                // An empty prompt repeats the last search, as in vim and less.
                if empty {
                    self.recall(1);
                }
                self.finish_search();
            }
            KeyCode::Up => self.recall(1),
            KeyCode::Down => self.recall(-1),
            _ if key == Key::control('p') => self.recall(1),
            _ if key == Key::control('n') => self.recall(-1),
            _ if key == Key::control('r') => {
                prompt.syntax = match prompt.syntax {
                    PatternSyntax::Literal => PatternSyntax::Regex,
                    PatternSyntax::Regex => PatternSyntax::Literal,
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

    /// Closes the prompt, and restores the place and the search.
    fn cancel_search(&mut self) {
        if let Mode::Search(prompt) = &mut self.mode {
            self.search = prompt.before.take();
        }
        self.give_back();
    }

    /// Puts an earlier or a later pattern into the prompt.
    fn recall(&mut self, back: isize) {
        let Mode::Search(prompt) = &mut self.mode else { return };
        let recalled = prompt.recalled.saturating_add_signed(back).min(self.patterns.len());
        let pattern = recalled.checked_sub(1).and_then(|back| self.patterns.iter().rev().nth(back));
        prompt.recalled = recalled;
        match pattern {
            Some(pattern) => {
                prompt.line = InputLine::new(&pattern.text);
                prompt.syntax = pattern.syntax;
            }
            None => prompt.line = InputLine::default(),
        }
        self.preview_search();
    }

    /// Shows the match of what has been typed so far.
    pub(super) fn preview_search(&mut self) {
        let Mode::Search(prompt) = &self.mode else { return };
        let from = self.held_view().top.point;
        let (pattern, syntax, direction) =
            (prompt.line.text().to_owned(), prompt.syntax, prompt.direction);
        self.put_back();
        self.show_only(None);
        let found = if pattern.is_empty() {
            self.search = None;
            Ok(String::new())
        } else {
            let begun = self.search.take().filter(|s| s.leads_to(&pattern, syntax, direction));
            let search = match &begun {
                Some(begun) => begun.narrowed(&self.document, &pattern, from),
                None => Search::new(&self.document, &pattern, syntax, direction, from),
            };
            match search {
                Ok(search) => {
                    let outcome = outcome(&search);
                    let found = search.passage();
                    self.search = Some(search);
                    if let Some(passage) = found {
                        self.attend(passage.start);
                    }
                    outcome
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

    /// Keeps the search and its match; if there is none, nothing changes.
    fn finish_search(&mut self) {
        let Mode::Search(prompt) = &mut self.mode else { return };
        let text = prompt.line.text().to_owned();
        if text.is_empty() {
            return self.cancel_search();
        }
        let pattern = SearchPattern { text, syntax: prompt.syntax };
        let outcome = prompt.tally.clone();
        let tally = match outcome {
            Ok(tally) => tally,
            Err(error) => {
                self.cancel_search();
                self.remember(pattern);
                return self.complain(error);
            }
        };
        let (before, from) = (prompt.before.take(), self.held_view());
        self.remember(pattern);
        self.mode = Mode::Read;
        if self.search.as_ref().is_some_and(Search::is_seeking) {
            self.unsettled = Some(Unsettled { before, from });
        } else {
            self.history.leave(from);
            self.focus = Focus::Pane;
        }
        self.tell(tally);
    }

    fn remember(&mut self, pattern: SearchPattern) {
        self.patterns.retain(|known| *known != pattern);
        self.patterns.push(pattern);
    }

    /// Goes to the `times`-th next match, in the direction of the search or in the opposite one.
    pub(super) fn search_step(&mut self, same_way: bool, times: i64) {
        let here = self.here();
        let attended = self.attended();
        let Some(search) = &mut self.search else {
            let key = self.key_hint(Action::SearchForward);
            self.tell(notices::no_search(key));
            return;
        };
        let direction = if same_way { search.direction } else { search.direction.turned() };
        // If the user has moved away, the search goes on from what is in view.
        let from = match search.passage().map(|found| found.start) {
            Some(found) if attended == Some(found) => SeekFrom::Behind(found),
            _ => SeekFrom::Point(here),
        };
        search.seek(&self.document, direction, from, usize::try_from(times).unwrap_or(1));
        self.focus = Focus::Pane;
        self.show_found();
    }

    /// Shows the current match, or says how far the search for it has come.
    fn show_found(&mut self) {
        let Some(search) = &self.search else { return };
        let around = search.went_around() && !search.is_seeking();
        match (outcome(search), search.passage().filter(|_| !search.is_seeking())) {
            (Ok(tally), found) => {
                if let Some(passage) = found {
                    if let Some(unsettled) = self.unsettled.take() {
                        self.history.leave(unsettled.from);
                        self.focus = Focus::Pane;
                    }
                    self.attend(passage.start);
                }
                self.tell(if around { states::wrapped_around(tally) } else { tally });
            }
            (Err(tally), _) => {
                if let Some(unsettled) = self.unsettled.take() {
                    self.search = unsettled.before;
                }
                self.complain(tally);
            }
        }
    }

    /// Whether a search has more to look at.
    pub fn is_searching(&self) -> bool {
        self.search.as_ref().is_some_and(Search::is_going_on)
    }

    /// Searches the next stretch of the text; short enough to be called between two keys.
    pub fn search_on(&mut self) {
        let Some(search) = &mut self.search else { return };
        let (before, sought) = (search.tally(), search.is_seeking());
        search.go_on(&self.document);
        let found = search.passage().filter(|_| sought && !search.is_seeking());
        let outcome = outcome(search);
        match &mut self.mode {
            Mode::Search(prompt) => {
                prompt.tally = outcome;
                if let Some(passage) = found {
                    self.attend(passage.start);
                }
            }
            Mode::Read if sought => self.show_found(),
            // Updates the message about the search, and no other message.
            _ => {
                let told =
                    self.notice.as_ref().and_then(|notice| notice.text.strip_prefix(&before));
                match (told.map(str::to_owned), outcome) {
                    (Some(behind), Ok(tally)) => self.tell(format!("{tally}{behind}")),
                    (Some(_), Err(tally)) => self.complain(tally),
                    (None, _) => {}
                }
            }
        }
        self.refresh();
    }

    /// Any other key gives up a match that has not been found yet.
    pub(super) fn give_up_seeking(&mut self) {
        if let Some(search) = self.search.as_mut().filter(|_| !matches!(self.mode, Mode::Search(_)))
        {
            search.give_up_seeking();
            self.unsettled = None;
        }
    }
}

/// The number of matches, or that there is none.
fn outcome(search: &Search) -> Result<String, String> {
    if search.is_in_vain() { Err(search.tally()) } else { Ok(search.tally()) }
}
