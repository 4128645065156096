//! The terminal: its abilities, its input, and taking and releasing it.
//!
//! [`Session`] takes the terminal and releases it however the program ends. [`listen_to_keys`]
//! and [`listen_to_signals`] deliver [`Input`]. [`Abilities`] describe the terminal beforehand.
//! [`Clipboard`] copies text out of the program, [`edit`] opens text in an editor, and
//! [`outside`] runs programs of the user's choice. [`Watch`] notices changes of a file.

mod abilities;
mod clipboard;
mod conversion;
#[cfg(unix)]
mod decoder;
mod editor;
#[cfg(unix)]
mod events;
mod gate;
mod input;
#[cfg(unix)]
mod input_piece;
#[cfg(unix)]
mod keyboard;
mod lines;
mod listening;
pub mod outside;
mod painter;
mod question;
mod recorder;
mod reports;
mod sending;
mod sequence;
mod session;
#[cfg(unix)]
mod signals;
// On Unix, only its tests use it.
#[cfg(any(test, not(unix)))]
mod translate;
mod watch;

pub use abilities::{Abilities, Environment};
pub use clipboard::{Clipboard, Copied, Means};
pub use editor::edit;
pub use gate::Gate;
pub use input::Input;
pub use lines::{LineSource, listen_to_lines};
pub use listening::{listen_to_keys, listen_to_signals};
pub use question::PendingQuery;
pub use session::{Session, end_by, hang_up, is_gone, suspend};
pub use watch::{Stamp, Watch};
