//! The terminal: what it can do, taking it and giving it back, what it sends.
//!
//! [`Session`] takes the terminal and gives it back whatever ends the program.
//! [`Events`] brings keys, the mouse and signals in one stream. [`Abilities`]
//! are what the terminal says of itself before any of that.

mod abilities;
mod events;
mod session;
mod translate;

pub use abilities::{Abilities, Environment};
pub use events::{Event, Events};
pub use session::{Session, suspend};
