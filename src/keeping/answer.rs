//! The answers of the threads.

use crate::app::Recent;
use crate::bookmarks::{Bookmark, Change, ReadingState, Remark, StoreError};
use crate::settings::{Config, Look};

/// The result of a request, or why it is delayed.
#[derive(Debug, Clone)]
pub enum Answer {
    /// The bookmarks were read for the first time.
    Opened {
        /// All of them.
        bookmarks: Vec<Bookmark>,
        /// Why no bookmark can be saved, if so.
        trouble: Option<StoreError>,
    },
    /// The changes from before the last exit were made.
    TakenUp {
        /// The number of changes.
        changes: usize,
        /// All bookmarks afterwards.
        bookmarks: Vec<Bookmark>,
    },
    /// Another program holds the lock; the request waits for it.
    Waiting,
    /// A change of the bookmarks is on disk.
    Changed {
        /// The change.
        change: Change,
        /// What the user should know about it.
        remarks: Vec<Remark>,
        /// All bookmarks afterwards.
        bookmarks: Vec<Bookmark>,
    },
    /// A change of the bookmarks was undone.
    Undone {
        /// The change that undid it, and what the user should know about it;
        /// `None` if there was nothing to undo.
        change: Option<(Change, Vec<Remark>)>,
        /// All bookmarks afterwards.
        bookmarks: Vec<Bookmark>,
    },
    /// A change of the bookmarks could not be made or undone.
    Refused {
        /// The change that failed.
        change: Option<Change>,
        /// Why it failed.
        error: StoreError,
    },
    /// The last state of a document.
    Left {
        /// The requested content.
        content: String,
        /// Its last state.
        left: Left,
    },
    /// The recently read documents.
    Recent(Vec<Recent>),
    /// A document was forgotten.
    Forgotten {
        /// Its title; `None` if nothing was remembered.
        title: Option<String>,
        /// The documents that are remembered now.
        recent: Vec<Recent>,
    },
    /// The last forgetting was undone.
    Recollected {
        /// The document's title; `None` if there was nothing to undo.
        title: Option<String>,
        /// The documents that are remembered now.
        recent: Vec<Recent>,
    },
    /// Looks were written to the config.
    LooksSaved(Box<Saved>),
    /// The looks were forgotten; the config as it is now.
    LooksForgotten(Box<Config>),
    /// The memory could not be changed; the reason in one line.
    Unremembered(String),
}

/// The last state of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Left {
    /// Nothing is remembered.
    Never,
    /// The state of the same version of the document.
    Here(Box<ReadingState>),
    /// The state of another version of the document.
    InAnotherWording(Box<ReadingState>),
}

/// Looks that were written to the config.
#[derive(Debug, Clone)]
pub struct Saved {
    /// The name of the file.
    pub name: String,
    /// The looks that changed in it.
    pub looks: Vec<Look>,
    /// The config as it is now.
    pub config: Config,
}
