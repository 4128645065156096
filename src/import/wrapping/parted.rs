//! Line ends inside the paragraphs of a text that parts these by blank lines.

use super::line::{Ending, Line, Opening};
use super::lineated;
use super::width::Width;
use crate::import::clean::Break;

/// What the document shows of its lines.
#[derive(Debug, Clone, Copy)]
pub struct Document {
    /// What they were wrapped at.
    pub width: Option<Width>,
    /// Whether most of them are verse.
    pub verse: bool,
}

/// The breaks of one chunk of lines.
pub fn breaks(lines: &[Line], document: Document) -> Vec<Break> {
    let set = Set::of(lines, document);
    let joins = |pair: &[Line]| match set {
        Set::Wrapped(width) => continues(pair, width),
        Set::ByHand => goes_on(pair),
        Set::Verse => goes_on(pair) && pair[1].indent > pair[0].indent,
        Set::Lines => document.width.is_some_and(|width| is_inside(pair, width)),
        Set::Drawn => false,
    };
    let mut breaks: Vec<Break> =
        lines.windows(2).map(|pair| if joins(pair) { Break::Soft } else { Break::Hard }).collect();
    breaks.push(Break::Hard);
    breaks.truncate(lines.len());
    breaks
}

/// A chunk of so many lines shows what it was wrapped at.
const PASSAGE: usize = 6;

/// How the lines of a chunk were set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    /// Wrapped at the width of the document, or at one of their own, as a quotation is.
    Wrapped(Width),
    /// By hand: sentences go on after lines that were not full.
    ByHand,
    /// Line by line, as addresses and lists are, though a sentence may stand among them.
    Lines,
    /// As verse: a line that is set in goes on after one that was too long.
    Verse,
    /// Line by line, without sentences.
    Drawn,
}

impl Set {
    fn of(lines: &[Line], document: Document) -> Self {
        if lineated::is_drawn(lines) {
            return Self::Drawn;
        }
        if document.verse && lineated::may_be_verse(lines) {
            return Self::Verse;
        }
        let Some(width) = document.width else {
            return Width::of_chunk(lines, None).map_or(Self::Lines, Self::Wrapped);
        };
        // Passages of one document may be wrapped at several widths.
        let own = if lines.len() >= PASSAGE { Width::of(lines) } else { None };
        let width = width.or_better(own, lines);
        let inner = || lines.iter().filter(|line| line.need.is_some());
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
        let full_on = going_on().filter(|pair| width.is_full(&pair[0])).count();
        let by_hand = if known > 0 { full_on * 2 < known } else { all > 1 && full * 2 < all };
        match by_hand {
            // Code stands at many depths.
            true if lines.windows(2).skip(1).any(|pair| pair[0].indent != pair[1].indent) => {
                Self::Lines
            }
            true => Self::ByHand,
            false => Self::Wrapped(width),
        }
    }
}

/// Whether two lines are a sentence rather than a title or the like: it ends as
/// one, or hangs behind a label.
fn is_sentence(lines: &[Line]) -> bool {
    let [line, next] = lines else { return false };
    let ends =
        matches!(next.ending, Ending::Stop | Ending::Semicolon | Ending::Colon | Ending::Comma);
    ends || (line.opening == Opening::Label && next.indent > line.indent)
}

/// Whether a line of a wrapped paragraph goes on in the next one.
fn continues(pair: &[Line], width: Width) -> bool {
    let [line, next] = pair else { return false };
    let free = line.free(width.column);
    if matches!(next.opening, Opening::Label | Opening::Bullet) {
        // `under section` may be before `2.`, which begins nothing there; nor
        // does a label with no words after it.
        let open = matches!(line.ending, Ending::Word | Ending::Comma);
        let alone = !next.prose && next.need.is_none();
        return free == 0 || (open && (width.is_full(line) || alone));
    }
    let open = match line.ending {
        Ending::Word | Ending::Comma | Ending::Closed | Ending::Dash => !width.is_short(line),
        Ending::Stop | Ending::Semicolon => free <= width.slack.max(width.column / NEARLY_FULL),
        Ending::Colon | Ending::Conjunction | Ending::Sign => width.is_full(line),
    };
    free == 0 || open || line.may_go_on(next)
}

/// Where a sentence ends with a line that leaves no more than this part of the
/// width free, the line was filled by eye.
const NEARLY_FULL: usize = 12;

/// Whether a line stands among others that do not belong together, and is one
/// of a sentence nevertheless: its length says so, and its words.
fn is_inside(pair: &[Line], width: Width) -> bool {
    let [line, next] = pair else { return false };
    line.goes_on(next) && !width.is_short(line)
}

/// Whether the sentence of a line goes on in the next one.
fn goes_on(pair: &[Line]) -> bool {
    let [line, next] = pair else { return false };
    line.may_go_on(next)
}
