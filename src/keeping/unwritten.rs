//! Bookmark changes that could not be written before the program ended, since
//! another program held the lock: they are put aside and made at the next start.
//!
//! Each is a file in the state folder. Making a change twice has the same effect
//! as once, so nothing is lost or duplicated, whatever happens between making it
//! and removing the file.

use crate::bookmarks::{Change, Store, StoreError, atomic};
use crate::files;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Maximum size of such a file, in bytes.
const LARGEST: u64 = 64 << 20;

/// The contents of a file.
#[derive(Debug, Serialize, Deserialize)]
struct Unwritten {
    /// The bookmark file to change.
    file: PathBuf,
    changes: Vec<Change>,
}

/// Puts changes to a bookmark file aside.
///
/// # Errors
/// If they cannot be written.
pub fn put_aside(folder: &Path, file: &Path, changes: Vec<Change>) -> io::Result<()> {
    let now = jiff::Timestamp::now().as_nanosecond();
    let name = format!("{now}-{}.json", std::process::id());
    let unwritten = Unwritten { file: file.to_path_buf(), changes };
    let text = serde_json::to_string(&unwritten).map_err(io::Error::other)?;
    atomic::write(&folder.join(name), &text)
}

/// Makes the changes that were put aside, oldest first; returns their number.
///
/// # Errors
/// If they cannot be made; they then stay.
pub fn take_up(folder: &Path, store: &mut Store) -> Result<usize, StoreError> {
    let mut made = 0;
    for path in waiting(folder) {
        let Some(unwritten) = read(&path).filter(|read| read.file == store.path()) else {
            continue;
        };
        made += unwritten.changes.len();
        store.make(&Change::all(unwritten.changes))?;
        // If the file stays, the changes are made again, without effect.
        let _ = fs::remove_file(&path);
    }
    Ok(made)
}

/// Returns the files of pending changes, oldest first.
fn waiting(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> Option<Unwritten> {
    serde_json::from_str(&files::read_text(path, LARGEST).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bookmarks::Bookmark;

    #[test]
    fn what_was_put_aside_is_made_once_for_its_own_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let (aside, file) = (folder.path().join("unwritten"), folder.path().join("b.toml"));
        let bookmark = Bookmark { id: "a".to_owned(), ..Bookmark::default() };
        let noted = bookmark.with_note("typed “late”\n");
        let changes =
            vec![Change::Add(Box::new(bookmark.clone())), Change::edit(&bookmark, &noted)];
        put_aside(&aside, &file, changes).expect("put aside");
        let mut other = Store::open(folder.path().join("other.toml"));
        assert_eq!(take_up(&aside, &mut other), Ok(0));
        let kept = waiting(&aside);
        let text = fs::read(&kept[0]).expect("read");
        let mut store = Store::open(file);
        assert_eq!(take_up(&aside, &mut store), Ok(2));
        assert_eq!(store.bookmarks(), std::slice::from_ref(&noted));
        assert_eq!(take_up(&aside, &mut store), Ok(0));
        // As if the program was killed before it removed the file.
        fs::write(&kept[0], text).expect("written");
        assert_eq!(take_up(&aside, &mut store), Ok(2));
        assert_eq!(store.bookmarks(), [noted]);
    }
}
