//! A bookmark: a passage with everything needed to find it again.

use super::DocumentIdentity;
use super::citation::{Cited, Known, Template};
use crate::document::{Document, Passage, Point, SectionId, visible};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};

/// Words with their context.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Quotation {
    /// The words themselves.
    pub exact: String,
    /// The words before; a line end separates blocks.
    pub prefix: String,
    /// The words after; a line end separates blocks.
    pub suffix: String,
}

impl Quotation {
    /// The words of a passage, with their context.
    pub fn of(document: &Document, passage: Passage) -> Self {
        Self {
            exact: document.passage_text(passage),
            prefix: before(document, passage.start),
            suffix: after(document, passage.end),
        }
    }
}

/// A stored point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// The index of the block in reading order.
    pub block: usize,
    /// Byte offset in the block's body.
    pub byte: usize,
}

impl From<Point> for Position {
    fn from(point: Point) -> Self {
        Self { block: point.block.index(), byte: point.byte }
    }
}

/// How a passage is highlighted in the text: in a colour, and with its own sign
/// in the margin, so that colour is never the only difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Highlight {
    /// Green, a bar.
    #[default]
    Green,
    /// Yellow, a star.
    Yellow,
    /// Blue, a ring.
    Blue,
    /// Red, an exclamation mark.
    Red,
}

impl Highlight {
    /// All highlights, in the order in which the key cycles through them.
    pub const ALL: [Self; 4] = [Self::Green, Self::Yellow, Self::Blue, Self::Red];

    /// The name in the file and in filters.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Blue => "blue",
            Self::Red => "red",
        }
    }

    /// The sign in the margin.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Green => "▍",
            Self::Yellow => "*",
            Self::Blue => "o",
            Self::Red => "!",
        }
    }

    /// Returns the highlight of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|highlight| highlight.name() == name)
    }

    /// Returns the next highlight; the first follows the last.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// A bookmarked passage.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Bookmark {
    /// Its id in the file.
    pub id: String,
    /// The document that contains it.
    pub document: DocumentIdentity,
    /// The address of the passage.
    pub address: String,
    /// The parts of a citation of it.
    #[serde(default)]
    pub cited: Cited,
    /// A hash of the words of its clause, in hexadecimal: the clause is unchanged
    /// while the hash is the same.
    pub clause: String,
    /// Its words, with context.
    pub quotation: Quotation,
    /// Start of the passage.
    pub start: Position,
    /// End of the passage, exclusive.
    pub end: Position,
    /// The user's note.
    pub note: String,
    /// The user's tags.
    pub tags: Vec<String>,
    /// How it is highlighted in the text.
    pub highlight: Highlight,
    /// The letter that jumps to it, if it is a quick mark.
    #[serde(default)]
    pub letter: Option<char>,
    /// When it was created, RFC 3339.
    pub created: String,
    /// When it was last changed, RFC 3339.
    pub modified: String,
    /// Ids of other bookmarks of the same passage that were merged into it.
    pub merged: Vec<String>,
    /// Notes and tags that somebody replaced without having seen them.
    pub earlier: Vec<String>,
}

/// Maximum context on each side, in bytes.
const CONTEXT: usize = 80;

