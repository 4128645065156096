//! A passage that is kept, and how it is found again.

use crate::document::{Document, Passage, Point};
use crate::find::{Target, look_up};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::atomic::{AtomicU64, Ordering};

/// Which document a bookmark is of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentIdentity {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub content: String,
    /// Its title, with volume, number and date.
    pub title: String,
    /// Where it was, as it was opened.
    pub source: String,
}

impl DocumentIdentity {
    /// The identity of a document.
    pub fn of(document: &Document) -> Self {
        let metadata = document.metadata();
        Self {
            content: metadata.content.to_string(),
            title: metadata.headline(),
            source: metadata.origin.to_string(),
        }
    }
}

/// Words with what stands around them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotation {
    /// The words themselves.
    pub exact: String,
    /// The words before, in the same block.
    pub prefix: String,
    /// The words after, in the same block.
    pub suffix: String,
}

/// A point as it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Position {
    /// The place of the block in reading order.
    pub block: usize,
    /// Bytes from the start of the block's body.
    pub byte: usize,
}

impl From<Point> for Position {
    fn from(point: Point) -> Self {
        Self { block: point.block.index(), byte: point.byte }
    }
}

/// A passage that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bookmark {
    /// What it goes by in the file.
    pub id: String,
    /// Which document it is of.
    pub document: DocumentIdentity,
    /// Its address.
    pub address: String,
    /// Its words.
    pub quotation: Quotation,
    /// Where it begins.
    pub start: Position,
    /// Where it ends, exclusive.
    pub end: Position,
    /// What the person wrote.
    pub note: String,
    /// What the person filed it under.
    pub tags: Vec<String>,
    /// When it was made, RFC 3339.
    pub created: String,
    /// When it was last changed, RFC 3339.
    pub modified: String,
}

/// Bytes of context on each side, at the most.
const CONTEXT: usize = 40;

impl Bookmark {
    /// A bookmark of a passage, made now.
    pub fn new(document: &Document, passage: Passage, note: &str) -> Self {
        let now = Timestamp::now();
        let first = document.body(passage.start.block);
        let last = document.body(passage.end.block);
        let identity = DocumentIdentity::of(document);
        Self {
            id: id(&identity.content, now),
            address: document.block_address(passage.start.block),
            quotation: Quotation {
                exact: document.passage_text(passage),
                prefix: clip_end(first.get(..passage.start.byte).unwrap_or(""), CONTEXT).to_owned(),
                suffix: clip(last.get(passage.end.byte..).unwrap_or(""), CONTEXT).to_owned(),
            },
            document: identity,
            start: passage.start.into(),
            end: passage.end.into(),
            note: note.to_owned(),
            tags: Vec::new(),
            created: stamp(now),
            modified: stamp(now),
        }
    }

    /// Where its words are in a document: at its position, else where they
    /// stand once under its address, else where they stand once in the whole
    /// document. `None` where they are not, or in several places.
    pub fn locate(&self, document: &Document) -> Option<Passage> {
        self.at_position(document).or_else(|| {
            let Ok(Target::Text { passage, .. }) = look_up(document, &self.address, None) else {
                return self.in_passage(document, None);
            };
            self.in_passage(document, Some(passage)).or_else(|| self.in_passage(document, None))
        })
    }

    fn at_position(&self, document: &Document) -> Option<Passage> {
        let point = |position: Position| {
            let block = document.block_at(position.block)?;
            document
                .body(block)
                .is_char_boundary(position.byte)
                .then_some(Point { block, byte: position.byte })
        };
        let passage = Passage { start: point(self.start)?, end: point(self.end)? };
        let fits = !passage.is_empty() && document.passage_text(passage) == self.quotation.exact;
        fits.then_some(passage)
    }

