//! A document that is being read to be brought into view.

use crate::cli::error::Failure;
use crate::run::awaited::Pending;
use crate::run::documents::Way;
use crate::run::reading::ReadDocument;

/// A document being read to be brought into view.
#[derive(Debug)]
pub struct Opening {
    /// Its name while it is read.
    pub(in crate::run) name: String,
    /// Its place among the others.
    pub(in crate::run) place: OpeningPlace,
    /// The reason for opening it.
    pub(in crate::run) wish: OpeningReason,
    /// The document, until it can be shown.
    pub(in crate::run) read: Pending<Result<ReadDocument, Failure>>,
}

/// The place of a document being read.
#[derive(Debug, Clone, Copy)]
pub enum OpeningPlace {
    /// At the end of a way.
    Among(Way),
    /// None yet: it will be directly after the one in view.
    Behind,
}

/// The reason for opening a document.
#[derive(Debug)]
pub enum OpeningReason {
    /// It is the next or the previous one; `unreadable` lists the errors of those
    /// skipped on the way.
    Step { forward: bool, unreadable: Vec<String> },
    /// It was chosen, possibly for a place in it.
    Chosen { destination: Option<Destination> },
}

/// A place in a document that is opened.
#[derive(Debug, Clone)]
pub enum Destination {
    /// The passage of a bookmark.
    Bookmark(String),
    /// A clause of a version.
    Clause {
        /// Its address.
        address: String,
        /// The source of the document from which it was opened.
        from: String,
    },
}
