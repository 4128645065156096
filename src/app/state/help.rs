//! The page of the help: every action with its keys, filtered by key or words, and the chosen one.

use super::{InputLine, moved, window};
use crate::action::{Action, ActionGroup, Key, KeyMap};
use crate::messages::{headings, prompts};
use crate::typeset::lines;

/// The open help page.
#[derive(Debug, Clone, Default)]
pub struct HelpPage {
    /// The filter of its rows: a key, or words.
    pub filter: InputLine,
    /// Whether the filter is being typed.
    pub filtering: bool,
    /// The index of the chosen action among those listed.
    pub(in crate::app) chosen: usize,
}

impl HelpPage {
    /// Returns the help with an action chosen.
    pub(in crate::app) fn at(action: Option<Action>, keys: &KeyMap) -> Self {
        let place = listed("", keys).iter().position(|listed| Some(*listed) == action);
        Self { chosen: place.unwrap_or(0), ..Self::default() }
    }

    /// The chosen action, if any is listed.
    pub fn action(&self, keys: &KeyMap) -> Option<Action> {
        listed(self.filter.text(), keys).get(self.chosen).copied()
    }

    /// The number of `rows` above the screen of `height` rows; keeps the chosen action in the
    /// middle.
    pub fn above(&self, rows: &[HelpRow], keys: &KeyMap, height: u16) -> usize {
        let action = self.action(keys);
        let chosen = rows.iter().position(
            |row| matches!(row, HelpRow::Keys { action: Some(own), .. } if Some(*own) == action),
        );
        match chosen {
            Some(row) if self.chosen > 0 => window(row, rows.len(), height),
            _ => 0,
        }
    }

    /// Moves the choice by `by` actions.
    pub(in crate::app) fn step(&mut self, by: i64, keys: &KeyMap) {
        let last = listed(self.filter.text(), keys).len().saturating_sub(1);
        self.chosen = moved(self.chosen, by, last);
    }
}

/// One row of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpRow {
    /// An empty row.
    Space,
    /// The title of a group.
    Heading(&'static str),
    /// A line of running text.
    Words(String),
    /// A row of an action: its keys, and its description.
    Keys {
        /// The keys, as they are shown.
        keys: String,
        /// The description.
        title: String,
        /// The action, in its first row.
        action: Option<Action>,
    },
}

/// The width of the column of keys, with its gap, out of `columns` columns.
pub fn help_keys_width(columns: u16) -> u16 {
    (columns / 3).clamp(8, 30)
}

/// The actions that match a key or words, in the order of the help.
fn listed(filter: &str, keys: &KeyMap) -> Vec<Action> {
    let is_key = |key: &Key| key.to_string() == filter;
    let of_key = Action::ALL.iter().any(|action| keys.keys(*action).iter().any(is_key));
    let words: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    let takes = |action: &Action| {
        let own = keys.keys(*action);
        if of_key {
            return own.iter().any(is_key);
        }
        let own: Vec<String> = own.iter().map(ToString::to_string).collect();
        let all = format!("{} {} {}", action.title(), action.name(), own.join(" ")).to_lowercase();
        words.iter().all(|word| all.contains(word.as_str()))
    };
    let of = |group: ActionGroup| Action::ALL.iter().copied().filter(move |a| a.group() == group);
    ActionGroup::ALL.into_iter().flat_map(of).filter(takes).collect()
}

/// The rows of the matching actions, with their current keys, at a width in columns.
pub fn help_rows(filter: &str, keys: &KeyMap, columns: u16) -> Vec<HelpRow> {
    let mut rows = Vec::new();
    if filter.is_empty() {
        rows.push(HelpRow::Heading(headings::PLACES));
        let key = |action| keys.keys(action).first().map(ToString::to_string).unwrap_or_default();
        let places = prompts::places(key(Action::LineDown), key(Action::ClauseNext));
        rows.extend(lines(&places, columns.saturating_sub(2)).into_iter().map(HelpRow::Words));
    }
    let keys_width = help_keys_width(columns);
    let mut group = None;
    for action in listed(filter, keys) {
        if group != Some(action.group()) {
            if !rows.is_empty() {
                rows.push(HelpRow::Space);
            }
            rows.push(HelpRow::Heading(action.group().title()));
            group = Some(action.group());
        }
        let mut keys = key_lines(keys, action, keys_width.saturating_sub(4)).into_iter();
        let mut titles = lines(action.title(), columns.saturating_sub(keys_width)).into_iter();
        let mut first = Some(action);
        loop {
            let (keys, title) = (keys.next(), titles.next());
            if keys.is_none() && title.is_none() {
                break;
            }
            rows.push(HelpRow::Keys {
                keys: keys.unwrap_or_default(),
                title: title.unwrap_or_default(),
                action: first.take(),
            });
        }
    }
    rows
}

/// Sets an action's keys in lines, without breaking any key.
fn key_lines(keys: &KeyMap, action: Action, columns: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for key in keys.keys(action) {
        let key = key.to_string();
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(&key),
            Some(line) if line.len() + 2 + key.len() <= usize::from(columns) => {
                line.push_str("  ");
                line.push_str(&key);
            }
            _ => lines.push(key),
        }
    }
    // An action without keys shows its name in the palette.
    if lines.len() == 1 && lines[0].is_empty() {
        lines[0] = format!(":{}", action.name());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(filter: &str) -> String {
        let names: Vec<&str> =
            listed(filter, &KeyMap::default()).into_iter().map(Action::name).collect();
        names.join(" ")
    }

    #[test]
    fn a_key_finds_what_it_does_everywhere() {
        assert_eq!(names("B"), "bookmarks");
        assert_eq!(names("b"), "page-up word-previous");
        assert_eq!(names("Ctrl-d"), "half-page-down");
    }

    #[test]
    fn words_find_actions_by_title_and_name() {
        assert_eq!(names("toggle just"), "toggle-justify");
        assert_eq!(names("CITATION copy"), "copy-with-citation");
        assert_eq!(names("no such thing"), "");
        assert_eq!(listed("", &KeyMap::default()).len(), Action::ALL.len());
    }

    #[test]
    fn what_no_key_does_says_how_to_reach_it() {
        let rows = help_rows("toggle-mouse", &KeyMap::default(), 80);
        let keys = rows.iter().find_map(|row| match row {
            HelpRow::Keys { keys, .. } => Some(keys.as_str()),
            _ => None,
        });
        assert_eq!(keys, Some(":toggle-mouse"));
    }
}
