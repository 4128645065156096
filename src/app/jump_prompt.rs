//! The jump prompt: the user types an address, and the pane shows its target.

use super::{App, Effect, InputLine, Jump, Mode, Page};
use crate::action::{Action, ActionGroup, Context, Key, KeyCode};
use crate::bookmarks::clip;
use crate::document::AddressError;
use crate::find::{LookupError, Miss, Target, choices, look_up};
use crate::messages::{counts, places, prompts, states};
use crate::typeset::Top;

/// Characters at which a complete address does not end, but a half-typed one may.
const UNFINISHED: [char; 9] = [':', '/', '.', '(', '-', '–', '~', '+', '§'];

/// The maximum number of bytes of a candidate's words in the prompt.
const CANDIDATE: usize = 200;

impl App {
    /// Opens the prompt with initial text.
    pub(super) fn open_jump(&mut self, typed: &str) {
        self.hold();
        self.mode = Mode::Jump(Jump {
            line: InputLine::new(typed),
            candidate: Ok(String::new()),
            choices: None,
        });
        self.preview_jump();
    }

    pub(super) fn jump_key(&mut self, key: Key) -> Vec<Effect> {
        let Mode::Jump(jump) = &self.mode else { return Vec::new() };
        let typed = jump.line.text().to_owned();
        match key.code {
            KeyCode::Escape => {
                self.give_back();
                return Vec::new();
            }
            KeyCode::Enter => {
                self.finish_jump(&typed);
                return Vec::new();
            }
            KeyCode::Backspace if typed.is_empty() => {
                self.give_back();
                return Vec::new();
            }
            KeyCode::Tab | KeyCode::Down => {
                self.choose(true);
                return Vec::new();
            }
            KeyCode::BackTab | KeyCode::Up if jump.choices.is_some() => {
                self.choose(false);
                return Vec::new();
            }
            _ => {}
        }
        // A number before a movement key is a count, as in vim.
        if let Some(count) = typed.parse::<u32>().ok().filter(|n| *n > 0)
            && let Some(action) = self.settings.keys.action(Context::Everywhere, key)
            && counted(action)
            && !key.typed().is_some_and(|c| c.is_ascii_digit())
        {
            self.give_back();
            return self.act(action, Some(count));
        }
        if let Mode::Jump(jump) = &mut self.mode
            && jump.line.edit(key)
        {
            jump.choices = None;
            self.preview_jump();
        }
        Vec::new()
    }

    /// Completes the address to the next or the previous possible completion.
    fn choose(&mut self, forward: bool) {
        let Mode::Jump(jump) = &mut self.mode else { return };
        let typed = jump.line.text().trim().to_owned();
        let (list, at) = match jump.choices.take() {
            Some((list, at)) => {
                let step = if forward { 1 } else { list.len() - 1 };
                let at = (at + step) % list.len();
                (list, at)
            }
            None => {
                let list = choices(&self.document, &typed);
                // The typed text itself is no completion.
                let at = usize::from(list.len() > 1 && list.first() == Some(&typed));
                (list, at)
            }
        };
        if let Some(address) = list.get(at) {
            jump.line = InputLine::new(address);
            jump.choices = Some((list, at));
            self.preview_jump();
        }
    }

    /// Shows the target of the address typed so far.
    pub(super) fn preview_jump(&mut self) {
        let Mode::Jump(jump) = &self.mode else { return };
        let from = self.held_view().top.point;
        let typed = jump.line.text().trim().to_owned();
        // A half-typed address leads as far as it goes.
        let begun = typed.trim_end_matches(UNFINISHED);
        let half = begun.len() < typed.len() && !begun.is_empty();
        let found = look_up(&self.document, begun, Some(from));
        let candidate = match &found {
            Ok(Target::Text { sections, .. }) if half && typed.ends_with(':') => {
                let count = sections.first().map_or(0, |id| self.document.section(*id).paragraphs);
                Ok(match count {
                    0 => places::NO_PARAGRAPHS.to_owned(),
                    1 => counts::paragraphs(1),
                    count => states::paragraphs_to(count),
                })
            }
            Err(LookupError::Address(_)) if half => Ok(String::new()),
            Ok(Target::Text { passage, .. }) => {
                let words = self.document.body(passage.start.block);
                Ok(clip(words, CANDIDATE).replace('\n', " "))
            }
            Ok(Target::Roster(id)) => Ok(self.document.roster(*id).kind.label().to_owned()),
            Ok(Target::Entry(id, row)) => Ok(self.document.roster(*id).entries[*row].name.clone()),
            Err(LookupError::Address(AddressError::Empty)) => {
                Ok(prompts::ADDRESS_EXAMPLES.to_owned())
            }
            Err(error) => Err(self.so_far(error.to_string())),
        };
        match found {
            Ok(Target::Text { passage, .. }) => {
                self.page = Page::Text;
                self.attention = None;
                if !self.reading.shows(passage.start.block) {
                    self.show_only(None);
                }
                self.reading.go(&self.document, passage.start);
            }
            _ => self.put_back(),
        }
        if let Mode::Jump(jump) = &mut self.mode {
            jump.candidate = match (&jump.choices, candidate) {
                (Some((list, at)), Ok(words)) if list.len() > 1 => {
                    Ok(states::choice(at + 1, list.len(), words))
                }
                (_, candidate) => candidate,
            };
        }
    }

    fn finish_jump(&mut self, typed: &str) {
        match look_up(&self.document, typed, Some(self.held_view().top.point)) {
            Ok(target) => {
                self.give_back();
                self.mode = Mode::Read;
                self.go_to(&target);
            }
            // Several places match: the prompt stays and goes through them.
            Err(LookupError::Miss(Miss::Ambiguous { .. })) => self.choose(true),
            Err(LookupError::Address(AddressError::Empty)) => self.give_back(),
            // The typed text stays, to be corrected.
            Err(error) => {
                let told = self.so_far(error.to_string());
                if let Mode::Jump(jump) = &mut self.mode {
                    jump.candidate = Err(told);
                }
            }
        }
    }
}

impl App {
    /// Qualifies a miss if only the beginning of the document was read.
    fn so_far(&self, miss: String) -> String {
        match self.document.metadata().read {
            Some(read) => states::so_far_read(miss, read),
            None => miss,
        }
    }

    /// Whether the user has done nothing yet but look at the first screen.
    pub fn is_at_beginning(&self) -> bool {
        let reading = matches!(self.mode, Mode::Read);
        reading && self.reading.top() == Top::default() && self.search.is_none()
    }
}

/// Whether an action accepts a count before its key.
fn counted(action: Action) -> bool {
    action.group() == ActionGroup::Move
        || matches!(
            action,
            Action::SearchNext
                | Action::SearchPrevious
                | Action::NextChange
                | Action::PreviousChange
                | Action::GoToPart
        )
}
