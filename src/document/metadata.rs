//! The metadata of a document, and its origin.

use super::{BlockId, visible};
use crate::messages::{counts, places};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Where the bytes of a document came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The bulletin that is part of the program.
    BuiltIn,
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
    /// The comparison of two documents, by the places that they came from.
    Comparison {
        /// The place of the old one.
        old: String,
        /// The place of the new one.
        new: String,
    },
}

impl Origin {
    /// The placeholder in cached metadata, which have no origin.
    const fn none() -> Self {
        Self::StandardInput
    }

    /// The text by which the origin is stored and recognized: the path of a file
    /// as it is. Not safe to show.
    pub fn place(&self) -> Cow<'_, str> {
        match self {
            Self::BuiltIn => Cow::Borrowed("built-in"),
            Self::File(path) => path.to_string_lossy(),
            Self::StandardInput => Cow::Borrowed("-"),
            Self::Comparison { old, new } => Cow::Owned(format!("{old} → {new}")),
        }
    }

    /// The name of a file without its folders, safe to show; other origins as they are displayed.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                visible(&name.to_string_lossy()).into_owned()
            }
            other => other.to_string(),
        }
    }
}

/// Formats the origin, safe to show: a path can contain any character.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.place()))
    }
}

/// The SHA-256 of a source's bytes: two documents with the same hash are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ContentId(pub [u8; 32]);

impl ContentId {
    /// The hash of an empty source.
    pub const NOTHING: Self = Self([
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9,
        0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52,
        0xb8, 0x55,
    ]);
}

impl fmt::Display for ContentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Why a text is not a [`ContentId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::messages::library::NOT_A_CONTENT)]
pub struct ContentIdError;

impl FromStr for ContentId {
    type Err = ContentIdError;

    fn from_str(digits: &str) -> Result<Self, ContentIdError> {
        let mut id = [0; 32];
        if digits.len() != 2 * id.len() || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(ContentIdError);
        }
        for (byte, pair) in id.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
            let digit = |digit: u8| char::from(digit).to_digit(16).unwrap_or_default() as u8;
            *byte = digit(pair[0]) << 4 | digit(pair[1]);
        }
        Ok(Self(id))
    }
}

/// How much of its source a document contains, if only the beginning, or the beginning and the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadSoFar {
    /// Number of bytes that were read.
    pub bytes: u64,
    /// Size of the source in bytes, if known.
    pub of: Option<u64>,
    /// The first block of the end of the source, if that was read too.
    pub end: Option<BlockId>,
}

/// Formats the share in whole per cent, or else the size.
impl fmt::Display for ReadSoFar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Some(of) => write!(f, "{} %", self.bytes.saturating_mul(100) / of.max(1)),
            None if self.bytes >= 1 << 20 => f.write_str(&counts::megabytes(self.bytes >> 20)),
            None => f.write_str(&counts::kilobytes(self.bytes.div_ceil(1 << 10))),
        }
    }
}

/// The direction of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    /// Like Latin.
    LeftToRight,
    /// Like Arabic and Hebrew.
    RightToLeft,
}

/// A date as the text states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedDate {
    /// The words (`June 20, 2006`).
    pub words: String,
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl StatedDate {
    /// The date as in ISO 8601: `2006-06-20`.
    pub fn iso(&self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The metadata of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// Its title: from the masthead or a heading, or else the name of its file.
    pub title: String,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Its date.
    pub date: Option<StatedDate>,
    /// The volume of a serial.
    pub volume: Option<u32>,
    /// The number in the volume.
    pub number: Option<u32>,
    /// The edition (`Special edition`).
    pub edition: Option<String>,
    /// The language, as a BCP 47 tag (`en`), if known.
    pub language: Option<String>,
    /// The direction that the source declares. Without one, UAX #9 determines the
    /// direction of each paragraph.
    pub direction: Option<Direction>,
    /// Assumptions made in reading the source, and parts of it that cannot be
    /// shown, each in one line for the user.
    pub remarks: Vec<String>,
    /// How much was read, if not all. Only whole documents are cached.
    #[serde(skip)]
    pub read: Option<ReadSoFar>,
    /// Where the bytes came from. Set again for a cached document.
    #[serde(skip, default = "Origin::none")]
    pub origin: Origin,
    /// The hash of the bytes.
    pub content: ContentId,
}

impl Metadata {
    /// Separates the parts of a headline.
    pub const PARTED_BY: &str = " · ";

    /// Creates metadata with only the required values.
    pub fn new(title: impl Into<String>, origin: Origin, content: ContentId) -> Self {
        Self {
            title: title.into(),
            publisher: None,
            date: None,
            volume: None,
            number: None,
            edition: None,
            language: None,
            direction: None,
            remarks: Vec::new(),
            read: None,
            origin,
            content,
        }
    }

    /// One line that names the document: title, volume and number, date, edition.
    pub fn headline(&self) -> String {
        let edition = self.edition.clone();
        [Some(self.title.clone()), self.issue(), self.stated_date(), edition]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(Self::PARTED_BY)
    }

    /// The name of the document in a citation: title, volume and number, date.
    pub fn citation(&self) -> String {
        [Some(self.title.clone()), self.issue(), self.stated_date()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The volume and the number in it (`Vol. 6, No. 24`), if there is either.
    pub fn issue(&self) -> Option<String> {
        match (self.volume, self.number) {
            (Some(v), Some(n)) => Some(places::issue(v, n)),
            (Some(v), None) => Some(places::issue_volume(v)),
            (None, Some(n)) => Some(places::issue_number(n)),
            (None, None) => None,
        }
    }

    fn stated_date(&self) -> Option<String> {
        self.date.as_ref().map(|date| date.words.clone())
    }
}
