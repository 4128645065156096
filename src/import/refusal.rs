//! The reasons why bytes cannot be read as a document.

use crate::messages::formats;
use thiserror::Error;

/// A reason why bytes cannot be read; its message follows the name of their
/// source.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// They are not text.
    #[error("{}", formats::NOT_TEXT)]
    Binary,
    /// They are in an unsupported format of a word processor.
    #[error("{}", formats::old_format(what))]
    OldFormat {
        /// A description of the format.
        what: &'static str,
    },
    /// They are damaged gzip data.
    #[error("{}", formats::DAMAGED_GZIP)]
    Damaged,
    /// They are compressed by gzip twice.
    #[error("{}", formats::COMPRESSED_TWICE)]
    PackedTwice,
    /// Their decompressed size exceeds the limit.
    #[error("{}", formats::too_large(largest >> 20))]
    TooLarge {
        /// The limit, in bytes.
        largest: u64,
    },
    /// A part is truncated or malformed.
    #[error("{}", formats::corrupt(part, reason))]
    Corrupt {
        /// The part.
        part: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A necessary part is missing.
    #[error("{}", formats::missing_part(part))]
    Missing {
        /// The part.
        part: String,
    },
    /// A key is needed to read it.
    #[error("{}", formats::ENCRYPTED)]
    Encrypted,
    /// Reading it would take too much memory.
    #[error("{}", formats::excessive(what, limit))]
    Immoderate {
        /// What is too large.
        what: String,
        /// The limit.
        limit: String,
    },
    /// It is a package of another kind.
    #[error("{}", formats::other_package(what))]
    OtherPackage {
        /// A description of its kind.
        what: String,
    },
    /// A PDF has only images of its pages.
    #[error("{}", formats::SCANNED)]
    Scanned,
    /// The PDF cannot be read.
    #[error("{}", formats::unreadable_pdf(reason))]
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
