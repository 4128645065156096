//! `bulletin bookmarks export` and `import`: gives bookmarks to other people and programs, and
//! takes theirs.

use super::arguments::ExportFormat;
use super::error::Failure;
use super::output::{emit, emit_json};
use super::{bookmarks, source};
use crate::bookmarks::LARGEST;
use crate::bookmarks::exchange::{Merged, ReadAnnotations, markdown, merge, page, read};
use crate::files;
use crate::keeping::take_up;
use crate::messages::reports;
use crate::settings::{Directories, Security};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Prints the bookmarks of all documents, or of the requested ones.
///
/// # Errors
/// If they cannot be read, or none belongs to such a document.
pub fn export(
    format: ExportFormat,
    document: Option<&str>,
    cite: Option<&str>,
) -> Result<(), Failure> {
    let store = bookmarks::open()?;
    let chosen = bookmarks::of_documents(&store, document)?;
    match format {
        ExportFormat::Markdown => {
            let asked = cite.filter(|name| !name.is_empty());
            let template = source::settings().citations.asked(asked)?;
            emit(&markdown(&chosen, &template))
        }
        ExportFormat::JsonLd => emit_json(&page(&chosen)),
    }
}

/// Imports the annotations in files, and prints a summary. All files are read before the first
/// change, so that a wrong name changes nothing.
///
/// # Errors
/// If a file holds no annotations, or the bookmarks cannot be saved.
pub fn import(files: &[PathBuf]) -> Result<(), Failure> {
    Security::of_environment().may_write()?;
    let mut reads = Vec::new();
    for file in files {
        let name = file.display().to_string();
        let bytes =
            bytes(file).map_err(|source| Failure::Unreadable { file: name.clone(), source })?;
        let bytes = bytes.ok_or(Failure::NoInput)?;
        reads.push(read(&bytes).map_err(|source| Failure::NoAnnotations { file: name, source })?);
    }
    let mut store = bookmarks::open()?;
    take_up(&Directories::find()?.unwritten(), &mut store)?;
    let mut told = Merged::default();
    for read in &reads {
        let merged = store.make_from(|kept| merge(kept, &read.bookmarks))?;
        told.added += merged.added;
        told.present += merged.present;
        told.updated += merged.updated;
    }
    emit(&(summary(told, &reads) + "\n"))
}

/// Reads a file; returns `None` for a standard input that is a terminal.
fn bytes(file: &Path) -> io::Result<Option<Vec<u8>>> {
    if file != Path::new("-") {
        return match files::own_stream(file)? {
            Some(stream) => files::read_stream(stream, LARGEST).map(Some),
            None => files::read(file, LARGEST).map(Some),
        };
    }
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Ok(None);
    }
    files::read_stream(stdin, LARGEST).map(Some)
}

/// Returns a summary of an import in one line.
fn summary(told: Merged, reads: &[ReadAnnotations]) -> String {
    let mut parts = vec![
        reports::added(told.added),
        reports::already_there(told.present),
        reports::updated(told.updated),
    ];
    let left_out: usize = reads.iter().map(|read| read.left_out).sum();
    if left_out > 0 {
        parts.push(reports::details_left_out(left_out));
    }
    let unreadable: Vec<&str> =
        reads.iter().flat_map(|read| &read.unreadable).map(String::as_str).collect();
    if let Some(first) = unreadable.first() {
        let more = if unreadable.len() > 1 { ", …" } else { "" };
        parts.push(reports::unreadable(unreadable.len(), format!("{first}{more}")));
    }
    parts.join(", ")
}
