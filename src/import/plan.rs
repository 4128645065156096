//! Which chunks of a text are what, by their form and their place alone.

use super::clean::{self, Break};
use super::dates;
use super::lines::{self, Chunk};
use super::masthead::{self, Masthead};
use super::numbering::{self, Label};
use std::ops::Range;

/// A chunk with its words, safe and even.
#[derive(Debug)]
pub struct Part {
    pub chunk: Chunk,
    /// The words of all lines, parted by blanks.
    pub words: String,
    /// The number in front.
    pub label: Option<Label>,
}

/// More words than a title or a headline has, in characters.
const LONGEST_TITLE: usize = 160;

/// Chunks that are looked at for a masthead.
const HEAD_CHUNKS: usize = 4;

pub fn part(text: &str, chunk: Chunk) -> Part {
    let words: Vec<String> =
        chunk.lines.iter().map(|(r, _)| clean::words(text, r.clone())).collect();
    let indent = chunk.lines.first().map_or(0, |(range, _)| indent(text, range.start));
    let label = words.first().and_then(|line| numbering::label(line));
    let label = label.map(|label| Label { indent, ..label });
    Part { words: words.join(" "), label, chunk }
}

/// Columns of white space before a line.
fn indent(text: &str, line: usize) -> usize {
    text[..line].chars().rev().take_while(|c| c.is_whitespace() && !lines::is_line_end(*c)).count()
}

/// A chunk whose lines are numbered one after another is as many chunks.
pub fn split(text: &str, chunk: Chunk) -> Vec<Chunk> {
    let number = |line: &(Range<usize>, Break)| numbering::label(&text[line.0.clone()]);
    let mut parts: Vec<Chunk> = Vec::new();
    let mut last: Option<Label> = None;
    for line in chunk.lines {
        let label = number(&line);
        let follows = match (last, label) {
            (Some(a), Some(b)) => a.style == b.style && b.number == a.number + 1,
            _ => false,
        };
        let hard =
            parts.last().and_then(|c| c.lines.last()).is_some_and(|(_, b)| *b == Break::Hard);
        if label.is_some() && (last.is_none() || follows) {
            last = label;
        }
        match parts.last_mut() {
            Some(part) if !(follows && hard) => part.lines.push(line),
            Some(_) => parts.push(Chunk { lines: vec![line], blank_before: 0 }),
            None => parts.push(Chunk { lines: vec![line], blank_before: chunk.blank_before }),
        }
    }
    parts
}

/// Blank lines that usually part two chunks.
pub fn usual_blanks(parts: &[Part]) -> usize {
    let mut counts = [0usize; 8];
    for part in parts.iter().skip(1) {
        counts[part.chunk.blank_before.min(7)] += 1;
    }
    (1..8).max_by_key(|n| (counts[*n], std::cmp::Reverse(*n))).unwrap_or(1)
}

impl Part {
    pub fn is_ornament(&self) -> bool {
        let marks = self.words.chars().filter(|c| !c.is_whitespace()).count();
        (1..=20).contains(&marks)
            && self.words.chars().all(|c| c.is_whitespace() || "*-–—_=~#•·⁂".contains(c))
    }

    /// Short, and no sentence.
    pub fn is_title(&self) -> bool {
        self.words.chars().count() <= LONGEST_TITLE
            && !self.words.ends_with(['.', ';', ',', ':', '!', '”', '"'])
    }

    /// A few words after a number that are its title rather than a sentence.
    pub fn is_clause_title(&self) -> bool {
        let body = &self.words[self.label.map_or(0, |label| label.len)..];
        let words: Vec<&str> = body.split_whitespace().collect();
        let capital =
            |word: &&&str| word.chars().count() < 5 || word.starts_with(char::is_uppercase);
        let capitals = words.iter().filter(capital).count() == words.len();
        (1..=9).contains(&words.len())
            && !body.ends_with([';', ',', ':'])
            && (capitals || words.len() <= 2 || !body.ends_with('.'))
    }

