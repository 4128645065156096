//! Finding: places by their address, words by a pattern, commands by a few
//! letters, faults by what the text says of itself.
//!
//! * [`resolve`], the document's own, says what an
//!   [`Address`](crate::document::Address) names, or what there is instead
//!   ([`Miss`]); [`look_up`] reads what a person types, an address or what
//!   stands on the page; [`choices`] says what half an address could become;
//! * [`Query`] finds words in the text of blocks, never in rows of a screen,
//!   so that a phrase is found across a line end, with offsets that are true
//!   in the text as it stands; [`Cue`] tells which sources need not be read for it;
//! * [`check`] tells what is wrong with a document by its own account;
//! * [`rank`] orders names by how well a few letters fit them.

mod check;
mod choices;
mod context;
mod cue;
mod fold;
mod fuzzy;
mod place;
mod search;

pub use crate::document::{LookupError, Miss, Target, resolve};
pub use check::{Fault, Finding, check};
pub use choices::choices;
pub use context::context;
pub use cue::Cue;
pub use fuzzy::rank;
pub use place::look_up;
pub use search::{Query, QueryError, Syntax};
