//! The user's library, and the settings of its folders.

use crate::cli::error::{Failure, warn};
use crate::library::{LibraryPlaces, Shelf};
use crate::settings::{Config, Directories, LibrarySettings};

/// Returns the user's library.
///
/// # Errors
/// If no home directory is known.
pub fn shelf() -> Result<Shelf, Failure> {
    Ok(Shelf::new(LibraryPlaces::new(Directories::find()?.library())))
}

/// Returns the folders of the library. With a fault in the config, they may lack some, whose documents
/// would then leave the library.
///
/// # Errors
/// If the config has faults, which are reported.
pub fn folders() -> Result<LibrarySettings, Failure> {
    let Config { settings, faults, .. } = Config::load(&Directories::find()?.config_file());
    faults.iter().for_each(|fault| warn(&fault.to_string()));
    if faults.is_empty() { Ok(settings.library) } else { Err(Failure::InvalidFolders) }
}
