//! Export and import of bookmarks.
//!
//! * [`markdown`] writes them for the user's own notes;
//! * [`page`] writes them as W3C Web Annotations; [`read`] restores the same
//!   bookmarks from these, and reads some annotations of other programs;
//! * [`merge`] adds imported bookmarks to the existing ones, without duplicates.

mod iri;
mod markdown;
mod merge;
mod reading;
#[cfg(test)]
mod tests;
mod web_annotation;

pub use markdown::markdown;
pub use merge::{Merged, merge};
pub use reading::{ReadAnnotations, ReadError, read};
pub use web_annotation::{AnnotationPage, page};