    /// The one place where the words stand, in all the document or a part of it.
    fn in_passage(&self, document: &Document, part: Option<Passage>) -> Option<Passage> {
        let pieces: Vec<&str> = self.quotation.exact.split("\n\n").collect();
        let (first, last) = (pieces.first()?, pieces.last()?);
        let mut found = None;
        for start in document.block_ids() {
            let Some(end) = document.block_at(start.index() + pieces.len() - 1) else {
                break;
            };
            for (byte, _) in document.body(start).match_indices(first) {
                let end_byte = if pieces.len() == 1 { byte + first.len() } else { last.len() };
                let passage = Passage {
                    start: Point { block: start, byte },
                    end: Point { block: end, byte: end_byte },
                };
                let inside = part.is_none_or(|p| p.start <= passage.start && passage.end <= p.end);
                let boundary = document.body(end).is_char_boundary(end_byte);
                if inside && boundary && document.passage_text(passage) == self.quotation.exact {
                    if found.is_some() {
                        return None;
                    }
                    found = Some(passage);
                }
            }
        }
        found
    }

    /// Changes the note, now.
    pub fn set_note(&mut self, note: &str) {
        note.clone_into(&mut self.note);
        self.modified = stamp(Timestamp::now());
    }
}

/// Seconds are enough for a person to read.
fn stamp(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}

/// Unlike any other: the content, the time, the process and a count are in it.
fn id(content: &str, now: Timestamp) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let digest =
        Sha256::digest(format!("{content} {} {} {count}", now.as_nanosecond(), std::process::id()));
    digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The first `len` bytes of a text at the most, cut between characters.
pub fn clip(text: &str, len: usize) -> &str {
    &text[..text.floor_char_boundary(len)]
}

fn clip_end(text: &str, len: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(len))..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, Origin};

    fn document(text: &str) -> Document {
        crate::import::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    const LAMPS: &str =
        "Lamps\n\n1. The keeper lights the lamp.\n\n2. The keeper is awake.\n\nThe lamp burns.\n";

    #[test]
    fn a_passage_is_found_where_it_was_and_where_it_went() {
        let before = document(LAMPS);
        let passage = Passage::within(BlockId::new(2), 11..19);
        assert_eq!(before.passage_text(passage), "is awake");
        let bookmark = Bookmark::new(&before, passage, "");
        assert_eq!(bookmark.address, "2:1");
        assert_eq!(bookmark.quotation.prefix, "The keeper ");
        assert_eq!(bookmark.locate(&before), Some(passage));

        let after = document(
            &LAMPS
                .replace("1. ", "1. First of all, nothing.\n\n2. ")
                .replace("2. The keeper is", "3. The keeper is"),
        );
        let found = bookmark.locate(&after).expect("found");
        assert_eq!(after.passage_text(found), "is awake");
    }

    #[test]
    fn several_places_are_none() {
        let before = document(LAMPS);
        let bookmark = Bookmark::new(&before, Passage::within(BlockId::new(2), 11..19), "");
        let after = document("Lamps\n\nNobody is awake.\n\nShe is awake.\n");
        assert_eq!(bookmark.locate(&after), None);
    }

    #[test]
    fn a_passage_over_blocks_is_found() {
        let before = document(LAMPS);
        let passage = Passage {
            start: Point { block: BlockId::new(1), byte: 4 },
            end: Point { block: BlockId::new(3), byte: 8 },
        };
        let bookmark = Bookmark::new(&before, passage, "all");
        assert_eq!(bookmark.locate(&before), Some(passage));
        let after =
            document(&LAMPS.replace("Lamps\n", "Lamps\n\nOf keepers and lamps, in two parts.\n"));
        let found = bookmark.locate(&after).expect("found");
        assert_eq!(after.passage_text(found), bookmark.quotation.exact);
    }

    #[test]
    fn no_two_ids_are_alike() {
        let lamps = document(LAMPS);
        let make = || Bookmark::new(&lamps, Passage::within(BlockId::new(1), 0..3), "").id;
        assert_ne!(make(), make());
    }
}
