//! Text as Markdown (CommonMark).

use crate::bookmarks::escaped;
use crate::document::{BlockKind, Document, InlineKind, Passage, Span};

/// A passage as Markdown: titles as headings, numbers in bold, one line a
/// paragraph.
pub fn markdown(document: &Document, passage: Passage) -> String {
    let parts: Vec<String> = document
        .passage_ranges(passage)
        .map(|(id, range)| {
            let block = document.block(id);
            let start = block.body.start.get();
            let words = styled(document, id, Span::new(start + range.start, start + range.end));
            let label = document.label(id).filter(|_| range.start == 0);
            match (block.kind, label) {
                (BlockKind::Heading, _) => {
                    let depth = usize::from(document.section(block.section).depth.min(5)) + 1;
                    format!("{} {words}", "#".repeat(depth))
                }
                (BlockKind::Ornament, _) => "---".to_owned(),
                (BlockKind::Quotation, _) => format!("> {words}"),
                (_, Some(label)) => format!("**{}** {words}", escaped(label, false)),
                (BlockKind::ListItem, None) => format!("- {words}"),
                (_, None) => words,
            }
        })
        .collect();
    parts.join("\n\n") + "\n"
}

/// Words with their emphasis.
fn styled(document: &Document, id: crate::document::BlockId, span: Span) -> String {
    let mut out = String::new();
    let mut at = span.start.get();
    for inline in document.inlines(id) {
        let sign = match inline.kind {
            // Markdown has no other way to stress words than these two.
            InlineKind::Emphasis | InlineKind::Underlined => "*",
            InlineKind::Strong => "**",
            InlineKind::Code => "`",
            // The reader's own reading of the text, not a mark of its author's.
            InlineKind::Operative
            | InlineKind::Cell
            | InlineKind::Head
            | InlineKind::Aligned(_) => continue,
        };
        let (start, end) =
            (inline.span.start.get().max(at), inline.span.end.get().min(span.end.get()));
        if start >= end {
            continue;
        }
        out.push_str(&in_lines(document.slice(Span::new(at, start)), out.is_empty()));
        out.push_str(sign);
        out.push_str(&in_lines(document.slice(Span::new(start, end)), false));
        out.push_str(sign);
        at = end;
    }
    out.push_str(&in_lines(document.slice(Span::new(at, span.end.get())), out.is_empty()));
    out
}

/// Text in which nothing means anything to Markdown; `begins` tells whether it
/// begins a line.
fn in_lines(text: &str, begins: bool) -> String {
    let lines: Vec<String> =
        text.split('\n').enumerate().map(|(at, line)| escaped(line, begins || at > 0)).collect();
    // A backslash is seen, blanks at the end of a line are not.
    lines.join("\\\n")
}

#[cfg(test)]
mod tests {
    use super::in_lines;

    #[test]
    fn line_ends_that_were_meant_stay() {
        assert_eq!(in_lines("one\n# two", true), "one\\\n\\# two");
        assert_eq!(in_lines("- one\n- two", false), "- one\\\n\\- two");
    }
}
