//! Where each document was left, and how its outline stood.

use super::atomic;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;

/// How a document was left.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadingState {
    /// Its title.
    pub title: String,
    /// Where it was opened from.
    pub source: String,
    /// When it was last open, RFC 3339.
    pub opened: String,
    /// The block of the first words in view.
    pub block: usize,
    /// Their byte in it.
    pub byte: usize,
    /// Their address, for a person.
    pub address: String,
    /// Whether the outline was shown.
    pub contents: bool,
    /// Addresses of the sections that were folded.
    pub folded: Vec<String>,
}

/// One small file for each document, by its content.
#[derive(Debug, Clone)]
pub struct ReadingStore {
    folder: PathBuf,
}

impl ReadingStore {
    /// The states that a folder holds; it may not exist yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// How the document of a content was left. What cannot be read is as if
    /// it were not there: a position is no work of a person's.
    pub fn load(&self, content: &str) -> Option<ReadingState> {
        toml::from_str(&std::fs::read_to_string(self.file(content)).ok()?).ok()
    }

    /// Remembers how a document is left.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn save(&self, content: &str, state: &ReadingState) -> io::Result<()> {
        let text = toml::to_string(state).map_err(io::Error::other)?;
        atomic::write(&self.file(content), &text)
    }

    /// How all documents were left, the last first.
    pub fn recent(&self) -> Vec<ReadingState> {
        let files = std::fs::read_dir(&self.folder).into_iter().flatten();
        let mut states: Vec<ReadingState> = files
            .filter_map(|entry| std::fs::read_to_string(entry.ok()?.path()).ok())
            .filter_map(|text| toml::from_str(&text).ok())
            .collect();
        states.sort_by(|a: &ReadingState, b: &ReadingState| b.opened.cmp(&a.opened));
        states
    }

    fn file(&self, content: &str) -> PathBuf {
        self.folder.join(format!("{content}.toml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_remembered_by_content() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = ReadingStore::new(folder.path().join("reading"));
        assert_eq!(store.load("aa"), None);
        assert_eq!(store.recent(), []);
        let state = |title: &str, opened: &str| ReadingState {
            title: title.to_owned(),
            opened: opened.to_owned(),
            folded: vec!["declaration".to_owned()],
            ..ReadingState::default()
        };
        store.save("aa", &state("A", "2031-01-02T00:00:00Z")).expect("saved");
        store.save("bb", &state("B", "2031-01-01T00:00:00Z")).expect("saved");
        assert_eq!(store.load("bb"), Some(state("B", "2031-01-01T00:00:00Z")));
        let titles = store.recent().into_iter().map(|state| state.title);
        assert_eq!(titles.collect::<Vec<_>>(), ["A", "B"]);
        std::fs::write(folder.path().join("reading/aa.toml"), "no = [").expect("written");
        assert_eq!(store.load("aa"), None);
    }
}
