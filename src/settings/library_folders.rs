//! Adds folders of the library to the config, and removes them; comments, order and line ends stay.

use super::config::LARGEST;
use super::library::LibraryFolder;
use super::parse::parse;
use crate::bookmarks::atomic;
use crate::files::{self, TomlForm};
use crate::messages::errors;
use std::io;
use std::path::Path;
use toml_edit::{Array, DocumentMut, Item, Table, Value};

/// Adds a folder to a config; returns whether it was not there yet.
///
/// # Errors
/// If the config is not valid TOML, cannot be read, or cannot be written.
pub fn add_folder(config: &Path, folder: &LibraryFolder) -> io::Result<bool> {
    edit(config, |folders, there| {
        let is_new = !there.iter().any(|own| own.path() == folder.path());
        if is_new {
            folders.push(folder.value());
        }
        is_new
    })
}

/// Removes a folder from a config; returns whether it was there.
///
/// # Errors
/// As [`add_folder`].
pub fn remove_folder(config: &Path, folder: &Path) -> io::Result<bool> {
    edit(config, |folders, there| {
        let at = there.iter().position(|own| own.path() == folder);
        at.is_some_and(|at| {
            folders.remove(at);
            true
        })
    })
}

/// Changes the list of folders. `change` takes the list as it is written, and the folders that it
/// names; it returns whether it changed the list.
fn edit(
    config: &Path,
    change: impl FnOnce(&mut Array, &[LibraryFolder]) -> bool,
) -> io::Result<bool> {
    let text = match files::read_text(config, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        text => text?,
    };
    let parsed = parse(&text);
    let mut document: DocumentMut = match text.parse() {
        Ok(document) => document,
        Err(_) => {
            let fault = parsed.faults.into_iter().next();
            let reason = fault.map(|fault| fault.of_file(config, &text).to_string());
            return Err(io::Error::other(reason.unwrap_or_else(|| errors::NOT_TOML.to_owned())));
        }
    };
    let not_a_list = || io::Error::other(errors::FOLDERS_NOT_A_LIST);
    let table = document.entry("library").or_insert_with(|| Item::Table(Table::new()));
    let table = table.as_table_like_mut().ok_or_else(not_a_list)?;
    let folders = table.entry("folders").or_insert_with(|| Value::from(Array::new()).into());
    let folders = folders.as_array_mut().ok_or_else(not_a_list)?;
    // A list with a fault has other positions.
    if folders.len() != parsed.settings.library.folders.len() {
        return Err(not_a_list());
    }
    if !change(folders, &parsed.settings.library.folders) {
        return Ok(false);
    }
    let edited = TomlForm::of(&text).text(document);
    files::check_size(edited.len() as u64, LARGEST)?;
    atomic::write(config, &edited)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_and_go_and_the_rest_stays() {
        let home = tempfile::tempdir().expect("a folder");
        let config = home.path().join("sub/config.toml");
        let folder = |path: &str| LibraryFolder::new(path, None).expect("a folder");
        assert!(add_folder(&config, &folder("/acts")).expect("added"));
        assert!(!add_folder(&config, &folder("/acts")).expect("there"));
        std::fs::write(
            &config,
            "# Mine.\nmeasure = 60\n\n[library] # Ours.\nfolders = [\"/acts\"] # all\n",
        )
        .expect("written");
        assert!(add_folder(&config, &folder("/papers")).expect("added"));
        let text = || std::fs::read_to_string(&config).expect("read");
        let with = |folders: &str| {
            format!("# Mine.\nmeasure = 60\n\n[library] # Ours.\nfolders = {folders} # all\n")
        };
        assert_eq!(text(), with("[\"/acts\", \"/papers\"]"));
        assert!(!remove_folder(&config, Path::new("/other")).expect("not there"));
        assert!(remove_folder(&config, Path::new("/acts")).expect("removed"));
        assert_eq!(text().replace("[ ", "["), with("[\"/papers\"]"));
        std::fs::write(&config, "[library]\nfolders = [3]\n").expect("written");
        assert!(add_folder(&config, &folder("/acts")).is_err());
        std::fs::write(&config, "measure =\n").expect("written");
        assert!(add_folder(&config, &folder("/acts")).is_err());
        assert_eq!(text(), "measure =\n");
    }
}
