//! A document as plain text, one paragraph per line, separated by blank lines.
//!
//! Headings are underlined, with a different sign for each level.

mod stated;
mod underline;

use super::level;
use super::style::{self, ExportStyle, ExportSyntax, Headings, Nesting, PassageWriters};
use crate::document::{BlockId, BlockKind, Document, Passage, SectionKind};
use crate::import;
use crate::import::statement::{StatedBlock, Statement};
use std::ops::Range;
use underline::underline;

/// Indentation of each provision within the one around it, in columns.
const LEVEL: usize = 4;

/// Indentation of the continuation of a provision after its number, and of the
/// lines of a paragraph after its first, in columns.
const HANG: usize = 3;

/// Indentation of a quotation, in columns.
const QUOTATION: usize = 8;

/// Longer lines are separate paragraphs, unless they are indented.
const LONG: usize = 100;

/// Formats a passage as text.
pub fn text(document: &Document, passage: Passage) -> String {
    let natural = |style| TextWriting { document, style }.passage(passage);
    let forms = PassageWriters { natural, stated: || stated::passage(document, passage) };
    style::write(document, passage, ExportSyntax::Plain, &forms)
}

struct TextWriting<'a> {
    document: &'a Document,
    style: ExportStyle,
}

impl TextWriting<'_> {
    fn passage(&self, passage: Passage) -> String {
        let document = self.document;
        let outermost = level::outermost(document, passage);
        let mut out = String::new();
        let mut before: Option<BlockId> = None;
        for (id, range) in document.passage_ranges(passage) {
            let goes_on = before.is_some_and(|before| {
                let section = document.block(id).section;
                document.block(before).section == section
                    && document.section(section).kind == SectionKind::Masthead
            });
            if before.is_some() && !goes_on {
                out.push('\n');
            }
            let depth = level::provisions(document, id).saturating_sub(1 + outermost);
            for line in self.lines(id, range, depth) {
                out.push_str(line.trim_end_matches(' '));
                out.push('\n');
            }
            before = Some(id);
        }
        out
    }

    /// Returns the lines of a block inside `depth` provisions.
    fn lines(&self, id: BlockId, range: Range<usize>, depth: usize) -> Vec<String> {
        let document = self.document;
        let label = document.label(id).filter(|_| range.start == 0);
        let kind = document.block(id).kind;
        let words = &document.body(id)[range];
        let shown = match label {
            Some(label) => format!("{label} {words}"),
            None => words.to_owned(),
        };
        let own = match kind {
            BlockKind::Quotation => QUOTATION,
            BlockKind::ListItem => LEVEL * usize::from(document.block(id).nesting),
            _ => 0,
        };
        let goes_on = if depth > 0 && label.is_none() { HANG } else { 0 };
        let indent = match (kind, self.style.nesting) {
            (BlockKind::Preformatted | BlockKind::Code | BlockKind::Printed, _) => 0,
            (BlockKind::Heading, Nesting::SetIn) if label.is_some() => LEVEL * depth,
            (BlockKind::Heading, _) => 0,
            (_, Nesting::SetIn) => LEVEL * depth + goes_on + own,
            (_, Nesting::Flat) => own,
        };
        let long = shown.split('\n').any(|line| line.chars().count() > LONG);
        let hang = if long { HANG } else { 0 };
        let mut lines: Vec<String> = shown
            .split('\n')
            .enumerate()
            .map(|(i, line)| format!("{}{line}", " ".repeat(indent + if i > 0 { hang } else { 0 })))
            .collect();
        if kind == BlockKind::Heading && self.is_headed(id, label) {
            let columns = lines.last().map_or(0, |line| line.chars().count() - indent);
            lines.push(" ".repeat(indent) + &underline(level::of(document, id), columns));
        }
        let section = document.section(document.block(id).section);
        let shaped = section.kind == SectionKind::Masthead
            || matches!(
                kind,
                BlockKind::Heading
                    | BlockKind::Preformatted
                    | BlockKind::Code
                    | BlockKind::Printed
                    | BlockKind::Table
                    | BlockKind::Ornament
            );
        if !shaped && import::text::is_misread(&shown) {
            let stated = Statement::Block(StatedBlock::Kind(BlockKind::Paragraph));
            lines.insert(0, " ".repeat(indent) + &stated.as_text());
        }
        lines
    }

    fn is_headed(&self, id: BlockId, label: Option<&str>) -> bool {
        match self.style.headings {
            Headings::All => true,
            Headings::Unnumbered => label.is_none() && !level::is_numbered(self.document, id),
            Headings::None => false,
        }
    }
}
