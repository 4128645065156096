//! Bookmarks given to other people and programs, and taken from them.
//!
//! * [`markdown`] writes them for a person's own papers;
//! * [`page`] writes them as W3C Web Annotations, from which [`read`] makes
//!   the same bookmarks again, and some of other programs' annotations;
//! * [`merge`] brings what was read among those that are kept, without doubles.

mod iri;
mod markdown;
mod merge;
mod reading;
#[cfg(test)]
mod tests;
mod web_annotation;

pub use markdown::markdown;
pub use merge::{Merged, merge};
pub use reading::{Read, ReadError, read};
pub use web_annotation::{Page, page};
