//! A document with everything that the screen needs and that takes a pass over the whole text;
//! computed where that delays nothing.

use super::{AsideDensity, Changes, Compared, LabelWidths, Outline, Progress};
use crate::document::Document;
use std::sync::Arc;

/// A document that can be shown at once, however long it is.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The document.
    pub document: Arc<Document>,
    /// Its outline, with nothing folded.
    pub(in crate::app) outline: Outline,
    /// The width of the numbers in its margin.
    pub(in crate::app) labels: LabelWidths,
    /// The provisions that progress is counted by.
    pub(in crate::app) progress: Progress,
    /// The comparison that it is the text of, if it is one.
    pub(in crate::app) compared: Option<Compared>,
    /// What changed, in a comparison.
    pub(in crate::app) changes: Changes,
    /// How often it has something to show beside its lines.
    pub(in crate::app) asides: AsideDensity,
}

impl<D: Into<Arc<Document>>> From<D> for Prepared {
    fn from(document: D) -> Self {
        let document = document.into();
        let (outline, labels, progress) = std::thread::scope(|scope| {
            // Links take about as long as the rest, so they are found in parallel.
            let links = || {
                document.links();
            };
            // If no thread can be started, they are found below.
            let _ = std::thread::Builder::new().spawn_scoped(scope, links);
            (Outline::new(&document), LabelWidths::of(&document), Progress::through(&document))
        });
        // From here on, no key and no frame computes anything for the first time.
        document.find_all_told();
        let asides = AsideDensity::of(&document);
        let changes = Changes::default();
        Self { document, outline, labels, progress, compared: None, changes, asides }
    }
}
