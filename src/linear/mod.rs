//! The reader as a conversation in plain lines: for a screen reader, a braille display, or a
//! script.
//!
//! A [`Conversation`] takes lines and gives answers. It has no state of its own besides what was
//! read out last: each line becomes [`Action`](crate::action::Action)s and answers to prompts
//! ([`wish`]) of the same [`App`](crate::app::App) that the screen shows, and their results are put
//! into words ([`telling`], [`listing`]). It knows no terminal.

mod answering;
mod asked;
mod conversation;
mod guide;
mod listing;
mod lists;
mod selecting;
mod span;
mod telling;
mod wish;

pub use asked::Asked;
pub use conversation::Conversation;
pub use guide::typed;
