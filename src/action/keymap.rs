//! Maps keys to actions in each context.

use super::{Action, Context, Key, KeyError};
use crate::messages::errors;
use std::collections::HashMap;
use thiserror::Error;

/// A map from keys to actions: the table's defaults with the user's changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyMap {
    keys: HashMap<(Context, Key), Action>,
}

/// An error in the user's key bindings.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeyMapError {
    /// No action has that name.
    #[error("{}", errors::unknown_action(.0))]
    UnknownAction(String),
    /// A key in an invalid notation.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Two actions claim the same key.
    #[error("{}", errors::bound_twice(key, first, second))]
    Conflict {
        /// The contested key.
        key: Key,
        /// The action that claimed it first.
        first: &'static str,
        /// The action that also claims it.
        second: &'static str,
    },
}

impl Default for KeyMap {
    fn default() -> Self {
        let mut keys = HashMap::new();
        for action in Action::ALL {
            for written in action.default_keys() {
                if let Ok(key) = written.parse() {
                    keys.insert((action.context(), key), *action);
                }
            }
        }
        Self { keys }
    }
}

impl KeyMap {
    /// Returns the action of a key in a context.
    pub fn action(&self, context: Context, key: Key) -> Option<Action> {
        self.keys
            .get(&(context, key))
            .or_else(|| self.keys.get(&(Context::Everywhere, key)))
            .copied()
    }

    /// Returns the keys of an action in display order: default keys first.
    pub fn keys(&self, action: Action) -> Vec<Key> {
        let mut keys: Vec<Key> =
            self.keys.iter().filter(|(_, a)| **a == action).map(|((_, key), _)| *key).collect();
        let defaults = action.default_keys();
        keys.sort_by_key(|key| {
            let shown = key.to_string();
            (defaults.iter().position(|d| *d == shown).unwrap_or(usize::MAX), *key)
        });
        keys
    }

    /// Binds actions to other keys. These actions lose their default keys, and a newly bound key is
    /// taken from the action that had it by default.
    ///
    /// # Errors
    /// Returns the first error and leaves the map unchanged.
    pub fn rebind<'a>(
        &mut self,
        changes: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
    ) -> Result<(), KeyMapError> {
        let mut keys = self.keys.clone();
        let mut given: HashMap<(Context, Key), Action> = HashMap::new();
        for (name, written) in changes {
            let action = Action::from_name(name)
                .ok_or_else(|| KeyMapError::UnknownAction(name.to_owned()))?;
            keys.retain(|_, a| *a != action);
            for written in written {
                let key: Key = written.parse()?;
                if let Some(first) = given.insert((action.context(), key), action)
                    && first != action
                {
                    return Err(KeyMapError::Conflict {
                        key,
                        first: first.name(),
                        second: action.name(),
                    });
                }
            }
        }
        keys.extend(given);
        self.keys = keys;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_key_is_a_key_and_has_one_meaning() {
        let mut seen = HashMap::new();
        for action in Action::ALL {
            for written in action.default_keys() {
                let key: Key = written.parse().expect(written);
                assert_eq!(key.to_string(), *written);
                assert_eq!(seen.insert((action.context(), key), action), None, "{written}");
            }
        }
    }

    #[test]
    fn names_are_unique() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(*action));
        }
    }

    #[test]
    fn a_narrow_context_comes_first() {
        let map = KeyMap::default();
        assert_eq!(map.action(Context::Everywhere, Key::char('b')), Some(Action::PageUp));
        assert_eq!(map.action(Context::Selecting, Key::char('b')), Some(Action::WordPrevious));
        assert_eq!(map.action(Context::Selecting, Key::char('j')), Some(Action::LineDown));
    }

    #[test]
    fn keys_can_be_given_to_other_actions() {
        let mut map = KeyMap::default();
        map.rebind([("quit", vec!["Q"]), ("page-down", vec!["q"])]).unwrap();
        assert_eq!(map.action(Context::Everywhere, Key::char('Q')), Some(Action::Quit));
        assert_eq!(map.action(Context::Everywhere, Key::char('q')), Some(Action::PageDown));
        assert_eq!(map.action(Context::Everywhere, Key::char('f')), None);
        assert!(matches!(
            map.rebind([("quit", vec!["x"]), ("help", vec!["x"])]),
            Err(KeyMapError::Conflict { .. })
        ));
        assert!(matches!(map.rebind([("fly", vec!["x"])]), Err(KeyMapError::UnknownAction(_))));
        assert_eq!(map.action(Context::Everywhere, Key::char('Q')), Some(Action::Quit));
    }
}
