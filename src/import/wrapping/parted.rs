//! Line breaks inside paragraphs that blank lines separate.

use super::line::{ChunkLine, WordEnding, WordOpening};
use super::lineated;
use super::width::Width;
use crate::import::clean::Break;

/// What the whole document shows about its lines.
#[derive(Debug, Clone, Copy)]
pub struct DocumentLines {
    /// The width at which they were wrapped.
    pub width: Option<Width>,
    /// Whether most of it is verse.
    pub verse: bool,
}

/// Returns the breaks of one chunk of lines.
pub fn breaks(lines: &[ChunkLine], document: DocumentLines) -> Vec<Break> {
    let set = Set::of(lines, document);
    let joins = |pair: &[ChunkLine]| match set {
        Set::Wrapped(width) => continues(pair, width, |line| !width.is_short(line)),
        Set::Uneven(width) => continues(pair, width, |line| is_long(line, width)),
        Set::ByHand => goes_on(pair),
        Set::Verse => goes_on(pair) && pair[1].indent() > pair[0].indent(),
        Set::Lines => document.width.is_some_and(|width| is_inside(pair, width)),
    };
    let mut breaks: Vec<Break> =
        lines.windows(2).map(|pair| if joins(pair) { Break::Soft } else { Break::Hard }).collect();
    breaks.push(Break::Hard);
    breaks.truncate(lines.len());
    breaks
}

/// The minimum number of lines in a chunk that show its own width.
const PASSAGE: usize = 6;

/// The minimum share of full lines in a wrapped paragraph, since some may have been
/// edited.
const WRAPPED: usize = 3;
const WRAPPED_OF: usize = 4;

/// The layout of a chunk's lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    /// Wrapped at the width of the document, or at their own, like a quotation.
    Wrapped(Width),
    /// Wrapped likewise, except for several lines.
    Uneven(Width),
    /// Broken by hand: sentences continue after lines that are not full.
    ByHand,
    /// Line by line, like addresses and lists, possibly with a sentence among them.
    Lines,
    /// As verse: an indented line continues an overlong one.
    Verse,
}

impl Set {
    fn of(lines: &[ChunkLine], document: DocumentLines) -> Self {
        if document.verse && lineated::may_be_verse(lines) {
            return Self::Verse;
        }
        let Some(width) = document.width else {
            return Width::of_chunk(lines, None).map_or(Self::Lines, Self::Wrapped);
        };
        // Passages of a document may have different widths.
        let own = if lines.len() >= PASSAGE { Width::of(lines) } else { None };
        let width = width.or_better(own, lines);
        let inner = || lines.iter().filter(|line| line.need().is_some());
        let all = inner().count();
        let full = inner().filter(|line| width.is_full(line)).count();
        if full == all {
            return Self::Wrapped(width);
        }
        if let Some(own) = Width::of_chunk(lines, document.width) {
            return Self::Wrapped(own);
        }
        if lineated::is_verse(lines) {
            return Self::Verse;
        }
        let short = inner().filter(|line| width.is_short(line)).count();
        if short * 2 > all && !(all == 1 && is_sentence(lines)) {
            return Self::Lines;
        }
        let going_on = || lines.windows(2).filter(|pair| goes_on(pair));
        let known = going_on().count();
        let full_on = going_on().filter(|pair| width.is_nearly_full(&pair[0])).count();
        let by_hand = if known > 0 { full_on * 2 < known } else { all > 1 && full * 2 < all };
        match by_hand {
            // Code has many different indents.
            true if lines.windows(2).skip(1).any(|pair| pair[0].indent() != pair[1].indent()) => {
                Self::Lines
            }
            true => Self::ByHand,
            false if full * WRAPPED_OF >= all * WRAPPED => Self::Wrapped(width),
            false => Self::Uneven(width),
        }
    }
}

/// Whether two lines are a sentence rather than a title or the like: they end like one,
/// or hang after a label.
fn is_sentence(lines: &[ChunkLine]) -> bool {
    let [line, next] = lines else { return false };
    let ends = matches!(
        next.ending,
        WordEnding::Stop | WordEnding::Semicolon | WordEnding::Colon | WordEnding::Comma
    );
    ends || (line.opening == WordOpening::Label && next.indent() > line.indent())
}

/// Whether a line of a wrapped paragraph continues in the next one.
fn continues(pair: &[ChunkLine], width: Width, is_long: impl Fn(&ChunkLine) -> bool) -> bool {
    let [line, next] = pair else { return false };
    let free = line.free(width.column);
    if matches!(next.opening, WordOpening::Label | WordOpening::Bullet) {
        // `under section` may precede `2.`, which begins nothing there; nor does a label
        // without words after it. If it is on the last line, after a complete sentence,
        // it begins a note or an item.
        let open = matches!(line.ending, WordEnding::Word | WordEnding::Comma);
        let alone = !next.prose && next.need().is_none();
        let sentence =
            matches!(line.ending, WordEnding::Stop | WordEnding::Colon) && next.need().is_none();
        return (free == 0 && !sentence) || (open && (width.is_full(line) || alone));
    }
    let open = match line.ending {
        WordEnding::Word | WordEnding::Comma | WordEnding::Closed | WordEnding::Dash => {
            is_long(line)
        }
        WordEnding::Stop | WordEnding::Semicolon => width.is_nearly_full(line),
        WordEnding::Colon | WordEnding::Conjunction | WordEnding::Sign => width.is_full(line),
    };
    free == 0 || open || line.may_go_on(next)
}

/// The minimum share of the width taken by a line within a sentence that continues
/// although the next line begins with a capital.
const LONG: usize = 4;
const LONG_OF: usize = 5;

fn is_long(line: &ChunkLine, width: Width) -> bool {
    line.end() * LONG_OF >= width.column * LONG
}

/// Whether a line among unrelated ones is nevertheless part of a sentence, judged by its
/// length and words.
fn is_inside(pair: &[ChunkLine], width: Width) -> bool {
    let [line, next] = pair else { return false };
    line.goes_on(next) && !width.is_short(line)
}

/// Whether the sentence of a line continues in the next one.
fn goes_on(pair: &[ChunkLine]) -> bool {
    let [line, next] = pair else { return false };
    line.may_go_on(next)
}
