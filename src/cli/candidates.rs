//! The sources that `bulletin find` searches: the files that are named, and those in named
//! folders, by the rules of `.gitignore`.

use super::arguments::{Find, Source};
use super::error::Failure;
use ignore::{DirEntry, WalkBuilder};
use std::path::Path;

/// How a source came to be searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchOrigin {
    /// It was named, or is the default.
    ByName,
    /// It is in a folder that was named.
    InFolder,
}

/// A source to search.
#[derive(Debug)]
pub struct SearchCandidate {
    /// The source, or why it cannot be listed.
    pub source: Result<Source, Failure>,
    /// How it came to be searched.
    pub given: SearchOrigin,
}

/// Returns the sources in the order of the arguments; those in a folder in the order of their
/// names. Folders are listed step by step.
pub fn candidates(find: &Find) -> Box<dyn Iterator<Item = SearchCandidate> + Send + '_> {
    if find.files.is_empty() {
        return Box::new(std::iter::once(named(Source::unnamed(find.built_in))));
    }
    let hidden = find.hidden;
    Box::new(find.files.iter().flat_map(
        move |file| -> Box<dyn Iterator<Item = SearchCandidate> + Send> {
            if file.is_dir() {
                Box::new(in_folder(file, hidden))
            } else {
                Box::new(std::iter::once(named(Source::named(file.clone()))))
            }
        },
    ))
}

fn named(source: Source) -> SearchCandidate {
    SearchCandidate { source: Ok(source), given: SearchOrigin::ByName }
}

fn in_folder(folder: &Path, hidden: bool) -> impl Iterator<Item = SearchCandidate> + Send + use<> {
    let walk = WalkBuilder::new(folder)
        .hidden(!hidden)
        .sort_by_file_name(|one, other| one.cmp(other))
        .build();
    let is_file = |entry: &DirEntry| entry.file_type().is_some_and(|kind| kind.is_file());
    walk.filter_map(move |entry| {
        let source = match entry {
            Ok(entry) if is_file(&entry) => Ok(Source::named(entry.into_path())),
            Ok(_) => return None,
            Err(error) => Err(Failure::Unlisted(error)),
        };
        Some(SearchCandidate { source, given: SearchOrigin::InFolder })
    })
}
