//! Finds a bookmarked passage again in a text that may have been edited.
//!
//! A bookmark stores several selectors, in the sense of the W3C Web Annotation
//! model: its address, its position, its quotation with context, and a hash of
//! its clause. [`Index::find`] weighs them:
//!
//! 1. if the document is identical to the byte, the position is right;
//! 2. otherwise every place with exactly these words is a candidate;
//! 3. otherwise windows of the text that share rare words with the quotation, in
//!    the same order, are aligned with it word by word ([`alignment`]);
//! 4. each candidate is scored by its words, its context and its place. The best
//!    must reach a floor and be clearly better than the second.
//!
//! So similar words in another place are reported as moved, reworded or
//! ambiguous, never as exact. Different words are never matched across more
//! clauses than the passage spanned, nor are the neighbours of the passage taken
//! for it.

mod alignment;

use super::bookmark::{Bookmark, clause_hash};
use crate::align::{WordPlaces, WordSpan};
use crate::document::{Address, BlockId, Document, Passage, Place, Point, SectionId};
use crate::find::{Target, look_up};
use alignment::{ClauseReach, WordPattern};
use std::cmp::Ordering;

/// What became of a bookmarked passage in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Anchor {
    /// The same words at the same place.
    Exact(Passage),
    /// The same words elsewhere, or in other surroundings.
    Moved(Passage),
    /// Similar words, perhaps in another place.
    Reworded(Passage),
    /// Several places are equally good, the best first.
    Ambiguous(Vec<Passage>),
    /// No place is good enough.
    Lost,
}

impl Anchor {
    /// The passage, if there is exactly one.
    pub fn passage(&self) -> Option<Passage> {
        match self {
            Self::Exact(passage) | Self::Moved(passage) | Self::Reworded(passage) => Some(*passage),
            Self::Ambiguous(_) | Self::Lost => None,
        }
    }

    /// The passages that may be the bookmarked one: none, one or several.
    pub fn candidates(&self) -> &[Passage] {
        match self {
            Self::Exact(passage) | Self::Moved(passage) | Self::Reworded(passage) => {
                std::slice::from_ref(passage)
            }
            Self::Ambiguous(several) => several,
            Self::Lost => &[],
        }
    }

    /// The same state in a text in which the passages are elsewhere.
    pub fn mapped(&self, to: impl Fn(Passage) -> Option<Passage>) -> Self {
        let one =
            |passage: &Passage, state: fn(Passage) -> Self| to(*passage).map_or(Self::Lost, state);
        match self {
            Self::Exact(passage) => one(passage, Self::Exact),
            Self::Moved(passage) => one(passage, Self::Moved),
            Self::Reworded(passage) => one(passage, Self::Reworded),
            Self::Ambiguous(several) => {
                Self::Ambiguous(several.iter().filter_map(|passage| to(*passage)).collect())
            }
            Self::Lost => Self::Lost,
        }
    }

    /// The name of this state on the screen and in filters.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Exact(_) => "exact",
            Self::Moved(_) => "moved",
            Self::Reworded(_) => "reworded",
            Self::Ambiguous(_) => "ambiguous",
            Self::Lost => "lost",
        }
    }
}

/// Weights of the words, the context and the place in a candidate's score.
const WORDS_WEIGHT: f32 = 0.75;
const CONTEXT_WEIGHT: f32 = 0.17;
const PLACE_WEIGHT: f32 = 0.08;

/// A candidate needs at least this share of common words; in enough of its old
/// context, a smaller share suffices.
const FLOOR: f32 = 0.6;
const FLOOR_IN_CONTEXT: f32 = 0.45;
const CONTEXT_THAT_HELPS: f32 = 0.6;

/// With less context than this, and outside its clause, a candidate needs a
/// larger share of the words.
const STRANGE_CONTEXT: f32 = 0.3;
const SAME_CLAUSE: f32 = 0.8;
const FLOOR_OF_STRANGE: f32 = 0.8;

/// Minimum lead of the best candidate over the second.
const MARGIN: f32 = 0.05;

/// Passages of fewer words than this are distinguished by their context alone.
const FEW_WORDS: usize = 4;

/// The floor for so few words in their old context.
const FLOOR_OF_FEW: f32 = 0.35;

/// Share of the context that makes the same words at the same place exact.
const CONTEXT_OF_EXACT: f32 = 0.5;

/// Maximum number of places in an ambiguous result.
const MOST_OFFERED: usize = 9;

/// A document prepared for finding passages.
#[derive(Debug)]
pub struct Index<'a> {
    document: &'a Document,
    words: WordPlaces,
}

