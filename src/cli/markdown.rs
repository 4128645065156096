//! Text as Markdown (CommonMark).

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
                (_, Some(label)) => format!("**{}** {words}", escaped(label)),
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
            InlineKind::Emphasis => "*",
            InlineKind::Strong => "**",
            // The reader's own reading of the text, not a mark of its author's.
            InlineKind::Operative => continue,
        };
        let (start, end) =
            (inline.span.start.get().max(at), inline.span.end.get().min(span.end.get()));
        if start >= end {
            continue;
        }
        out.push_str(&escaped(document.slice(Span::new(at, start))));
        out.push_str(sign);
        out.push_str(&escaped(document.slice(Span::new(start, end))));
        out.push_str(sign);
        at = end;
    }
    out.push_str(&escaped(document.slice(Span::new(at, span.end.get()))));
    out
}

/// Text in which nothing means anything to Markdown.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push_str("  \n");
        }
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        for (at, c) in line.char_indices() {
            let opens = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '>');
            let lists = at > 0 && at == digits && matches!(c, '.' | ')');
            if opens || lists || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_the_text_means_anything_to_markdown() {
        assert_eq!(escaped("a*b_[c] <d>"), "a\\*b\\_\\[c\\] \\<d>");
        assert_eq!(escaped("- no list"), "\\- no list");
        assert_eq!(escaped("11. no list, 4.1"), "11\\. no list, 4.1");
        assert_eq!(escaped("one\n# two"), "one  \n\\# two");
    }
}
