//! `bookmarks.toml`: every change is one change of the file as it is on disk.
//!
//! A change takes a lock beside the file, reads the file anew, merges the change
//! with what is there field by field ([`merging`]) and replaces the file. So what
//! another instance wrote, fields that this version does not know, comments, line
//! ends and a person's own order are all still there after. A file that cannot be
//! understood is never written to.

mod error;
mod file;

pub use error::StoreError;

use super::Bookmark;
use super::atomic::{self, Disk, Steps};
use super::change::{Change, Remark};
use super::lock::{self, LockError, Waiting};
use super::merging::{self, Done, Intent, Slot};
use crate::files;
use file::{BookmarksFile, Removed};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The largest file of bookmarks that is read, or written, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// How long other instances may hold the lock, unless it is said otherwise: far
/// longer than a queue of them takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The bookmarks, as they are on disk.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    bookmarks: Vec<Bookmark>,
    trouble: Option<StoreError>,
    /// What takes each change of this run back, the last one last.
    undo: Vec<Change>,
    removed: Removed,
    waiting: Waiting,
    steps: Box<dyn Steps>,
}

impl Store {
    /// Opens a file of bookmarks; one that is not there is empty. What is
    /// wrong with it is for [`Store::trouble`] to say.
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
            removed: Removed::new(),
            waiting,
            steps: Box::new(Disk),
        }
    }

    /// The same store, which waits for the lock in another way.
    #[must_use]
    pub fn waiting(self, waiting: Waiting) -> Self {
        Self { waiting, ..self }
    }

    /// The same store, which writes by other steps.
    #[cfg(test)]
    fn writing_by(self, steps: impl Steps + 'static) -> Self {
        Self { steps: Box::new(steps), ..self }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why no bookmark can be kept, where none can.
    pub fn trouble(&self) -> Option<&StoreError> {
        self.trouble.as_ref()
    }

    /// All bookmarks, of all documents, in the order of the file.
    pub fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    /// Makes one change, on disk; gives what a person should know of it.
    ///
    /// # Errors
    /// Where it could not be made; the file is then as it was.
    pub fn make(&mut self, change: &Change) -> Result<Vec<Remark>, StoreError> {
        let done = self.write(|slots| merging::apply(slots, change, Intent::Make))?;
        self.undo.extend(done.inverse);
        Ok(done.remarks)
    }

    /// Makes the change that `plan` gives for the bookmarks as they are on
    /// disk now; what else `plan` gives is handed on.
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

    /// Takes the last change back; gives the change that did so, and what a person
    /// should know of it. `None` where there is none left.
    ///
    /// # Errors
    /// Where it could not be taken back; it can then be tried again.
    pub fn undo(&mut self) -> Result<Option<(Change, Vec<Remark>)>, StoreError> {
        let Some(inverse) = self.undo.last().cloned() else { return Ok(None) };
        let Done { remarks, .. } =
            self.write(|slots| merging::apply(slots, &inverse, Intent::TakeBack))?;
        self.undo.pop();
        Ok(Some((inverse, remarks)))
    }

    /// Changes the file as it is on disk now. A file that stays the same is not
    /// written.
    fn write<T>(&mut self, change: impl FnOnce(&mut Vec<Slot>) -> T) -> Result<T, StoreError> {
        let _lock = self.lock()?;
        let mut file = load(&self.path).map_err(|(error, _)| error)?;
        let before = file.slots();
        let mut slots = before.clone();
        let done = change(&mut slots);
        if slots != before {
            // Only what is on disk is known to be removed.
            let mut removed = self.removed.clone();
            file.put(&slots, &mut removed);
            let text = file.text();
            // What cannot be read again is not written.
            files::check_size(text.len() as u64, LARGEST)
                .and_then(|()| atomic::write_by(&mut *self.steps, &self.path, &text))
                .map_err(|error| StoreError::io(&self.path, "write", &error))?;
            self.removed = removed;
        }
        self.bookmarks = slots.into_iter().map(|slot| slot.bookmark).collect();
        self.trouble = None;
        Ok(done)
    }

    /// Takes the lock of the bookmarks.
    fn lock(&mut self) -> Result<File, StoreError> {
        let io = |doing, error: &io::Error| StoreError::io(&self.path, doing, error);
        // Beside the file itself: two links to it must meet at one lock.
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

/// The file as it is on disk; with an error, as far as it can be understood.
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
