//! What the program must do outside its state.

use super::{Export, VersionPlace};
use crate::bookmarks::{Bookmark, Change};
use crate::document::Passage;

/// What the program must do outside its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Quit.
    Quit,
    /// Give the terminal back until the program is called to the foreground again.
    Suspend,
    /// Draw every cell again.
    Redraw,
    /// Capture the mouse, or leave it to the terminal.
    CaptureMouse(bool),
    /// Change the bookmarks on disk.
    Change(Change),
    /// Undo the last change of the bookmarks.
    Undo,
    /// Copy words to the clipboard.
    Copy(String),
    /// Open a text in the user's own editor.
    EditOutside(String),
    /// Open the document of a bookmark, at its passage.
    OpenBookmark(Box<Bookmark>),
    /// List the recently read documents.
    ListDocuments,
    /// Open a document by a typed path.
    OpenPath(String),
    /// Compare an older version, by a typed path, with the document in view.
    Compare(String),
    /// Follow the clause in view through the versions of the text: those that are open, and perhaps an
    /// older one, by a typed path.
    TraceClause {
        /// The path.
        older: Option<String>,
    },
    /// Open a version at its clause.
    OpenVersion(VersionPlace),
    /// Open a document, by a typed path, beside the one in view.
    OpenBeside(String),
    /// Open the only other open document beside the one in view.
    OpenOtherBeside,
    /// Bring the document beside into view in place of the one in view, which is beside from now on.
    TurnPair,
    /// Exchange the old and the new text of the comparison.
    SwapComparison,
    /// Return from the comparison to the text.
    LeaveComparison,
    /// Write bookmarks or the document to a file.
    Export(Box<Export>),
    /// Import the bookmarks of a file.
    Import(String),
    /// Read the end of the document, of which only the beginning is there.
    ReadEnd,
    /// Check the document.
    Check,
    /// Show the settings in force, and where the config is.
    ShowSettings,
    /// Look words up.
    LookUp(String),
    /// Read words aloud.
    Speak(String),
    /// Stop reading aloud.
    Silence,
    /// Open a document by its location, in the form of [`Recent::source`](super::Recent).
    OpenDocument(String),
    /// Go to the next or the previous open document.
    StepDocument {
        /// Whether to the next one.
        forward: bool,
    },
    /// Forget a document and its reading position.
    Forget(String),
    /// Undo the last forgetting.
    Recollect,
    /// Explain how a passage was recognised.
    Explain(Passage),
    /// Read the document again.
    Reload,
    /// Write the current looks to the config.
    SaveSettings,
    /// Forget the remembered looks and return to those of the config.
    ResetSettings,
}
