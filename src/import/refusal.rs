//! Why the bytes of a known format cannot be read as a document.

use thiserror::Error;

/// Why bytes cannot be read; the words go on after the name of their source.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// They are no text.
    #[error("is no text: give a text, web page, DOCX, ODT or PDF")]
    Binary,
    /// They are of a word processor's format that is not read.
    #[error(
        "is {what}, which is not read: save it as DOCX or ODT, as with soffice --convert-to docx"
    )]
    OldFormat {
        /// What it is.
        what: &'static str,
    },
    /// They are packed by gzip, and damaged.
    #[error("is packed by gzip, and is damaged or incomplete: get it anew")]
    Damaged,
    /// They are packed by gzip twice.
    #[error("is packed by gzip more than once: unpack it first")]
    PackedTwice,
    /// More is packed in them than is unpacked.
    #[error("holds more than {} MiB when it is unpacked, which no document does", .largest >> 20)]
    TooLarge {
        /// What is unpacked at the most, in bytes.
        largest: u64,
    },
    /// A part is cut short, or not what it says it is.
    #[error("is damaged or incomplete ({part}: {reason}): get it anew")]
    Corrupt {
        /// Which part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A part without which there is no text.
    #[error("has no {part}, where its text should be: get it anew")]
    Missing {
        /// Which.
        part: String,
    },
    /// It cannot be read without a key.
    #[error("is encrypted: give a copy that is not")]
    Encrypted,
    /// It would take more memory than a text does.
    #[error("is no document to be read: {what}, and the limit is {limit}")]
    Immoderate {
        /// What is too large.
        what: String,
        /// The limit.
        limit: String,
    },
    /// It is a package of something else.
    #[error("is {what}: give a text, EPUB, DOCX, ODT or PDF file")]
    OtherPackage {
        /// What it is.
        what: String,
    },
    /// A PDF shows pictures of its pages only.
    #[error(
        "holds no text, only pictures of its pages: have the text recognised first, \
         as with ocrmypdf"
    )]
    Scanned,
    /// The reader of PDF gave up.
    #[error("is a PDF that cannot be read ({reason}): convert it to text, as with pdftotext")]
    UnreadablePdf {
        /// Why.
        reason: String,
    },
}

impl Refusal {
    /// A part that is damaged.
    pub fn corrupt(part: &str, reason: impl ToString) -> Self {
        Self::Corrupt { part: part.to_owned(), reason: reason.to_string() }
    }
}
