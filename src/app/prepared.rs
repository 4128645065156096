//! A document with what the screen needs of it that is found by going through all
//! of it: made where that holds nothing up.

use super::{LabelWidths, Outline, Progress};
use crate::document::Document;
use std::sync::Arc;

/// A document that can be shown at once, however long it is.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The document.
    pub document: Arc<Document>,
    /// Its outline, with nothing folded.
    pub(super) outline: Outline,
    /// Columns of the numbers in its margin.
    pub(super) labels: LabelWidths,
    /// What its provisions are counted by.
    pub(super) progress: Progress,
}

impl<D: Into<Arc<Document>>> From<D> for Prepared {
    fn from(document: D) -> Self {
        let document = document.into();
        let (outline, labels) = (Outline::new(&document), LabelWidths::of(&document));
        let progress = Progress::through(&document);
        Self { document, outline, labels, progress }
    }
}
