//! Why the bytes of a known format cannot be read as a document.

use thiserror::Error;

/// Why bytes cannot be read; the words go on after the name of their source.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// They are no text.
    #[error("is not a text file: open a text, web page, DOCX, ODT, EPUB or PDF")]
    Binary,
    /// They are of a word processor's format that is not read.
    #[error(
        "is {what}, which is not supported: save it as DOCX or ODT, for example with soffice --convert-to docx"
    )]
    OldFormat {
        /// What it is.
        what: &'static str,
    },
    /// They are packed by gzip, and damaged.
    #[error("is a damaged or incomplete gzip file: download it again")]
    Damaged,
    /// They are packed by gzip twice.
    #[error("is compressed more than once: decompress it first")]
    PackedTwice,
    /// More is packed in them than is unpacked.
    #[error("is larger than {} MiB when decompressed, which is the limit", .largest >> 20)]
    TooLarge {
        /// What is unpacked at the most, in bytes.
        largest: u64,
    },
    /// A part is cut short, or not what it says it is.
    #[error("is damaged or incomplete ({part}: {reason}): download it again")]
    Corrupt {
        /// Which part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A part without which there is no text.
    #[error("has no {part}, which should hold its text: download it again")]
    Missing {
        /// Which.
        part: String,
    },
    /// It cannot be read without a key.
    #[error("is encrypted: open an unencrypted copy")]
    Encrypted,
    /// It would take more memory than a text does.
    #[error("is too large to read: {what}, and the limit is {limit}")]
    Immoderate {
        /// What is too large.
        what: String,
        /// The limit.
        limit: String,
    },
    /// It is a package of something else.
    #[error("is {what}: open a text, EPUB, DOCX, ODT or PDF file")]
    OtherPackage {
        /// What it is.
        what: String,
    },
    /// A PDF shows pictures of its pages only.
    #[error(
        "holds only images of its pages: run text recognition first, \
         for example with ocrmypdf"
    )]
    Scanned,
    /// The reader of PDF gave up.
    #[error(
        "is a PDF that cannot be read ({reason}): convert it to text, for example with pdftotext"
    )]
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
