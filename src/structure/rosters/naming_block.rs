//! A block that names kinds of parties, and the names in it.

use crate::document::{BlockId, Passage, RosterEntry, RosterKind, Standing};
use crate::lexicon::cursor::Cursor;
use crate::lexicon::parties::PartyWords;
use crate::lexicon::spelled::NumberWords;
use crate::structure::{enumeration, plain_names};
use std::ops::Range;

/// Marks that end the part of a sentence that has a verb and its object.
pub const SENTENCE_ENDS: &[char] = &['.', ';'];

/// A word for a kind of parties, and its bytes in a body.
pub type KindWord = (RosterKind, Range<usize>);

/// A block that names kinds of parties.
pub struct NamingBlock<'a> {
    /// Its words.
    pub body: &'a str,
    /// Its place in the document.
    pub block: BlockId,
    /// What its language knows about parties.
    pub language: &'static PartyWords,
    /// The numbers of its language in words.
    pub numbers: &'static NumberWords,
}

impl NamingBlock<'_> {
    /// Returns a position in its words.
    pub fn at(&self, byte: usize) -> Cursor<'_> {
        Cursor::new(self.body, byte)
    }

    /// Returns the entry of a party whose name is in a range of its words.
    pub fn entry(&self, range: Range<usize>, standing: Standing) -> RosterEntry {
        RosterEntry {
            name: self.body[range.clone()].to_owned(),
            evidence: Passage::within(self.block, range),
            standing,
            level: None,
            mentions: Vec::new(),
        }
    }

    /// Returns the names at the start of a text, and where they end.
    pub fn names(&self, list: &str) -> (Vec<Range<usize>>, usize) {
        if self.language.is_caseless() {
            plain_names::names(list, self.language)
        } else {
            enumeration::names(list, self.language)
        }
    }

    /// Returns the names directly before a byte, and after another.
    pub fn names_before(&self, from: usize, end: usize) -> Vec<Range<usize>> {
        let part = &self.body[from..end];
        if self.language.is_caseless() {
            let names = plain_names::names_at_end(part, self.language).into_iter();
            return names.map(|range| from + range.start..from + range.end).collect();
        }
        let start = from + enumeration::start_of_names(part, self.language);
        let (names, _) = enumeration::names(&self.body[start..end], self.language);
        names.into_iter().map(|range| start + range.start..start + range.end).collect()
    }
}
