//! Citations of passages.
//!
//! [`cite`] takes one or several places. [`provisions`] describes them in words,
//! [`template`] formats these, and [`bibtex`] is the only format that is a
//! record. [`Cited`] is what is stored with a passage.

mod bibtex;
mod citable;
mod cited;
mod facts;
mod formatting;
mod provisions;
mod template;
#[cfg(test)]
mod tests;

pub use citable::Citable;
pub use cited::{Cited, Known};
pub use formatting::in_markdown;
pub use template::{Template, TemplateError};

use crate::document::Document;
use facts::Facts;
use formatting::written;

/// Formats the citation of one or several places of a document with a template:
/// `News Bulletin, Vol. 6, No. 24, June 20, 2006, Declaration, clauses 4-6, 8 and 11`.
pub fn cite(document: &Document, places: &[Citable], template: &Template) -> String {
    let facts = Facts::new(document, places);
    written(template, |field| facts.value(field))
}
