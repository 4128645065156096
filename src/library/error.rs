//! Why the library cannot be used.

use crate::bookmarks::lock::LockError;
use crate::messages::library;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why the library cannot be used.
#[derive(Debug, Error)]
pub enum ShelfError {
    /// A file of the library cannot be read.
    #[error("{}", library::cannot_read(path.display(), source))]
    Unreadable {
        /// Its path.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// A file of the library cannot be written.
    #[error("{}", library::cannot_write(path.display(), source))]
    Unwritable {
        /// Its path.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// The catalogue was written by a later program.
    #[error("{}", library::newer(path.display(), version))]
    Newer {
        /// Its path.
        path: PathBuf,
        /// Its version.
        version: u32,
    },
    /// The lock cannot be taken.
    #[error("{}", library::cannot_lock(path.display(), reason))]
    Unlockable {
        /// Its path.
        path: PathBuf,
        /// The reason.
        reason: String,
    },
}

impl ShelfError {
    /// Why a lock could not be taken.
    pub fn locked(path: PathBuf, error: LockError) -> Self {
        match error {
            LockError::Held => Self::Unlockable { path, reason: library::IN_USE.to_owned() },
            LockError::Unwritable(source) => Self::Unwritable { path, source },
            LockError::Unlockable(source) => Self::Unlockable { path, reason: source.to_string() },
        }
    }
}
