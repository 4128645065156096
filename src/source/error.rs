//! Why a source cannot be read.

use crate::document::Origin;
use crate::files;
use crate::import::Refusal;
use crate::messages::errors;
use std::io;
use thiserror::Error;

/// Why a source cannot be read.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file cannot be opened or read.
    #[error("{}", unreadable(origin, source))]
    Unreadable {
        /// The source.
        origin: Origin,
        /// The reason.
        source: io::Error,
    },
    /// The format of the bytes is not supported, or they are damaged.
    #[error("{origin} {refusal}")]
    Refused {
        /// The source.
        origin: Origin,
        /// The reason.
        refusal: Refusal,
    },
}

/// Says why a source cannot be read, and suggests what to do with a named pipe.
fn unreadable(origin: &Origin, error: &io::Error) -> String {
    match files::Refused::of(error) {
        Some(files::Refused::Pipe) => errors::cannot_read_pipe(origin, error),
        _ => errors::cannot_read(origin, error),
    }
}

impl ImportError {
    /// Whether the source is intact, but in no supported format.
    pub const fn is_other_format(&self) -> bool {
        matches!(
            self,
            Self::Refused {
                refusal: Refusal::Binary | Refusal::OldFormat { .. } | Refusal::OtherPackage { .. },
                ..
            }
        )
    }
}
