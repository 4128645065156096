//! HTML for what Markdown has no syntax for.

use super::anchors::Anchors;
use super::marks::{self, MarkKind, WordMark};
use crate::document::{BlockId, Document};
use std::ops::Range;

/// Formats a footnote as HTML.
pub fn note(document: &Document, id: BlockId, range: Range<usize>, anchors: &Anchors) -> String {
    let name = anchors.written(id).map_or_else(String::new, |name| format!(" id=\"{name}\""));
    let mut words = String::new();
    let marks = marks::of(document, id, &range, anchors);
    within(document.body(id), range, &marks, &mut words);
    format!("<aside role=\"doc-footnote\"{name}>{words}</aside>")
}

/// Writes a range of a body; its outermost marks are the first of `marks`.
fn within(body: &str, range: Range<usize>, marks: &[WordMark], out: &mut String) {
    let mut from = range.start;
    let mut rest = marks;
    while let Some((mark, more)) = rest.split_first() {
        let inner = more.partition_point(|inner| inner.range.start < mark.range.end);
        let (inner, after) = more.split_at(inner);
        plain(&body[from..mark.range.start], out);
        let (tag, attributes) = match &mark.what {
            MarkKind::Link(target) => ("a", format!(" href=\"{}\"", quoted(target))),
            MarkKind::Note(name) => ("a", format!(" href=\"#fn-{name}\"")),
            MarkKind::Strong => ("strong", String::new()),
            MarkKind::Emphasis => ("em", String::new()),
            MarkKind::Code => ("code", String::new()),
        };
        out.push_str(&format!("<{tag}{attributes}>"));
        within(body, mark.range.clone(), inner, out);
        out.push_str(&format!("</{tag}>"));
        from = mark.range.end;
        rest = after;
    }
    plain(&body[from..range.end], out);
}

/// Writes words without a mark.
fn plain(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
}

/// Escapes the value of an attribute.
fn quoted(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;")
}
