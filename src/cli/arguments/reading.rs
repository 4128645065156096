//! What is read on the screen or in plain lines, and how.

use super::source::Source;
use crate::terminal::LineSource;
use std::path::PathBuf;

/// The documents to read, where to open the first, and how to read them.
#[derive(Debug)]
pub struct ReadingArguments {
    /// The documents, at least one.
    pub sources: Vec<Source>,
    /// Where to open the first.
    pub begin: Option<Begin>,
    /// The older version that the first is compared with.
    pub compared: Option<PathBuf>,
    /// Whether the second is put beside the first.
    pub is_beside: bool,
    /// How.
    pub manner: Manner,
}

/// Where to open a document.
#[derive(Debug, Clone)]
pub enum Begin {
    /// At an address.
    At(String),
    /// At the first place of these words.
    Search(String),
}

/// How documents are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// On the screen.
    Screen,
    /// In plain lines, with commands from this source.
    Lines(LineSource),
}
