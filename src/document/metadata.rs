//! What a document says of itself, and where it came from.

use super::visible;
use std::borrow::Cow;
use std::fmt;
use std::path::PathBuf;

/// Where the bytes of a document came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    /// The bulletin that the program carries.
    BuiltIn,
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
}

impl Origin {
    /// The words by which the place is kept, and found again: the name of a file
    /// as it is. They are not for showing.
    pub fn place(&self) -> Cow<'_, str> {
        match self {
            Self::BuiltIn => Cow::Borrowed("built-in"),
            Self::File(path) => path.to_string_lossy(),
            Self::StandardInput => Cow::Borrowed("-"),
        }
    }
}

/// The place, safe to show: a name may hold anything.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.place()))
    }
}

/// The SHA-256 of a source's bytes: two documents are the same where this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentId(pub [u8; 32]);

impl ContentId {
    /// The one of no bytes at all.
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

/// How much of its source a document was made of, where that is its beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadSoFar {
    /// Bytes of the source that were read.
    pub bytes: u64,
    /// Bytes that the source has, where that is known.
    pub of: Option<u64>,
}

/// The share in whole per cent, else how much it is.
impl fmt::Display for ReadSoFar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Some(of) => write!(f, "{} %", self.bytes.saturating_mul(100) / of.max(1)),
            None if self.bytes >= 1 << 20 => write!(f, "{} MB", self.bytes >> 20),
            None => write!(f, "{} KB", self.bytes.div_ceil(1 << 10)),
        }
    }
}

/// Which way lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// As Latin does.
    LeftToRight,
    /// As Arabic and Hebrew do.
    RightToLeft,
}

/// A date as the text states it.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// What a document says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Its title: the masthead's, a heading's, else the name of its file.
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
    /// The language, as a BCP 47 tag (`en`), where it is known.
    pub language: Option<String>,
    /// The direction that the source declares (UAX #9 finds that of each paragraph
    /// where it does not).
    pub direction: Option<Direction>,
    /// What was assumed to read the source, and what of it cannot be shown, each
    /// in one line for a person to read.
    pub remarks: Vec<String>,
    /// How much was read, where it is not the whole.
    pub read: Option<ReadSoFar>,
    /// Where the bytes came from.
    pub origin: Origin,
    /// What the bytes are.
    pub content: ContentId,
}

impl Metadata {
    /// What parts the title in a headline from what else the document says.
    pub const PARTED_BY: &str = " · ";

    /// Metadata that says only what every document has.
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

    /// How the document is named where it is cited: title, volume and number, date.
    pub fn citation(&self) -> String {
        [Some(self.title.clone()), self.issue(), self.stated_date()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The volume and the number in it (`Vol. 6, No. 24`), where it has any.
    pub fn issue(&self) -> Option<String> {
        match (self.volume, self.number) {
            (Some(v), Some(n)) => Some(format!("Vol. {v}, No. {n}")),
            (Some(v), None) => Some(format!("Vol. {v}")),
            (None, Some(n)) => Some(format!("No. {n}")),
            (None, None) => None,
        }
    }

    fn stated_date(&self) -> Option<String> {
        self.date.as_ref().map(|date| date.words.clone())
    }
}
