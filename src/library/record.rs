//! The records of the catalogue: one for each content, and one for each file that was not read.

use super::facts::DocumentFacts;
use super::fault::Fault;
use super::file_state::FileState;
use super::hexadecimal;
use super::stored_path::StoredPath;
use crate::bookmarks::DocumentIdentity;
use crate::document::{ContentId, Origin};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A document of the library, identified by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The hash of its bytes.
    #[serde(serialize_with = "hexadecimal::write", deserialize_with = "hexadecimal::read")]
    pub content: ContentId,
    /// The number of its bytes.
    pub size: u64,
    /// The name of the file that it was read from, which may decide its format and title.
    pub name: StoredPath,
    /// What is known of it.
    pub facts: DocumentFacts,
    /// The files that have this content, or had it last.
    pub files: Vec<KnownFile>,
    /// The content of which it is a later edition.
    #[serde(
        default,
        serialize_with = "hexadecimal::write_optional",
        deserialize_with = "hexadecimal::read_optional",
        skip_serializing_if = "Option::is_none"
    )]
    pub edition_of: Option<ContentId>,
    /// When it was read, RFC 3339.
    pub read: String,
    /// The program that read it.
    pub by: String,
}

/// A file of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownFile {
    /// Its absolute path.
    pub path: StoredPath,
    /// Its state when the program last looked at it.
    pub state: FileState,
    /// Whether it was there at the last update.
    pub presence: Presence,
}

/// Whether a file was there at the last update.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// It was.
    Here,
    /// It was not.
    Gone,
}

/// Where a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// In at least one file.
    Here,
    /// In none: it was deleted, or its disk is not connected.
    Missing,
    /// In none, since its file was edited: a later edition took its place.
    Earlier,
}

impl Standing {
    /// Its name in queries and in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Missing => "missing",
            Self::Earlier => "earlier",
        }
    }
}

/// A file that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadFile {
    /// Its absolute path.
    pub path: StoredPath,
    /// Its state when the program looked at it.
    pub state: FileState,
    /// Why it was not read.
    pub fault: Fault,
    /// The program that tried to.
    pub by: String,
}

impl UnreadFile {
    /// Whether it is intact, but in no supported format.
    pub fn is_other_format(&self) -> bool {
        self.fault == Fault::OtherFormat
    }
}

impl Record {
    /// Where it is.
    pub fn standing(&self) -> Standing {
        match self.files.as_slice() {
            [] => Standing::Earlier,
            files if files.iter().any(|file| file.presence == Presence::Here) => Standing::Here,
            _ => Standing::Missing,
        }
    }

    /// The path of a file that has its content, or that had it last; `None` for an earlier edition.
    pub fn path(&self) -> Option<&Path> {
        let here = self.files.iter().find(|file| file.presence == Presence::Here);
        here.or(self.files.first()).map(|file| &*file.path)
    }

    /// Its origin: its path, or the name of the file that it was read from.
    pub fn origin(&self) -> Origin {
        Origin::File(self.path().unwrap_or(&self.name).to_path_buf())
    }

    /// What identifies it among documents.
    pub fn identity(&self) -> DocumentIdentity {
        DocumentIdentity {
            content: self.content.to_string(),
            title: self.facts.headline.clone(),
            source: self.path().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default(),
        }
    }
}
