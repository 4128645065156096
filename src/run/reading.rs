//! Reads documents: those at the start, and any opened later.

use super::documents::Documents;
use super::stream::Stream;
use crate::app::Prepared;
use crate::cache::{self, CachedReading, Personal};
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::source;
use crate::document::{Document, Origin};
use crate::terminal::Stamp;
use std::path::Path;
use std::sync::Arc;

/// The documents at the start.
pub struct Beginning {
    /// The first that can be read.
    pub document: Prepared,
    /// Its file's stamp when it was read.
    pub stamp: Stamp,
    /// The others.
    pub documents: Documents,
    /// The errors of those that cannot be read, one line each.
    pub unreadable: Vec<String>,
    /// The rest of the document, if it is standard input.
    pub stream: Option<Stream>,
}

impl Beginning {
    /// Opens the first document that can be read, entirely if `whole` is set; records
    /// the errors of the documents that cannot be read.
    ///
    /// # Errors
    /// No document can be read.
    pub fn of(sources: &[Source], cache: &Personal, whole: bool) -> Result<Self, Failure> {
        let mut unreadable: Vec<Failure> = Vec::new();
        for (at, source) in sources.iter().enumerate() {
            match read(source, cache, whole) {
                Ok(ReadDocument { document, stamp, stream }) => {
                    let mut unread = Vec::new();
                    for source in &sources[at + 1..] {
                        match source::check(source) {
                            Ok(()) => unread.extend(source.file.clone()),
                            Err(failure) => unreadable.push(failure),
                        }
                    }
                    let unreadable = unreadable.iter().map(ToString::to_string).collect();
                    let documents = Documents::new(unread);
                    return Ok(Self { document, stamp, documents, unreadable, stream });
                }
                Err(failure) => unreadable.push(failure),
            }
        }
        match unreadable.pop() {
            Some(only) if unreadable.is_empty() => Err(only),
            last => {
                unreadable.iter().chain(&last).for_each(Failure::tell);
                Err(Failure::Told(2))
            }
        }
    }
}

/// A document that was read.
#[derive(Debug)]
pub struct ReadDocument {
    /// The document.
    pub document: Prepared,
    /// Its file's stamp when it was read.
    pub stamp: Stamp,
    /// The rest of it, if it is standard input.
    pub stream: Option<Stream>,
}

/// Reads a document, with the stamp of its file. Unless `whole` is set, reads
/// only the beginning of a large one or of standard input.
///
/// # Errors
/// The document cannot be read.
pub fn read(source: &Source, cache: &Personal, whole: bool) -> Result<ReadDocument, Failure> {
    if let Some(called) = source::input(source).filter(|_| !whole) {
        let mut stream = Stream::begin(called, &source.head)?;
        let document = stream.next(0)?;
        let stream = document.metadata().read.is_some().then_some(stream);
        return Ok(ReadDocument { document: document.into(), stamp: Stamp::Absent, stream });
    }
    // Taken before reading, so that no change in the meantime is missed.
    let before = source.file.as_deref().map(Stamp::of);
    let file = source.file.as_deref().filter(|file| !whole && *file != Path::new("-"));
    let found = file.and_then(|file| cache.find(file, cache::AT_ONCE));
    let beginning = || file.and_then(beginning).map(CachedReading::from);
    let reading = match found.or_else(beginning) {
        Some(reading) => reading,
        None => source::open(source, cache)?,
    };
    let (document, unkept) = reading.parted();
    let stamp = before.unwrap_or_else(|| match &document.metadata().origin {
        Origin::File(path) => Stamp::of(path),
        _ => Stamp::Absent,
    });
    let document = Prepared::from(document);
    if let Some(unkept) = unkept {
        unkept.keep_beside(Arc::clone(&document.document));
    }
    Ok(ReadDocument { document, stamp, stream: None })
}

/// The number of bytes of a large text to read before showing it.
pub const BEGINNING: u64 = 256 * 1024;

/// The minimum size of a large text, in bytes: one that takes noticeable time to read.
pub const LARGE: u64 = 512 * 1024;

/// Returns the beginning of a large text; `None` if it should be read as a whole.
pub fn beginning(path: &Path) -> Option<Document> {
    // An error is reported when the whole is read.
    crate::source::open_beginning(path, BEGINNING, LARGE).ok().flatten()
}
