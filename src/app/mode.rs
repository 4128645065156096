//! Modes: what keys mean just now.

use super::{
    Direction, HelpPage, LetterFor, Line, LinkHints, Menu, NotePrompt, Palette, Peek, Question,
    Register, Search, Selection,
};
use crate::bookmarks::Bookmark;
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
    Search(Box<SearchPrompt>),
    /// A note is being typed.
    Note(Box<NotePrompt>),
    /// The tags of a bookmark are being typed.
    Tags(TagPrompt),
    /// A passage is being selected.
    Select(Selection),
    /// The list of bookmarks is open.
    Bookmarks,
    /// The list of recent documents is open.
    Documents,
    /// A letter is awaited.
    Letter(LetterFor),
    /// Labels lie over what can be previewed.
    LinkHints(LinkHints),
    /// Another place is looked at, over the text.
    Peek(Box<Peek>),
    /// The menu of the other mouse button is open.
    Menu(Menu),
    /// A question is asked.
    Ask(Box<Question>),
    /// The commands are open.
    Palette(Palette),
    /// The help is open.
    Help(HelpPage),
}

/// An address that is being typed.
#[derive(Debug, Clone)]
pub struct Jump {
    /// The address.
    pub line: Line,
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
    /// The search that was on before.
    pub before: Option<Search>,
    /// Which way.
    pub direction: Direction,
    /// How it is meant.
    pub syntax: Syntax,
    /// How many patterns back the one is that was recalled.
    pub recalled: usize,
    /// What it found so far, or why it can find nothing.
    pub tally: Result<String, String>,
}

/// Tags that are being typed, separated by commas.
#[derive(Debug, Clone)]
pub struct TagPrompt {
    /// The tags.
    pub line: Line,
    /// The bookmark that they are of, as it was when the typing began.
    pub seen: Box<Bookmark>,
}
