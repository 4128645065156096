//! What is written to a file, in which format, and the question before a file is replaced.

use crate::document::Passage;
use crate::messages::commands;

/// The contents of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exported {
    /// The bookmarks of the document.
    Bookmarks,
    /// The bookmarks of all documents.
    AllBookmarks,
    /// The whole document.
    Document,
    /// Its outline: the sections with their addresses.
    Outline,
    /// A passage of it.
    Passage(Passage),
}

/// The format of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportForm {
    /// Markdown.
    Markdown,
    /// W3C Web Annotations.
    JsonLd,
    /// Plain text.
    Text,
    /// JSON, as the `print` command writes it.
    Json,
}

impl ExportForm {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::JsonLd => "JSON-LD",
            Self::Text => commands::PLAIN_TEXT,
            Self::Json => "JSON",
        }
    }
}

/// What to do if the file exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IfThere {
    /// Write nothing and ask.
    Ask,
    /// Replace it: the user has confirmed.
    Replace,
}

/// An export: what to write, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// The contents.
    pub what: Exported,
    /// The format.
    pub form: ExportForm,
    /// The path, as typed.
    pub path: String,
    /// Whether it may replace a file.
    pub if_there: IfThere,
}

/// The outcome of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Written; a description of the contents.
    Written(String),
    /// The file exists; nothing was written.
    There,
    /// Writing failed, with the reason.
    Failed(String),
}

/// A yes-or-no question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YesNoQuestion {
    /// The question.
    pub words: String,
    /// The export to run if the answer is yes.
    pub then: Export,
}
