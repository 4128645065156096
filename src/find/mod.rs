//! Finding: places by address, words by pattern, commands by a few letters, and
//! inconsistencies in the text.
//!
//! * [`resolve`], from the document model, looks up an
//!   [`Address`](crate::document::Address), or returns alternatives ([`Miss`]);
//!   [`look_up`] reads typed text, an address or a number as printed in the text;
//!   [`choices`] completes a partly typed address, and [`near`] suggests others for a mistyped one;
//! * [`Query`] finds words in the text of blocks, never in rows of the screen, so
//!   that it finds a phrase across a line end, with offsets into the original
//!   text; [`Cues`] show which sources need not be read for it;
//! * [`check`] finds inconsistencies in a document;
//! * [`rank`] orders names by how well they match a few letters.

mod check;
mod choices;
mod context;
mod cue;
mod fold;
mod fuzzy;
mod near;
mod place;
mod required;
mod search;

pub use crate::document::{LookupError, Miss, Target, resolve};
pub use check::{Fault, Finding, check};
pub use choices::choices;
pub use context::{context, context_line};
pub use cue::Cues;
pub use fuzzy::rank;
pub use near::near;
pub use place::look_up;
pub use search::{PatternSyntax, Query, QueryError};
