//! Documents that took long to read, kept so that they open at once when they are opened again.
//!
//! A document is kept under the content of its source and the name of its file, from which formats and
//! titles are told; see [`entry`] for the form of its file, and [`room`] for how many there are. What
//! is kept is never needed: whatever is wrong with it, the source is read again, and nothing is told.
//!
//! Nothing is kept of standard input, of a part of a document, in secure mode, or of a person who has set
//! `cache = false` or `history = false`.

mod entry;
mod room;
#[cfg(test)]
mod tests;

use crate::document::{Document, Origin};
use crate::files;
use crate::settings::{Config, Directories, Security};
use crate::source::{ImportError, LARGEST, Unread};
use crate::structure::trace::Untraced;
use entry::Key;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

/// Sources of fewer bytes are read in less time than a person notices, in any format.
const SMALL: u64 = 32 << 10;

/// A document is worth keeping whose reading took so long.
const WORTH: Duration = Duration::from_millis(50);

/// Bytes of a source that are looked up before anything of it is shown; the beginning of a longer one is there
/// sooner.
pub const AT_ONCE: u64 = 32 << 20;

/// Where documents are kept, and which.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    small: u64,
    worth: Duration,
}

/// A document that was read, from the cache or from its source.
#[derive(Debug)]
pub struct Reading {
    /// It.
    pub document: Document,
    unkept: Option<Unkept>,
}

/// What is to be kept of a document.
#[derive(Debug)]
pub struct Unkept {
    cache: Cache,
    key: Key,
    what: What,
}

/// What of a document is not kept yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    /// All of it.
    Document,
    /// What its sentences tell, which takes less time to find than all of it.
    Sentences,
}

impl Cache {
    /// The cache in a folder.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder, small: SMALL, worth: WORTH }
    }

    /// That of the person who runs the program, for a source of so many bytes; `None` where none is
    /// used for it.
    fn for_source(size: u64) -> Option<Self> {
        // Most documents are small: nothing else is asked for them.
        if size < SMALL || Security::of_environment().may_write().is_err() {
            return None;
        }
        let directories = Directories::find().ok()?;
        // Faults of the config are told by who shows anything by it.
        let settings = Config::load(&directories.config_file()).settings;
        (settings.cache && settings.history).then(|| Self::new(directories.documents()))
    }

    /// The document of a source, which is kept or read.
    ///
    /// # Errors
    /// Where the source must be read, and is of no format that is known.
    pub fn read(self, unread: Unread) -> Result<Reading, ImportError> {
        let Some(key) = self.key(&unread) else { return Reading::imported(unread) };
        if let Some(found) = self.find(&key, unread.origin()) {
            return Ok(found);
        }
        let begun = Instant::now();
        let mut reading = Reading::imported(unread)?;
        if begun.elapsed() >= self.worth {
            reading.unkept = Some(Unkept { cache: self, key, what: What::Document });
        }
        Ok(reading)
    }

    /// Under what a source is kept, where it may be.
    fn key(&self, unread: &Unread) -> Option<Key> {
        let Origin::File(path) = unread.origin() else { return None };
        (unread.size() >= self.small).then(|| Key::of(unread, path))
    }

    /// A document that is kept.
    fn find(&self, key: &Key, origin: &Origin) -> Option<Reading> {
        let document = entry::read(&self.folder, key, origin)?;
        let what = What::Sentences;
        let unkept = (!document.is_all_told()).then(|| Unkept {
            cache: self.clone(),
            key: key.clone(),
            what,
        });
        Some(Reading { document, unkept })
    }
}

impl Reading {
    /// The document of a source, read without a cache.
    fn imported(unread: Unread) -> Result<Self, ImportError> {
        unread.read(&Untraced).map(Self::from)
    }

    /// The document, which is kept by now where it was worth it.
    pub fn kept(self) -> Document {
        if let Some(unkept) = self.unkept.filter(|unkept| unkept.what == What::Document) {
            unkept.keep(&self.document);
        }
        self.document
    }

    /// The document, and what is to be kept of it once all is found in it.
    pub fn parted(self) -> (Document, Option<Unkept>) {
        (self.document, self.unkept)
    }
}

/// A document that is not to be kept.
impl From<Document> for Reading {
    fn from(document: Document) -> Self {
        Self { document, unkept: None }
    }
}

impl Unkept {
    /// Keeps a document. Where that fails, it is read again another time.
    fn keep(&self, document: &Document) {
        // A folder that is full, or may not be written to, is no trouble of whoever reads.
        let _ = entry::write(&self.cache.folder, &self.key, document);
        room::make(&self.cache.folder);
    }

    /// The same, while the document is shown.
    pub fn keep_beside(self, document: Arc<Document>) {
        // Where no thread can be had, it is not kept.
        drop(thread::Builder::new().name("keeping".to_owned()).spawn(move || self.keep(&document)));
    }
}

/// The document of a source by the cache of the person who runs the program.
///
/// # Errors
/// Where the source must be read, and is of no format that is known.
pub fn read(unread: Unread) -> Result<Reading, ImportError> {
    match Cache::for_source(unread.size()) {
        Some(cache) => cache.read(unread),
        None => Reading::imported(unread),
    }
}

/// The document of a file by that cache.
///
/// # Errors
/// As [`read`], and where the file cannot be read.
pub fn open(path: &Path) -> Result<Reading, ImportError> {
    read(Unread::load(path)?)
}

/// The document of a file of `at_most` bytes, where that cache has it.
pub fn find(path: &Path, at_most: u64) -> Option<Reading> {
    if files::is_own_stream(path) || files::check(path, at_most.min(LARGEST)).is_err() {
        return None;
    }
    let size = path.metadata().ok()?.len();
    let cache = Cache::for_source(size)?;
    // What is not there is known without reading the file.
    if !entry::may_have(&cache.folder, size) {
        return None;
    }
    let unread = Unread::load(path).ok()?;
    cache.find(&cache.key(&unread)?, unread.origin())
}
