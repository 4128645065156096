//! The documents of the library as they were read, so that they need not be read again.
//!
//! The form is that of the cache. Unlike there, nothing is removed to make room: a document is kept as
//! long as the catalogue has it.

use super::places::LibraryPlaces;
use super::record::Record;
use crate::cache::{CacheKey, read_entry, write_entry};
use crate::document::{Document, Origin};
use std::io;
use std::path::{Path, PathBuf};

/// The kept documents in a folder.
#[derive(Debug, Clone)]
pub struct KeptDocuments {
    folder: PathBuf,
}

impl KeptDocuments {
    /// The kept documents of a library.
    pub fn of(places: &LibraryPlaces) -> Self {
        Self { folder: places.kept() }
    }

    /// The key of a document of the catalogue.
    pub fn key(record: &Record) -> CacheKey {
        CacheKey::new(record.size, record.content, record.name.as_os_str())
    }

    /// Returns a document, read from `origin`; `None` if it is not kept, or if another program kept
    /// it.
    pub fn read(&self, key: &CacheKey, origin: &Origin) -> Option<Document> {
        read_entry(&self.shelf(key), key, origin)
    }

    /// Keeps a document.
    ///
    /// # Errors
    /// If it cannot be written, or is too large.
    pub fn write(&self, key: &CacheKey, document: &Document) -> io::Result<()> {
        write_entry(&self.shelf(key), key, document)
    }

    /// Removes a document. What cannot be removed does no harm.
    pub fn remove(&self, key: &CacheKey) {
        let _ = std::fs::remove_file(key.path(&self.shelf(key)));
    }

    /// The folder of a document: one of 256, since some file systems are slow with many files in one.
    fn shelf(&self, key: &CacheKey) -> PathBuf {
        self.folder.join(format!("{:02x}", key.first_byte()))
    }

    /// The folder of all of them.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
