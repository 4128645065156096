//! Decides which line ends of a plain text are hard breaks and which come from wrapping.
//!
//! No single sign is enough: a line may end in `;` within a sentence. The decision
//! depends on the layout of the whole document:
//!
//! 1. every line is measured ([`line`](mod@line));
//! 2. the lines vote for the column at which they were wrapped, and those whose sentence
//!    continues show how strictly ([`width`]);
//! 3. if blank lines separate the paragraphs, a line end inside one is hard only if the
//!    line is short and its sentence does not seem to continue ([`parted`]);
//! 4. otherwise, a paragraph ends with each line that is not full, and before a
//!    different indent ([`indents`]); after a full line, the ends of all other
//!    paragraphs decide ([`odds`]);
//! 5. the number of a reference on the line after its word joins that word
//!    ([`numbering_word`]), whatever the other lines look like.

mod indents;
mod line;
mod lineated;
mod numbering_word;
mod odds;
mod parted;
#[cfg(test)]
mod tests;
mod width;

use super::clean::Break;
use super::manuscript::Element;
use crate::lexicon::text_languages::TextLanguages;
use indents::{IndentRole, Indents};
use line::{ChunkLine, WordOpening};
use odds::Odds;
use parted::DocumentLines;
use std::borrow::Cow;
use std::ops::Range;
use width::Width;

/// A chunk with more lines is rarely one paragraph.
const LONGEST_PARAGRAPH: usize = 12;

/// If at least one line in this many is short, the lines contain more than one
/// paragraph.
const SHORT_LINES: usize = 40;

/// Sets the breaks in chunks of lines, which blank lines separate.
pub fn mark_breaks(text: &str, chunks: &mut [Element]) {
    let mut lines: Vec<ChunkLine> =
        Vec::with_capacity(chunks.iter().map(|chunk| chunk.lines.len()).sum());
    for chunk in &*chunks {
        lines.extend(chunk.lines.iter().enumerate().map(|(at, (range, _))| {
            ChunkLine::of(text, range, chunk.lines.get(at + 1).map(|(next, _)| next))
        }));
    }
    let kinds = kinds(chunks, &lines);
    let of = |kind| kinds.iter().flat_map(move |(own, range)| (*own == kind).then_some(range));
    let prose: Cow<'_, [ChunkLine]> = if kinds.iter().all(|(kind, _)| *kind == ChunkKind::Prose) {
        Cow::Borrowed(&lines)
    } else {
        of(ChunkKind::Prose).flat_map(|range| &lines[range.clone()]).copied().collect()
    };
    let verses: usize = of(ChunkKind::Verse).map(ExactSizeIterator::len).sum();
    let width = Width::of(&prose);
    let document = DocumentLines { width, verse: verses > prose.len() };
    let languages = TextLanguages::undetected(text);
    let unparted = width.filter(|width| {
        !document.verse
            && is_unparted(of(ChunkKind::Prose).map(|range| &lines[range.clone()]), *width)
    });
    let evidence = unparted.map(|width| {
        let indents = Indents::of(&lines, width);
        (width, indents, Odds::of(text, chunks, &lines, width, indents))
    });
    for (chunk, (kind, range)) in chunks.iter_mut().zip(kinds) {
        let own = &lines[range];
        let breaks = match &evidence {
            Some((width, indents, odds))
                if kind == ChunkKind::Prose && own.iter().any(|line| ends_full(line, *width)) =>
            {
                let words = |at: usize| &text[chunk.lines[at].0.clone()];
                unparted_breaks(own, words, *width, *indents, odds)
            }
            _ if kind == ChunkKind::Drawn => vec![Break::Hard; own.len()],
            _ => parted::breaks(own, document),
        };
        let numbered: Vec<bool> = chunk
            .lines
            .windows(2)
            .map(|pair| {
                let [(line, _), (next, _)] = pair else { return false };
                numbering_word::takes_number(&text[line.clone()], &text[next.clone()], &languages)
            })
            .collect();
        for (at, ((_, after), found)) in chunk.lines.iter_mut().zip(breaks).enumerate() {
            *after = if numbered.get(at) == Some(&true) { Break::Soft } else { found };
        }
    }
}

/// The kind of a chunk, judged by its lines alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChunkKind {
    Prose,
    Verse,
    Drawn,
}

/// Returns the kind of each chunk, and the range of its lines.
fn kinds(chunks: &[Element], lines: &[ChunkLine]) -> Vec<(ChunkKind, Range<usize>)> {
    let mut from = 0;
    let kind = |chunk: &Element| {
        let range = from..from + chunk.lines.len();
        from = range.end;
        let own = &lines[range.clone()];
        let kind = if lineated::is_drawn(own) {
            ChunkKind::Drawn
        } else if lineated::is_verse(own) {
            ChunkKind::Verse
        } else {
            ChunkKind::Prose
        };
        (kind, range)
    };
    chunks.iter().map(kind).collect()
}

fn ends_full(line: &ChunkLine, width: Width) -> bool {
    line.need().is_some() && width.is_full(line)
}

/// Whether a document does not separate its paragraphs by blank lines: most of its lines
/// are in chunks longer than paragraphs, and many of these lines are short.
fn is_unparted<'a>(chunks: impl Iterator<Item = &'a [ChunkLine]>, width: Width) -> bool {
    let (mut all, mut long, mut short) = (0, 0, 0);
    for own in chunks {
        all += own.len();
        if own.len() > LONGEST_PARAGRAPH {
            long += own.len();
            short += own.iter().filter(|line| width.is_short(line)).count();
        }
    }
    long * 2 >= all && short * SHORT_LINES >= long
}

/// Returns the breaks of lines whose paragraphs are not separated by blank lines.
fn unparted_breaks<'a>(
    lines: &[ChunkLine],
    words: impl Fn(usize) -> &'a str,
    width: Width,
    indents: Indents,
    odds: &Odds<'_>,
) -> Vec<Break> {
    let mut breaks = vec![Break::Hard; lines.len()];
    let mut first = 0;
    for (at, pair) in lines.windows(2).enumerate() {
        let others = (at > first).then_some(pair[0].indent());
        let begins = match indents.place(&pair[1], &lines[first], others) {
            IndentRole::Begins => true,
            IndentRole::Level => odds.part(words(at), &pair[0], &pair[1]),
            IndentRole::Hangs => {
                pair[1].opening == WordOpening::Label
                    && !odds.numbers(words(at), &pair[0], &pair[1])
            }
        };
        // A line that a person wrapped may end early.
        let full = width.is_full(&pair[0])
            || (width.slack > 0 && pair[0].goes_on(&pair[1]) && !width.is_short(&pair[0]));
        if full && !begins {
            breaks[at] = Break::Soft;
        } else {
            breaks[at] = Break::Paragraph;
            first = at + 1;
        }
    }
    breaks
}
