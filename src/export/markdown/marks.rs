//! The marks on the words of a block: emphasis, code and links, nested so that no mark overlaps
//! another.

use super::anchors::Anchors;
use crate::document::{BlockId, Document, InlineKind, LinkOrigin, LinkTarget};
use std::ops::Range;

/// A mark on words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The words, as a byte range of the body.
    pub range: Range<usize>,
    /// The kind of mark.
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
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
pub fn of(document: &Document, id: BlockId, range: &Range<usize>, anchors: &Anchors) -> Vec<Mark> {
    let body = document.body(id);
    let start = document.block(id).body.start.get();
    let mut marks: Vec<Mark> = Vec::new();
    for link in document.links_of(id) {
        let own = link.span.start.get() - start..link.span.end.get() - start;
        let words = &body[own.clone()];
        let what = match &link.target {
            LinkTarget::Outside(target) => Some(What::Link(target.clone())),
            LinkTarget::Passage(to) if link.origin == LinkOrigin::Marked => {
                let block = to.start.block;
                match anchors.note(block, words) {
                    Some(name) => Some(What::Note(name.to_owned())),
                    None => anchors.target(block).map(What::Link),
                }
            }
            LinkTarget::Passage(_) | LinkTarget::Nowhere(_) => None,
        };
        marks.extend(what.map(|what| Mark { range: own, what }));
    }
    for inline in document.inlines(id) {
        let what = match inline.kind {
            // Markdown has only these two kinds of emphasis.
            InlineKind::Emphasis | InlineKind::Underlined => What::Emphasis,
            InlineKind::Strong => What::Strong,
            InlineKind::Code => What::Code,
            // The reader's own analysis of the text, not a mark by its author.
            _ => continue,
        };
        let own = inline.span.start.get() - start..inline.span.end.get() - start;
        marks.push(Mark { range: own, what });
    }
    let mut out: Vec<Mark> = Vec::new();
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
            out.push(Mark { range: from..to, what: mark.what });
        }
    }
    nested(out)
}

/// Nests marks, outermost first: splits a mark that overlaps another at its end,
/// and drops code or a link inside another of its kind.
fn nested(mut marks: Vec<Mark>) -> Vec<Mark> {
    let order = |mark: &Mark| {
        let rank = match mark.what {
            What::Note(_) => 0,
            What::Link(_) => 1,
            What::Strong => 2,
            What::Emphasis => 3,
            What::Code => 4,
        };
        (mark.range.start, std::cmp::Reverse(mark.range.end), rank)
    };
    marks.sort_by_key(order);
    let mut out: Vec<Mark> = Vec::new();
    let mut waiting = std::collections::VecDeque::from(marks);
    let mut open: Vec<Mark> = Vec::new();
    while let Some(mark) = waiting.pop_front() {
        open.retain(|outer| outer.range.end > mark.range.start);
        if let Some(outer) = open.iter().find(|outer| outer.range.end < mark.range.end) {
            let cut = outer.range.end;
            let rest = Mark { range: cut..mark.range.end, what: mark.what.clone() };
            let first = Mark { range: mark.range.start..cut, what: mark.what };
            for part in [first, rest] {
                let at = waiting.partition_point(|other| order(other) < order(&part));
                waiting.insert(at, part);
            }
            continue;
        }
        let is_link = |what: &What| matches!(what, What::Link(_));
        let hidden = open.iter().any(|outer| {
            matches!(outer.what, What::Code | What::Note(_))
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
