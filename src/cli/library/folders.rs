//! `bulletin library add` and `remove`: the folders in the config.

use super::{own, update};
use crate::cli::error::{Failure, warn};
use crate::messages::library;
use crate::settings::{Directories, LibraryFolder, Security, add_folder, remove_folder};
use std::io;
use std::path::{Path, PathBuf};

/// Adds folders or files to the config, and reads their documents.
///
/// # Errors
/// If a path leads nowhere, the config cannot be written, or as [`update::run`].
pub fn add(paths: &[PathBuf]) -> Result<(), Failure> {
    Security::of_environment().may_write()?;
    own::folders()?;
    let config = Directories::find()?.config_file();
    for path in paths {
        if !path.exists() {
            return Err(Failure::NoPath(path.display().to_string()));
        }
        let path = absolute(path)?;
        let written = path.to_str().ok_or_else(|| Failure::NotText(path.display().to_string()))?;
        let folder = LibraryFolder::new(written, None)
            .ok_or_else(|| Failure::NoPath(path.display().to_string()))?;
        let added = add_folder(&config, &folder).map_err(|error| unwritable(&config, error))?;
        if !added {
            warn(&library::folder_there(path.display()));
        }
    }
    update::run()
}

/// Removes folders or files from the config; their documents leave the library, except those whose
/// file is missing.
///
/// # Errors
/// If a path is not in the config, or the config or the catalogue cannot be written.
pub fn remove(paths: &[PathBuf]) -> Result<(), Failure> {
    Security::of_environment().may_write()?;
    own::folders()?;
    let config = Directories::find()?.config_file();
    for path in paths {
        let path = absolute(path)?;
        let removed = remove_folder(&config, &path).map_err(|error| unwritable(&config, error))?;
        if !removed {
            return Err(Failure::NotInLibrary(path.display().to_string()));
        }
    }
    update::update(&own::folders()?)
}

fn absolute(path: &Path) -> Result<PathBuf, Failure> {
    let unreadable = |source| Failure::Unreadable { file: path.display().to_string(), source };
    let mut absolute = PathBuf::new();
    // As a shell shows it, without following links.
    for part in std::path::absolute(path).map_err(unreadable)?.components() {
        match part {
            std::path::Component::ParentDir => {
                absolute.pop();
            }
            other => absolute.push(other),
        }
    }
    Ok(absolute)
}

fn unwritable(config: &Path, source: io::Error) -> Failure {
    Failure::Unwritable { file: config.display().to_string(), source }
}
