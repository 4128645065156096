//! What happens: keys, the mouse, signals, and the results of work in the background.

use crate::app::{ClauseHistory, Export, Outcome, Prepared, Suggestions};
use crate::bookmarks::exchange::ReadAnnotations;
use crate::bookmarks::{Anchor, Revision};
use crate::document::{ContentId, Passage};
use crate::find::Finding;
use crate::keeping::Answer;
use crate::terminal::{Copied, Input, Stamp};

/// An event.
#[derive(Debug, Clone)]
pub enum Event {
    /// Input from the terminal or a signal.
    Input(Input),
    /// The result of copying text through another program.
    Copied(Copied),
    /// The passages of bookmarks were found in a document.
    Found {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// The anchor of each bookmark, by its id.
        passages: Vec<(String, Anchor)>,
    },
    /// The keeper of the files on disk has answered.
    Kept(Box<Answer>),
    /// A watched file has changed.
    Touched(Followed),
    /// A file was read again.
    Reread(Box<Reread>),
    /// More of a large text was read.
    Grown {
        /// The number of the reading: results of earlier ones are obsolete.
        turn: u64,
        /// The text, or the reason why no more can be read.
        read: Result<Box<Grown>, String>,
    },
    /// The recognition of a passage was explained.
    Explained {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// The passage.
        passage: Passage,
        /// The explanation, or the reason why there is none.
        told: Result<String, String>,
    },
    /// The clause in view was followed through the versions of the text.
    Traced {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// What was found.
        found: Result<Traced, String>,
    },
    /// The result of an export.
    Exported(Box<Export>, Outcome),
    /// A file of bookmarks to import was read.
    Imported {
        /// The path, as typed.
        typed: String,
        /// The bookmarks, or the reason why they cannot be read.
        read: Result<Box<ReadAnnotations>, String>,
    },
    /// A document was checked.
    Checked {
        /// The document, since another may have been opened in the meantime.
        document: ContentId,
        /// The findings.
        findings: Vec<Finding>,
    },
    /// Words were looked up.
    LookedUp {
        /// The words.
        words: String,
        /// The output of the lookup program, or the reason why it failed.
        found: Result<String, String>,
    },
    /// Reading aloud ended, or failed for this reason.
    Spoken(Result<(), String>),
    /// The completions of a typed path were found.
    Suggested(Suggestions),
    /// A whole line was typed; `None` once there are no more.
    Line(Option<String>),
    /// Awaited work is done.
    Ready,
}

/// What became of following a clause.
#[derive(Debug, Clone)]
pub enum Traced {
    /// Its history, and the number of open documents that are no versions of the text.
    History(Box<ClauseHistory>, usize),
    /// Only one version is open.
    Alone,
}

/// More of a large text than was read before.
#[derive(Debug, Clone)]
pub struct Grown {
    /// The text read so far.
    pub prepared: Prepared,
    /// Its changes against the text read before.
    pub revision: Revision,
}

/// Which file is followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// That of the document in view.
    InView,
    /// That of the document beside it.
    Beside,
}

/// The result of reading a document's file again.
#[derive(Debug, Clone)]
pub struct Reread {
    /// Whose file it is.
    pub followed: Followed,
    /// The document that was shown when the reading began.
    pub of: ContentId,
    /// The number of the reading: results of earlier ones are obsolete.
    pub turn: u64,
    /// The file's stamp when it was read.
    pub stamp: Stamp,
    /// What was found.
    pub found: RereadOutcome,
}

/// The result of reading a file again.
#[derive(Debug, Clone)]
pub enum RereadOutcome {
    /// The same, byte for byte.
    Same,
    /// A different text.
    Edited {
        /// The new document.
        prepared: Box<Prepared>,
        /// Its changes.
        revision: Revision,
    },
    /// The file does not exist.
    Gone,
    /// The file has no words.
    Empty,
    /// The file has lost so many words that it may be incomplete; it is read again
    /// after a while.
    Partial,
    /// The file cannot be read, for a reason that includes its name.
    Unreadable(String),
}
