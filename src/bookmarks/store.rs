//! `bookmarks.toml`: every change is one change of the file as it is on disk.
//!
//! A change takes a lock beside the file, reads the file anew, changes it and
//! replaces it. So what another instance wrote, fields that this version does
//! not know, comments and a person's own order are all still there after. A
//! file that cannot be understood is never written to.

use super::lock::{self, LockError, Waiting};
use super::{Bookmark, atomic, record};
use crate::files;
use std::borrow::Cow;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;
use thiserror::Error;
use toml_edit::{ArrayOfTables, Document, DocumentMut, Item, Table, value};

/// The version of the file that this program writes.
const VERSION: i64 = 1;

/// How long other instances may hold the lock, unless it is said otherwise: far
/// longer than a queue of them takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// The largest file of bookmarks that is read, or written, in bytes.
pub const LARGEST: u64 = 64 << 20;

/// What stands in the way of keeping bookmarks.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The file cannot be read or written.
    #[error("no bookmark was changed: cannot {doing} {}: {reason} ({})", name(path), folder(path))]
    Io {
        /// What was tried.
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// Why it failed.
        reason: String,
    },
    /// The file is not what this program writes.
    #[error(
        "{}:{line}: {reason}; it is kept as it is, and no bookmark can be kept until it is mended ({})",
        name(path),
        folder(path)
    )]
    Malformed {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong there.
        reason: String,
    },
    /// The file is of a newer version of the program.
    #[error(
        "no bookmark can be kept: {} is of version {version}, newer than this program ({})",
        name(path),
        folder(path)
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: i64,
    },
    /// Another process holds the lock.
    #[error(
        "no bookmark was changed: another program holds {}, try again ({})",
        name(path),
        folder(path)
    )]
    Locked {
        /// The lock.
        path: PathBuf,
    },
    /// There is no bookmark of that id any more.
    #[error("that bookmark is no longer in {}", path.display())]
    Gone {
        /// The file.
        path: PathBuf,
    },
}

/// A file by its name; where it is comes last, so that a line that is cut
/// still says what matters.
fn name(path: &Path) -> Cow<'_, str> {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()
}

fn folder(path: &Path) -> std::path::Display<'_> {
    path.parent().unwrap_or(path).display()
}

/// One change of the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// This one is new.
    Add(Box<Bookmark>),
    /// The one of that id is removed.
    Remove(String),
    /// The one of that id has another note.
    SetNote {
        /// Which.
        id: String,
        /// The note.
        note: String,
    },
    /// The one of that id becomes another, of this or of another id.
    Replace {
        /// Which.
        id: String,
        /// What it becomes.
        bookmark: Box<Bookmark>,
    },
    /// All of these, in their order, or none.
    Several(Vec<Change>),
}

impl Change {
    /// Whether it leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Several(changes) if changes.iter().all(Self::is_empty))
    }
}

/// What takes a change back.
#[derive(Debug, Clone)]
enum Inverse {
    /// Another change.
    Change(Change),
    /// A table that was removed, whole, and where it stood: it may hold what
    /// this program does not know.
    PutBack(Table, usize),
    /// All of these, the last first.
    Several(Vec<Inverse>),
}

/// The bookmarks, as they are on disk.
#[derive(Debug)]
pub struct Store {
    path: PathBuf,
    bookmarks: Vec<Bookmark>,
    trouble: Option<StoreError>,
    undo: Vec<Inverse>,
    waiting: Waiting,
}

impl Store {
    /// Opens a file of bookmarks; one that is not there is empty. What is
    /// wrong with it is for [`Store::trouble`] to say.
    pub fn open(path: PathBuf) -> Self {
        let waiting = Waiting::at_most(PATIENCE);
        let mut store =
            Self { path, bookmarks: Vec::new(), trouble: None, undo: Vec::new(), waiting };
        match store.load() {
            Ok(file) => store.bookmarks = bookmarks(file.as_table()),
            Err((error, file)) => {
                store.bookmarks = file.map(|file| bookmarks(file.as_table())).unwrap_or_default();
                store.trouble = Some(error);
            }
        }
        store
    }

