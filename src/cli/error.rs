//! The errors of commands, with their exit statuses.

use crate::bookmarks::StoreError;
use crate::bookmarks::exchange::ReadError;
use crate::document::visible;
use crate::find::{LookupError, Miss, QueryError};
use crate::messages::{alternatives, errors};
use crate::settings::{Forbidden, SettingsError, UnknownTemplate};
use crate::source::ImportError;
use std::io::{self, IsTerminal, Write};
use thiserror::Error;

/// Why a command failed.
#[derive(Debug, Error)]
pub enum Failure {
    /// Nothing matches a pattern. Printed only on a terminal; programs read the exit status.
    #[error("no match")]
    NoMatch,
    /// The document contains nothing that a command lists.
    #[error("nothing found")]
    Nothing,
    /// A document has faults, which were printed.
    #[error("the document has faults")]
    Faulty,
    /// The two texts differ, which was printed.
    #[error("the texts differ")]
    Differ,
    /// More than one text was to come from standard input.
    #[error("only one text can come from standard input")]
    SeveralFromInput,
    /// An address names no clause, such as that of a roster.
    #[error("“{0}” is not a clause")]
    NoClause(String),
    /// Something that was reported already; with its exit status.
    #[error("some files could not be read")]
    Told(u8),
    /// A text has no such line.
    #[error("no line {line}: the last is {last}")]
    NoLine {
        /// The one that was asked for.
        line: usize,
        /// How many there are.
        last: usize,
    },
    /// A web address was given instead of a file.
    #[error("{0} is not a file: download it and pipe it in, as with curl -sSL '{0}' | bulletin")]
    Web(String),
    /// There is no such file, and a command has a name like it.
    #[error("no file or command “{typed}”: did you mean “bulletin {meant}”?")]
    NoCommand {
        /// What was typed.
        typed: String,
        /// The command.
        meant: String,
    },
    /// A manual page was asked for of no command.
    #[error("no command “{0}”: bulletin --help lists the commands")]
    NoPage(String),
    /// The words to begin at are not in the document.
    #[error("nothing found for “{0}”")]
    NotFound(String),
    /// The document lists no parties.
    #[error("this document lists no members or observers")]
    NoRoster,
    /// The program does not remember which documents were read.
    #[error("{}", errors::NO_HISTORY)]
    NoHistory,
    /// Secure mode forbids it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// An address leads nowhere.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// An address leads nowhere, but similar ones exist.
    #[error("{miss}; did you mean {}?", alternatives(near))]
    Near {
        /// Why it leads nowhere.
        miss: Miss,
        /// The similar addresses, at least one.
        near: Vec<String>,
    },
    /// A pattern is invalid.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// A document cannot be read.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The settings cannot be read.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// No template for citations has the name.
    #[error(transparent)]
    Template(#[from] UnknownTemplate),
    /// The bookmarks cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No bookmark belongs to the documents that were asked for.
    #[error("no bookmarked document has “{0}” in its title or path")]
    NoDocument(String),
    /// A file of annotations cannot be opened.
    #[error("{}", errors::cannot_read(file, source))]
    Unreadable {
        /// Its name.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// A file holds no annotations.
    #[error("{file}: {source}; no bookmark was changed")]
    NoAnnotations {
        /// Its name.
        file: String,
        /// Why.
        source: ReadError,
    },
    /// Standard input should be read, but is a terminal.
    #[error("standard input is the terminal: pipe a document into it, or name a file")]
    NoInput,
    /// No file was named, and nothing came out of the pipe.
    #[error("standard input is empty: pipe a document into it, or name a file")]
    EmptyInput,
    /// The terminal cannot be used.
    #[error("cannot use the terminal: {0}")]
    Terminal(io::Error),
    /// A folder, or an entry of it, cannot be read.
    #[error("cannot read {0}")]
    Unlisted(ignore::Error),
    /// A manual page cannot be written.
    #[error("cannot write {file}: {source}")]
    Unwritable {
        /// Its path.
        file: String,
        /// The reason.
        source: io::Error,
    },
    /// Standard output cannot be written.
    #[error("cannot write to standard output: {0}")]
    Output(io::Error),
}

impl Failure {
    /// The exit status: 1 if something was not found, 2 for all other errors.
    pub fn status(&self) -> u8 {
        match self {
            Self::NoMatch
            | Self::Nothing
            | Self::Faulty
            | Self::Differ
            | Self::NoLine { .. }
            | Self::NoRoster
            | Self::NotFound(_)
            | Self::NoHistory
            | Self::NoDocument(_) => 1,
            Self::Lookup(LookupError::Miss(_)) | Self::Near { .. } => 1,
            Self::Told(status) => *status,
            _ => 2,
        }
    }

    /// Prints it in one line on standard error.
    pub fn tell(&self) {
        let is_told = match self {
            Self::NoMatch => io::stderr().is_terminal(),
            Self::Nothing | Self::Faulty | Self::Differ | Self::Told(_) => false,
            _ => true,
        };
        if is_told {
            warn(&self.to_string());
        }
    }
}

/// Writes one line to standard error, unless that is closed.
pub fn warn(words: &str) {
    let words = words.replace('\n', " ");
    let words = visible(&words);
    let _ = writeln!(io::stderr(), "bulletin: {words}");
}