impl Bookmark {
    /// Creates a bookmark of a passage, dated now.
    pub fn new(document: &Document, passage: Passage, note: &str) -> Self {
        let now = Timestamp::now();
        let identity = DocumentIdentity::of(document);
        Self {
            id: id(&identity.content, now),
            address: document.passage_address(passage),
            cited: Cited::of(document, passage),
            clause: clause_hash(document, document.block(passage.start.block).section),
            quotation: Quotation::of(document, passage),
            document: identity,
            start: passage.start.into(),
            end: passage.end.into(),
            note: note.to_owned(),
            tags: Vec::new(),
            highlight: Highlight::default(),
            letter: None,
            created: stamp(now),
            modified: stamp(now),
            merged: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// Moves the bookmark to a passage of a document: the selectors are new, the
    /// user's note, tags and highlight stay.
    pub fn anchored(&self, document: &Document, passage: Passage) -> Self {
        let fresh = Self::new(document, passage, "");
        Self {
            document: fresh.document,
            address: fresh.address,
            cited: fresh.cited,
            clause: fresh.clause,
            quotation: fresh.quotation,
            start: fresh.start,
            end: fresh.end,
            modified: fresh.modified,
            ..self.clone()
        }
    }

    /// The name of its place when the document is not available: its number, or
    /// the provision of its citation if its address is a word.
    pub fn name(&self) -> &str {
        let numbered = self.address.starts_with(|c: char| c.is_ascii_digit());
        Some(self.cited.provision()).filter(|p| !numbered && !p.is_empty()).unwrap_or(&self.address)
    }

    /// Formats its citation with a template, as of the document in which it was
    /// made.
    pub fn cite(&self, template: &Template) -> String {
        let known = Known {
            quote: &self.quotation.exact,
            address: &self.address,
            headline: &self.document.title,
            file: &visible(&self.document.source),
        };
        self.cited.cite(known, template)
    }

    /// Returns the bookmark with another note, modified now.
    #[must_use]
    pub fn with_note(&self, note: &str) -> Self {
        Self { note: note.to_owned(), ..self.changed_now() }
    }

    /// Returns the bookmark with other tags, modified now.
    #[must_use]
    pub fn with_tags(&self, tags: Vec<String>) -> Self {
        Self { tags, ..self.changed_now() }
    }

    /// Returns the bookmark with another highlight, modified now.
    #[must_use]
    pub fn with_highlight(&self, highlight: Highlight) -> Self {
        Self { highlight, ..self.changed_now() }
    }

    /// Returns the bookmark with another letter, modified now.
    #[must_use]
    pub fn with_letter(&self, letter: Option<char>) -> Self {
        Self { letter, ..self.changed_now() }
    }

    /// Whether it exists for its letter alone, without note, tags or highlight.
    pub fn is_bare(&self) -> bool {
        let Self { note, tags, highlight, earlier, .. } = self;
        note.is_empty()
            && tags.is_empty()
            && earlier.is_empty()
            && *highlight == Highlight::default()
    }

    /// The sign in the margin: its letter, or else that of its highlight.
    pub fn sign(&self) -> Cow<'static, str> {
        match self.letter {
            Some(letter) => letter.to_string().into(),
            None => self.highlight.sign().into(),
        }
    }

    /// The day of the last change.
    pub fn day(&self) -> &str {
        self.modified.split('T').next().unwrap_or_default()
    }

    fn changed_now(&self) -> Self {
        Self { modified: stamp(Timestamp::now()), ..self.clone() }
    }
}

/// Returns the words before a point, at most [`CONTEXT`] bytes.
fn before(document: &Document, point: Point) -> String {
    let body = document.body(point.block);
    let mut text = body.get(..point.byte).unwrap_or("").to_owned();
    let mut block = point.block;
    while text.len() < CONTEXT
        && let Some(previous) = block.previous()
    {
        text.insert(0, '\n');
        text.insert_str(0, document.body(previous));
        block = previous;
    }
    let cut = text.ceil_char_boundary(text.len().saturating_sub(CONTEXT));
    // Part of a word would be another word.
    let from = if cut == 0 { 0 } else { text[cut..].find(' ').map_or(cut, |at| cut + at + 1) };
    text.split_off(from)
}

/// Returns the words after a point, at most [`CONTEXT`] bytes.
fn after(document: &Document, point: Point) -> String {
    let body = document.body(point.block);
    let mut text = body.get(point.byte..).unwrap_or("").to_owned();
    let mut block = point.block;
    while text.len() < CONTEXT && block.next().index() < document.block_count() {
        block = block.next();
        text.push('\n');
        text.push_str(document.body(block));
    }
    let cut = text.floor_char_boundary(CONTEXT);
    let to = if cut == text.len() { cut } else { text[..cut].rfind(' ').unwrap_or(cut) };
    text.truncate(to);
    text
}

/// Returns a hash of the words of a section: sixteen hexadecimal digits.
pub fn clause_hash(document: &Document, section: SectionId) -> String {
    let mut digest = Sha256::new();
    for block in document.own_blocks(section) {
        digest.update(document.body(block));
        digest.update(b"\n");
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Formats a time to the second.
pub fn stamp(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}

/// Returns a unique id, derived from the content, the time, the process and a counter.
fn id(content: &str, now: Timestamp) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let digest =
        Sha256::digest(format!("{content} {} {} {count}", now.as_nanosecond(), std::process::id()));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Returns at most the first `len` bytes of a text, cut between characters.
pub fn clip(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, Origin};

    fn document(text: &str) -> Document {
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    const LAMPS: &str =
        "Lamps\n\n1. The keeper lights the lamp.\n\n2. The keeper is awake.\n\nThe lamp burns.\n";

    #[test]
    fn the_text_around_is_kept_across_blocks_and_in_whole_words() {
        let lamps = document(LAMPS);
        let bookmark = Bookmark::new(&lamps, Passage::within(BlockId::new(2), 11..19), "");
        assert_eq!(bookmark.address, "2:1");
        assert_eq!(bookmark.quotation.exact, "is awake");
        assert_eq!(bookmark.quotation.prefix, "Lamps\nThe keeper lights the lamp.\nThe keeper ");
        assert_eq!(bookmark.quotation.suffix, ".\nThe lamp burns.");
        let long = document(&format!("{}the lamp {}", "word ".repeat(40), "more ".repeat(40)));
        let bookmark = Bookmark::new(&long, Passage::within(BlockId::new(0), 200..208), "");
        assert!(bookmark.quotation.prefix.starts_with("word word"));
        assert!(bookmark.quotation.suffix.ends_with("more more"));
    }

    #[test]
    fn no_two_ids_are_alike() {
        let lamps = document(LAMPS);
        let make = || Bookmark::new(&lamps, Passage::within(BlockId::new(1), 0..3), "").id;
        assert_ne!(make(), make());
    }
}
