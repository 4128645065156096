//! A cache of documents that took long to read, so that they open at once the next time.
//!
//! A cached document is identified by the content of its source and by its file name, since both
//! determine its format and its title. [`entry`] describes its file, and [`room`] limits the total
//! size. Nothing depends on the cache: if a file is damaged or missing, the source is read again,
//! without a message.
//!
//! The program does not cache standard input or part of a document, and caches nothing in secure
//! mode or if the config sets `cache = false` or `history = false`.

mod entry;
mod room;
#[cfg(test)]
mod tests;

use crate::document::{Document, Origin};
use crate::files;
use crate::settings::{Config, Directories, Security, Switch};
use crate::source::{ImportError, LARGEST, Unread};
use crate::structure::trace::Untraced;
pub use entry::{CacheKey, PROGRAM, read as read_entry, write as write_entry};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

/// Smaller sources, in bytes, are read faster than anyone notices, in any format.
const SMALL: u64 = 32 << 10;

/// The minimum time that reading takes for a document to be worth caching.
const WORTH: Duration = Duration::from_millis(50);

/// The maximum number of bytes of a source that is looked up before any of it is shown; the
/// beginning of a longer one can be shown sooner.
pub const AT_ONCE: u64 = 32 << 20;

/// The folder of the cache, and the minimum reading time.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
    small: u64,
    worth: Duration,
}

/// A document that was read, from the cache or from its source.
#[derive(Debug)]
pub struct CachedReading {
    /// The document.
    pub document: Document,
    unkept: Option<Unkept>,
}

/// What is still to be cached of a document.
#[derive(Debug)]
pub struct Unkept {
    cache: Cache,
    key: CacheKey,
    what: NotKept,
}

/// The part of a document that is not cached yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NotKept {
    /// All of it.
    Document,
    /// What was found in its sentences, which takes less time than all of it.
    Sentences,
}

impl Cache {
    /// Returns the cache in a folder.
    pub const fn new(folder: PathBuf) -> Self {
        Self { folder, small: SMALL, worth: WORTH }
    }

    /// Returns the user's cache; `None` if it is turned off.
    fn of_person() -> Option<Self> {
        if Security::of_environment().may_write().is_err() {
            return None;
        }
        let directories = Directories::find().ok()?;
        // Whatever shows the document reports errors in the config.
        let settings = Config::load(&directories.config_file()).settings;
        (settings.is_on(Switch::Cache) && settings.is_on(Switch::History))
            .then(|| Self::new(directories.documents()))
    }

    /// Returns the document of a source, from the cache or by reading the source.
    ///
    /// # Errors
    /// If the source must be read and its format is not supported.
    pub fn read(self, unread: Unread) -> Result<CachedReading, ImportError> {
        let Some(key) = self.key(&unread) else { return CachedReading::imported(unread) };
        if let Some(found) = self.find(&key, unread.origin()) {
            return Ok(found);
        }
        let begun = Instant::now();
        let mut reading = CachedReading::imported(unread)?;
        if begun.elapsed() >= self.worth {
            reading.unkept = Some(Unkept { cache: self, key, what: NotKept::Document });
        }
        Ok(reading)
    }

    /// The key of a source, if it may be cached.
    fn key(&self, unread: &Unread) -> Option<CacheKey> {
        let Origin::File(path) = unread.origin() else { return None };
        (unread.size() >= self.small).then(|| CacheKey::of(unread, path))
    }

    /// Returns a cached document.
    fn find(&self, key: &CacheKey, origin: &Origin) -> Option<CachedReading> {
        let document = entry::read(&self.folder, key, origin)?;
        let what = NotKept::Sentences;
        let unkept = (!document.is_all_told()).then(|| Unkept {
            cache: self.clone(),
            key: key.clone(),
            what,
        });
        Some(CachedReading { document, unkept })
    }
}

impl CachedReading {
    /// Reads the document of a source without a cache.
    fn imported(unread: Unread) -> Result<Self, ImportError> {
        unread.read(&Untraced).map(Self::from)
    }

    /// Returns the document, after caching it if that is worthwhile.
    pub fn kept(self) -> Document {
        if let Some(unkept) = self.unkept.filter(|unkept| unkept.what == NotKept::Document) {
            unkept.keep(&self.document);
        }
        self.document
    }

    /// Returns the document, and what to cache once everything in it has been found.
    pub fn parted(self) -> (Document, Option<Unkept>) {
        (self.document, self.unkept)
    }
}

/// A document that is not to be cached.
impl From<Document> for CachedReading {
    fn from(document: Document) -> Self {
        Self { document, unkept: None }
    }
}

impl Unkept {
    /// Caches a document. If that fails, it is read again another time.
    fn keep(&self, document: &Document) {
        // A folder that is full or not writable does not concern the reader.
        let _ = entry::write(&self.cache.folder, &self.key, document);
        room::make(&self.cache.folder);
    }

    /// Like `keep`, but while the document is shown.
    pub fn keep_beside(self, document: Arc<Document>) {
        // If no thread can be started, it is not cached.
        drop(thread::Builder::new().name("keeping".to_owned()).spawn(move || self.keep(&document)));
    }
}

/// The user's cache. A run of the program has one: its clones share it. The config, which can turn
/// it off, is read at most once, and only for a source large enough to be cached: most are small.
#[derive(Debug, Clone, Default)]
pub struct Personal {
    cache: Arc<OnceLock<Option<Cache>>>,
}

impl Personal {
    /// Returns the cache for a source of `size` bytes; `None` if the source is not to be
    /// cached.
    fn for_source(&self, size: u64) -> Option<&Cache> {
        if size < SMALL {
            return None;
        }
        self.cache.get_or_init(Cache::of_person).as_ref()
    }

    /// Returns the document of a source, from the cache if it is there.
    ///
    /// # Errors
    /// If the source must be read and its format is not supported.
    pub fn read(&self, unread: Unread) -> Result<CachedReading, ImportError> {
        match self.for_source(unread.size()) {
            Some(cache) => cache.clone().read(unread),
            None => CachedReading::imported(unread),
        }
    }

    /// Like [`Personal::read`], of a file.
    ///
    /// # Errors
    /// As [`Personal::read`], and if the file cannot be read.
    pub fn open(&self, path: &Path) -> Result<CachedReading, ImportError> {
        self.read(Unread::load(path)?)
    }

    /// Returns the document of a file of up to `at_most` bytes, if the cache has it.
    pub fn find(&self, path: &Path, at_most: u64) -> Option<CachedReading> {
        if files::is_own_stream(path) || files::check(path, at_most.min(LARGEST)).is_err() {
            return None;
        }
        let size = path.metadata().ok()?.len();
        let cache = self.for_source(size)?;
        // If it is not cached, that is known without reading the file.
        if !entry::may_have(&cache.folder, size) {
            return None;
        }
        let unread = Unread::load(path).ok()?;
        cache.find(&cache.key(&unread)?, unread.origin())
    }
}
