//! The marks on the words of a block: emphasis, code and links, nested so that no mark overlaps
//! another.

use super::anchors::Anchors;
use crate::document::{BlockId, Document, InlineKind, LinkOrigin, LinkTarget};
use std::ops::Range;

/// A mark on words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordMark {
    /// The words, as a byte range of the body.
    pub range: Range<usize>,
    /// The kind of mark.
    pub what: MarkKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// A link.
    Link(String),
    /// The mark of a footnote, which replaces the words.
    Note(String),
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// Code.
    Code,
}

/// Returns the marks of a range, outermost first and without overlaps.
pub fn of(
    document: &Document,
    id: BlockId,
    range: &Range<usize>,
    anchors: &Anchors,
) -> Vec<WordMark> {
    let body = document.body(id);
    let start = document.block(id).body.start.get();
    let mut marks: Vec<WordMark> = Vec::new();
    for link in document.links_of(id) {
        let own = link.span.start.get() - start..link.span.end.get() - start;
        let words = &body[own.clone()];
        let what = match &link.target {
            LinkTarget::Outside(target) => Some(MarkKind::Link(target.clone())),
            LinkTarget::Passage(to) if link.origin == LinkOrigin::Marked => {
                let block = to.start.block;
                match anchors.note(block, words) {
                    Some(name) => Some(MarkKind::Note(name.to_owned())),
                    None => anchors.target(block).map(MarkKind::Link),
                }
            }
            LinkTarget::Passage(_) | LinkTarget::Nowhere(_) => None,
        };
        marks.extend(what.map(|what| WordMark { range: own, what }));
    }
    for inline in document.inlines(id) {
        let what = match inline.kind {
            // Markdown has only these two kinds of emphasis.
            InlineKind::Emphasis | InlineKind::Underlined => MarkKind::Emphasis,
            InlineKind::Strong => MarkKind::Strong,
            InlineKind::Code => MarkKind::Code,
            // The reader's own analysis of the text, not a mark by its author.
            _ => continue,
        };
        let own = inline.span.start.get() - start..inline.span.end.get() - start;
        marks.push(WordMark { range: own, what });
    }
    let mut out: Vec<WordMark> = Vec::new();
    for mark in marks {
        let from = mark.range.start.max(range.start);
        let to = mark.range.end.min(range.end);
        if from >= to {
            continue;
        }
        let inner = &body[from..to];
        // Markdown signs must not be next to a blank.
        let from = from + (inner.len() - inner.trim_start().len());
        let to = from + body[from..to].trim_end().len();
        if from < to {
            out.push(WordMark { range: from..to, what: mark.what });
        }
    }
    nested(out)
}

/// Nests marks, outermost first: splits a mark that overlaps another at its end,
/// and drops code or a link inside another of its kind.
fn nested(mut marks: Vec<WordMark>) -> Vec<WordMark> {
    let order = |mark: &WordMark| {
        let rank = match mark.what {
            MarkKind::Note(_) => 0,
            MarkKind::Link(_) => 1,
            MarkKind::Strong => 2,
            MarkKind::Emphasis => 3,
            MarkKind::Code => 4,
        };
        (mark.range.start, std::cmp::Reverse(mark.range.end), rank)
    };
    marks.sort_by_key(order);
    let mut out: Vec<WordMark> = Vec::new();
    let mut waiting = std::collections::VecDeque::from(marks);
    let mut open: Vec<WordMark> = Vec::new();
    while let Some(mark) = waiting.pop_front() {
        open.retain(|outer| outer.range.end > mark.range.start);
        if let Some(outer) = open.iter().find(|outer| outer.range.end < mark.range.end) {
            let cut = outer.range.end;
            let rest = WordMark { range: cut..mark.range.end, what: mark.what.clone() };
            let first = WordMark { range: mark.range.start..cut, what: mark.what };
            for part in [first, rest] {
                let at = waiting.partition_point(|other| order(other) < order(&part));
                waiting.insert(at, part);
            }
            continue;
        }
        let is_link = |what: &MarkKind| matches!(what, MarkKind::Link(_));
        let hidden = open.iter().any(|outer| {
            matches!(outer.what, MarkKind::Code | MarkKind::Note(_))
                || outer.what == mark.what
                || (is_link(&outer.what) && is_link(&mark.what))
        });
        if !hidden {
            open.push(mark.clone());
            out.push(mark);
        }
    }
    out
}
