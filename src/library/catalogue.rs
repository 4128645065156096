//! The catalogue: what the library knows of each document and of each file that was not read.
//!
//! It is a file of JSON, one record a line, which is replaced as a whole: whoever reads it reads the
//! old one or the new one. A damaged line costs only its own record.

use super::error::ShelfError;
use super::places::LibraryPlaces;
use super::record::{KnownFile, Presence, Record, UnreadFile};
use super::stored_path::StoredPath;
use crate::bookmarks::atomic;
use crate::document::ContentId;
use crate::files;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufRead, BufReader};

/// The version of the format that this program writes.
const VERSION: u32 = 1;

/// The maximum size of a catalogue, in bytes: about four million documents.
const LARGEST: u64 = 2 << 30;

/// A line as it is written.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenLine<'a> {
    /// The first line: the version of the format.
    Version(u32),
    /// A document.
    Document(&'a Record),
    /// A file that was not read.
    File(&'a UnreadFile),
}

/// A line as it is read.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum ReadLine {
    Version(u32),
    Document(Box<Record>),
    File(Box<UnreadFile>),
}

/// Whether a catalogue was read without loss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Damage {
    /// It was.
    #[default]
    None,
    /// Some lines could not be read.
    Lines,
}

/// All records, by content and by path.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    records: HashMap<ContentId, Record>,
    unread: HashMap<StoredPath, UnreadFile>,
    /// The content of each file of a record.
    paths: HashMap<StoredPath, ContentId>,
    damage: Damage,
    /// The number of changes since it was read or saved.
    changes: usize,
}

