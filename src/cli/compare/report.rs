//! What is printed of a comparison, and the words for it.

use crate::align::{Alignment, Course, Extent, How, Row, Stale};
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
    let words = match (row.how, row.extent) {
        (How::New, _) => comparing::NEW,
        (How::Gone, _) => comparing::GONE,
        (How::Split, _) => comparing::SPLIT,
        (How::Merged, _) => comparing::MERGED,
        (How::Replaced, _) => comparing::REPLACED,
        (_, Extent::None) => "",
        (_, Extent::Typographic) => comparing::TYPOGRAPHY,
        (_, Extent::Followed) => comparing::REFERENCES,
        (_, Extent::Words) => comparing::CHANGED,
    };
    let course = match row.course {
        Course::Stayed => "",
        Course::Renumbered => comparing::RENUMBERED,
        Course::Moved => comparing::MOVED,
    };
    let parts: Vec<&str> = [course, words].into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { comparing::UNCHANGED.to_owned() } else { parts.join(", ") }
}
