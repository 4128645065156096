//! `bulletin library`: the documents in the user's folders.

mod folders;
mod list;
mod own;
mod reach;
mod update;

use super::arguments::{Library, LibraryCommand};
use super::error::Failure;
use super::styled::Rendition;

/// Does what a command of the library says; without one, lists the documents.
///
/// # Errors
/// If the library cannot be read or written, or nothing is found.
pub fn run(library: &Library, _rendition: Rendition) -> Result<(), Failure> {
    match &library.command {
        None => list::run(library.format),
        Some(LibraryCommand::Add { paths }) => folders::add(paths),
        Some(LibraryCommand::Remove { paths }) => folders::remove(paths),
        Some(LibraryCommand::Update) => update::run(),
    }
}
