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
        let (outline, labels, progress) = std::thread::scope(|scope| {
            // Links are found beside the rest, which takes about as long.
            let links = || {
                document.links();
            };
            // Where no thread can be had, they are found below.
            let _ = std::thread::Builder::new().spawn_scoped(scope, links);
            (Outline::new(&document), LabelWidths::of(&document), Progress::through(&document))
        });
        // From now on no key and no frame finds anything for the first time.
        document.find_all_told();
        Self { document, outline, labels, progress }
    }
}
