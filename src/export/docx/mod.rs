//! Writes DOCX (ECMA-376, WordprocessingML) with tracked changes: paragraphs and tables whose words
//! are kept, inserted, deleted or moved. Word processors show who changed what, and accept or reject
//! it.
//!
//! * [`tracked`] writes runs of words, [`paragraph`] the properties of paragraphs;
//! * [`parts`] has the other parts of the file;
//! * [`DocxWriter`] puts them together.

mod author;
mod paragraph;
mod parts;
mod tracked;
mod writer;

pub use author::ChangeAuthor;
pub use paragraph::{DocxListLevel, DocxParagraph, DocxParagraphStyle};
pub use tracked::{DocxEmphasis, DocxLook, DocxWords, MoveNumber, TrackedChange};
pub use writer::DocxWriter;

use super::xml;
