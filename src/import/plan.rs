//! Which chunks of a text are what, by their form and their place alone.

use super::clean::{self, Break};
use super::dates;
use super::lines;
use super::manuscript::Element;
use super::masthead::{self, Masthead};
use super::numbering::{self, Label};
use super::subject;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A chunk with its words, safe and even.
#[derive(Debug)]
pub struct Part {
    pub chunk: Element,
    /// The words of all lines, parted by blanks.
    pub words: String,
    /// The number in front.
    pub label: Option<Label>,
}

/// More words than a title or a headline has, in characters.
const LONGEST_TITLE: usize = 160;

/// Chunks that are looked at for a masthead.
const HEAD_CHUNKS: usize = 8;

pub fn part(text: &str, chunk: Element) -> Part {
    let words: Vec<String> =
        chunk.lines.iter().map(|(r, _)| clean::words(text, r.clone())).collect();
    let label = words.first().and_then(|line| numbering::label(line));
    let label = label.map(|label| Label { indent: chunk.indent, ..label });
    Part { words: words.join(" "), label, chunk }
}

/// Columns of white space before a line.
fn columns_before(text: &str, line: usize) -> usize {
    text[..line].chars().rev().take_while(|c| c.is_whitespace() && !lines::is_line_end(*c)).count()
}

/// A number alone on its line belongs to the chunk that it stands over.
pub fn join_numbers(text: &str, chunks: Vec<Element>) -> Vec<Element> {
    let lone = |chunk: &Element| match chunk.lines.as_slice() {
        [(range, _)] => {
            let line = &text[range.clone()];
            numbering::label(line).is_some_and(|label| label.len == line.len())
        }
        _ => false,
    };
    let numbered = |chunk: &Element| {
        let first = chunk.lines.first();
        first.is_some_and(|(range, _)| numbering::label(&text[range.clone()]).is_some())
    };
    let mut out: Vec<Element> = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        match out.last_mut().filter(|last| lone(last) && !numbered(&chunk)) {
            Some(last) => last.lines.extend(chunk.lines),
            None => out.push(chunk),
        }
    }
    out
}

/// A chunk whose lines are numbered one after another is as many chunks.
pub fn split(text: &str, chunk: Element) -> Vec<Element> {
    let Element { kind, blank_before, indent, lines } = chunk;
    let number = |line: &(Range<usize>, Break)| numbering::label(&text[line.0.clone()]);
    let mut parts: Vec<Element> = Vec::new();
    let mut last: Option<Label> = None;
    for line in lines {
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
            Some(_) => {
                let indent = columns_before(text, line.0.start);
                parts.push(Element { kind, lines: vec![line], indent, blank_before: 0 });
            }
            None => parts.push(Element { kind, lines: vec![line], indent, blank_before }),
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

    /// Lines such as a masthead and a headline have; wrapped lines are one.
    fn is_head(&self, text: &str) -> bool {
        let mut length = 0;
        let short = self.chunk.lines.iter().all(|(range, after)| {
            length += clean::words(text, range.clone()).chars().count() + 1;
            let fits = length <= LONGEST_TITLE;
            if *after == Break::Hard {
                length = 0;
            }
            fits
        });
        short && !self.words.ends_with('.') && !self.is_ornament()
    }

    fn is_recital(&self) -> bool {
        self.words.ends_with([';', ',', ':']) && self.words.chars().count() > 8
    }

    /// A recital by its first words, not by its end alone.
    fn opens_as_recital(&self) -> bool {
        self.is_recital()
            && (self.words.starts_with("We, ")
                || self.words.starts_with("The ")
                || subject::operative(&self.words).is_some())
    }

    /// How many marks of an address, a telephone or a site it has.
    fn contact_marks(&self) -> usize {
        let sentence = self.words.ends_with('.') && self.words.chars().count() > LONGEST_TITLE;
        CONTACT.as_ref().filter(|_| !sentence).map_or(0, |re| re.find_iter(&self.words).count())
    }

    /// Lines of an address, a telephone or a site.
    fn is_contact(&self) -> bool {
        self.contact_marks() >= 2
            || (self.words.contains('@') && self.words.chars().count() < LONGEST_TITLE)
            || ["for back issues", "contact:", "for more information, visit"]
                .iter()
                .any(|m| self.words.get(..m.len()).is_some_and(|w| w.eq_ignore_ascii_case(m)))
    }

    /// Columns of words parted by wide blanks, as a row of a table has.
    fn is_row(&self, text: &str) -> bool {
        self.chunk.lines.iter().any(|(range, _)| {
            let words = text[range.clone()].trim_start_matches(|c: char| !c.is_whitespace());
            words.trim().contains("   ") || words.trim().contains('\t')
        })
    }
}

static CONTACT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:tel|telephone|phone|fax|mobile|e-?mail|editor|editors|address|publisher|web)\s*[.:]|www\.|https?://|\bcontact person\b|\bback issues\b|\b(?:un)?subscribe\b",
    )
    .ok()
});

