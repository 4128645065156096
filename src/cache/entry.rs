//! The file of one document: an uncompressed head, then the document as postcard in an LZ4 frame.
//!
//! The head identifies the program that wrote the file, down to its rules, and the source. The
//! frame has checksums and an end mark, so that a truncated or damaged file is recognised.

use crate::document::{ContentId, Document, KeptDocument, Origin};
use crate::files;
use crate::source::Unread;
use crate::structure::FINDERS;
use lz4_flex::frame::{BlockMode, FrameDecoder, FrameEncoder, FrameInfo};
use sha2::{Digest, Sha256};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The version of the program, and the hash of its rules: a document that another program read is read
/// again.
pub const PROGRAM: &str = concat!("bulletin ", env!("CARGO_PKG_VERSION"), " ", env!("RULES"));

/// The maximum size of a document's file, in bytes.
const LARGEST: u64 = super::room::ALL / 2;

/// The maximum size of its unpacked contents: twice that of the largest source.
const LARGEST_UNPACKED: u64 = 2 * crate::source::LARGEST;

/// What identifies a cached document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CacheKey {
    /// The size of its source, in bytes.
    size: u64,
    /// The hash of the source and of its file name.
    id: ContentId,
}

impl CacheKey {
    /// The key of a source and its file.
    pub fn of(unread: &Unread, path: &Path) -> Self {
        Self::new(unread.size(), unread.content(), path.file_name().unwrap_or_default())
    }

    /// The key of a source with this size and content in a file of this name.
    pub fn new(size: u64, content: ContentId, name: &OsStr) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(content.0);
        hasher.update(name.as_encoded_bytes());
        Self { size, id: ContentId(hasher.finalize().into()) }
    }

    /// The first byte of its hash, by which keys are divided evenly.
    pub const fn first_byte(&self) -> u8 {
        self.id.0[0]
    }

    /// The path of its file in the folder of the cache.
    pub fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}{}", prefix(self.size), self.id))
    }

    /// The head of its file.
    fn head(&self) -> Vec<u8> {
        [PROGRAM.as_bytes(), b"\n", &self.id.0].concat()
    }
}

/// The common prefix of the file names for sources of one size.
fn prefix(size: u64) -> String {
    format!("{size:x}-")
}

/// Whether a folder may contain the document of a source of `size` bytes.
pub fn may_have(folder: &Path, size: u64) -> bool {
    let prefix = prefix(size);
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()))
}

/// Returns the document with a key, read from `origin`; `None` if it is not cached, or at any
/// doubt.
pub fn read(folder: &Path, key: &CacheKey, origin: &Origin) -> Option<Document> {
    let mut file = files::open(&key.path(folder), LARGEST).ok()?;
    let mut head = key.head();
    let expected = head.clone();
    file.read_exact(&mut head).ok()?;
    if head != expected {
        return None;
    }
    let mut kept = Vec::new();
    FrameDecoder::new(&mut file).take(LARGEST_UNPACKED).read_to_end(&mut kept).ok()?;
    let (kept, rest) = postcard::take_from_bytes::<KeptDocument<'_>>(&kept).ok()?;
    if !rest.is_empty() {
        return None;
    }
    // Recently used files are kept longest. A file that belongs to another user keeps its time.
    let _ = file.set_modified(SystemTime::now());
    Some(Document::from_kept(kept, origin.clone(), FINDERS))
}

/// Writes a document to the cache.
///
/// # Errors
/// If it cannot be written, or is too large.
pub fn write(folder: &Path, key: &CacheKey, document: &Document) -> io::Result<()> {
    files::make_private(folder)?;
    // Only its owner can read it.
    let mut file = files::temporary(folder)?;
    file.write_all(&key.head())?;
    let form = FrameInfo::new().block_mode(BlockMode::Linked).content_checksum(true);
    let mut packed = FrameEncoder::with_frame_info(form, BufWriter::new(&mut file));
    postcard::to_io(&document.kept(), BufWriter::new(&mut packed))
        .map_err(io::Error::other)?
        .flush()?;
    packed.finish().map_err(io::Error::other)?.flush()?;
    files::check_size(file.as_file().metadata()?.len(), LARGEST)?;
    file.persist(key.path(folder))?;
    Ok(())
}
