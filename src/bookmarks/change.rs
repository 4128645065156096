//! A change of the bookmarks: which fields of which bookmark change, from what to
//! what.
//!
//! A change is relative to what the user saw. By the time it is written, another
//! instance may have changed the same bookmark: [`merging`](super::merging)
//! defines the result.

use super::{Bookmark, Cited, DocumentIdentity, Highlight, Position, Quotation};
use crate::messages::notices;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One change of the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Adds this bookmark.
    Add(Box<Bookmark>),
    /// Removes this bookmark, as the user saw it.
    Remove(Box<Bookmark>),
    /// Changes some fields of a bookmark.
    Edit {
        /// The bookmark as the user saw it.
        seen: Box<Bookmark>,
        /// The changed fields.
        edits: Vec<Edit>,
    },
    /// Puts this bookmark back in its place.
    PutBack {
        /// The bookmark.
        bookmark: Box<Bookmark>,
        /// Its index among all bookmarks.
        place: usize,
    },
    /// Makes all of these changes, in order.
    Several(Vec<Change>),
}

/// The old and the new value of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// The note.
    Note {
        /// The note that the user saw.
        from: String,
        /// The note that the user typed.
        to: String,
    },
    /// The tags, as a set.
    Tags {
        /// The tags that the user saw.
        from: Vec<String>,
        /// The new tags.
        to: Vec<String>,
    },
    /// The highlight.
    Highlight {
        /// The old highlight.
        from: Highlight,
        /// The new highlight.
        to: Highlight,
    },
    /// The letter of a quick mark.
    Letter {
        /// The old letter.
        from: Option<char>,
        /// The new letter.
        to: Option<char>,
    },
    /// The place of the passage.
    Anchorage {
        /// The old place.
        from: Box<Anchorage>,
        /// The new place.
        to: Box<Anchorage>,
    },
    /// The identity of the bookmark.
    Lineage {
        /// The old identity.
        from: Box<Lineage>,
        /// The new identity, with the bookmarks that were merged into it.
        to: Box<Lineage>,
    },
    /// Earlier notes, as a set.
    Earlier {
        /// The old set.
        from: Vec<String>,
        /// The new set.
        to: Vec<String>,
    },
    /// The time of the last change.
    Modified {
        /// The old time.
        from: String,
        /// The new time.
        to: String,
    },
}

/// All selectors of a bookmark's passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchorage {
    document: DocumentIdentity,
    address: String,
    #[serde(default)]
    cited: Cited,
    clause: String,
    quotation: Quotation,
    start: Position,
    end: Position,
}

impl Anchorage {
    /// Returns that of a bookmark.
    pub fn of(bookmark: &Bookmark) -> Self {
        Self {
            document: bookmark.document.clone(),
            address: bookmark.address.clone(),
            cited: bookmark.cited.clone(),
            clause: bookmark.clause.clone(),
            quotation: bookmark.quotation.clone(),
            start: bookmark.start,
            end: bookmark.end,
        }
    }

    /// The address of the passage.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Applies it to a bookmark.
    pub fn put(self, bookmark: &mut Bookmark) {
        let Self { document, address, cited, clause, quotation, start, end } = self;
        bookmark.document = document;
        bookmark.address = address;
        bookmark.cited = cited;
        bookmark.clause = clause;
        bookmark.quotation = quotation;
        (bookmark.start, bookmark.end) = (start, end);
    }
}

/// The id of a bookmark, and the ids merged into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    id: String,
    created: String,
    merged: Vec<String>,
}

impl Lineage {
    /// Returns that of a bookmark.
    pub fn of(bookmark: &Bookmark) -> Self {
        let Bookmark { id, created, merged, .. } = bookmark;
        Self { id: id.clone(), created: created.clone(), merged: merged.clone() }
    }

    /// Applies it to a bookmark.
    pub fn put(self, bookmark: &mut Bookmark) {
        Self { id: bookmark.id, created: bookmark.created, merged: bookmark.merged } = self;
    }
}

impl Change {
    /// Returns the change that turns a bookmark, as the user saw it, into `to`.
    pub fn edit(seen: &Bookmark, to: &Bookmark) -> Self {
        Self::Edit { seen: Box::new(seen.clone()), edits: edits(seen, to) }
    }

    /// Returns the change that takes the letter from a bookmark; one that was created only for its
    /// letter is removed.
    pub fn take_letter(seen: &Bookmark) -> Self {
        match seen.is_bare() {
            true => Self::Remove(Box::new(seen.clone())),
            false => Self::edit(seen, &seen.with_letter(None)),
        }
    }

    /// Combines these changes into one.
    pub fn all(mut changes: Vec<Self>) -> Self {
        match changes.len() {
            1 => changes.remove(0),
            _ => Self::Several(changes),
        }
    }

    /// The note that the user typed, if this is a change of a single bookmark.
    pub fn typed_note(&self) -> Option<&str> {
        let note = match self {
            Self::Add(bookmark) => Some(bookmark.note.as_str()),
            Self::Edit { edits, .. } => edits.iter().find_map(|edit| match edit {
                Edit::Note { to, .. } => Some(to.as_str()),
                _ => None,
            }),
            _ => None,
        };
        note.filter(|note| !note.is_empty())
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Several(changes) => changes.iter().all(Self::is_empty),
            Self::Edit { edits, .. } => edits.is_empty(),
            _ => false,
        }
    }
}

/// Returns the fields that differ between two bookmarks.
fn edits(from: &Bookmark, to: &Bookmark) -> Vec<Edit> {
    let mut edits = Vec::new();
    if from.note != to.note {
        edits.push(Edit::Note { from: from.note.clone(), to: to.note.clone() });
    }
    if from.tags != to.tags {
        edits.push(Edit::Tags { from: from.tags.clone(), to: to.tags.clone() });
    }
    if from.highlight != to.highlight {
        edits.push(Edit::Highlight { from: from.highlight, to: to.highlight });
    }
    if from.letter != to.letter {
        edits.push(Edit::Letter { from: from.letter, to: to.letter });
    }
    let (before, after) = (Anchorage::of(from), Anchorage::of(to));
    if before != after {
        edits.push(Edit::Anchorage { from: Box::new(before), to: Box::new(after) });
    }
    let (before, after) = (Lineage::of(from), Lineage::of(to));
    if before != after {
        edits.push(Edit::Lineage { from: Box::new(before), to: Box::new(after) });
    }
    if from.earlier != to.earlier {
        edits.push(Edit::Earlier { from: from.earlier.clone(), to: to.earlier.clone() });
    }
    if from.modified != to.modified {
        edits.push(Edit::Modified { from: from.modified.clone(), to: to.modified.clone() });
    }
    edits
}

/// What the user should know about a change that conflicted with another instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remark {
    /// Both instances changed the note.
    NoteReplaced,
    /// The bookmark was not deleted: it contains words that the user had not seen.
    NotDeleted,
    /// The bookmark had been deleted, and is back with what the user typed.
    BackAgain,
    /// The bookmark had been deleted.
    Gone,
    /// It was changed again after the change to be undone.
    Overtaken,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoteReplaced => notices::NOTE_KEPT_EARLIER,
            Self::NotDeleted => notices::BOOKMARK_NOT_DELETED,
            Self::BackAgain => notices::NOTE_BROUGHT_BACK,
            Self::Gone => notices::BOOKMARK_DELETED_ELSEWHERE,
            Self::Overtaken => notices::BOOKMARK_CHANGED_SINCE,
        })
    }
}
