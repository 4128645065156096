//! An entry of the palette, and what it does.

use super::Export;
use crate::action::Action;

/// The effect of an entry in the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaletteCommand {
    /// Runs an action.
    Act(Action),
    /// Goes to an address.
    GoTo(String),
    /// Selects a theme.
    Theme(String),
    /// Sets the width of the text, in columns.
    Width(u16),
    /// Selects a citation style.
    Citation(String),
    /// Sets a setting.
    Set {
        /// Its name.
        name: &'static str,
        /// The value as displayed.
        value: &'static str,
        /// The value as the config writes it.
        written: &'static str,
    },
    /// Opens a document by a typed path.
    Open(String),
    /// Compares an older version, by a typed path, with the document.
    Compare(String),
    /// Follows the clause in view from an older version, by a typed path, to those that are open.
    Trace(String),
    /// Opens a document, by a typed path, beside the one in view.
    Beside(String),
    /// Opens a document read before, by its location.
    OpenDocument(String),
    /// Writes a file.
    Export(Export),
    /// Imports the bookmarks of a file.
    Import(String),
    /// Completes the line to the name of a command that takes an argument.
    Complete(&'static str),
    /// Completes the line to this.
    CompleteTo(String),
    /// Reports what is missing or wrong.
    Refuse,
}

/// An entry of the palette.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its effect.
    pub command: PaletteCommand,
    /// Its words.
    pub words: String,
    /// The indices of the matched characters in `words`.
    pub matched: Vec<u32>,
    /// Whether it is already in effect.
    pub in_force: bool,
    /// The text beside it.
    pub aside: String,
    /// The preview of its target, in lines.
    pub preview: Vec<String>,
    /// The line that Tab completes to.
    pub tab: Option<String>,
}

impl Offer {
    pub(super) fn new(command: PaletteCommand, words: impl Into<String>) -> Self {
        let (matched, preview) = (Vec::new(), Vec::new());
        let (words, aside) = (words.into(), String::new());
        Self { command, words, matched, in_force: false, aside, preview, tab: None }
    }

    /// The same offer, with Tab completing to a command and its argument.
    pub(super) fn tabbed(self, name: &str, argument: &str) -> Self {
        Self { tab: Some(format!("{name} {argument}")), ..self }
    }

    /// Completes the line to a command that takes an argument.
    pub(in crate::app) fn taking((name, words): (&'static str, &'static str)) -> Self {
        Self::new(PaletteCommand::Complete(name), words).tabbed(name, "")
    }
}
