//! A change of the bookmarks: which field of which bookmark changes, from what to
//! what.
//!
//! A change is made from what a person saw. By the time that it is written,
//! another instance may have changed the same bookmark: [`merging`](super::merging)
//! says what comes of the two.

use super::{Bookmark, Cited, DocumentIdentity, Highlight, Position, Quotation};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One change of the bookmarks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// This one is new.
    Add(Box<Bookmark>),
    /// This one is removed, as the person saw it.
    Remove(Box<Bookmark>),
    /// Some fields of a bookmark change.
    Edit {
        /// The bookmark, as the person saw it.
        seen: Box<Bookmark>,
        /// What changes.
        edits: Vec<Edit>,
    },
    /// This one is put back where it stood.
    PutBack {
        /// The bookmark.
        bookmark: Box<Bookmark>,
        /// Its place among all.
        place: usize,
    },
    /// All of these, in their order.
    Several(Vec<Change>),
}

/// One field of a bookmark, from what to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// The note.
    Note {
        /// What the person saw.
        from: String,
        /// What was typed.
        to: String,
    },
    /// The tags, a set.
    Tags {
        /// Those that the person saw.
        from: Vec<String>,
        /// Those that are wanted.
        to: Vec<String>,
    },
    /// How it is marked.
    Highlight {
        /// As it was.
        from: Highlight,
        /// As it is wanted.
        to: Highlight,
    },
    /// The letter that leads to it.
    Letter {
        /// As it was.
        from: Option<char>,
        /// As it is wanted.
        to: Option<char>,
    },
    /// Where its passage is.
    Anchorage {
        /// Where it was.
        from: Box<Anchorage>,
        /// Where it was found.
        to: Box<Anchorage>,
    },
    /// What it goes by.
    Lineage {
        /// As it was.
        from: Box<Lineage>,
        /// With others that were merged into it.
        to: Box<Lineage>,
    },
    /// Words of its earlier notes, a set.
    Earlier {
        /// Those that were kept.
        from: Vec<String>,
        /// Those that are to be kept.
        to: Vec<String>,
    },
    /// When it was last changed.
    Modified {
        /// When it had been.
        from: String,
        /// When it was now.
        to: String,
    },
}

/// All by which the passage of a bookmark is found.
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
    /// That of a bookmark.
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

    /// Gives it to a bookmark.
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

/// What a bookmark goes by, and what was merged into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    id: String,
    created: String,
    merged: Vec<String>,
}

impl Lineage {
    /// That of a bookmark.
    pub fn of(bookmark: &Bookmark) -> Self {
        let Bookmark { id, created, merged, .. } = bookmark;
        Self { id: id.clone(), created: created.clone(), merged: merged.clone() }
    }

    /// Gives it to a bookmark.
    pub fn put(self, bookmark: &mut Bookmark) {
        Self { id: bookmark.id, created: bookmark.created, merged: bookmark.merged } = self;
    }
}

impl Change {
    /// The change that makes a bookmark, as a person saw it, what it is to be.
    pub fn edit(seen: &Bookmark, to: &Bookmark) -> Self {
        Self::Edit { seen: Box::new(seen.clone()), edits: edits(seen, to) }
    }

    /// These changes as one.
    pub fn all(mut changes: Vec<Self>) -> Self {
        match changes.len() {
            1 => changes.remove(0),
            _ => Self::Several(changes),
        }
    }

    /// The note that was typed for it, if it is one of a single bookmark.
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

    /// Whether it leaves everything as it is.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Several(changes) => changes.iter().all(Self::is_empty),
            Self::Edit { edits, .. } => edits.is_empty(),
            _ => false,
        }
    }
}

/// What makes one bookmark the other, field by field.
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

/// What a person should know of a change that met one of another instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Remark {
    /// Both changed the note.
    NoteReplaced,
    /// It was to be deleted, and holds words that the person had not seen.
    NotDeleted,
    /// It had been deleted, and is back for what was typed.
    BackAgain,
    /// It had been deleted.
    Gone,
    /// It was changed after the change that was to be taken back.
    Overtaken,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoteReplaced => {
                "note saved; what another program had written is kept as an earlier note"
            }
            Self::NotDeleted => {
                "not deleted: another program has changed its note; read it, then delete again"
            }
            Self::BackAgain => {
                "another program had deleted this bookmark; your note brought it back"
            }
            Self::Gone => "another program has deleted this bookmark",
            Self::Overtaken => "another program has changed this since; its change stays",
        })
    }
}
