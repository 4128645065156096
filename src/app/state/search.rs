//! The current search: its matches and the current one.
//!
//! A long text is searched in stretches, so that no key has to wait: first for the current match,
//! from the user's position on, then for all others, to count them.

use crate::document::{BlockId, Document, Passage, Point, SectionId};
use crate::find::{PatternSyntax, Query, QueryError};
use crate::messages::{counts, states};
use std::borrow::Cow;

/// The bytes searched between two keys: takes less time than anyone notices.
const STRETCH: usize = if cfg!(test) { 1 << 16 } else { 1 << 20 };

/// The maximum number of matches to go through between two keys.
const FEW: usize = 2_000;

/// The direction of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SearchDirection {
    /// Towards the end.
    Forward,
    /// Towards the beginning.
    Backward,
}

impl SearchDirection {
    /// The opposite direction.
    pub fn turned(self) -> Self {
        match self {
            Self::Forward => Self::Backward,
            Self::Backward => Self::Forward,
        }
    }
}

/// Where to look for the current match from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeekFrom {
    /// A point: going forward, a match that begins there counts.
    Point(Point),
    /// After a match, or after any other point.
    Behind(Point),
}

impl SeekFrom {
    fn point(self) -> Point {
        match self {
            Self::Point(point) | Self::Behind(point) => point,
        }
    }
}

/// An unfinished search for the current match.
#[derive(Debug, Clone, Copy)]
struct Seek {
    direction: SearchDirection,
    from: SeekFrom,
    /// Which match from there is wanted.
    times: usize,
    /// The blocks searched so far, counted from `from`.
    walked: usize,
    /// Whether it passed the end of the document.
    around: bool,
}

/// The result of a step.
enum SeekStep {
    Found(Passage),
    /// There is no match anywhere.
    Nothing,
    /// The rest is still to be searched.
    Pending,
}

/// A search and its results.
#[derive(Debug, Clone)]
pub struct Search {
    /// The pattern.
    pub pattern: String,
    /// Its syntax.
    pub syntax: PatternSyntax,
    /// Its direction.
    pub direction: SearchDirection,
    query: Query,
    /// Every match in the blocks searched so far, in reading order.
    matches: Vec<Passage>,
    /// The number of blocks searched so far, from the first one on, and the total.
    looked_at: usize,
    blocks: usize,
    current: Option<Passage>,
    seek: Option<Seek>,
    /// Whether the way to the current match passed the end of the document.
    around: bool,
    /// The number of matches in each section, by the index of the section.
    hits: Vec<usize>,
}

impl Search {
    /// Starts a search; the current match is the first from `from` on in the direction of the
    /// search. A short text is searched at once, a long one by [`Search::go_on`].
    ///
    /// # Errors
    /// If the pattern is invalid.
    pub fn new(
        document: &Document,
        pattern: &str,
        syntax: PatternSyntax,
        direction: SearchDirection,
        from: Point,
    ) -> Result<Self, QueryError> {
        let mut search = Self::begun(document, pattern, syntax, direction)?;
        search.seek(document, direction, SeekFrom::Point(from), 1);
        search.go_on(document);
        Ok(search)
    }

    /// A search that has not looked at anything yet.
    fn begun(
        document: &Document,
        pattern: &str,
        syntax: PatternSyntax,
        direction: SearchDirection,
    ) -> Result<Self, QueryError> {
        Ok(Self {
            pattern: pattern.to_owned(),
            syntax,
            direction,
            query: Query::new(pattern, syntax)?,
            matches: Vec::new(),
            looked_at: 0,
            blocks: document.block_count(),
            current: None,
            seek: None,
            around: false,
            hits: vec![0; document.sections().len()],
        })
    }

