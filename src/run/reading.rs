//! Reading documents: those that there are at the start, and any that is gone to.

use super::documents::Documents;
use super::growing;
use super::stream::Stream;
use crate::app::Prepared;
use crate::cli::arguments::Source;
use crate::cli::error::Failure;
use crate::cli::source;
use crate::document::Origin;
use crate::terminal::Stamp;
use std::path::Path;

/// What there is to read at the start.
pub struct Beginning {
    /// The first that can be read.
    pub document: Prepared,
    /// Its file as it was.
    pub stamp: Stamp,
    /// The others.
    pub documents: Documents,
    /// What cannot be read, each in one line.
    pub unreadable: Vec<String>,
    /// What goes on coming of the document, where that is standard input.
    pub stream: Option<Stream>,
}

impl Beginning {
    /// Opens the first document that can be read, all of it at once where it
    /// is wanted `whole`; what is known to be unreadable is told and left out.
    ///
    /// # Errors
    /// Where none can be read.
    pub fn of(sources: &[Source], whole: bool) -> Result<Self, Failure> {
        let mut unreadable: Vec<Failure> = Vec::new();
        for (at, source) in sources.iter().enumerate() {
            match read(source, whole) {
                Ok(Read { document, stamp, stream }) => {
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
pub struct Read {
    /// It.
    pub document: Prepared,
    /// Its file as it was.
    pub stamp: Stamp,
    /// What goes on coming of it.
    pub stream: Option<Stream>,
}

/// Reads a document, or the beginning of a large one and of standard input unless
/// it is wanted `whole`, with the stamp of its file.
///
/// # Errors
/// Where it cannot be read.
pub fn read(source: &Source, whole: bool) -> Result<Read, Failure> {
    if let Some(called) = source::input(source).filter(|_| !whole) {
        let mut stream = Stream::begin(called)?;
        let document = stream.next(0)?;
        let stream = document.metadata().read.is_some().then_some(stream);
        return Ok(Read { document: document.into(), stamp: Stamp::Absent, stream });
    }
    // Taken before, so that a change while it is read is not missed.
    let before = source.file.as_deref().map(Stamp::of);
    let file = source.file.as_deref().filter(|file| !whole && *file != Path::new("-"));
    let document = match file.and_then(growing::beginning) {
        Some(beginning) => beginning,
        None => source::open(source)?,
    };
    let stamp = before.unwrap_or_else(|| match &document.metadata().origin {
        Origin::File(path) => Stamp::of(path),
        _ => Stamp::Absent,
    });
    Ok(Read { document: document.into(), stamp, stream: None })
}
