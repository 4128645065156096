//! A comparison that is being made to be brought into view.

use crate::app::Prepared;
use crate::cli::error::Failure;
use crate::document::Point;
use crate::run::awaited::Pending;

/// Why two texts are compared.
#[derive(Debug, Clone, Copy)]
pub enum Occasion {
    /// The user chose another version: the comparison comes after the document in view.
    Chosen,
    /// The comparison in view is replaced by another of the same texts, at this place of its new
    /// text.
    Again(Option<Point>),
    /// As before, with the old and the new text exchanged.
    Swapped,
}

/// A comparison that is being made.
#[derive(Debug)]
pub struct Comparing {
    pub(in crate::run) occasion: Occasion,
    /// The comparison, until it can be shown.
    pub(in crate::run) made: Pending<Result<Prepared, Failure>>,
}