    /// The same search for a longer pattern, as while it is being typed: only blocks that contain
    /// the shorter pattern can contain the longer one.
    ///
    /// # Errors
    /// If the pattern is invalid.
    pub fn narrowed(
        &self,
        document: &Document,
        pattern: &str,
        from: Point,
    ) -> Result<Self, QueryError> {
        let mut search = Self {
            pattern: pattern.to_owned(),
            query: Query::new(pattern, self.syntax)?,
            matches: Vec::new(),
            hits: vec![0; document.sections().len()],
            ..self.clone()
        };
        let mut blocks: Vec<BlockId> = self.matches.iter().map(|m| m.start.block).collect();
        blocks.dedup();
        for block in blocks {
            search.look_at(document, block);
        }
        search.seek(document, self.direction, SeekFrom::Point(from), 1);
        Ok(search)
    }

    /// Whether a search for `pattern` can continue from this one, without delay.
    pub fn leads_to(
        &self,
        pattern: &str,
        syntax: PatternSyntax,
        direction: SearchDirection,
    ) -> bool {
        (self.syntax, self.direction) == (syntax, direction)
            && syntax == PatternSyntax::Literal
            && pattern.starts_with(&self.pattern)
            && !self.is_going_on()
            && self.matches.len() <= FEW
    }

    /// Searches the next stretch of the document.
    pub fn go_on(&mut self, document: &Document) {
        self.look_on(document, STRETCH);
    }

    /// Searches up to about `left` further bytes.
    fn look_on(&mut self, document: &Document, mut left: usize) {
        self.find_current(document, &mut left);
        while left > 0
            && let Some(block) = document.block_at(self.looked_at)
        {
            left = left.saturating_sub(document.body(block).len().max(1));
            self.look_at(document, block);
            self.looked_at += 1;
        }
        if !self.is_counting() {
            self.find_current(document, &mut left);
        }
    }

    /// Whether there is more to search.
    pub fn is_going_on(&self) -> bool {
        self.seek.is_some() || self.is_counting()
    }

    /// Whether the current match has not been found yet.
    pub fn is_seeking(&self) -> bool {
        self.seek.is_some()
    }

    /// Whether the way to the current match passed the end of the document.
    pub fn went_around(&self) -> bool {
        self.around
    }

    /// Keeps the current match that there was.
    pub fn give_up_seeking(&mut self) {
        self.seek = None;
    }

    /// Makes another match the current one: the `times`-th from a place.
    pub fn seek(
        &mut self,
        document: &Document,
        direction: SearchDirection,
        from: SeekFrom,
        times: usize,
    ) {
        self.seek = Some(Seek::new(direction, from, times));
        let mut left = STRETCH;
        self.find_current(document, &mut left);
    }

    /// Every match found so far, in reading order.
    pub fn matches(&self) -> &[Passage] {
        &self.matches
    }

