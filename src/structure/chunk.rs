//! Parts of a text: its elements cut where something begins, and where a list goes on with its
//! next item.

use super::numbering::Mark;
use super::part::{MOST_TITLE_WORDS, Part};
use crate::import::clean::Break;
use crate::import::manuscript::{Element, ElementKind, LineBytes};
use crate::import::shapes::is_bullet;
use crate::import::{indent, stretches};
use crate::lexicon::label::{self, LineRole};
use std::borrow::Cow;

/// The parts of a manuscript's elements: cut where something begins, and where
/// a list goes on with its next item.
pub fn parts<'a>(text: &str, elements: &'a [Element], marks: &'a [Mark]) -> Vec<Part<'a>> {
    let mut out = Vec::with_capacity(elements.len() + marks.len());
    let mut rest = marks;
    for (at, element) in elements.iter().enumerate() {
        let own = rest.partition_point(|mark| mark.place.element <= at);
        let (here, later) = rest.split_at(own);
        rest = later;
        cut(text, element, here, &mut out);
    }
    out.shrink_to_fit();
    out
}

/// Lines of an element since the last cut.
struct Uncut<'a> {
    element: &'a Element,
    /// The first of those that are unchanged from the element.
    from: usize,
    /// The line after the last of them.
    to: usize,
    /// All of them, where a label begins in the middle of one.
    pieces: Vec<LineBytes>,
}

impl<'a> Uncut<'a> {
    fn lines(&self) -> &[LineBytes] {
        if self.pieces.is_empty() { &self.element.lines[self.from..self.to] } else { &self.pieces }
    }

    /// Adds a line unchanged.
    fn add(&mut self, at: usize) {
        if !self.pieces.is_empty() {
            self.pieces.push(self.element.lines[at].clone());
        } else if self.from == self.to {
            (self.from, self.to) = (at, at + 1);
        } else {
            self.to = at + 1;
        }
    }

    /// Adds a piece of a line.
    fn add_piece(&mut self, piece: LineBytes) {
        if self.pieces.is_empty() {
            self.pieces.extend_from_slice(&self.element.lines[self.from..self.to]);
        }
        self.pieces.push(piece);
    }

    /// Takes them all.
    fn take(&mut self) -> Cow<'a, [LineBytes]> {
        let whole = &self.element.lines[self.from..self.to];
        self.from = self.to;
        match std::mem::take(&mut self.pieces) {
            pieces if pieces.is_empty() => Cow::Borrowed(whole),
            pieces => Cow::Owned(pieces),
        }
    }
}

/// Cuts one element into its parts.
fn cut<'a>(text: &str, element: &'a Element, marks: &'a [Mark], out: &mut Vec<Part<'a>>) {
    let first = out.len();
    let items = items(text, element);
    let mut uncut = Uncut { element, from: 0, to: 0, pieces: Vec::new() };
    let mut mark: Option<&Mark> = None;
    let mut rest = marks;
    for (i, (range, after)) in element.lines.iter().enumerate() {
        let mut range = range.clone();
        let own = rest.partition_point(|mark| mark.place.line <= i);
        let (here, later) = rest.split_at(own);
        rest = later;
        let item = i > 0 && items.binary_search(&i).is_ok();
        let ended = uncut.lines().last().is_some_and(|(_, after)| *after == Break::Paragraph)
            || (!marks.is_empty() && ends_paragraph(text, uncut.lines(), mark));
        if here.is_empty() && (item || ended) {
            end(text, &mut uncut, mark.take(), out.len() > first, out);
        }
        for next in here {
            let at = element.lines[i].0.start + next.place.column;
            if at > range.start {
                uncut.add_piece((range.start..at, Break::Soft));
                range.start = at;
            }
            end(text, &mut uncut, mark.take(), out.len() > first, out);
            mark = Some(next);
        }
        if range.start > element.lines[i].0.start {
            uncut.add_piece((range, *after));
        } else {
            uncut.add(i);
        }
    }
    end(text, &mut uncut, mark, out.len() > first, out);
    let is_item = |part: &Part<'_>| {
        let start = part.lines.first().map(|(range, _)| range.start);
        start.is_some_and(|start| {
            items.binary_search_by_key(&start, |line| element.lines[*line].0.start).is_ok()
        })
    };
    for part in out[first..].iter_mut().filter(|part| part.mark.is_none() && is_item(part)) {
        part.kind = ElementKind::Item;
    }
}

