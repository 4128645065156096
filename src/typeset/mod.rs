//! A block becomes lines at a measure.
//!
//! The work has two steps:
//!
//! 1. [`wrap`] breaks one block's words into [`Line`]s: words are found by
//!    UAX #14, hyphenated where the language is known, and put into lines so
//!    that the whole paragraph looks best (optimal fit).
//! 2. A [`Flow`] strings the lines of blocks, and the space between them, into
//!    rows: from a [`Top`], which is a place in the text, it gives the rows of
//!    one screen, and the `Top` that lies some rows up or down. Only blocks
//!    that this passes over are typeset.

mod flow;
mod wrap;

pub use flow::{Flow, Row, Top};
pub use wrap::{Line, Setting, lines, wrap};