    /// Every match in a block.
    pub fn in_block(&self, document: &Document, block: BlockId) -> Cow<'_, [Passage]> {
        if block.index() < self.looked_at {
            let from = self.matches.partition_point(|m| m.start.block < block);
            let to = self.matches.partition_point(|m| m.start.block <= block);
            Cow::Borrowed(&self.matches[from..to])
        } else {
            Cow::Owned(self.query.matches_in(document, std::iter::once(block)))
        }
    }

    /// The number of matches in a section, including its sub-sections.
    pub fn hits(&self, section: SectionId) -> usize {
        self.hits.get(section.index()).copied().unwrap_or(0)
    }

    /// The current match.
    pub fn passage(&self) -> Option<Passage> {
        self.current
    }

    /// `3 of 17`; while the search goes on, how far it has come.
    pub fn tally(&self) -> String {
        let found = self.matches.len();
        let walked = self.seek.map_or(0, |seek| seek.walked * 100 / self.blocks.max(1));
        match self.current {
            _ if self.seek.is_some() => states::searching(walked),
            Some(_) if self.is_counting() => states::at_least(found.max(1)),
            Some(current) => {
                let at = self.matches.partition_point(|m| m.start < current.start);
                counts::of(at + 1, found)
            }
            None if self.is_counting() => states::so_far(found),
            None if found > 0 => states::found(found),
            None => states::NOTHING_FOUND.to_owned(),
        }
    }

    /// Whether it is certain that there is no match.
    pub fn is_in_vain(&self) -> bool {
        !self.is_going_on() && self.matches.is_empty()
    }

    /// Whether there are blocks that have not been searched.
    fn is_counting(&self) -> bool {
        self.looked_at < self.blocks
    }

    /// Adds the matches of the next block.
    fn look_at(&mut self, document: &Document, block: BlockId) {
        let before = self.matches.len();
        self.matches.extend(self.query.matches_in(document, std::iter::once(block)));
        let found = self.matches.len() - before;
        if found > 0 {
            for section in document.ancestry(document.block(block).section) {
                self.hits[section.index()] += found;
            }
        }
    }

    /// Searches up to `left` bytes for the current match.
    fn find_current(&mut self, document: &Document, left: &mut usize) {
        while let Some(mut seek) = self.seek {
            match self.step(document, &mut seek, left) {
                SeekStep::Found(passage) if seek.times <= 1 => {
                    (self.current, self.around, self.seek) = (Some(passage), seek.around, None);
                }
                SeekStep::Found(passage) => {
                    let from = SeekFrom::Behind(passage.start);
                    let next = Seek::new(seek.direction, from, seek.times - 1);
                    self.seek = Some(Seek { around: seek.around, ..next });
                }
                SeekStep::Nothing => {
                    // The whole document has been searched on the way.
                    self.looked_at = self.blocks;
                    (self.current, self.seek) = (None, None);
                }
                SeekStep::Pending => {
                    self.seek = Some(seek);
                    return;
                }
            }
        }
    }

    /// Goes to the next match, as far as the search has come.
    fn step(&self, document: &Document, seek: &mut Seek, left: &mut usize) -> SeekStep {
        if !self.is_counting() {
            return self.known(seek);
        }
        let from = seek.from.point().block.index();
        // After all others, the block where it started is searched again.
        while seek.walked <= self.blocks {
            if *left == 0 {
                return SeekStep::Pending;
            }
            let (index, around) = match seek.direction {
                SearchDirection::Forward => {
                    ((from + seek.walked) % self.blocks, from + seek.walked >= self.blocks)
                }
                SearchDirection::Backward => {
                    ((from + self.blocks - seek.walked) % self.blocks, seek.walked > from)
                }
            };
            let Some(block) = document.block_at(index) else { break };
            *left = left.saturating_sub(document.body(block).len().max(1));
            let matches = self.in_block(document, block);
            let at = match seek.walked {
                0 => seek.next_among(&matches),
                _ => seek.first_among(&matches),
            };
            if let Some(passage) = at.and_then(|at| matches.get(at)) {
                seek.around |= around;
                return SeekStep::Found(*passage);
            }
            seek.walked += 1;
        }
        SeekStep::Nothing
    }

    /// The next match, if all of them are known.
    fn known(&self, seek: &mut Seek) -> SeekStep {
        let next = seek.next_among(&self.matches);
        seek.around |= next.is_none();
        match next.or_else(|| seek.first_among(&self.matches)) {
            Some(at) => SeekStep::Found(self.matches[at]),
            None => SeekStep::Nothing,
        }
    }
}

impl Seek {
    fn new(direction: SearchDirection, from: SeekFrom, times: usize) -> Self {
        Self { direction, from, times, walked: 0, around: false }
    }

    /// The index of the next match among some.
    fn next_among(&self, matches: &[Passage]) -> Option<usize> {
        let at = match (self.direction, self.from) {
            (SearchDirection::Forward, SeekFrom::Behind(point)) => {
                matches.partition_point(|m| m.start <= point)
            }
            (_, SeekFrom::Point(point) | SeekFrom::Behind(point)) => {
                matches.partition_point(|m| m.start < point)
            }
        };
        match self.direction {
            SearchDirection::Forward => (at < matches.len()).then_some(at),
            SearchDirection::Backward => at.checked_sub(1),
        }
    }

    /// The index of the first match among some in the direction of the search.
    fn first_among(&self, matches: &[Passage]) -> Option<usize> {
        match self.direction {
            SearchDirection::Forward => (!matches.is_empty()).then_some(0),
            SearchDirection::Backward => matches.len().checked_sub(1),
        }
    }
}

#[cfg(test)]
mod tests;
