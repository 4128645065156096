//! `bulletin library`: the documents in the user's folders.

mod folders;
mod list;
mod own;
mod update;

use super::arguments::{Library, LibraryCommand};
use super::error::Failure;

/// Does what a command of the library says; without one, lists the documents.
///
/// # Errors
/// If the library cannot be read or written; [`Failure::Nothing`] if the list is empty.
pub fn run(library: &Library) -> Result<(), Failure> {
    match &library.command {
        None => list::run(library.format),
        Some(LibraryCommand::Add { paths }) => folders::add(paths),
        Some(LibraryCommand::Remove { paths }) => folders::remove(paths),
        Some(LibraryCommand::Update) => update::run(),
    }
}
