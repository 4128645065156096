//! `bookmarks.toml`: every change is merged into the file as it is on disk.
//!
//! A change takes a lock beside the file, rereads the file, merges the change
//! into it field by field ([`merging`]) and replaces the file. So it preserves
//! what another instance wrote, fields unknown to this version, comments, line
//! ends and the user's own order. A file that cannot be parsed is never
//! overwritten.

mod error;
mod file;

pub use error::StoreError;

use super::Bookmark;
use super::atomic::{self, Disk, Steps};
use super::change::{Change, Remark};
use super::lock::{self, LockError, Waiting};
use super::merging::{self, Done, Intent, Slot};
use crate::files;
use file::{BookmarksFile, RemovedTables};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Maximum size of the bookmark file, read or written, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// How long to wait for the lock by default: far longer than a queue of instances
/// takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The bookmarks, as they are on disk.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    bookmarks: Vec<Bookmark>,
    trouble: Option<StoreError>,
    /// The changes that undo each change of this run, the most recent last.
    undo: Vec<Change>,
    removed: RemovedTables,
    waiting: Waiting,
    steps: Box<dyn Steps>,
}

impl Store {
    /// Opens a bookmark file; a missing file is empty. [`Store::trouble`] reports
    /// errors.
    pub fn open(path: PathBuf) -> Self {
        let (bookmarks, trouble) = match load(&path) {
            Ok(file) => (file.bookmarks(), None),
            Err((error, file)) => {
                (file.map(|file| file.bookmarks()).unwrap_or_default(), Some(error))
            }
        };
        let waiting = Waiting::at_most(PATIENCE);
        Self {
            path,
            bookmarks,
            trouble,
            undo: Vec::new(),
            removed: RemovedTables::new(),
            waiting,
            steps: Box::new(Disk),
        }
    }

    /// Sets how to wait for the lock.
    #[must_use]
    pub fn waiting(self, waiting: Waiting) -> Self {
        Self { waiting, ..self }
    }

    /// Sets the steps that write the file.
    #[cfg(test)]
    fn writing_by(self, steps: impl Steps + 'static) -> Self {
        Self { steps: Box::new(steps), ..self }
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The error that prevents bookmarks from being saved, if any.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// All bookmarks, of all documents, in the order of the file.
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    /// Makes one change on disk; returns what the user should know about it.
    ///
    /// # Errors
    /// If the change could not be made; the file is then unchanged.
    pub fn make(&mut self, change: &Change) -> Result<Vec<Remark>, StoreError> {
        let done = self.write(|slots| merging::apply(slots, change, Intent::Make))?;
        self.undo.extend(done.inverse);
        Ok(done.remarks)
    }

    /// Makes the change that `plan` returns for the bookmarks as they are on disk
    /// now, and passes on its other result.
    ///
    /// # Errors
    /// As [`Store::make`].
    pub fn make_from<T>(
        &mut self,
        plan: impl FnOnce(&[Bookmark]) -> (Change, T),
    ) -> Result<T, StoreError> {
        let (done, told) = self.write(|slots| {
            let kept: Vec<Bookmark> = slots.iter().map(|slot| slot.bookmark.clone()).collect();
            let (change, told) = plan(&kept);
            (merging::apply(slots, &change, Intent::Make), told)
        })?;
        self.undo.extend(done.inverse);
        Ok(told)
    }

    /// Undoes the last change; returns the change that did so, and what the user
    /// should know about it. `None` if there is nothing to undo.
    ///
    /// # Errors
    /// If the undo failed; it can then be tried again.
    pub fn undo(&mut self) -> Result<Option<(Change, Vec<Remark>)>, StoreError> {
        let Some(inverse) = self.undo.last().cloned() else { return Ok(None) };
        let Done { remarks, .. } =
            self.write(|slots| merging::apply(slots, &inverse, Intent::TakeBack))?;
        self.undo.pop();
        Ok(Some((inverse, remarks)))
    }

    /// Changes the file as it is on disk now. An unchanged file is not written.
    fn write<T>(&mut self, change: impl FnOnce(&mut Vec<Slot>) -> T) -> Result<T, StoreError> {
        let _lock = self.lock()?;
        let mut file = load(&self.path).map_err(|(error, _)| error)?;
        let before = file.slots();
        let mut slots = before.clone();
        let done = change(&mut slots);
        if slots != before {
            // Only after the write is a table known to be removed.
            let mut removed = self.removed.clone();
            file.put(&slots, &mut removed);
            let text = file.text();
            // A file too large to be read again is not written.
            files::check_size(text.len() as u64, LARGEST)
                .and_then(|()| atomic::write_by(&mut *self.steps, &self.path, &text))
                .map_err(|error| StoreError::io(&self.path, "write", &error))?;
            self.removed = removed;
        }
        self.bookmarks = slots.into_iter().map(|slot| slot.bookmark).collect();
        self.trouble = None;
        Ok(done)
    }

    /// Takes the lock of the bookmark file.
    fn lock(&mut self) -> Result<File, StoreError> {
        let io = |doing, error: &io::Error| StoreError::io(&self.path, doing, error);
        // Beside the real file: two links to it must share one lock.
        let real = atomic::real(&self.path).map_err(|error| io("write", &error))?;
        let mut path = real.into_os_string();
        path.push(".lock");
        let path = PathBuf::from(path);
        lock::take(&path, &mut self.waiting).map_err(|error| match error {
            LockError::Held => StoreError::Locked { path },
            LockError::Unwritable(error) => io("write", &error),
            LockError::Unlockable(error) => io("lock", &error),
        })
    }
}

/// Loads the file from disk; an error includes as much of the file as could be parsed.
fn load(path: &Path) -> Result<BookmarksFile, (StoreError, Option<Box<BookmarksFile>>)> {
    let read = match files::read(path, LARGEST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    };
    BookmarksFile::parse(path, read)
}

#[cfg(test)]
mod tests;
