//! What can be typed, made from the table of actions as far as its keys are the same here.

use super::wish::{Wish, is_for_the_screen};
use crate::action::{Action, Key, KeyMap};
use crate::messages::linear;

/// What is said otherwise than on the screen, or not by a key.
const OWN: [&str; 15] = [
    linear::GUIDE_NEXT,
    linear::GUIDE_PREVIOUS,
    linear::GUIDE_AGAIN,
    linear::GUIDE_ADDRESS,
    linear::GUIDE_STEPS,
    linear::GUIDE_SEARCH,
    linear::GUIDE_MATCHES,
    linear::GUIDE_CONTENTS,
    linear::GUIDE_REFERENCES,
    linear::GUIDE_NOTE,
    linear::GUIDE_BOOKMARKS,
    linear::GUIDE_EDITS,
    linear::GUIDE_LISTS,
    linear::GUIDE_BACK,
    linear::GUIDE_COMMANDS,
];

/// Lines of a key and what it does.
pub fn guide(keys: &KeyMap) -> Vec<String> {
    let own = OWN.into_iter().map(str::to_owned);
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
