//! Writes the words of a block with emphasis, code and links.
//!
//! The words are split where a mark begins or ends; marks that would overlap are
//! closed and reopened. Where Markdown would misread its signs (`**(a)**b`), tags
//! replace them.

use super::anchors::Anchors;
use super::marks::{self, MarkKind, WordMark};
use crate::document::{BlockId, Document};
use crate::export::escaping::{LinePosition, escaped};
use std::ops::Range;

/// How to write an intended line end, depending on the place of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breaks {
    /// With a backslash at the end of the line.
    Backslash,
    /// With a tag, in text that must stay on one line.
    Tags,
    /// Like `Tags`, in a table cell.
    Cell,
}

/// Writes words of a block that begin a line.
pub fn words(
    document: &Document,
    id: BlockId,
    range: Range<usize>,
    anchors: &Anchors,
    breaks: Breaks,
) -> String {
    let at =
        if breaks == Breaks::Backslash { LinePosition::LineStart } else { LinePosition::Within };
    InlineSetting { document, id, anchors, breaks }.set(range, at)
}

/// Writes words that follow a number.
pub fn behind(document: &Document, id: BlockId, range: Range<usize>, anchors: &Anchors) -> String {
    InlineSetting { document, id, anchors, breaks: Breaks::Backslash }
        .set(range, LinePosition::Within)
}

/// Writes words that follow the mark of a footnote.
pub fn from(document: &Document, id: BlockId, range: Range<usize>, anchors: &Anchors) -> String {
    words(document, id, range, anchors, Breaks::Backslash)
}

struct InlineSetting<'a> {
    document: &'a Document,
    id: BlockId,
    anchors: &'a Anchors,
    breaks: Breaks,
}

impl InlineSetting<'_> {
    fn set(&self, range: Range<usize>, at: LinePosition) -> String {
        let marks = marks::of(self.document, self.id, &range, self.anchors);
        let mut out = String::new();
        self.within(range, &marks, at, &mut out);
        out
    }

    /// Writes a range; its outermost marks are the first of `marks`.
    fn within(&self, range: Range<usize>, marks: &[WordMark], at: LinePosition, out: &mut String) {
        let body = self.document.body(self.id);
        let mut from = range.start;
        let mut rest = marks;
        while let Some((mark, more)) = rest.split_first() {
            let inner = more.partition_point(|inner| inner.range.start < mark.range.end);
            let (inner, after) = more.split_at(inner);
            let start = if out.is_empty() { at } else { LinePosition::Within };
            self.plain(&body[from..mark.range.start], start, out);
            self.mark(mark, inner, out);
            from = mark.range.end;
            rest = after;
        }
        let start = if out.is_empty() { at } else { LinePosition::Within };
        self.plain(&body[from..range.end], start, out);
    }

    fn mark(&self, mark: &WordMark, inner: &[WordMark], out: &mut String) {
        let body = self.document.body(self.id);
        let words = &body[mark.range.clone()];
        let mut content = String::new();
        match &mark.what {
            MarkKind::Note(name) => out.push_str(&format!("[^{name}]")),
            MarkKind::Code => out.push_str(&self.code(words, mark, out)),
            MarkKind::Link(target) => {
                if out.ends_with('!') {
                    out.insert(out.len() - 1, '\\');
                }
                self.within(mark.range.clone(), inner, LinePosition::Within, &mut content);
                out.push_str(&format!("[{}]({})", bracketed(&content), destination(target)));
            }
            MarkKind::Strong | MarkKind::Emphasis => {
                let strong = mark.what == MarkKind::Strong;
                self.within(mark.range.clone(), inner, LinePosition::Within, &mut content);
                let next = body[mark.range.end..].chars().next();
                let sign = if strong { "**" } else { "*" };
                let tag = if strong { "strong" } else { "em" };
                let flanks = flanks(out.chars().next_back(), words, next);
                let starred = content.starts_with('*') || content.ends_with('*');
                if flanks && !starred {
                    out.push_str(&format!("{sign}{content}{sign}"));
                } else {
                    out.push_str(&format!("<{tag}>{content}</{tag}>"));
                }
            }
        }
    }

    /// Writes code between more backticks than it contains; or between tags where
    /// backticks are not possible.
    fn code(&self, words: &str, mark: &WordMark, before: &str) -> String {
        let body = self.document.body(self.id);
        let ticked = before.ends_with('`') || body[mark.range.end..].starts_with('`');
        if words.contains('\n') || ticked || before.ends_with('\\') {
            let mut content = String::new();
            self.plain(words, LinePosition::Within, &mut content);
            return format!("<code>{content}</code>");
        }
        let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let ticks = "`".repeat(longest + 1);
        let blank = if words.starts_with('`') || words.ends_with('`') { " " } else { "" };
        let words = match self.breaks {
            Breaks::Cell => words.replace('|', "\\|"),
            _ => words.to_owned(),
        };
        format!("{ticks}{blank}{words}{blank}{ticks}")
    }

    /// Writes words without a mark.
    fn plain(&self, words: &str, at: LinePosition, out: &mut String) {
        for (i, line) in words.split('\n').enumerate() {
            let mut start = at;
            if i > 0 {
                match self.breaks {
                    Breaks::Backslash => {
                        out.push_str("\\\n");
                        start = LinePosition::LineStart;
                    }
                    _ => out.push_str("<br>"),
                }
            }
            let line = escaped(line, start);
            match self.breaks {
                Breaks::Cell => out.push_str(&line.replace('|', "\\|")),
                _ => out.push_str(&line),
            }
        }
    }
}

/// Whether Markdown reads emphasis signs around words, judging by the characters
/// on both sides of them.
fn flanks(before: Option<char>, words: &str, after: Option<char>) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    let free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || (is_mark(c) && c != '*'));
    let lettered = |c: Option<char>| c.is_some_and(|c| !is_mark(c));
    let no_star = |c: Option<char>| c != Some('*');
    (lettered(words.chars().next()) && no_star(before) || free(before))
        && (lettered(words.chars().next_back()) && no_star(after) || free(after))
}

/// Escapes the brackets in the words of a link, except in code.
fn bracketed(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    let mut escaped = false;
    let mut rest = content;
    while let Some(c) = rest.chars().next() {
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        if ticks > 0 && !escaped {
            let (code, after) = rest.split_at(end_of_code(rest, ticks));
            out.push_str(code);
            rest = after;
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if matches!(c, '[' | ']') && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    out
}

/// Returns the end of code that begins with `ticks` backticks; without an end, the offset after
/// these.
fn end_of_code(words: &str, ticks: usize) -> usize {
    let mut at = ticks;
    while let Some(next) = words[at..].find('`') {
        at += next;
        let run = words[at..].len() - words[at..].trim_start_matches('`').len();
        at += run;
        if run == ticks {
            return at;
        }
    }
    ticks
}

/// Formats the target of a link.
fn destination(target: &str) -> String {
    let plain = !target.is_empty()
        && !target.starts_with('<')
        && !target.contains(|c: char| {
            c.is_whitespace() || matches!(c, '(' | ')' | '\\' | '&' | '|' | '*' | '_')
        });
    if plain {
        return target.to_owned();
    }
    let mut out = String::from("<");
    for c in target.chars() {
        match c {
            '<' | '>' | '\\' | '|' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out + ">"
}
