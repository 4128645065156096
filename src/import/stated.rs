//! Plain text that states its structure: see [`super::statement`].
//!
//! Blank lines and statements separate blocks. The kind of a block depends on its lines:
//!
//! | lines | kind |
//! |---|---|
//! | after `\| ` | preformatted: blanks and breaks are significant |
//! | after `> ` | a quotation |
//! | indented by two columns, plus four for each enclosing list | a list item |
//! | above an underline | a heading |
//! | others | a paragraph |
//!
//! Two blanks separate the number of a provision from its words. A backslash at the beginning
//! of a line removes these meanings from the characters after it.

use super::clean::Break;
use super::manuscript::{Element, ElementKind, Manuscript, NESTING};
use super::shapes;
use super::statement::Statement;
use super::teletype::ShownText;
use std::ops::Range;

/// The prefix of quoted lines.
pub const QUOTED: &str = ">";

/// The prefix of preformatted lines.
pub const MEANT: &str = "|";

/// Removes the special meaning of the characters after it.
pub const ESCAPE: char = '\\';

/// The indent of an item of an outermost list, in columns; each inner list adds [`NESTING`].
pub const ITEM: usize = 2;

/// Whether a text states its structure.
pub fn is_stated(text: &str) -> bool {
    let first = text.lines().next().and_then(Statement::in_text);
    first.is_some_and(|statement| statement.begins_a_text())
}

/// Whether a line of a block needs an escape to be read as its words.
pub fn is_misread(line: &str) -> bool {
    line.is_empty()
        || line.starts_with([ESCAPE, ' '])
        || line.starts_with(QUOTED)
        || line.starts_with(MEANT)
        || shapes::underline_level(line).is_some()
        || Statement::in_text(line).is_some()
}

/// Returns the manuscript of a text that states its structure.
pub fn manuscript(shown: ShownText<'_>, skipped: usize, remarks: Vec<String>) -> Manuscript<'_> {
    let ShownText { text, styles, links, .. } = shown;
    let mut reading = StatementReading::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        reading.line(&text, start..end);
        start += line.len();
    }
    reading.end();
    let StatementReading { elements, statements, .. } = reading;
    Manuscript {
        text,
        skipped,
        elements,
        statements,
        styles,
        links,
        remarks,
        ..Manuscript::default()
    }
}

#[derive(Default)]
struct StatementReading {
    elements: Vec<Element>,
    statements: Vec<(usize, Statement)>,
    open: Option<Element>,
}

impl StatementReading {
    fn line(&mut self, text: &str, range: Range<usize>) {
        let line = &text[range.clone()];
        if line.trim_matches(' ').is_empty() {
            return self.end();
        }
        if let Some(statement) = Statement::in_text(line) {
            self.end();
            return self.statements.push((self.elements.len(), statement));
        }
        if let Some(level) = shapes::underline_level(line)
            && let Some(open) = &mut self.open
            && open.kind == ElementKind::Paragraph
        {
            open.kind = ElementKind::Heading { level };
            return self.end();
        }
        let (kind, indent, taken) = form(line);
        let goes_on = self.open.as_ref().is_some_and(|open| open.kind == kind);
        if !goes_on {
            self.end();
        }
        let start = range.start + taken;
        let escaped = !kind.is_verbatim() && text[start..range.end].starts_with(ESCAPE);
        let open = self.open.get_or_insert_with(|| Element {
            kind,
            lines: Vec::new(),
            indent,
            blank_before: 1,
        });
        let start = if escaped { start + ESCAPE.len_utf8() } else { start };
        open.lines.push((start..range.end, Break::Hard));
    }

    fn end(&mut self) {
        self.elements.extend(self.open.take());
    }
}

/// Returns the kind of a line, the columns of its level, and the number of bytes before its
/// words.
fn form(line: &str) -> (ElementKind, usize, usize) {
    let behind = |sign: &str| {
        let rest = line.strip_prefix(sign)?;
        Some(line.len() - rest.strip_prefix(' ').unwrap_or(rest).len())
    };
    if let Some(taken) = behind(MEANT) {
        return (ElementKind::Preformatted, 0, taken);
    }
    if let Some(taken) = behind(QUOTED) {
        return (ElementKind::Quotation, 0, taken);
    }
    let blanks = line.len() - line.trim_start_matches(' ').len();
    match blanks.checked_sub(ITEM) {
        Some(further) => (ElementKind::Item, further / NESTING * NESTING, blanks),
        None => (ElementKind::Paragraph, 0, blanks),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let shown = ShownText { text: text.into(), ..ShownText::default() };
        let manuscript = manuscript(shown, 0, Vec::new());
        let lines = |element: &Element| {
            let lines: Vec<&str> =
                element.lines.iter().map(|(line, _)| &manuscript.text[line.clone()]).collect();
            lines.join("/")
        };
        let element = |element: &Element| {
            format!("{:?} {}: {}", element.kind, element.indent, lines(element))
        };
        manuscript.elements.iter().map(element).collect()
    }

    #[test]
    fn a_block_is_what_its_lines_show() {
        let text = ".. heading, level 1\nRules\n=====\n\n.. clause 1, level 2\n1.  Lamps\n\\-----\n\nare lit:\n\n| a   b\n|\n|   c\n\n> Dry\n> oil\n\n  • one\n\n      • two\n      lines\n\n\\.. level 1\n";
        assert!(is_stated(text));
        assert_eq!(
            read(text),
            [
                "Heading { level: 1 } 0: Rules",
                "Paragraph 0: 1.  Lamps/-----",
                "Paragraph 0: are lit:",
                "Preformatted 0: a   b//  c",
                "Quotation 0: Dry/oil",
                "Item 0: • one",
                "Item 4: • two/lines",
                "Paragraph 0: .. level 1",
            ]
        );
    }

    #[test]
    fn a_text_with_comments_of_another_kind_states_nothing() {
        for text in [".. note:: lamps\n\nText\n", "Lamps\n\n.. level 1\n", ".. level 1\n", ""] {
            assert!(!is_stated(text), "{text}");
        }
    }
}
