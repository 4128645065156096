//! Structure: a [`Manuscript`] becomes a [`Document`].
//!
//! * [`masthead`], [`numbering`] and [`regions`] recognise what the elements are, by their form
//!   alone: no name, count or wording of any one document is known here;
//! * [`chunk`] joins the lines that become one block each;
//! * [`marginal`] finds the titles that stand above their provisions;
//! * [`assembly`] makes blocks and sections of them, or what the text itself [`stated`];
//! * [`trace`] takes why each pass decided as it did, where anybody asks;
//! * [`rosters`], [`abbreviations`], [`terms`] and [`references`] read sentences of the
//!   finished document.

mod abbreviations;
mod assembly;
mod chunk;
mod columns;
mod enumeration;
mod marginal;
mod masthead;
mod mentions;
mod numbering;
pub mod references;
mod regions;
mod representation;
mod rosters;
pub mod rulebook;
mod run_in;
mod sections;
mod stated;
mod subject;
mod terms;
mod titles;
pub mod trace;

use crate::document::{ContentId, Document, Origin, ReadSoFar};
use crate::import::manuscript::Manuscript;
use trace::Trace;

/// The document of a manuscript, which came from `origin`, whose bytes are known by `content`.
///
/// Each decision is told to `trace`.
pub fn document(
    manuscript: Manuscript<'_>,
    origin: Origin,
    content: ContentId,
    so_far: Option<ReadSoFar>,
    trace: &impl Trace,
) -> Document {
    let document = assembly::document(manuscript, origin, content, so_far, trace);
    let abbreviations = abbreviations::find(&document);
    let rosters = rosters::find(&document, &abbreviations);
    let terms = terms::find(&document, &abbreviations);
    let references = references::find(&document);
    document
        .with_rosters(rosters)
        .with_abbreviations(abbreviations)
        .with_terms(terms)
        .with_references(references)
}
