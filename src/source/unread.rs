//! A source whose bytes are loaded, but not yet read.

use super::error::ImportError;
use super::reading::{LARGEST, content, file_name, manuscript};
use crate::document::{ContentId, Document, Origin};
use crate::import::{self, Raw};
use crate::structure::trace::Trace;
use crate::{files, structure};
use std::path::Path;
use std::sync::OnceLock;

/// The loaded bytes of a source that is not yet a document.
#[derive(Debug)]
pub struct Unread {
    bytes: Vec<u8>,
    origin: Origin,
    content: OnceLock<ContentId>,
}

impl Unread {
    /// Loads a file, or a pipe named by the shell.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn load(path: &Path) -> Result<Self, ImportError> {
        let file = Origin::File(path.to_path_buf());
        let unread = match files::own_stream(path) {
            Ok(Some(stream)) => files::read_stream(stream, LARGEST)
                .map(|bytes| Self::new(bytes, Origin::StandardInput)),
            Ok(None) => files::read(path, LARGEST).map(|bytes| Self::new(bytes, file.clone())),
            Err(error) => Err(error),
        };
        unread.map_err(|source| ImportError::Unreadable { origin: file, source })
    }

    /// Creates a source from bytes in memory.
    pub fn new(bytes: Vec<u8>, origin: Origin) -> Self {
        Self { bytes, origin, content: OnceLock::new() }
    }

    /// The number of bytes.
    pub const fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    /// Returns the hash of the bytes.
    pub fn content(&self) -> ContentId {
        *self.content.get_or_init(|| content(&self.bytes))
    }

    /// The origin of the bytes.
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Returns its characters; `None` if they do not include all letters of the document.
    pub fn raw(&self) -> Option<Raw<'_>> {
        import::raw(&self.bytes, file_name(&self.origin))
    }

    /// Reads its document; reports each decision of the recognition to `trace`.
    ///
    /// # Errors
    /// If the format of the bytes is not supported.
    pub fn read(self, trace: &impl Trace) -> Result<Document, ImportError> {
        let content = self.content();
        let Self { bytes, origin, .. } = self;
        let manuscript = manuscript(&bytes, &origin)?;
        if manuscript.is_borrowed() {
            let skipped = manuscript.skipped;
            let (recognised, _) = structure::recognised(manuscript, origin, content, None, trace);
            return Ok(recognised.finish(bytes, skipped));
        }
        // What formats with markup write is a text of its own.
        let manuscript = manuscript.into_owned();
        drop(bytes);
        Ok(structure::document(manuscript, origin, content, None, trace))
    }
}
