//! The last reading position of each document, and the state of its outline.
//!
//! Each content has its own small file, replaced as a whole, so that two
//! instances with different documents never conflict. Operations that read
//! several files, or remove one, take a lock.

use super::atomic;
use super::lock::{self, Waiting};
use crate::document::Origin;
use crate::files;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long to wait for the lock; then the position is written without it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Maximum size of a state file, in bytes.
const LARGEST: u64 = 1 << 20;

/// The state of a document when it was closed. A file of an earlier version lacks some fields.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadingState {
    /// Its title.
    pub title: String,
    /// The path that it was opened from.
    pub source: String,
    /// When it was last open, RFC 3339.
    pub opened: String,
    /// The block of the first words on the screen.
    pub block: usize,
    /// Their byte offset in the block.
    pub byte: usize,
    /// Their address, for display.
    pub address: String,
    /// Share of the text above the last row on the screen, 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<u8>,
    /// Reading speed in words per minute.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pace: Option<u16>,
    /// Addresses of the folded sections.
    pub folded: Vec<String>,
}

/// Forgotten states, which can be restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forgotten {
    /// The document's title.
    pub title: String,
    /// The files with their contents.
    files: Vec<(PathBuf, String)>,
}

/// One small file per document, named by its content.
#[derive(Debug, Clone)]
pub struct ReadingStore {
    folder: PathBuf,
}

impl ReadingStore {
    /// Opens the store in a folder, which may not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Returns the state of the document with this content. An unreadable file
    /// counts as missing: a position is nobody's work.
    pub fn load(&self, content: &str) -> Option<ReadingState> {
        toml::from_str(&files::read_text(&self.file(content), LARGEST).ok()?).ok()
    }

    /// Stores the state of a document.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn save(&self, content: &str, state: &ReadingState) -> io::Result<()> {
        let text = toml::to_string(state).map_err(io::Error::other)?;
        let _lock = self.lock();
        atomic::write(&self.file(content), &text)
    }

    /// Returns the states of all documents that can be reopened, most recent
    /// first: one state per path, however often the file there was edited.
    pub fn recent(&self) -> Vec<ReadingState> {
        let standard_input = Origin::StandardInput.to_string();
        let mut states: Vec<ReadingState> = self.all().map(|(_, _, state)| state).collect();
        states.retain(|state| !state.source.is_empty() && state.source != standard_input);
        states.sort_by(|a, b| b.opened.cmp(&a.opened));
        let mut known = std::collections::HashSet::new();
        states.retain(|state| known.insert(state.source.clone()));
        states
    }

    /// Returns the last state of the document at this path, whatever its content was.
    pub fn left_at(&self, source: &str) -> Option<ReadingState> {
        self.recent().into_iter().find(|state| state.source == source)
    }

    /// Forgets all states of the document at this path; returns `None` if there
    /// are none.
    ///
    /// # Errors
    /// If a file cannot be removed.
    pub fn forget(&self, source: &str) -> io::Result<Option<Forgotten>> {
        let _lock = self.lock();
        let mut forgotten: Option<Forgotten> = None;
        for (path, text, state) in self.all().filter(|(_, _, state)| state.source == source) {
            fs::remove_file(&path)?;
            forgotten
                .get_or_insert(Forgotten { title: state.title, files: Vec::new() })
                .files
                .push((path, text));
        }
        Ok(forgotten)
    }

    /// Restores forgotten states, unless the document was read again since.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn recollect(&self, forgotten: &Forgotten) -> io::Result<()> {
        let _lock = self.lock();
        for (path, text) in forgotten.files.iter().filter(|(path, _)| !path.exists()) {
            atomic::write(path, text)?;
        }
        Ok(())
    }

    /// Removes the temporary files of killed instances.
    pub fn clear_leftovers(&self) {
        files::clear_leftovers(&self.folder);
    }

    /// Returns every readable file, with its text and its state.
    fn all(&self) -> impl Iterator<Item = (PathBuf, String, ReadingState)> + use<> {
        let files = fs::read_dir(&self.folder).into_iter().flatten();
        files.filter_map(|entry| {
            let path = entry.ok()?.path();
            let state = path.extension().is_some_and(|extension| extension == "toml");
            let text = state.then(|| files::read_text(&path, LARGEST).ok()).flatten()?;
            let state = toml::from_str(&text).ok()?;
            Some((path, text, state))
        })
    }

    /// Takes the lock, if possible. A failure is no reason to lose a position:
    /// each file is replaced as a whole anyway.
    fn lock(&self) -> Option<File> {
        lock::take(&self.folder.join(Path::new(".lock")), &mut Waiting::at_most(PATIENCE)).ok()
    }

    fn file(&self, content: &str) -> PathBuf {
        self.folder.join(format!("{content}.toml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(title: &str, source: &str, opened: &str) -> ReadingState {
        ReadingState {
            title: title.to_owned(),
            source: source.to_owned(),
            opened: opened.to_owned(),
            folded: vec!["declaration".to_owned()],
            ..ReadingState::default()
        }
    }

    #[test]
    fn states_are_remembered_by_content() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = ReadingStore::new(folder.path().join("reading"));
        assert_eq!(store.load("aa"), None);
        assert_eq!(store.recent(), []);
        let (a, b) =
            (state("A", "/a", "2031-01-02T00:00:00Z"), state("B", "/b", "2031-01-01T00:00:00Z"));
        store.save("aa", &a).expect("saved");
        store.save("bb", &b).expect("saved");
        store.save("cc", &state("C", "-", "2031-01-03T00:00:00Z")).expect("saved");
        assert_eq!(store.load("bb"), Some(b.clone()));
        assert_eq!(store.recent(), [a, b], "standard input cannot be opened again");
        fs::write(folder.path().join("reading/aa.toml"), "no = [").expect("written");
        assert_eq!(store.load("aa"), None);
    }

    #[test]
    fn a_file_of_an_earlier_version_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let earlier = "title = \"Rules\"\nsource = \"/r.txt\"\nopened = \"2030-05-01T10:00:00Z\"\n\
                       block = 3\nbyte = 7\naddress = \"2\"\ncontents = false\nfolded = []\n";
        fs::write(folder.path().join("aa.toml"), earlier).expect("written");
        let store = ReadingStore::new(folder.path().to_path_buf());
        let read = store.load("aa").expect("a state");
        assert_eq!((read.block, read.byte, read.progress), (3, 7, None));
        assert_eq!(store.left_at("/r.txt"), Some(read));
    }

    #[test]
    fn one_place_is_listed_once_and_forgotten_in_all_its_wordings() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = ReadingStore::new(folder.path().to_path_buf());
        let (old, new) = (
            state("Old", "/a", "2031-01-01T00:00:00Z"),
            state("New", "/a", "2031-01-02T00:00:00Z"),
        );
        store.save("aa", &old).expect("saved");
        store.save("bb", &new).expect("saved");
        assert_eq!(store.left_at("/a"), Some(new));
        assert_eq!(store.recent().len(), 1);
        let forgotten = store.forget("/a").expect("forgotten").expect("something");
        assert_eq!(store.recent(), []);
        assert_eq!(store.forget("/a").expect("done"), None);
        // Another instance has read it again: that state stays.
        let again = state("Again", "/a", "2031-01-03T00:00:00Z");
        store.save("bb", &again).expect("saved");
        store.recollect(&forgotten).expect("put back");
        assert_eq!(store.load("aa"), Some(old));
        assert_eq!(store.load("bb"), Some(again));
    }
}
