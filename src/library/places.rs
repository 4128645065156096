//! Where the library keeps its files.

use std::path::{Path, PathBuf};

/// The folder of the library, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryPlaces {
    folder: PathBuf,
}

impl LibraryPlaces {
    /// Returns the places in a folder.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The catalogue.
    pub fn catalogue(&self) -> PathBuf {
        self.folder.join("catalogue.jsonl")
    }

    /// Where a damaged catalogue is put before another one takes its place.
    pub fn damaged_catalogue(&self) -> PathBuf {
        self.folder.join("catalogue.damaged.jsonl")
    }

    /// The lock of the one instance that may write.
    pub fn lock(&self) -> PathBuf {
        self.folder.join("catalogue.jsonl.lock")
    }

    /// The folder of the documents that were read.
    pub fn kept(&self) -> PathBuf {
        self.folder.join("documents")
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
