//! The places of the files.

use crate::settings::Security;
use std::path::PathBuf;

/// The places of all files.
#[derive(Debug, Clone)]
pub struct FilePlaces {
    /// The file of bookmarks.
    pub bookmarks: PathBuf,
    /// The folder of bookmark changes that are still to be made.
    pub unwritten: PathBuf,
    /// Whether anything may be written.
    pub security: Security,
    /// The folder of reading positions.
    pub reading: PathBuf,
    /// The file of remembered looks.
    pub looks: PathBuf,
    /// The config file.
    pub config: PathBuf,
}
