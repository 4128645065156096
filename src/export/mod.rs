//! Exports a document as text for other programs that can be read again as the
//! same document: with the same outline, addresses and words.
//!
//! * [`markdown`] writes CommonMark with the tables and footnotes of GitHub;
//! * [`text`] writes plain text, one paragraph per line.
//!
//! * [`DocxWriter`] writes a document with tracked changes.
//!
//! The first two write forms that the importer recognizes, and check this: see [`style`].

mod docx;
pub mod escaping;
pub mod level;
mod markdown;
mod stated;
mod style;
mod text;
mod xml;

pub use docx::{
    ChangeAuthor, DocxEmphasis, DocxListLevel, DocxLook, DocxParagraph, DocxParagraphStyle,
    DocxWords, DocxWriter, MoveNumber, TrackedChange,
};
pub use escaping::{LinePosition, escaped};
pub use markdown::markdown;
pub use text::text;
pub use xml::in_xml;
