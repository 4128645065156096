//! Errors that prevent bookmarks from being saved.

use crate::messages::errors;
use std::borrow::Cow;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// An error that prevents bookmarks from being saved.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The file cannot be read or written.
    #[error("{}", errors::bookmarks_unchanged(doing, name(path), reason, folder(path)))]
    Io {
        /// The operation that failed.
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// Why it failed.
        reason: String,
    },
    /// The file has an invalid format.
    #[error("{}", errors::bookmarks_malformed(name(path), line, reason, folder(path)))]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The error there.
        reason: String,
    },
    /// The file was written by a newer version of the program.
    #[error("{}", errors::bookmarks_newer(name(path), version, folder(path)))]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i64,
    },
    /// Another process holds the lock.
    #[error("{}", errors::bookmarks_locked(name(path), folder(path)))]
    Locked {
        /// The path of the lock.
        path: PathBuf,
    },
}

impl StoreError {
    /// Reports an operation on a file that failed, and why.
    pub(super) fn io(path: &Path, doing: &'static str, error: &io::Error) -> Self {
        Self::Io { doing, path: path.to_path_buf(), reason: error.to_string() }
    }
}

/// The name of a file; its folder comes last in a message, so that a truncated
/// line still shows what matters.
fn name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()
}

fn folder(path: &Path) -> std::path::Display<'_> {
    path.parent().unwrap_or(path).display()
}
