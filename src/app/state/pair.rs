//! Another document beside the one in view, such as its translation.

use super::{LabelWidths, Reading};
use crate::document::{Direction, Document};
use crate::typeset::{Pairing, TextSide, document_direction};
use std::sync::Arc;

/// Whether both texts scroll together.
#[derive(Debug, Clone)]
pub(in crate::app) enum Scrolling {
    /// The other text follows the one in view.
    Coupled,
    /// The other text stays where it is.
    Free(Box<Reading>),
}

/// What a narrow screen shows of two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::app) enum Narrow {
    /// One at a time.
    #[default]
    One,
    /// Each paragraph of the other text below the one that it belongs to.
    Stacked,
}

/// Another document beside the one in view.
#[derive(Debug, Clone)]
pub struct Pair {
    pub(in crate::app) other: Arc<Document>,
    pub(in crate::app) labels: LabelWidths,
    pub(in crate::app) direction: Direction,
    /// Where the document in view is.
    pub(in crate::app) side: TextSide,
    /// Which paragraphs belong together; `None` until both texts are read and aligned.
    pub(in crate::app) pairing: Option<Arc<Pairing>>,
    pub(in crate::app) scrolling: Scrolling,
    pub(in crate::app) narrow: Narrow,
}

impl Pair {
    /// A document to the right of the one in view; goes through all of it.
    pub fn right_of(other: Arc<Document>) -> Self {
        Self {
            labels: LabelWidths::of(&other),
            direction: document_direction(&other),
            other,
            side: TextSide::Left,
            pairing: None,
            scrolling: Scrolling::Coupled,
            narrow: Narrow::default(),
        }
    }

    /// The document beside the one in view.
    pub fn other(&self) -> &Arc<Document> {
        &self.other
    }

    /// Where the document in view is.
    pub fn side(&self) -> TextSide {
        self.side
    }

    /// The direction of the lines of the other document.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Whether it is known which paragraphs belong together.
    pub fn is_aligned(&self) -> bool {
        self.pairing.is_some()
    }
}
