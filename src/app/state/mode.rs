//! Modes: what keys mean at the moment.

use super::{
    HelpPage, InputLine, LetterFor, LinkHints, Menu, NotePrompt, Palette, Peek, Register, Search,
    SearchDirection, Selection, YesNoQuestion,
};
use crate::bookmarks::Bookmark;
use crate::find::PatternSyntax;

/// What the pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The document.
    Text,
    /// One of its registers.
    Register(Register),
}

/// Which part receives movement keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The pane.
    Pane,
    /// The outline.
    Outline,
}

/// What keys mean at the moment.
#[derive(Debug, Clone)]
pub enum Mode {
    /// Reading.
    Read,
    /// The user is typing an address.
    Jump(Jump),
    /// The user is typing a pattern.
    Search(Box<SearchPrompt>),
    /// The user is typing a note.
    Note(Box<NotePrompt>),
    /// The user is typing the tags of a bookmark.
    Tags(TagPrompt),
    /// The user is selecting a passage.
    Select(Selection),
    /// The list of bookmarks is open.
    Bookmarks,
    /// The list of recent documents is open.
    Documents,
    /// The next key is a letter for a quick mark.
    Letter(LetterFor),
    /// Labels mark what can be previewed.
    LinkHints(LinkHints),
    /// A preview of another place is open over the text.
    Peek(Box<Peek>),
    /// The context menu is open.
    Menu(Menu),
    /// A question awaits an answer.
    Ask(Box<YesNoQuestion>),
    /// The command palette is open.
    Palette(Palette),
    /// The help is open.
    Help(HelpPage),
}

/// The jump prompt.
#[derive(Debug, Clone)]
pub struct Jump {
    /// The address.
    pub line: InputLine,
    /// Its target, or why it has none.
    pub candidate: Result<String, String>,
    /// The possible completions and the index of the current one, once requested.
    pub choices: Option<(Vec<String>, usize)>,
}

/// The search prompt.
#[derive(Debug, Clone)]
pub struct SearchPrompt {
    /// The pattern.
    pub line: InputLine,
    /// The search before the prompt opened.
    pub before: Option<Search>,
    /// Its direction.
    pub direction: SearchDirection,
    /// Its syntax.
    pub syntax: PatternSyntax,
    /// How many patterns back the recalled one is.
    pub recalled: usize,
    /// The result so far, or why there is none.
    pub tally: Result<String, String>,
}

/// The prompt for tags, separated by commas.
#[derive(Debug, Clone)]
pub struct TagPrompt {
    /// The tags.
    pub line: InputLine,
    /// The bookmark, as it was when typing began.
    pub seen: Box<Bookmark>,
}
