//! Texts that a file of `tests/cases` cannot contain: generated texts, long texts, and texts whose
//! bytes matter. All others are there.

mod bytes;
mod generated;
mod long;

use super::read;
use crate::document::{Document, Origin};

/// Reads a text as from standard input.
fn document(text: &str) -> Document {
    read(text.as_bytes(), Origin::StandardInput).expect("a text")
}

/// Returns the addresses of all provisions, in order.
fn provisions(text: &str) -> String {
    let document = document(text);
    let found = document.section_ids().filter(|id| document.section(*id).kind.is_provision());
    found.map(|id| document.section_address(id)).collect::<Vec<_>>().join(" ")
}
