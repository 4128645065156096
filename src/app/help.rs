//! The rows of the help, made from the table of actions.

use crate::action::{Action, Group, KeyMap};
use crate::typeset::lines;

/// One row of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpRow {
    /// An empty row.
    Space,
    /// The title of a group.
    Heading(&'static str),
    /// A line of running text.
    Words(String),
    /// A line of an action: of its keys, and of what it does.
    Keys {
        /// The keys, as they are shown.
        keys: String,
        /// What they do.
        title: String,
    },
}

/// What there is to say of addresses. The hyphen is one that no line breaks at.
const PLACES: &str = "A digit opens the jump prompt: 11 is clause 11, 8:3 its third paragraph, \
     pp3 the preamble’s third, story:4 the story’s fourth, members/… a party; 4\u{2011}8 is a range, \
     +1 a step, last the last clause. A number before a key that moves is a count: 5j, 3].";

/// Columns of the help's keys, with the blanks after them, of so many in all.
pub fn help_keys_width(columns: u16) -> u16 {
    (columns / 3).clamp(8, 30)
}

/// All rows, with the keys as they are mapped now, at so many columns.
pub fn help_rows(keys: &KeyMap, columns: u16) -> Vec<HelpRow> {
    let mut rows = vec![HelpRow::Heading("Places")];
    rows.extend(lines(PLACES, columns.saturating_sub(2)).into_iter().map(HelpRow::Words));
    let keys_width = help_keys_width(columns);
    for group in Group::ALL {
        rows.push(HelpRow::Space);
        rows.push(HelpRow::Heading(group.title()));
        for action in Action::ALL.iter().filter(|action| action.group() == group) {
            let mut keys = key_lines(keys, *action, keys_width.saturating_sub(4)).into_iter();
            let mut titles = lines(action.title(), columns.saturating_sub(keys_width)).into_iter();
            loop {
                let (keys, title) = (keys.next(), titles.next());
                if keys.is_none() && title.is_none() {
                    break;
                }
                rows.push(HelpRow::Keys {
                    keys: keys.unwrap_or_default(),
                    title: title.unwrap_or_default(),
                });
            }
        }
    }
    rows
}

/// An action's keys in lines; no key is broken.
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
    if lines.len() == 1 && lines[0].is_empty() {
        lines[0].push('–');
    }
    lines
}