    /// The same store, which waits for the lock in another way.
    #[must_use]
    pub fn waiting(self, waiting: Waiting) -> Self {
        Self { waiting, ..self }
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

    /// Makes one change, on disk.
    ///
    /// # Errors
    /// Where it could not be made; the file is then as it was.
    pub fn make(&mut self, change: Change) -> Result<(), StoreError> {
        self.make_from(|_| (change, ()))
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
        let (inverse, told) = self.write(|file| {
            let (change, told) = plan(&bookmarks(file));
            let inverse = if change.is_empty() { None } else { Some(apply(file, change)?) };
            Some((inverse, told))
        })?;
        self.undo.extend(inverse);
        Ok(told)
    }

    /// Takes the last change back; gives the change that did so, `None` where
    /// there is none left.
    ///
    /// # Errors
    /// Where it could not be taken back; it can then be tried again.
    pub fn undo(&mut self) -> Result<Option<Change>, StoreError> {
        let Some(inverse) = self.undo.last().cloned() else { return Ok(None) };
        let done = self.write(|file| take_back(file, inverse))?;
        self.undo.pop();
        Ok(Some(done))
    }

    /// Changes the file as it is on disk now. `change` gives `None` where the
    /// bookmark that it is about is not there. A file that stays the same is
    /// not written.
    fn write<T>(&mut self, change: impl FnOnce(&mut Table) -> Option<T>) -> Result<T, StoreError> {
        let _lock = self.lock()?;
        let mut file = self.load().map_err(|(error, _)| error)?;
        let before = file.to_string();
        let done = change(file.as_table_mut())
            .ok_or_else(|| StoreError::Gone { path: self.path.clone() })?;
        let after = file.to_string();
        if after != before {
            // What cannot be read again is not written.
            files::check_size(after.len() as u64, LARGEST).map_err(|e| self.io("write", &e))?;
            atomic::write(&self.path, &after).map_err(|e| self.io("write", &e))?;
        }
        self.bookmarks = bookmarks(file.as_table());
        self.trouble = None;
        Ok(done)
    }

    fn io(&self, doing: &'static str, error: &io::Error) -> StoreError {
        StoreError::Io { doing, path: self.path.clone(), reason: error.to_string() }
    }

    /// Takes the lock of the bookmarks.
    fn lock(&mut self) -> Result<File, StoreError> {
        // Beside the file itself: two links to it must meet at one lock.
        let real = atomic::real(&self.path).map_err(|e| self.io("write", &e))?;
        let mut path = real.into_os_string();
        path.push(".lock");
        let path = PathBuf::from(path);
        lock::take(&path, &mut self.waiting).map_err(|error| match error {
            LockError::Held => StoreError::Locked { path },
            LockError::Unwritable(error) => self.io("write", &error),
            LockError::Unlockable(error) => self.io("lock", &error),
        })
    }

    /// The file as it is on disk; with an error, as far as it can be read.
    fn load(&self) -> Result<DocumentMut, (StoreError, Option<Box<DocumentMut>>)> {
        let text = match files::read(&self.path, LARGEST) {
            Ok(bytes) => String::from_utf8(bytes).map_err(|error| {
                let valid = error.utf8_error().valid_up_to();
                (
                    self.malformed(
                        line_of(error.as_bytes(), valid),
                        "the bytes are no UTF-8".to_owned(),
                    ),
                    None,
                )
            })?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => new_file(),
            Err(error) => return Err((self.io("read", &error), None)),
        };
        // Parsed as it stands first: a mutable document no longer knows its lines.
        let parsed = Document::parse(text.as_str()).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            let reason = error.message().lines().next().unwrap_or("this is no TOML").to_owned();
            (self.malformed(line_of(text.as_bytes(), at), reason), None)
        })?;
        let version = match parsed.get("version") {
            None => VERSION,
            Some(item) => item.as_integer().ok_or_else(|| {
                let at = item.span().map_or(0, |span| span.start);
                let reason = format!("version is no number: write version = {VERSION}");
                (self.malformed(line_of(text.as_bytes(), at), reason), None)
            })?,
        };
        if version > VERSION {
            let error = StoreError::Newer { path: self.path.clone(), version };
            return Err((error, Some(Box::new(parsed.into_mut()))));
        }
        if let Some(item) =
            parsed.get("bookmark").filter(|item| item.as_array_of_tables().is_none())
        {
            let at = item.span().map_or(0, |span| span.start);
            let reason = "bookmark is no list of tables: write [[bookmark]]".to_owned();
            return Err((self.malformed(line_of(text.as_bytes(), at), reason), None));
        }
        Ok(parsed.into_mut())
    }

    fn malformed(&self, line: usize, reason: String) -> StoreError {
        StoreError::Malformed { path: self.path.clone(), line, reason }
    }
}

