//! Passages that lines select and act on, and the words of matches.

use super::conversation::Conversation;
use super::span;
use super::telling::wrapped;
use crate::action::Action;
use crate::app::{App, Effect, Mode};
use crate::bookmarks::clip;
use crate::document::Passage;
use crate::find::context_line;
use crate::messages::linear;

/// The maximum number of bytes of a selection that are quoted.
const MOST_SELECTED: usize = 400;

/// The number of characters before and after a match that are quoted.
const AROUND: usize = 60;

impl Conversation {
    /// Selects a passage that the next line can act on.
    pub(super) fn select(&mut self, app: &mut App, words: &str) {
        let Some(passage) = self.named(app, words) else { return };
        app.select_passage(passage);
        let words = app.document.passage_text(passage).replace('\n', " ");
        self.said.push(linear::selected(clip(&words, MOST_SELECTED)));
    }

    /// Runs an action on a passage.
    pub(super) fn act_on(&mut self, app: &mut App, action: Action, words: &str) -> Vec<Effect> {
        let Some(passage) = self.named(app, words) else { return Vec::new() };
        app.select_passage(passage);
        let effects = app.update(action);
        if matches!(app.mode, Mode::Select(_)) {
            app.update(Action::Cancel);
        }
        effects
    }

    /// Returns the passage that words name; reports if there is none.
    fn named(&self, app: &mut App, words: &str) -> Option<Passage> {
        if words.is_empty() {
            app.complain(linear::WORDS_MISSING);
            return None;
        }
        let block = self.last.map_or_else(|| app.block_in_view(), |(block, _)| Some(block))?;
        match span::named(&app.document, block, words) {
            Ok(passage) => Some(passage),
            Err(why) => {
                app.complain(why);
                None
            }
        }
    }

    /// The words around the match, if its paragraph was already read out.
    pub(super) fn found(&self, app: &App) -> Vec<String> {
        let Some(found) = app.search.as_ref().and_then(|search| search.passage()) else {
            return Vec::new();
        };
        let body = app.document.body(found.start.block);
        let range = app.document.part_in(found, found.start.block);
        let words = context_line(body, range, AROUND);
        wrapped(&linear::found_here(words), self.columns)
    }
}
