//! Limits the size of the cache: the documents that were not opened for the longest time are
//! removed first.

use crate::files;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The maximum size of all files together: some hundred documents of a megabyte or two.
pub const ALL: u64 = 256 << 20;

/// Removes unfinished files of programs that have ended, then documents until the folder holds at
/// most [`ALL`] bytes.
pub fn make(folder: &Path) {
    files::clear_leftovers(folder);
    make_of(folder, ALL);
}

/// Removes files from a folder, oldest first, until it holds at most `room` bytes.
pub(super) fn make_of(folder: &Path, room: u64) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<_> = entries
        .filter_map(|entry| {
            let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            // A file without a time counts as old.
            let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            Some((used, metadata.len(), entry.path()))
        })
        .collect();
    all.sort_unstable();
    let mut held: u64 = all.iter().map(|(_, size, _)| size).sum();
    for (_, size, path) in all {
        if held <= room {
            return;
        }
        // Another instance may have removed it; what cannot be removed stays.
        let _ = fs::remove_file(path);
        held -= size;
    }
}
