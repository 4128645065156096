//! Where each platform keeps a program's files.

use super::SettingsError;
use directories::ProjectDirs;
use std::path::PathBuf;

/// The folders that files are kept in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directories {
    /// What a person may edit and carry along: config and bookmarks.
    pub config: PathBuf,
    /// What the program remembers: reading positions.
    pub state: PathBuf,
}

impl Directories {
    /// The folders of this platform and person.
    ///
    /// # Errors
    /// Where the platform names no home directory.
    pub fn find() -> Result<Self, SettingsError> {
        let dirs = ProjectDirs::from("", "", "bulletin").ok_or(SettingsError::NoHome)?;
        let state = dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir());
        Ok(Self { config: dirs.config_dir().to_path_buf(), state: state.to_path_buf() })
    }

    /// The config file.
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The bookmarks.
    pub fn bookmarks_file(&self) -> PathBuf {
        self.config.join("bookmarks.toml")
    }

    /// The looks that are remembered.
    pub fn looks_file(&self) -> PathBuf {
        self.state.join("looks.toml")
    }

    /// The folder of changes of the bookmarks that could not be written yet.
    pub fn unwritten(&self) -> PathBuf {
        self.state.join("unwritten")
    }

    /// The folder of reading positions.
    pub fn reading(&self) -> PathBuf {
        self.state.join("reading")
    }
}
