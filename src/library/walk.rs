//! The files of the library's folders.
//!
//! A thread lists each folder, since a folder on a network may never answer. Symbolic links to folders
//! are not followed, as in `bulletin find`; those to files are.

use super::file_state::FileState;
use super::stored_path::StoredPath;
use crate::messages::library;
use crate::settings::{LibraryFolder, LibrarySettings};
use ignore::overrides::OverrideBuilder;
use ignore::{DirEntry, WalkBuilder};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, SyncSender};
use std::thread;
use std::time::Duration;

/// The longest time to wait for the next file of a folder.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many files may wait to be taken.
const AHEAD: usize = 4096;

/// What the walk finds.
#[derive(Debug)]
pub enum Found {
    /// A file.
    File(StoredPath, FileState),
    /// A folder or an entry of it cannot be read, for this reason.
    Trouble(String),
}

/// The folders that the walk did not cover.
#[derive(Debug, Default)]
pub struct Uncovered {
    /// Those that did not answer.
    pub silent: Vec<PathBuf>,
    /// How many folders and entries could not be read.
    pub troubles: usize,
}

/// Passes all files of all folders to `take`, those of each folder in no particular order.
pub fn walk(settings: &LibrarySettings, mut take: impl FnMut(Found)) -> Uncovered {
    let mut uncovered = Uncovered::default();
    for folder in &settings.folders {
        let path = folder.path();
        let (to, found) = mpsc::sync_channel(AHEAD);
        let (own, ignored) = (folder.clone(), settings.ignore.clone());
        let list = move || walk_folder(&own, &ignored, &to);
        let started = thread::Builder::new().name("walk".to_owned()).spawn(list);
        let failure = match started {
            Err(error) => Some(library::cannot_list(path.display(), error)),
            Ok(_) => loop {
                match found.recv_timeout(PATIENCE) {
                    Ok(found) => {
                        uncovered.troubles += usize::from(matches!(found, Found::Trouble(_)));
                        take(found);
                    }
                    Err(RecvTimeoutError::Disconnected) => break None,
                    Err(RecvTimeoutError::Timeout) => {
                        break Some(library::silent(path.display(), PATIENCE.as_secs()));
                    }
                }
            },
        };
        if let Some(reason) = failure {
            uncovered.troubles += 1;
            uncovered.silent.push(path);
            take(Found::Trouble(reason));
        }
    }
    uncovered
}

/// Sends all files of a folder, until nobody takes them any more.
fn walk_folder(folder: &LibraryFolder, ignored: &[String], to: &SyncSender<Found>) {
    let path = folder.path();
    let mut walk = WalkBuilder::new(&path);
    walk.max_depth(folder.depth.map(|depth| depth as usize));
    let mut overrides = OverrideBuilder::new(&path);
    for glob in ignored {
        // The config reports those that are invalid.
        let _ = overrides.add(&format!("!{glob}"));
    }
    if let Ok(overrides) = overrides.build() {
        walk.overrides(overrides);
    }
    for entry in walk.build() {
        let found = match entry {
            Ok(entry) => {
                file(&entry).map(|state| Found::File(StoredPath(entry.into_path()), state))
            }
            Err(error) => Some(Found::Trouble(library::cannot_walk(error))),
        };
        if found.is_some_and(|found| to.send(found).is_err()) {
            return;
        }
    }
}

/// Returns the state of an entry, if it is a file or leads to one.
fn file(entry: &DirEntry) -> Option<FileState> {
    let kind = entry.file_type()?;
    let metadata = if kind.is_file() {
        entry.metadata().ok()?
    } else if kind.is_symlink() {
        fs::metadata(entry.path()).ok().filter(fs::Metadata::is_file)?
    } else {
        return None;
    };
    Some(FileState::of(&metadata))
}

/// Whether a path is in one of the folders.
pub fn is_within(path: &Path, folders: &[PathBuf]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}
