//! A recently read document.

use crate::messages::states;

/// Whether a document of the list can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// It is in view.
    InView,
    /// It is open in this run.
    Open,
    /// It is where it was.
    There,
    /// It no longer exists.
    Missing,
}

impl Availability {
    /// The word for it; empty for the usual case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InView => states::IN_VIEW,
            Self::Open => states::OPEN,
            Self::There => "",
            Self::Missing => states::MISSING,
        }
    }
}

/// A recently read document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recent {
    /// Its title.
    pub title: String,
    /// Its location: an absolute path, or `built-in`.
    pub source: String,
    /// When it was last read, RFC 3339.
    pub opened: String,
    /// The percentage that had been read, if known.
    pub progress: Option<u8>,
    /// The address where it was left.
    pub address: String,
    /// Whether it can be opened.
    pub standing: Availability,
}

impl Recent {
    /// The day on which it was last read.
    pub fn day(&self) -> &str {
        self.opened.split('T').next().unwrap_or("")
    }
}
