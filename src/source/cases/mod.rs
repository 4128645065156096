//! Whole texts of many kinds, and what is found in each.

mod acts;
mod examples;
mod generated;
mod genres;
mod instruments;
mod laws;
mod schemes;
mod scripts;
mod treaties;

use super::read;
use crate::document::{Document, Origin};

/// A text that is read from the standard input.
fn document(text: &str) -> Document {
    read(text.as_bytes(), Origin::StandardInput).expect("a text")
}

/// A text of a file with a name.
fn file(text: &str, name: &str) -> Document {
    read(text.as_bytes(), Origin::File(name.into())).expect("a text")
}

/// The addresses of all provisions, in order.
fn provisions(text: &str) -> String {
    provisions_of(&document(text))
}

fn provisions_of(document: &Document) -> String {
    let found = document.section_ids().filter(|id| document.section(*id).kind.is_provision());
    found.map(|id| document.section_address(id)).collect::<Vec<_>>().join(" ")
}

/// The addresses of all sections but the outermost, in order.
fn addresses(text: &str) -> String {
    let document = document(text);
    let inner = document.section_ids().filter(|id| document.section(*id).parent.is_some());
    inner.map(|id| document.section_address(id)).collect::<Vec<_>>().join(" ")
}