/// A place that may be the bookmarked passage.
#[derive(Debug, Clone)]
struct PassageCandidate {
    passage: Passage,
    /// Whether the words are identical to the byte.
    same: bool,
    /// Share of common words, 0 to 1.
    words: f32,
    /// Share of the old context that surrounds it, 0 to 1.
    context: f32,
    /// How near it is to the old place, 0 to 1.
    place: f32,
}

impl PassageCandidate {
    fn score(&self) -> f32 {
        self.words * WORDS_WEIGHT + self.context * CONTEXT_WEIGHT + self.place * PLACE_WEIGHT
    }

    fn is_good(&self, few: bool) -> bool {
        let in_context = self.context >= CONTEXT_THAT_HELPS;
        if few {
            return in_context && self.words >= FLOOR_OF_FEW || self.same && self.context > 0.3;
        }
        if in_context {
            return self.words >= FLOOR_IN_CONTEXT;
        }
        // In another place and another context, nearly all words must be the same.
        let strange = self.context < STRANGE_CONTEXT && self.place < SAME_CLAUSE;
        self.words >= if strange { FLOOR_OF_STRANGE } else { FLOOR }
    }
}

impl<'a> Index<'a> {
    /// Prepares a document. The cost is proportional to its length and paid once.
    pub fn new(document: &'a Document) -> Self {
        Self { document, words: WordPlaces::of(document) }
    }

    /// Finds a bookmarked passage.
    pub fn find(&self, bookmark: &Bookmark) -> Anchor {
        if let Some(passage) = at_position(self.document, bookmark) {
            return Anchor::Exact(passage);
        }
        let pattern = WordPattern::new(&self.words, &bookmark.quotation, reach(bookmark));
        let mut candidates = self.same_words(bookmark, &pattern);
        let settled = candidates.iter().any(|c| c.context >= CONTEXT_THAT_HELPS && c.place > 0.0);
        if !settled {
            candidates.extend(self.alike(bookmark, &pattern));
        }
        self.decide(bookmark, &pattern, candidates)
    }

    fn decide(
        &self,
        bookmark: &Bookmark,
        pattern: &WordPattern,
        mut candidates: Vec<PassageCandidate>,
    ) -> Anchor {
        let few = pattern.quoted().len() < FEW_WORDS;
        candidates.retain(|candidate| candidate.is_good(few));
        candidates.sort_by(|a, b| b.score().partial_cmp(&a.score()).unwrap_or(Ordering::Equal));
        let mut apart: Vec<PassageCandidate> = Vec::new();
        for candidate in candidates {
            if !apart.iter().any(|known| known.passage.overlaps(candidate.passage)) {
                apart.push(candidate);
            }
        }
        let Some(best) = apart.first() else { return Anchor::Lost };
        let near = apart.iter().take_while(|c| best.score() - c.score() < MARGIN).count();
        if near > 1 {
            let offered = apart.iter().take(near.min(MOST_OFFERED)).map(|c| c.passage);
            return Anchor::Ambiguous(offered.collect());
        }
        let here = self.document.passage_address(best.passage) == bookmark.address;
        match (best.same, here && best.context >= CONTEXT_OF_EXACT) {
            (true, true) => Anchor::Exact(best.passage),
            (true, false) => Anchor::Moved(best.passage),
            (false, _) => Anchor::Reworded(best.passage),
        }
    }

    /// Returns every place that contains exactly the quotation.
    fn same_words(&self, bookmark: &Bookmark, pattern: &WordPattern) -> Vec<PassageCandidate> {
        let quoted = pattern.quoted();
        let found = self.words.occurrences(quoted).filter_map(|at| {
            let span = WordSpan { start: at, end: at + quoted.len() };
            let candidate = self.candidate(bookmark, pattern, span, 1.0)?;
            candidate.same.then_some(candidate)
        });
        found.collect()
    }

    /// Returns the places whose words align with those of the quotation.
    fn alike(&self, bookmark: &Bookmark, pattern: &WordPattern) -> Vec<PassageCandidate> {
        let mut windows = alignment::windows(&self.words, pattern);
        windows.extend(self.expected(bookmark, pattern));
        windows
            .into_iter()
            .filter_map(|window| {
                let (span, share) = alignment::align(&self.words, pattern, window)?;
                let candidate = self.candidate(bookmark, pattern, span, share)?;
                let elsewhere = candidate.place < SAME_CLAUSE;
                let neighbour = elsewhere && alignment::is_neighbour(&self.words, pattern, span);
                (!neighbour).then_some(candidate)
            })
            .collect()
    }

