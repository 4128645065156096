//! The file of one document: a head in plain bytes, then the document by postcard in a frame of LZ4.
//!
//! The head says by which program it was written, down to the rules, and of which source. The frame
//! has checksums and an end: a file that was cut or damaged is seen to be.

use crate::document::{ContentId, Document, Kept, Origin};
use crate::files;
use crate::source::Unread;
use crate::structure::FINDERS;
use lz4_flex::frame::{BlockMode, FrameDecoder, FrameEncoder, FrameInfo};
use sha2::{Digest, Sha256};
use std::fs::{self, DirBuilder};
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use tempfile::NamedTempFile;

/// What wrote a file: the version of the program, and the number of its rules.
const WRITTEN_BY: &str = concat!("bulletin ", env!("CARGO_PKG_VERSION"), " ", env!("RULES"), "\n");

/// The largest file of one document that is kept or read, in bytes.
const LARGEST: u64 = super::room::ALL / 2;

/// The most bytes that it may hold unpacked: twice the largest source, of which a document is made.
const LARGEST_UNPACKED: u64 = 2 * crate::source::LARGEST;

/// Under what a document is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Bytes of its source.
    size: u64,
    /// What these are known by, with the name of their file.
    id: ContentId,
}

impl Key {
    /// That of a source, and its file.
    pub fn of(unread: &Unread, path: &Path) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(unread.content().0);
        hasher.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        Self { size: unread.size(), id: ContentId(hasher.finalize().into()) }
    }

    /// Its file in the folder of the cache.
    fn path(&self, folder: &Path) -> PathBuf {
        folder.join(format!("{}{}", prefix(self.size), self.id))
    }

    /// What a file of it begins with.
    fn head(&self) -> Vec<u8> {
        [WRITTEN_BY.as_bytes(), &self.id.0].concat()
    }
}

/// What names of files begin with that are of sources of one size.
fn prefix(size: u64) -> String {
    format!("{size:x}-")
}

/// Whether a folder may have the document of a source of so many bytes.
pub fn may_have(folder: &Path, size: u64) -> bool {
    let prefix = prefix(size);
    let mut entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.any(|entry| entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()))
}

/// The document of a key, read from `origin`; `None` where it is not kept, or there is any doubt.
pub fn read(folder: &Path, key: &Key, origin: &Origin) -> Option<Document> {
    let mut file = files::open(&key.path(folder), LARGEST).ok()?;
    let mut head = key.head();
    let expected = head.clone();
    file.read_exact(&mut head).ok()?;
    if head != expected {
        return None;
    }
    let mut kept = Vec::new();
    FrameDecoder::new(&mut file).take(LARGEST_UNPACKED).read_to_end(&mut kept).ok()?;
    let (kept, rest) = postcard::take_from_bytes::<Kept<'_>>(&kept).ok()?;
    if !rest.is_empty() {
        return None;
    }
    // Those that were used last are kept longest. A file of another person keeps its time.
    let _ = file.set_modified(SystemTime::now());
    Some(Document::from_kept(kept, origin.clone(), FINDERS))
}

/// Keeps a document under a key.
///
/// # Errors
/// Where it cannot be written, or is too large.
pub fn write(folder: &Path, key: &Key, document: &Document) -> io::Result<()> {
    make_private(folder)?;
    // Readable by its owner alone.
    let mut file = NamedTempFile::new_in(folder)?;
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

/// Makes a folder that its owner alone may look into.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
