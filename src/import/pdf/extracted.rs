//! The text of a PDF as extracted, page by page.

use super::line::PdfLine;
use crate::import::manuscript::Declared;

/// The extracted text of a PDF.
#[derive(Debug, Default)]
pub struct Extracted {
    /// The lines of each page read; `None` for an unreadable page.
    pub pages: Vec<Option<Vec<PdfLine>>>,
    /// The number of pages in the document.
    pub count: usize,
    /// How much of the document was read.
    pub reach: Reach,
    /// The number of drawn characters whose meaning is unknown.
    pub unknown: usize,
    /// The metadata.
    pub declared: Declared,
}

/// How much of a PDF was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reach {
    /// All of it.
    #[default]
    Whole,
    /// The part that was read before time ran out.
    #[cfg(feature = "pdf")]
    Late,
}
