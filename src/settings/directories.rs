//! The folders for a program's files on each platform.

use super::SettingsError;
use directories::ProjectDirs;
use std::path::PathBuf;

/// The folders for files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directories {
    /// Files that the user may edit and copy: config and bookmarks.
    pub config: PathBuf,
    /// Data that the program remembers: reading positions.
    pub state: PathBuf,
    /// What the program can make again: documents that were read.
    pub cache: PathBuf,
    /// Data that the program cannot make again: the library.
    pub data: PathBuf,
}

impl Directories {
    /// Finds the folders of this platform and user.
    ///
    /// # Errors
    /// If the platform has no home directory.
    pub fn find() -> Result<Self, SettingsError> {
        let dirs = ProjectDirs::from("", "", "bulletin").ok_or(SettingsError::NoHome)?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Ok(Self {
            config: dirs.config_dir().to_path_buf(),
            state: state.to_path_buf(),
            cache: dirs.cache_dir().to_path_buf(),
            data: dirs.data_local_dir().to_path_buf(),
        })
    }

    /// The config file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The bookmark file.
    pub fn bookmarks_file(&self) -> PathBuf {
        self.config.join("bookmarks.toml")
    }

    /// The file of remembered looks.
    pub fn looks_file(&self) -> PathBuf {
        self.state.join("looks.toml")
    }

    /// The folder of bookmark changes that could not be written yet.
    pub fn unwritten(&self) -> PathBuf {
        self.state.join("unwritten")
    }

    /// The folder of reading positions.
    pub fn reading(&self) -> PathBuf {
        self.state.join("reading")
    }

    /// The folder of the library.
    pub fn library(&self) -> PathBuf {
        self.data.join("library")
    }

    /// The folder of documents that were read.
    pub fn documents(&self) -> PathBuf {
        self.cache.join("documents")
    }
}
