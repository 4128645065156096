//! What went wrong, and with which exit status it is told.

use crate::bookmarks::StoreError;
use crate::bookmarks::exchange::ReadError;
use crate::document::visible;
use crate::find::{LookupError, Miss, QueryError};
use crate::messages::{alternatives, errors};
use crate::settings::{Forbidden, SettingsError, UnknownTemplate};
use crate::source::ImportError;
use std::io::{self, IsTerminal, Write};
use thiserror::Error;

/// Why a command could not do what it was asked to.
#[derive(Debug, Error)]
pub enum Failure {
    /// Nothing matches a pattern. Only a person is told, as programs read the exit status.
    #[error("no match")]
    NoMatch,
    /// The document has nothing of what a command lists.
    #[error("nothing found")]
    Nothing,
    /// A document has faults, which were printed.
    #[error("the document has faults")]
    Faulty,
    /// The two texts differ, which was printed.
    #[error("the texts differ")]
    Differ,
    /// Both texts were to come from standard input.
    #[error("only one of the two texts can come from standard input")]
    BothFromInput,
    /// An address names no clause, such as that of a roster.
    #[error("“{0}” is not a clause")]
    NoClause(String),
    /// Something that was told already; with its exit status.
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
    /// An address of the web was given in place of a file.
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
    /// Which documents were read is not remembered.
    #[error("{}", errors::NO_HISTORY)]
    NoHistory,
    /// It is not done in secure mode.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// An address leads nowhere.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// An address leads nowhere, and others are like it.
    #[error("{miss}; did you mean {}?", alternatives(near))]
    Near {
        /// Why it leads nowhere.
        miss: Miss,
        /// The addresses that are like it, at least one.
        near: Vec<String>,
    },
    /// A pattern is none.
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
    /// No bookmark is of the documents that were asked for.
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
    /// Standard input was to be read, and a person sits at it.
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
    /// The exit status: 1 for what was not found, 2 for all else.
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

    /// Tells it in one line on standard error.
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

/// Writes one line to standard error; where that is gone, nobody can be told.
pub fn warn(words: &str) {
    let words = words.replace('\n', " ");
    let words = visible(&words);
    let _ = writeln!(io::stderr(), "bulletin: {words}");
}