    /// Returns the words around the old place of the passage.
    fn expected(&self, bookmark: &Bookmark, pattern: &WordPattern) -> Option<WordSpan> {
        let section = self.section_of(&bookmark.address)?;
        let blocks = &self.document.section(section).blocks;
        let start = self.words.words().first_of(BlockId::new(blocks.start));
        let end = self.words.words().first_of(BlockId::new(blocks.end));
        let slack = pattern.len();
        let longest = start + 8 * slack;
        Some(
            WordSpan { start: start.saturating_sub(slack), end: end.min(longest) + slack }
                .within(self.words.words().count()),
        )
    }

    /// Returns the section that a stored address names or is part of; for a
    /// range, the section where it begins.
    fn section_of(&self, address: &str) -> Option<SectionId> {
        let target = look_up(self.document, address, None).ok().or_else(|| {
            let outer = address.rsplit_once('-').or_else(|| address.rsplit_once(':'))?.0;
            look_up(self.document, outer, None).ok()
        });
        match target {
            Some(Target::Text { passage, .. }) => {
                Some(self.document.block(passage.start.block).section)
            }
            _ => None,
        }
    }

    /// Returns the passage from the first word of a range to its last, with the
    /// punctuation around them that the quoted words have too.
    fn passage(&self, span: WordSpan, quoted: &str) -> Option<Passage> {
        let (first, from) = self.words.place(span.start)?;
        let (last, to) = self.words.place(span.end.checked_sub(1)?)?;
        let (head, tail) = WordPlaces::ends_of(quoted).unwrap_or_default();
        let before = &self.document.body(first)[..from.start];
        let after = &self.document.body(last)[to.end..];
        let lead = common_end(before, &quoted[..head.start]);
        let trail = common_start(after, &quoted[tail.end..]);
        Some(Passage {
            start: Point { block: first, byte: from.start - lead },
            end: Point { block: last, byte: to.end + trail },
        })
    }

    fn candidate(
        &self,
        bookmark: &Bookmark,
        pattern: &WordPattern,
        span: WordSpan,
        share: f32,
    ) -> Option<PassageCandidate> {
        let passage = self.passage(span, &bookmark.quotation.exact)?;
        let same = self.document.passage_text(passage) == bookmark.quotation.exact;
        let section = self.document.block(passage.start.block).section;
        let unchanged =
            !bookmark.clause.is_empty() && clause_hash(self.document, section) == bookmark.clause;
        let context =
            if unchanged && same { 1.0 } else { alignment::context(&self.words, pattern, span) };
        let place = self.nearness(bookmark, section, passage);
        Some(PassageCandidate { passage, same, words: share, context, place })
    }

    /// Returns 1 at the same address, less in the same clause, and still less in
    /// a neighbouring one.
    fn nearness(&self, bookmark: &Bookmark, section: SectionId, passage: Passage) -> f32 {
        if self.document.passage_address(passage) == bookmark.address {
            return 1.0;
        }
        match self.section_of(&bookmark.address) {
            Some(was) => match was.index().abs_diff(section.index()) {
                0 => SAME_CLAUSE,
                1 => 0.5,
                _ => 0.0,
            },
            None => 0.0,
        }
    }
}

/// Returns how many clauses a passage spanned, judging by its address and its number of blocks.
fn reach(bookmark: &Bookmark) -> ClauseReach {
    let blocks = bookmark.quotation.exact.split("\n\n").count();
    let section = |place: &Place| Place { paragraph: None, ..place.clone() };
    match bookmark.address.parse() {
        _ if blocks == 1 => ClauseReach::Runs(1),
        Ok(Address::Range(first, last)) if section(&first) != section(&last) => {
            ClauseReach::Runs(blocks)
        }
        Ok(_) => ClauseReach::One,
        Err(_) => ClauseReach::Runs(blocks),
    }
}

/// Returns the passage at the stored position, if the document is the same and
/// the words there are the same.
pub fn at_position(document: &Document, bookmark: &Bookmark) -> Option<Passage> {
    if document.metadata().content.to_string() != bookmark.document.content {
        return None;
    }
    let point = |position: super::Position| {
        let block = document.block_at(position.block)?;
        let boundary = document.body(block).is_char_boundary(position.byte);
        boundary.then_some(Point { block, byte: position.byte })
    };
    let passage = Passage { start: point(bookmark.start)?, end: point(bookmark.end)? };
    let fits = !passage.is_empty() && document.passage_text(passage) == bookmark.quotation.exact;
    fits.then_some(passage)
}

/// Number of bytes that two texts share at their start.
fn common_start(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum()
}

/// Number of bytes that two texts share at their end.
fn common_end(a: &str, b: &str) -> usize {
    a.chars()
        .rev()
        .zip(b.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(c, _)| c.len_utf8())
        .sum()
}

#[cfg(test)]
mod tests;