/// Makes a part of the lines since the last cut, or several of more than a block may have.
/// `begun` is whether one of the element was made before.
fn end<'a>(
    text: &str,
    uncut: &mut Uncut<'a>,
    mark: Option<&'a Mark>,
    begun: bool,
    out: &mut Vec<Part<'a>>,
) {
    let Some((range, _)) = uncut.lines().first() else { return };
    let Element { kind, indent, blank_before, .. } = *uncut.element;
    let own = if begun { indent::columns_before(text, range.start) } else { indent };
    let blank_before = if begun { 0 } else { blank_before };
    let lines = uncut.take();
    let stretches = stretches::of(text, kind, &lines).map(|all| all.into_iter().map(Cow::Owned));
    let whole = stretches.is_none().then_some(lines);
    let mut blocks = whole.into_iter().chain(stretches.into_iter().flatten());
    let first = blocks.next();
    let first =
        first.map(|lines| Part { kind, lines, indent: own, blank_before, mark, goes_on: false });
    out.extend(first);
    let kind = kind_going_on(kind);
    let going_on = |lines| Part { kind, lines, indent, blank_before: 0, mark: None, goes_on: true };
    out.extend(blocks.map(going_on));
}

/// The kind of what goes on in the block before: no heading or item of its own.
fn kind_going_on(kind: ElementKind) -> ElementKind {
    match kind {
        ElementKind::Heading { .. } | ElementKind::Item | ElementKind::Ornament => {
            ElementKind::Paragraph
        }
        kind => kind,
    }
}

/// Whether lines of a provision are a paragraph of their own although no blank line follows: its
/// title, or several lines of which the last was not full.
fn ends_paragraph(text: &str, lines: &[LineBytes], mark: Option<&Mark>) -> bool {
    let Some((last, Break::Hard)) = lines.last() else { return false };
    let words = text[last.clone()].trim_end();
    match lines {
        [_] => mark.is_some_and(|mark| {
            let title = text[last.clone()].get(mark.len..).unwrap_or("").trim();
            mark.len < words.len() && is_title_line(title)
        }),
        _ => words.ends_with(['.', '!', '?', ':']),
    }
}

/// Whether a line after a label is a title: a few words, and no sentence.
fn is_title_line(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let name = words.starts_with(|c: char| c.is_uppercase());
    let sentence = words.strip_suffix('.').map_or(0, |_| 2);
    (1..=MOST_TITLE_WORDS).contains(&count)
        && name
        && !words.ends_with([',', ';', ':'])
        && (sentence == 0 || count <= sentence)
}

/// The lines that begin items of a list which is none of provisions: with a
/// bullet, or with numbers that follow one another.
fn items(text: &str, element: &Element) -> Vec<usize> {
    if element.kind != ElementKind::Paragraph {
        return Vec::new();
    }
    let hard = |line: usize| line == 0 || element.lines[line - 1].1.is_meant();
    let words = |line: usize| &text[element.lines[line].0.clone()];
    let mut bullets = Vec::new();
    let mut numbers: Vec<(usize, u32)> = Vec::new();
    for line in 0..element.lines.len() {
        if hard(line) && is_bullet(words(line)) {
            bullets.push(line);
        }
        let begun = || hard(line) || (line > 0 && words(line - 1).ends_with([':', '：']));
        let last = numbers.last().map(|(_, last)| *last);
        // Most lines neither follow one nor begin one.
        if last.is_none() && !begun() {
            continue;
        }
        let labels = label::labels(words(line), LineRole::Running);
        let number = labels.first().filter(|l| l.style.named.is_none()).map(|l| l.value.last());
        let Some(n) = number else { continue };
        if last.map_or(n <= 1, |last| n == last + 1) {
            numbers.push((line, n));
        }
    }
    let numbered = numbers.iter().map(|(line, _)| *line).filter(|_| numbers.len() > 1);
    let mut lines: Vec<usize> = bullets.into_iter().chain(numbered).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}
