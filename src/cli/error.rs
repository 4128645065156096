//! The errors of commands, with their exit statuses.

use crate::bookmarks::StoreError;
use crate::bookmarks::exchange::ReadError;
use crate::document::visible;
use crate::find::{LookupError, Miss, QueryError};
use crate::library::ShelfError;
use crate::messages::{alternatives, errors, library, settings};
use crate::settings::{Forbidden, SettingsError, UnknownTemplate};
use crate::source::ImportError;
use std::io::{self, IsTerminal, Write};
use thiserror::Error;

/// Why a command failed.
#[derive(Debug, Error)]
pub enum Failure {
    /// Nothing matches a pattern. Printed only on a terminal; programs read the exit status.
    #[error("{}", errors::NO_MATCH)]
    NoMatch,
    /// Several passages were to have the same quick mark.
    #[error("{}", errors::LETTER_FOR_SEVERAL)]
    OneLetter,
    /// A passage has no bookmark to remove.
    #[error("{}", errors::NO_BOOKMARK_THERE)]
    NoBookmark,
    /// The document contains nothing that a command lists.
    #[error("{}", errors::NOTHING_FOUND)]
    Nothing,
    /// A document has faults, which were printed.
    #[error("{}", errors::FAULTY)]
    Faulty,
    /// The two texts differ, which was printed.
    #[error("{}", errors::DIFFER)]
    Differ,
    /// More than one text was to come from standard input.
    #[error("{}", errors::SEVERAL_FROM_INPUT)]
    SeveralFromInput,
    /// A text to be compared on the screen was to come from standard input.
    #[error("{}", errors::FILES_ON_SCREEN)]
    InputOnScreen,
    /// More than one text was to be printed beside another.
    #[error("{}", errors::SEVERAL_BESIDE)]
    SeveralBeside,
    /// Two texts were to be read side by side in plain lines.
    #[error("{}", errors::BESIDE_ON_SCREEN)]
    BesideOnScreen,
    /// An option leaves out parts of the texts, and a DOCX has both whole.
    #[error("{}", errors::not_in_docx(.0))]
    NotInDocx(&'static str),
    /// An option suits only a DOCX.
    #[error("{}", errors::only_in_docx(.0))]
    OnlyInDocx(&'static str),
    /// A file that no terminal can show was to be printed on one.
    #[error("{}", errors::BINARY_OUTPUT)]
    BinaryOutput,
    /// An address names no clause, such as that of a roster.
    #[error("{}", errors::not_a_clause(.0))]
    NoClause(String),
    /// Something that was reported already; with its exit status.
    #[error("{}", errors::SOME_UNREADABLE)]
    Told(u8),
    /// A text has no such line.
    #[error("{}", errors::no_line(line, last))]
    NoLine {
        /// The one that was asked for.
        line: usize,
        /// How many there are.
        last: usize,
    },
    /// A web address was given instead of a file.
    #[error("{}", errors::web_address(.0))]
    Web(String),
    /// There is no such file, but a command with a similar name.
    #[error("{}", errors::no_command(typed, meant))]
    NoCommand {
        /// What was typed.
        typed: String,
        /// The command.
        meant: String,
    },
    /// A manual page was asked for of no command.
    #[error("{}", errors::no_page(.0))]
    NoPage(String),
    /// The words to begin at are not in the document.
    #[error("{}", errors::words_not_found(.0))]
    NotFound(String),
    /// The document lists no parties.
    #[error("{}", errors::NO_ROSTER)]
    NoRoster,
    /// The program does not remember which documents were read.
    #[error("{}", errors::NO_HISTORY)]
    NoHistory,
    /// The library cannot be used.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// The config names no folder of the library.
    #[error("{}", library::NO_FOLDERS)]
    NoFolders,
    /// The settings of the library are invalid.
    #[error("{}", library::INVALID_FOLDERS)]
    InvalidFolders,
    /// A path to be added to the library leads nowhere.
    #[error("{}", library::no_path(.0))]
    NoPath(String),
    /// A path to be removed is not a folder of the library.
    #[error("{}", library::not_a_folder_of_library(.0))]
    NotInLibrary(String),
    /// The config cannot name a folder, since its path is not UTF-8.
    #[error("{}", settings::folder_not_text(.0))]
    NotText(String),
    /// Secure mode forbids it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// An address leads nowhere.
    #[error(transparent)]
    Lookup(#[from] LookupError),
    /// An address leads nowhere, but similar ones exist.
    #[error("{}", errors::did_you_mean(miss, alternatives(near)))]
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
    #[error("{}", errors::no_document(.0))]
    NoDocument(String),
    /// A file of annotations cannot be opened.
    #[error("{}", errors::cannot_read(file, source))]
    Unreadable {
        /// Its name.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// A file contains no annotations.
    #[error("{}", errors::no_annotations(file, source))]
    NoAnnotations {
        /// Its name.
        file: String,
        /// Why.
        source: ReadError,
    },
    /// Standard input should be read, but is a terminal.
    #[error("{}", errors::NO_INPUT)]
    NoInput,
    /// No file was named, and nothing came out of the pipe.
    #[error("{}", errors::EMPTY_INPUT)]
    EmptyInput,
    /// The terminal cannot be used.
    #[error("{}", errors::cannot_use_terminal(.0))]
    Terminal(io::Error),
    /// A folder, or an entry of it, cannot be read.
    #[error("{}", errors::cannot_list(.0))]
    Unlisted(ignore::Error),
    /// A manual page cannot be written.
    #[error("{}", errors::cannot_write(file, source))]
    Unwritable {
        /// Its path.
        file: String,
        /// The reason.
        source: io::Error,
    },
    /// Standard output cannot be written.
    #[error("{}", errors::cannot_write_output(.0))]
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
            | Self::NoBookmark
            | Self::NoHistory
            | Self::NotInLibrary(_)
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

/// The name of the program, which begins what it says on standard error.
pub const PROGRAM: &str = "bulletin";

/// Writes one line to standard error, unless that is closed.
pub fn warn(words: &str) {
    let words = words.replace('\n', " ");
    let words = visible(&words);
    let _ = writeln!(io::stderr(), "{PROGRAM}: {words}");
}
