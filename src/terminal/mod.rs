//! The terminal: what it can do, taking it and giving it back, what it sends.
//!
//! [`Session`] takes the terminal and gives it back whatever ends the program.
//! [`listen_to_keys`] and [`listen_to_signals`] bring what it sends as [`Input`].
//! [`Abilities`] are what the terminal says of itself before any of that. [`Clipboard`] knows
//! how words leave the program, [`edit`] hands them to an editor, and [`outside`] to programs of
//! a person's own choice. [`Watch`] notices that a
//! file has changed.

mod abilities;
mod clipboard;
#[cfg(unix)]
mod decoder;
mod editor;
mod gate;
mod input;
#[cfg(unix)]
mod keyboard;
mod listening;
pub mod outside;
mod painter;
mod question;
mod recorder;
mod sequence;
mod session;
#[cfg(unix)]
mod signals;
mod told;
#[cfg(not(unix))]
mod translate;
mod watch;

pub use abilities::{Abilities, Environment};
pub use clipboard::{Clipboard, Copied, Means};
pub use editor::edit;
pub use gate::Gate;
pub use input::Input;
pub use listening::{listen_to_keys, listen_to_signals};
pub use question::Question;
pub use session::{Session, end_by, hang_up, is_gone, suspend};
pub use watch::{Stamp, Watch};