    /// Lines such as a masthead and a headline have.
    fn is_head(&self, text: &str) -> bool {
        let short = |range: &Range<usize>| {
            clean::words(text, range.clone()).chars().count() <= LONGEST_TITLE
        };
        !self.words.ends_with('.') && self.chunk.lines.iter().all(|(range, _)| short(range))
    }

    fn is_recital(&self) -> bool {
        self.words.ends_with([';', ',']) && self.words.chars().count() > 20
    }

    /// A line of an address, a telephone or a site.
    fn is_contact(&self) -> bool {
        let words = self.words.to_lowercase();
        let marks = [
            "www.",
            "http://",
            "https://",
            "tel.",
            "tel:",
            "phone:",
            "fax",
            "e-mail",
            "email:",
            "contact person",
            "back issues",
            "unsubscribe",
            "subscribe",
        ];
        marks.iter().filter(|mark| words.contains(*mark)).count() >= 2
            || (words.contains('@') && words.chars().count() < LONGEST_TITLE)
            || ["for back issues", "contact:", "for more information, visit"]
                .iter()
                .any(|m| words.starts_with(m))
    }
}

/// Which chunks are what, as ranges of their places.
#[derive(Debug, Default)]
pub struct Plan {
    pub masthead: Option<Masthead>,
    pub head: Range<usize>,
    pub story: Range<usize>,
    pub front: Range<usize>,
    pub clauses: Vec<usize>,
    pub body_end: usize,
    pub imprint: Range<usize>,
    pub notices: Range<usize>,
}

impl Plan {
    pub fn of(text: &str, parts: &[Part]) -> Self {
        let mut plan = Self::default();
        let labels: Vec<Option<Label>> = parts.iter().map(|p| p.label).collect();
        plan.clauses = numbering::sequence(&labels);
        let first = plan.clauses.first().copied().unwrap_or(parts.len());
        plan.find_masthead(text, parts, first);
        plan.find_front(parts, first);
        plan.find_tail(parts);
        plan
    }

    fn find_masthead(&mut self, text: &str, parts: &[Part], first: usize) {
        let short = parts[..first].iter().take(HEAD_CHUNKS).take_while(|p| p.is_head(text)).count();
        let lines: Vec<String> = parts[..short]
            .iter()
            .flat_map(|p| p.chunk.lines.iter().map(|(r, _)| clean::words(text, r.clone())))
            .collect();
        self.masthead = masthead::read(lines.iter().map(String::as_str));
        // The last short chunk before the text is the headline of the story.
        let end =
            if self.masthead.is_some() { short.saturating_sub(usize::from(short > 1)) } else { 0 };
        self.head = 0..end;
    }

    /// The title, dateline and recitals before the first clause, found
    /// backwards from it; all after an ornament belongs to them.
    fn find_front(&mut self, parts: &[Part], first: usize) {
        let from = self.head.end;
        let ornament = (from..first).rev().find(|i| parts[*i].is_ornament());
        let start = match ornament {
            Some(at) if first < parts.len() => at + 1,
            _ => {
                let mut start = first;
                while start > from && parts[start - 1].is_recital() {
                    start -= 1;
                }
                if start < first && first < parts.len() {
                    while start > from
                        && (parts[start - 1].is_title()
                            || dates::is_dateline(&parts[start - 1].words))
                    {
                        start -= 1;
                    }
                }
                start
            }
        };
        self.story = from..start;
        self.front = start..first;
    }

    fn find_tail(&mut self, parts: &[Part]) {
        let after = self.clauses.last().map_or(self.front.end, |last| last + 1);
        let contact = (after..parts.len()).find(|i| parts[*i].is_contact());
        self.body_end = contact.unwrap_or(parts.len());
        // Only a bulletin or a declaration has a tail of this kind.
        if self.masthead.is_none() && (self.clauses.is_empty() || self.front.is_empty()) {
            self.body_end = parts.len();
        }
        let end = (self.body_end..parts.len()).take_while(|i| parts[*i].is_contact()).count();
        self.imprint = self.body_end..self.body_end + end;
        self.notices = self.imprint.end..parts.len();
    }
}
