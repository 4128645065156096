//! Modes: what keys mean just now.

use super::{Direction, Line, Palette, Register, Selection, View};
use crate::document::Passage;
use crate::find::Syntax;

/// What the pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The document.
    Text,
    /// A register of it.
    Register(Register),
}

/// Where keys that move go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// To the pane.
    Pane,
    /// To the outline.
    Outline,
}

/// What keys mean just now.
#[derive(Debug, Clone)]
pub enum Mode {
    /// Reading.
    Read,
    /// An address is being typed.
    Jump(Jump),
    /// A pattern is being typed.
    Search(SearchPrompt),
    /// A note is being typed.
    Note(NotePrompt),
    /// A passage is being selected.
    Select(Selection),
    /// The list of bookmarks is open; the place of the chosen one.
    Bookmarks(usize),
    /// The commands are open.
    Palette(Palette),
    /// The help is open; how many rows of it lie above the screen.
    Help(u16),
}

/// An address that is being typed.
#[derive(Debug, Clone)]
pub struct Jump {
    /// The address.
    pub line: Line,
    /// Where Escape returns to.
    pub origin: View,
    /// What it leads to, or why it leads nowhere.
    pub candidate: Result<String, String>,
    /// What the address could become, and which of these it is, once they were
    /// asked for.
    pub choices: Option<(Vec<String>, usize)>,
}

/// A pattern that is being typed.
#[derive(Debug, Clone)]
pub struct SearchPrompt {
    /// The pattern.
    pub line: Line,
    /// Where Escape returns to.
    pub origin: View,
    /// Which way.
    pub direction: Direction,
    /// How it is meant.
    pub syntax: Syntax,
    /// How many patterns back the one is that was recalled.
    pub recalled: usize,
    /// What it found so far, or why it can find nothing.
    pub tally: Result<String, String>,
}

/// What a note is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteFor {
    /// A bookmark that is made with it.
    New(Passage),
    /// The bookmark of this id.
    Kept(String),
}

/// A note that is being typed.
#[derive(Debug, Clone)]
pub struct NotePrompt {
    /// The note.
    pub line: Line,
    /// What it is for.
    pub subject: NoteFor,
    /// The chosen bookmark of the list that it was opened from.
    pub list: Option<usize>,
}
