//! What can be typed: made from the table of actions where its keys mean the same here.

use super::wish::{Wish, is_for_the_screen};
use crate::action::{Action, Key, KeyMap};
use crate::messages::linear;

/// What differs from the screen, or has no key there.
const OWN: [&str; 18] = [
    linear::GUIDE_NEXT,
    linear::GUIDE_PREVIOUS,
    linear::GUIDE_AGAIN,
    linear::GUIDE_ADDRESS,
    linear::GUIDE_STEPS,
    linear::GUIDE_SEARCH,
    linear::GUIDE_EXPRESSION,
    linear::GUIDE_MATCHES,
    linear::GUIDE_CONTENTS,
    linear::GUIDE_REFERENCES,
    linear::GUIDE_NOTE,
    linear::GUIDE_SELECT,
    linear::GUIDE_COPY,
    linear::GUIDE_BOOKMARKS,
    linear::GUIDE_EDITS,
    linear::GUIDE_LISTS,
    linear::GUIDE_BACK,
    linear::GUIDE_COMMANDS,
];

/// Lines with a key and what it does.
pub fn guide(keys: &KeyMap) -> Vec<String> {
    let own = OWN.into_iter().map(str::to_owned);
    let others = Action::ALL.iter().copied().filter(|action| !is_for_the_screen(*action));
    let others = others.filter(|action| !matches!(action, Action::Bookmarks | Action::Select));
    let others = others.filter_map(|action| {
        let key = key(keys, action)?;
        Some(format!("{key}: {}", action.title()))
    });
    own.chain(others).collect()
}

/// Returns what is typed for an action, as messages name it.
pub fn typed(keys: &KeyMap, action: Action) -> String {
    let own = match action {
        Action::Help => "?",
        Action::Bookmarks => "b",
        Action::FocusOutline => "c",
        Action::LinkNext | Action::LinkPrevious | Action::LinkHints => "x",
        Action::GoToMark => "`",
        Action::MarkWithNote => linear::TYPED_NOTE,
        Action::Select => linear::TYPED_SELECTION,
        Action::SearchForward => linear::TYPED_SEARCH,
        Action::SearchBackward => linear::TYPED_SEARCH_BACK,
        _ => return key(keys, action).map_or_else(|| action.name().to_owned(), |k| k.to_string()),
    };
    own.to_owned()
}

/// Returns the first key of an action that has the same meaning here.
fn key(keys: &KeyMap, action: Action) -> Option<Key> {
    let means = |key: &&Key| {
        let Some(typed) = key.typed().map(String::from) else { return false };
        match Wish::of(&typed, keys) {
            Wish::Act(meant) | Wish::List(meant, _) => meant == action,
            _ => false,
        }
    };
    keys.keys(action).iter().find(means).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a message names can be typed, and means the same action.
    #[test]
    fn messages_name_what_can_be_typed() {
        let keys = KeyMap::default();
        for action in Action::ALL.iter().copied().filter(|action| !is_for_the_screen(*action)) {
            let named = typed(&keys, action);
            let wish = Wish::of(&named, &keys);
            assert!(
                !matches!(wish, Wish::OnScreen(_)) && (!named.is_empty()),
                "{named} is not for {action:?}: {wish:?}"
            );
        }
        assert_eq!(typed(&keys, Action::Undo), "U");
        assert_eq!(typed(&keys, Action::Help), "?");
        assert_eq!(typed(&keys, Action::Cancel), "cancel");
    }
}
