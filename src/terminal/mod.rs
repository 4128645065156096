//! The terminal: what it can do, taking it and giving it back, what it sends.
//!
//! [`Session`] takes the terminal and gives it back whatever ends the program.
//! [`Events`] brings keys, the mouse and signals in one stream. [`Abilities`]
//! are what the terminal says of itself before any of that. [`Clipboard`] knows how
//! words leave the program, and [`edit`] hands them to another.

mod abilities;
mod clipboard;
mod editor;
mod events;
mod sequence;
mod session;
mod translate;

pub use abilities::{Abilities, Environment};
pub use clipboard::{Clipboard, Copied, Means};
pub use editor::edit;
pub use events::{Event, Events};
pub use session::{Session, suspend};
