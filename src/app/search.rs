//! A search that is on: its matches and the current one.

use crate::document::{BlockId, Document, Passage, Point};
use crate::find::{Query, QueryError, Syntax, hits_by_section};

/// Which way a search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the end.
    Forward,
    /// To the beginning.
    Backward,
}

impl Direction {
    /// The other way.
    pub fn turned(self) -> Self {
        match self {
            Self::Forward => Self::Backward,
            Self::Backward => Self::Forward,
        }
    }
}

/// A search and what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// What was looked for.
    pub pattern: String,
    /// How it is meant.
    pub syntax: Syntax,
    /// Which way.
    pub direction: Direction,
    /// Every match, in reading order.
    pub matches: Vec<Passage>,
    /// The current one, by its place.
    pub current: Option<usize>,
    /// How many lie in each section, by the section's index.
    pub hits: Vec<usize>,
}

impl Search {
    /// Searches a document; the current match is the first from `from` on in
    /// the direction of the search.
    ///
    /// # Errors
    /// Where the pattern is none.
    pub fn new(
        document: &Document,
        pattern: &str,
        syntax: Syntax,
        direction: Direction,
        from: Point,
    ) -> Result<Self, QueryError> {
        let query = Query::new(pattern, syntax)?;
        Ok(Self::of(document, query.matches(document), pattern, syntax, direction, from))
    }

    /// The same search for a pattern that goes on from this one's, as when it
    /// is being typed: only blocks that hold the shorter can hold the longer.
    ///
    /// # Errors
    /// Where the pattern is none.
    pub fn narrowed(
        &self,
        document: &Document,
        pattern: &str,
        from: Point,
    ) -> Result<Self, QueryError> {
        let query = Query::new(pattern, self.syntax)?;
        let mut blocks: Vec<BlockId> = self.matches.iter().map(|m| m.start.block).collect();
        blocks.dedup();
        let matches = query.matches_in(document, blocks.into_iter());
        Ok(Self::of(document, matches, pattern, self.syntax, self.direction, from))
    }

    /// Whether a search for `pattern` can go on from this one.
    pub fn leads_to(&self, pattern: &str, syntax: Syntax, direction: Direction) -> bool {
        (self.syntax, self.direction) == (syntax, direction)
            && syntax == Syntax::Literal
            && pattern.starts_with(&self.pattern)
    }

    fn of(
        document: &Document,
        matches: Vec<Passage>,
        pattern: &str,
        syntax: Syntax,
        direction: Direction,
        from: Point,
    ) -> Self {
        let hits = hits_by_section(document, &matches);
        let mut search =
            Self { pattern: pattern.to_owned(), syntax, direction, matches, current: None, hits };
        search.seek(direction, from);
        search
    }

    /// Makes the first match from a point on the current one.
    pub fn seek(&mut self, direction: Direction, from: Point) {
        self.current = match direction {
            Direction::Forward => self.from(from),
            Direction::Backward => self.before(from),
        };
    }

    fn from(&self, point: Point) -> Option<usize> {
        let at = self.matches.partition_point(|m| m.start < point);
        (!self.matches.is_empty()).then_some(if at < self.matches.len() { at } else { 0 })
    }

    fn before(&self, point: Point) -> Option<usize> {
        let at = self.matches.partition_point(|m| m.start < point);
        Some(at.checked_sub(1).unwrap_or(self.matches.len().checked_sub(1)?))
    }

    /// Goes on to the next match; tells whether it went around the end.
    pub fn step(&mut self, direction: Direction) -> Option<bool> {
        let count = self.matches.len();
        let at = self.current?;
        let to = match direction {
            Direction::Forward => (at + 1) % count,
            Direction::Backward => (at + count - 1) % count,
        };
        self.current = Some(to);
        Some(match direction {
            Direction::Forward => to <= at,
            Direction::Backward => to >= at,
        })
    }

    /// The current match.
    pub fn passage(&self) -> Option<Passage> {
        self.matches.get(self.current?).copied()
    }

    /// `3 of 17`.
    pub fn tally(&self) -> String {
        match self.current {
            Some(at) => format!("{} of {}", at + 1, self.matches.len()),
            None => "nothing found".to_owned(),
        }
    }
}