/// Whether a text begins as mail does: with who writes to whom.
fn is_mail(text: &str, parts: &[Part]) -> bool {
    let Some(head) = parts.first() else { return false };
    let has = |names: &[&str]| {
        head.chunk.lines.iter().any(|(range, _)| {
            let name = text[range.clone()].split_once(':').map_or("", |(name, _)| name);
            names.iter().any(|known| name.eq_ignore_ascii_case(known))
        })
    };
    has(&["From"]) && has(&["To", "Subject", "Date"])
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
        plan.find_masthead(text, parts, plan.first(parts));
        plan.find_front(parts, plan.first(parts));
        if plan.is_mere_list(text, parts) {
            plan.clauses.clear();
            plan.find_front(parts, parts.len());
        }
        plan.find_tail(parts);
        plan
    }

    fn first(&self, parts: &[Part]) -> usize {
        self.clauses.first().copied().unwrap_or(parts.len())
    }

    /// Whether the numbers are those of a letter's points, of a table, or of a
    /// list inside prose: a small part of the text, or lines of one chunk that
    /// prose goes on after.
    fn is_mere_list(&self, text: &str, parts: &[Part]) -> bool {
        let (Some(first), Some(last)) = (self.clauses.first(), self.clauses.last()) else {
            return false;
        };
        if is_mail(text, parts) {
            return true;
        }
        let rows = self.clauses.iter().filter(|at| parts[**at].is_row(text)).count();
        if rows * 2 > self.clauses.len() {
            return true;
        }
        if self.front.clone().any(|at| parts[at].opens_as_recital()) {
            return false;
        }
        let size = |range: Range<usize>| parts[range].iter().map(|p| p.words.len()).sum::<usize>();
        let close = self.clauses[1..].iter().filter(|at| parts[**at].chunk.blank_before == 0);
        let together = close.count() * 2 >= self.clauses.len() - 1;
        let goes_on = parts[last + 1..].iter().any(|p| !p.is_contact() && !p.is_ornament());
        let small = size(*first..last + 1) * 4 < size(self.front.start..parts.len());
        small || (together && goes_on)
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
                // Recitals lead to clauses, or are none.
                if first == parts.len() {
                    start = first;
                } else if start < first {
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

    /// The contact lines after the last clause, or after a story without
    /// clauses, and what follows them.
    fn find_tail(&mut self, parts: &[Part]) {
        let after = match self.clauses.last() {
            Some(last) => last + 1,
            None => (self.head.end + 1).min(parts.len()),
        };
        let contact = (after..parts.len()).find(|i| parts[*i].is_contact());
        let mut start = contact.unwrap_or(parts.len());
        loop {
            let marked =
                |back: usize| start >= after + back && parts[start - back].contact_marks() > 0;
            // An address without a mark may stand between two lines that have one.
            let lead = if marked(1) {
                1
            } else if marked(2) && parts[start - 1].is_title() {
                2
            } else {
                break;
            };
            start -= lead;
        }
        // Only a bulletin or a declaration has a tail of this kind.
        if self.masthead.is_none() && (self.clauses.is_empty() || self.front.is_empty()) {
            start = parts.len();
        }
        let mut end = start;
        while let Some(next) = (end..parts.len().min(end + 2))
            .find(|i| parts[*i].contact_marks() > 0 || parts[*i].is_contact())
        {
            end = next + 1;
        }
        if start < parts.len() && start > after && parts[start - 1].is_ornament() {
            start -= 1;
        }
        self.body_end = start;
        self.story.end = self.story.end.min(start);
        self.imprint = start..end;
        self.notices = end..parts.len();
    }
}
