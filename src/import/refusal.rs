//! The reasons why bytes cannot be read as a document.

use thiserror::Error;

/// A reason why bytes cannot be read; its message follows the name of their
/// source.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// They are not text.
    #[error("is not a text file: open a text, web page, DOCX, ODT, EPUB or PDF")]
    Binary,
    /// They are in an unsupported format of a word processor.
    #[error(
        "is {what}, which is not supported: save it as DOCX or ODT, for example with soffice --convert-to docx"
    )]
    OldFormat {
        /// A description of the format.
        what: &'static str,
    },
    /// They are damaged gzip data.
    #[error("is a damaged or incomplete gzip file: download it again")]
    Damaged,
    /// They are compressed by gzip twice.
    #[error("is compressed more than once: decompress it first")]
    PackedTwice,
    /// Their decompressed size exceeds the limit.
    #[error("is larger than {} MiB when decompressed, which is the limit", .largest >> 20)]
    TooLarge {
        /// The limit, in bytes.
        largest: u64,
    },
    /// A part is truncated or malformed.
    #[error("is damaged or incomplete ({part}: {reason}): download it again")]
    Corrupt {
        /// The part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A necessary part is missing.
    #[error("has no {part}, which should hold its text: download it again")]
    Missing {
        /// The part.
        part: String,
    },
    /// A key is needed to read it.
    #[error("is encrypted: open an unencrypted copy")]
    Encrypted,
    /// Reading it would take too much memory.
    #[error("is too large to read: {what}, and the limit is {limit}")]
    Immoderate {
        /// What is too large.
        what: String,
        /// The limit.
        limit: String,
    },
    /// It is a package of another kind.
    #[error("is {what}: open a text, EPUB, DOCX, ODT or PDF file")]
    OtherPackage {
        /// A description of its kind.
        what: String,
    },
    /// A PDF has only images of its pages.
    #[error(
        "holds only images of its pages: run text recognition first, \
         for example with ocrmypdf"
    )]
    Scanned,
    /// The PDF cannot be read.
    #[error(
        "is a PDF that cannot be read ({reason}): convert it to text, for example with pdftotext"
    )]
    UnreadablePdf {
        /// The reason.
        reason: String,
    },
}

impl Refusal {
    /// Creates a refusal for a damaged part.
    pub fn corrupt(part: &str, reason: impl ToString) -> Self {
        Self::Corrupt { part: part.to_owned(), reason: reason.to_string() }
    }
}