impl Catalogue {
    /// Reads the catalogue; it is empty if there is none yet.
    ///
    /// # Errors
    /// If it cannot be read, or a later program wrote it.
    pub fn load(places: &LibraryPlaces) -> Result<Self, ShelfError> {
        let path = places.catalogue();
        let unreadable = |source| ShelfError::Unreadable { path: path.clone(), source };
        let file = match files::open(&path, LARGEST) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(unreadable(error)),
        };
        let mut catalogue = Self::default();
        let mut lines = BufReader::with_capacity(1 << 20, file);
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line).map_err(unreadable)? > 0 {
            match serde_json::from_slice(&line) {
                Ok(ReadLine::Version(version)) if version > VERSION => {
                    return Err(ShelfError::Newer { path, version });
                }
                Ok(ReadLine::Version(_)) => {}
                Ok(ReadLine::Document(record)) => catalogue.add(*record),
                Ok(ReadLine::File(file)) => {
                    catalogue.unread.insert(file.path.clone(), *file);
                }
                Err(_) => catalogue.damage = Damage::Lines,
            }
            line.clear();
        }
        Ok(catalogue)
    }

    /// Replaces the catalogue on disk with this one. One with damaged lines is put aside first.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn save(&mut self, places: &LibraryPlaces) -> Result<(), ShelfError> {
        let path = places.catalogue();
        let unwritable = |source| ShelfError::Unwritable { path: path.clone(), source };
        if self.damage == Damage::Lines {
            fs::copy(&path, places.damaged_catalogue()).map_err(unwritable)?;
        }
        let mut text = String::new();
        let mut put = |line: WrittenLine<'_>| -> io::Result<()> {
            text.push_str(&serde_json::to_string(&line)?);
            text.push('\n');
            Ok(())
        };
        put(WrittenLine::Version(VERSION)).map_err(unwritable)?;
        let mut records: Vec<&Record> = self.records.values().collect();
        records.sort_unstable_by_key(|record| (record.path(), record.content.0));
        for record in records {
            put(WrittenLine::Document(record)).map_err(unwritable)?;
        }
        let mut unread: Vec<&UnreadFile> = self.unread.values().collect();
        unread.sort_unstable_by_key(|file| &file.path);
        for file in unread {
            put(WrittenLine::File(file)).map_err(unwritable)?;
        }
        atomic::write(&path, &text).map_err(unwritable)?;
        (self.damage, self.changes) = (Damage::None, 0);
        Ok(())
    }

    /// Whether it differs from what is on disk.
    pub const fn is_changed(&self) -> bool {
        self.changes > 0
    }

    /// Whether some of its lines could not be read.
    pub fn is_damaged(&self) -> bool {
        self.damage == Damage::Lines
    }

    /// All documents, in no particular order.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The number of documents.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether it has no documents.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// All files that were not read, in no particular order.
    pub fn unread(&self) -> impl Iterator<Item = &UnreadFile> {
        self.unread.values()
    }

    /// Returns the document with this content.
    pub fn record(&self, content: &ContentId) -> Option<&Record> {
        self.records.get(content)
    }

    /// Returns the document in a file, and the file.
    pub fn document_at(&self, path: &StoredPath) -> Option<(&Record, &KnownFile)> {
        let record = self.records.get(self.paths.get(path)?)?;
        Some((record, record.files.iter().find(|file| file.path == *path)?))
    }

    /// Returns what is known of a file that was not read.
    pub fn unread_at(&self, path: &StoredPath) -> Option<&UnreadFile> {
        self.unread.get(path)
    }

    /// The paths of all files of documents.
    pub fn paths(&self) -> impl Iterator<Item = &StoredPath> {
        self.paths.keys()
    }

    fn add(&mut self, record: Record) {
        for file in &record.files {
            self.paths.insert(file.path.clone(), record.content);
        }
        self.records.insert(record.content, record);
    }

    /// Adds a document, or replaces what is known of it; its files stay those that are known.
    pub fn put(&mut self, record: Record) {
        let before = self.records.get(&record.content);
        let files = before.map_or_else(Vec::new, |before| before.files.clone());
        let edition_of = before.and_then(|before| before.edition_of).or(record.edition_of);
        self.add(Record { files, edition_of, ..record });
        self.changes += 1;
    }

    /// Notes that a file has this content, and no longer the one that it had.
    pub fn place(&mut self, content: ContentId, file: KnownFile) {
        self.unread.remove(&file.path);
        let before = self.paths.insert(file.path.clone(), content);
        if let Some(before) = before.filter(|before| *before != content) {
            self.remove_file(before, &file.path);
        }
        if let Some(record) = self.records.get_mut(&content) {
            record.files.retain(|known| known.path != file.path);
            record.files.push(file);
            record.files.sort_unstable_by(|one, other| one.path.cmp(&other.path));
        }
        self.changes += 1;
    }

    /// Notes that a file was not read. If it had a document, that is gone from there.
    pub fn fail(&mut self, file: UnreadFile) {
        self.set_presence(&file.path, Presence::Gone);
        self.unread.insert(file.path.clone(), file);
        self.changes += 1;
    }

    /// Notes whether a file is there.
    pub fn set_presence(&mut self, path: &StoredPath, presence: Presence) {
        let Some(record) = self.paths.get(path).and_then(|own| self.records.get_mut(own)) else {
            return;
        };
        for file in record.files.iter_mut().filter(|file| file.path == *path) {
            if file.presence != presence {
                file.presence = presence;
                self.changes += 1;
            }
        }
    }

    /// Drops the paths from which a document is gone, if it is still in another file. A document that is
    /// in no file keeps its last path.
    pub fn drop_moved(&mut self) {
        for record in self.records.values_mut() {
            let is_here = |file: &KnownFile| file.presence == Presence::Here;
            if record.files.iter().any(is_here) && !record.files.iter().all(is_here) {
                for file in record.files.extract_if(.., |file| !is_here(file)) {
                    self.paths.remove(&file.path);
                    self.changes += 1;
                }
            }
        }
    }

    /// Drops a file that the library no longer covers, and its document if it has no other file.
    /// Returns the document that was dropped.
    pub fn drop_file(&mut self, path: &StoredPath) -> Option<Record> {
        self.changes += usize::from(self.unread.remove(path).is_some());
        let content = self.paths.remove(path)?;
        self.changes += 1;
        self.remove_file(content, path);
        let is_left = self.records.get(&content).is_some_and(|record| record.files.is_empty());
        if is_left { self.records.remove(&content) } else { None }
    }

    /// Drops a document.
    pub fn forget(&mut self, content: &ContentId) -> Option<Record> {
        let record = self.records.remove(content)?;
        for file in &record.files {
            self.paths.remove(&file.path);
        }
        self.changes += 1;
        Some(record)
    }

    fn remove_file(&mut self, content: ContentId, path: &StoredPath) {
        if let Some(record) = self.records.get_mut(&content) {
            record.files.retain(|file| file.path != *path);
        }
    }
}
