//! What can be typed, made from the table of actions as far as its keys are the same here.

use super::wish::{Wish, is_for_the_screen};
use crate::action::{Action, Key, KeyMap};

/// What is said otherwise than on the screen, or not by a key.
const OWN: [(&str, &str); 15] = [
    ("Enter", "next paragraph"),
    ("p", "previous paragraph"),
    (".", "read this paragraph again"),
    ("11, 8:3, pp3, story, last", "go to an address"),
    ("3], 3[, 50%", "three clauses forward, three back; go to the middle of the document"),
    ("/words, ?words", "search forward, backward; / alone ends the search"),
    ("n, N", "next and previous match; without a search, n is the next paragraph"),
    ("c, c 4", "contents; contents of section 4"),
    ("x, x 2", "references of this paragraph; follow the second"),
    ("m words", "bookmark this paragraph with a note"),
    ("b, b 2, b words", "list the bookmarks; go to the second; list those with these words"),
    ("b 2 d, b 2 e words, b 2 t words", "delete the second bookmark; edit its note; edit its tags"),
    (
        "r 2, t 2, a 2, W 2, o 2",
        "go to the second entry of a list; words instead of a number filter it",
    ),
    ("`", "back to where you were"),
    (":width 60, :open PATH, :write rules.md", "commands with an argument; :name runs an action"),
];

/// Lines of a key and what it does.
pub fn guide(keys: &KeyMap) -> Vec<String> {
    let own = OWN.iter().map(|(typed, words)| format!("{typed}: {words}"));
    let means = |key: &Key, action: Action| {
        let typed = key.typed().map(String::from).unwrap_or_default();
        match Wish::of(&typed, keys) {
            Wish::Act(meant) | Wish::List(meant, _) => meant == action,
            _ => false,
        }
    };
    let others = Action::ALL.iter().copied().filter(|action| !is_for_the_screen(*action));
    let others = others.filter(|action| !matches!(action, Action::Bookmarks));
    let others = others.filter_map(|action| {
        let bound = keys.keys(action);
        let key = bound.iter().find(|key| key.typed().is_some() && means(key, action))?;
        Some(format!("{key}: {}", action.title()))
    });
    own.chain(others).collect()
}
