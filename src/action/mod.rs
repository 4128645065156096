//! The program's actions as data: one [`Action`] for each, one table of names, explanations and
//! default keys, and the [`KeyMap`] made from it.
//!
//! The help screen, the command palette, the key table in `docs/keys.md`, the man page and the
//! config's `[keys]` all come from [`Action::ALL`].

mod key;
mod keymap;
mod mouse;
mod size;
mod table;

pub use key::{Key, KeyCode, KeyError, Modifiers};
pub use keymap::{KeyMap, KeyMapError};
pub use mouse::{Mouse, MouseKind};
pub use size::Size;
pub use table::{Action, ActionGroup, Context};