fn new_file() -> String {
    format!(
        "# Bookmarks of the program bulletin. May be edited by hand while it is not writing.\nversion = {VERSION}\n"
    )
}

fn line_of(text: &[u8], byte: usize) -> usize {
    text.iter().take(byte).filter(|b| **b == b'\n').count() + 1
}

fn bookmarks(file: &Table) -> Vec<Bookmark> {
    let tables = file.get("bookmark").and_then(Item::as_array_of_tables);
    tables.into_iter().flatten().map(record::read).collect()
}

/// The tables of the bookmarks; made where there are none yet.
fn tables(file: &mut Table) -> Option<&mut ArrayOfTables> {
    file.entry("bookmark")
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()))
        .as_array_of_tables_mut()
}

/// Makes a change in the file's tables and gives what takes it back; `None`
/// where the bookmark is not there.
fn apply(file: &mut Table, change: Change) -> Option<Inverse> {
    let tables = tables(file)?;
    let place = |tables: &ArrayOfTables, id: &str| {
        tables.iter().position(|t| t.get("id").and_then(Item::as_str) == Some(id))
    };
    match change {
        Change::Add(bookmark) => {
            let mut table = record::write(&bookmark);
            table.decor_mut().set_prefix("\n");
            tables.push(table);
            Some(Inverse::Change(Change::Remove(bookmark.id)))
        }
        Change::Remove(id) => {
            let at = place(tables, &id)?;
            let table = tables.get(at)?.clone();
            tables.remove(at);
            Some(Inverse::PutBack(table, at))
        }
        Change::SetNote { id, note } => {
            let at = place(tables, &id)?;
            let table = tables.get_mut(at)?;
            let mut bookmark = record::read(table);
            let before = std::mem::take(&mut bookmark.note);
            bookmark.set_note(&note);
            table.insert("note", value(&bookmark.note));
            table.insert("modified", value(&bookmark.modified));
            Some(Inverse::Change(Change::SetNote { id, note: before }))
        }
        Change::Replace { id, bookmark } => {
            let at = place(tables, &id)?;
            let table = tables.get_mut(at)?;
            let before = Box::new(record::read(table));
            record::update(table, &bookmark);
            Some(Inverse::Change(Change::Replace { id: bookmark.id, bookmark: before }))
        }
        Change::Several(changes) => {
            let inverses: Option<Vec<Inverse>> =
                changes.into_iter().map(|change| apply(file, change)).collect();
            inverses.map(Inverse::Several)
        }
    }
}

/// Takes a change back, and gives the change that did so; `None` where a
/// bookmark is not there.
fn take_back(file: &mut Table, inverse: Inverse) -> Option<Change> {
    match inverse {
        Inverse::Change(change) => {
            apply(file, change.clone())?;
            Some(change)
        }
        Inverse::PutBack(table, place) => {
            let bookmark = record::read(&table);
            put_back(file, table, place)?;
            Some(Change::Add(Box::new(bookmark)))
        }
        Inverse::Several(inverses) => {
            let changes: Option<Vec<Change>> =
                inverses.into_iter().rev().map(|inverse| take_back(file, inverse)).collect();
            changes.map(Change::Several)
        }
    }
}

/// Puts a table back where it stood among the bookmarks.
fn put_back(file: &mut Table, mut table: Table, place: usize) -> Option<()> {
    let tables = tables(file)?;
    // Without a position of its own it is written behind the one before it.
    table.set_position(None);
    tables.insert(place.min(tables.len()), table);
    Some(())
}

#[cfg(test)]
mod tests;
