//! Reads one file of the library, in a thread of its own: a file that takes too long, or on which the
//! program fails, harms no other.

use super::facts::DocumentFacts;
use super::fault::Fault;
use super::kept::KeptDocuments;
use super::record::Record;
use super::stored_path::StoredPath;
use crate::bookmarks::stamp;
use crate::cache::{CacheKey, PROGRAM};
use crate::document::{ContentId, Document};
use crate::files::{self, Refused};
use crate::import::FILE;
use crate::source::{ImportError, Unread};
use crate::structure::trace::Untraced;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// What reading a file may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadingLimits {
    /// The maximum number of its bytes.
    pub bytes: u64,
    /// The maximum time.
    pub time: Duration,
}

impl Default for ReadingLimits {
    fn default() -> Self {
        Self { bytes: 512 << 20, time: Duration::from_secs(20) }
    }
}

/// What became of a file.
#[derive(Debug)]
pub enum FileReading {
    /// The catalogue has its content already.
    Known(ContentId),
    /// It was read.
    Read(Box<Record>),
    /// It could not be read.
    Unread(Fault),
    /// It was read, but its document cannot be kept.
    Unkept(io::Error),
}

/// The contents that need not be read again, each with the name of the file that it was read from.
pub type KnownContents = HashMap<ContentId, StoredPath>;

/// Reads the document of a source.
pub type Import = fn(Unread) -> Result<Document, ImportError>;

/// Reads files.
#[derive(Debug, Clone)]
pub struct FileReader {
    /// Where documents are kept.
    pub kept: KeptDocuments,
    /// What is known already.
    pub known: Arc<KnownContents>,
    /// The limits of each file.
    pub limits: ReadingLimits,
    /// How sources are read.
    pub import: Import,
}

impl FileReader {
    /// Creates a reader that keeps documents there.
    pub fn new(kept: KeptDocuments, known: KnownContents) -> Self {
        let import: Import = |unread| unread.read(&Untraced);
        Self { kept, known: Arc::new(known), limits: ReadingLimits::default(), import }
    }

    /// Reads a file within the limits.
    pub fn read(&self, path: &StoredPath) -> FileReading {
        let (to, result) = mpsc::channel();
        let (reader, own) = (self.clone(), path.clone());
        let read = move || {
            // Nobody may be waiting any more.
            let _ = to.send(reader.read_now(&own));
        };
        if let Err(error) = thread::Builder::new().name(FILE.to_owned()).spawn(read) {
            return FileReading::Unread(Fault::Unreadable(error.to_string()));
        }
        match result.recv_timeout(self.limits.time) {
            Ok(reading) => reading,
            Err(RecvTimeoutError::Timeout) => {
                FileReading::Unread(Fault::TooSlow(self.limits.time.as_secs()))
            }
            Err(RecvTimeoutError::Disconnected) => FileReading::Unread(Fault::Failed),
        }
    }

    fn read_now(&self, path: &Path) -> FileReading {
        if let Err(error) = files::check(path, self.limits.bytes) {
            return FileReading::Unread(unreadable(&error));
        }
        let unread = match Unread::load(path) {
            Ok(unread) => unread,
            Err(error) => return FileReading::Unread(Fault::from(&error)),
        };
        let (content, size) = (unread.content(), unread.size());
        let name = path.file_name().unwrap_or_default();
        if self.known.get(&content).is_some_and(|known| known.as_os_str() == name) {
            return FileReading::Known(content);
        }
        let key = CacheKey::new(size, content, name);
        let (document, is_kept) = match self.kept.read(&key, unread.origin()) {
            Some(document) => (document, true),
            None => match (self.import)(unread) {
                Ok(document) => (document, false),
                Err(error) => return FileReading::Unread(Fault::from(&error)),
            },
        };
        document.find_all_told();
        if !is_kept && let Err(error) = self.kept.write(&key, &document) {
            return match Refused::of(&error) {
                Some(_) => FileReading::Unread(Fault::TooLarge(error.to_string())),
                None => FileReading::Unkept(error),
            };
        }
        FileReading::Read(Box::new(record(&document, size, name)))
    }
}

/// The fault of a file that cannot be opened.
fn unreadable(error: &io::Error) -> Fault {
    match Refused::of(error) {
        Some(Refused::TooLarge { .. } | Refused::Endless { .. }) => {
            Fault::TooLarge(error.to_string())
        }
        _ => Fault::Unreadable(error.to_string()),
    }
}

fn record(document: &Document, size: u64, name: &OsStr) -> Record {
    Record {
        content: document.metadata().content,
        size,
        name: StoredPath(name.into()),
        facts: DocumentFacts::of(document),
        files: Vec::new(),
        edition_of: None,
        read: stamp(jiff::Timestamp::now()),
        by: PROGRAM.to_owned(),
    }
}
