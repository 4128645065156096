//! The rows of the help, made from the table of actions.

use crate::action::{Action, Group, KeyMap};

/// One row of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpRow {
    /// An empty row.
    Space,
    /// The title of a group.
    Heading(&'static str),
    /// A sentence.
    Words(&'static str),
    /// An action: its keys and what it does.
    Keys {
        /// The keys, as they are shown.
        keys: Vec<String>,
        /// What they do.
        title: &'static str,
    },
}

/// All rows, with the keys as they are mapped now.
pub fn help_rows(keys: &KeyMap) -> Vec<HelpRow> {
    let mut rows = vec![
        HelpRow::Heading("Places"),
        HelpRow::Words("A digit opens the jump prompt: 11 is clause 11, 8:3 its third paragraph,"),
        HelpRow::Words("pp3 the preamble's third, story:4 the story's fourth, members/… a party;"),
        HelpRow::Words("4-8 is a range, +1 a step, last the last clause."),
        HelpRow::Words("A number before a key that moves is a count: 5j, 3]."),
    ];
    for group in Group::ALL {
        rows.push(HelpRow::Space);
        rows.push(HelpRow::Heading(group.title()));
        for action in Action::ALL.iter().filter(|action| action.group() == group) {
            let mut bound: Vec<String> =
                keys.keys(*action).iter().map(ToString::to_string).collect();
            if bound.is_empty() {
                bound.push("–".to_owned());
            }
            rows.push(HelpRow::Keys { keys: bound, title: action.title() });
        }
    }
    rows
}
