//! What is printed of a comparison, and the words for it.

use crate::align::{Alignment, Row, Stale};
use crate::messages::comparing;

/// What is printed.
pub(super) struct Report<'a> {
    pub(super) alignment: &'a Alignment<'a>,
    /// The rows that are printed, in the order of the new text; furniture comes last.
    pub(super) rows: Vec<&'a Row>,
    /// The references that did not follow a renumbering.
    pub(super) stale: Vec<Stale>,
    /// Remarks on the whole, such as that the texts have nothing in common.
    pub(super) remarks: Vec<String>,
}

/// What a row says in words, beside its addresses.
pub fn told(row: &Row) -> String {
    match row.fate().told(None).as_str() {
        "" => comparing::UNCHANGED.to_owned(),
        told => told.to_owned(),
    }
}
