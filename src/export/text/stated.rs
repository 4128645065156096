//! A document as plain text that states its structure: see [`crate::import::statement`].

use super::underline::underline;
use crate::document::{BlockId, BlockKind, Document, Passage};
use crate::export::level;
use crate::export::stated::Statements;
use crate::export::style::ExportSyntax;
use crate::import::manuscript::NESTING;
use crate::import::stated::{ESCAPE, ITEM, MEANT, QUOTED, is_misread};
use std::ops::Range;

/// Formats a passage with its statements.
pub fn passage(document: &Document, passage: Passage) -> String {
    let statements = Statements::of(document, ExportSyntax::Plain);
    let mut out = String::new();
    for (id, range) in document.passage_ranges(passage) {
        if !out.is_empty() {
            out.push('\n');
        }
        for statement in statements.before(id) {
            out.push_str(&(statement.as_text() + "\n"));
        }
        for line in lines(document, id, range) {
            out.push_str(&(line + "\n"));
        }
    }
    for statement in statements.at_the_end() {
        out.push_str(&format!("\n{}\n", statement.as_text()));
    }
    out
}

/// Returns the lines of a block, each after the sign of its kind.
fn lines(document: &Document, id: BlockId, range: Range<usize>) -> Vec<String> {
    let block = document.block(id);
    let label = document.label(id).filter(|_| range.start == 0);
    let words = &document.body(id)[range];
    let shown = match label {
        Some(label) if words.is_empty() => label.to_owned(),
        Some(label) => format!("{label}  {words}"),
        None => words.to_owned(),
    };
    let behind = |sign: &str, line: &str| match line {
        "" => sign.to_owned(),
        line => format!("{sign} {line}"),
    };
    let item = " ".repeat(ITEM + NESTING * usize::from(block.nesting));
    let set = |line: &str| match block.kind {
        BlockKind::Preformatted | BlockKind::Code | BlockKind::Printed | BlockKind::Table => {
            behind(MEANT, line)
        }
        BlockKind::Quotation => behind(QUOTED, &escaped(line)),
        BlockKind::ListItem => format!("{item}{}", escaped(line)),
        _ => escaped(line),
    };
    let mut lines: Vec<String> = shown.split('\n').map(set).collect();
    if block.kind == BlockKind::Heading {
        let columns = lines.last().map_or(0, |line| line.chars().count());
        lines.push(underline(level::of(document, id), columns));
    }
    lines
}

/// Puts a backslash before a line that would be misread.
fn escaped(line: &str) -> String {
    if is_misread(line) { format!("{ESCAPE}{line}") } else { line.to_owned() }
}
