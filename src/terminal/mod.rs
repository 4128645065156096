//! The terminal: what it can do, taking it and giving it back, what it sends.
//!
//! [`Session`] takes the terminal and gives it back whatever ends the program.
//! [`Events`] brings keys, the mouse and signals in one stream. [`Abilities`]
//! are what the terminal says of itself before any of that. [`Clipboard`] knows how
//! words leave the program, and [`edit`] hands them to another. [`Watch`] notices
//! that a file has changed, and [`reread`] reads it again.

mod abilities;
mod clipboard;
#[cfg(unix)]
mod decoder;
mod editor;
mod events;
mod gate;
#[cfg(unix)]
mod keyboard;
mod reread;
mod screen;
mod sequence;
mod session;
#[cfg(unix)]
mod signals;
#[cfg(not(unix))]
mod translate;
mod watch;

pub use abilities::{Abilities, Environment};
pub use clipboard::{Clipboard, Copied, Means};
pub use editor::edit;
pub use events::{Event, Events, Grown};
pub use reread::{Found, Reread, reread};
pub use session::{Session, end_by, hang_up, is_gone, suspend};
pub use watch::{Stamp, Watch};
