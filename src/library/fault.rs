//! Why a file of the library was not read.

use crate::messages::library;
use crate::source::ImportError;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Why a file was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// It is intact, but in no supported format: the library does not count it.
    OtherFormat,
    /// It is damaged, encrypted or otherwise refused, for this reason.
    Refused(String),
    /// It cannot be opened, for this reason.
    Unreadable(String),
    /// It is too large to be read or kept, for this reason.
    TooLarge(String),
    /// Reading it took longer than this number of seconds.
    TooSlow(u64),
    /// The program failed while reading it.
    Failed,
}

impl Fault {
    /// Whether the file is to be read again although it did not change: permissions and connections
    /// change without it.
    pub const fn may_pass(&self) -> bool {
        matches!(self, Self::Unreadable(_))
    }
}

impl From<&ImportError> for Fault {
    fn from(error: &ImportError) -> Self {
        match error {
            error if error.is_other_format() => Self::OtherFormat,
            ImportError::Unreadable { source, .. } => Self::Unreadable(source.to_string()),
            ImportError::Refused { refusal, .. } => Self::Refused(refusal.to_string()),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherFormat => f.write_str(library::OTHER_FORMAT),
            Self::Refused(reason) | Self::TooLarge(reason) => f.write_str(reason),
            Self::Unreadable(reason) => f.write_str(&library::unreadable(reason)),
            Self::TooSlow(seconds) => f.write_str(&library::too_slow(seconds)),
            Self::Failed => f.write_str(library::FAILED),
        }
    }
}
