//! A document as Markdown: CommonMark, with the tables and footnotes of GitHub.
//!
//! | of the document | in Markdown |
//! |---|---|
//! | a heading, with its number | `## 1. Definitions` |
//! | a numbered provision | `**11.** We recognize …`, since a list would renumber it |
//! | a list item | `- …`, `3. …`, indented below the item around it |
//! | a quotation, code, a table, an ornament | `>`, a fence, pipes, `---` |
//! | a footnote and its mark | `[^1]: …`, `[^1]` |
//! | the masthead of a bulletin | one paragraph with the same lines |
//!
//! [`inline`] writes the words of a block with their [`marks`], [`tagged`] words that need HTML
//! tags, [`table`] tables, and [`anchors`] resolves links inside the document.

mod anchors;
mod inline;
mod list;
mod marks;
mod table;
mod tagged;

use super::escaping::{LinePosition, escaped};
use super::level;
use super::stated::Statements;
use super::style::{self, ExportStyle, ExportSyntax, Headings, Nesting, PassageWriters};
use crate::document::{BlockId, BlockKind, Document, Passage, SectionKind};
use anchors::Anchors;
use inline::{Breaks, words};
use list::MarkdownLists;
use std::ops::Range;

/// The deepest heading level of Markdown.
const DEEPEST: usize = 6;

/// Formats a passage as Markdown, with blank lines between its blocks.
pub fn markdown(document: &Document, passage: Passage) -> String {
    let anchors = Anchors::of(document, passage);
    let natural = |style| MarkdownWriting { document, anchors: &anchors, style, states: None };
    let style = ExportStyle { headings: Headings::All, nesting: Nesting::Flat };
    let states = Statements::of(document, ExportSyntax::Markdown);
    let stated = || MarkdownWriting { states: Some(&states), ..natural(style) }.passage(passage);
    let forms = PassageWriters { natural: |style| natural(style).passage(passage), stated };
    style::write(document, passage, ExportSyntax::Markdown, &forms)
}

/// Whether two blocks are lines of the same masthead.
fn is_one_masthead(document: &Document, before: BlockId, id: BlockId) -> bool {
    let section = document.block(id).section;
    document.block(before).section == section
        && document.section(section).kind == SectionKind::Masthead
}

struct MarkdownWriting<'a> {
    document: &'a Document,
    anchors: &'a Anchors,
    style: ExportStyle,
    /// The statements before each block, if any.
    states: Option<&'a Statements>,
}

impl MarkdownWriting<'_> {
    fn passage(&self, passage: Passage) -> String {
        let document = self.document;
        let outermost = level::outermost(document, passage);
        let mut lists = MarkdownLists::default();
        let mut out = String::new();
        let mut before: Option<BlockId> = None;
        for (id, range) in document.passage_ranges(passage) {
            let label = document.label(id).filter(|_| range.start == 0);
            let statements = self.states.map_or(&[][..], |states| states.before(id));
            if !statements.is_empty() {
                lists.end();
            }
            let mut lines: String =
                statements.iter().map(|statement| statement.as_markdown() + "\n").collect();
            lines.push_str(&self.block(id, range, label, &mut lists));
            let depth = level::provisions(document, id).saturating_sub(1 + outermost);
            let goes_on = self.states.is_none()
                && before.is_some_and(|before| is_one_masthead(document, before, id));
            if goes_on {
                out.truncate(out.trim_end_matches('\n').len());
                out.push_str("\\\n");
            } else if before.is_some() {
                out.push('\n');
            }
            match self.style.nesting {
                Nesting::SetIn if depth > 0 => {
                    out.push_str(&set_in(&lines, depth, label.is_some()))
                }
                _ => out.push_str(&lines),
            }
            out.push('\n');
            before = Some(id);
        }
        for statement in self.states.map_or(&[][..], Statements::at_the_end) {
            out.push_str(&format!("\n{}\n", statement.as_markdown()));
        }
        out
    }

    /// Returns the lines of one block, without the last line end.
    fn block(
        &self,
        id: BlockId,
        range: Range<usize>,
        label: Option<&str>,
        lists: &mut MarkdownLists,
    ) -> String {
        let Self { document, anchors, .. } = *self;
        let block = document.block(id);
        let whole = range == (0..document.body(id).len());
        let text = |breaks: Breaks, from: usize| {
            words(document, id, range.start + from..range.end, anchors, breaks)
        };
        if block.kind != BlockKind::ListItem {
            lists.end();
        }
        match block.kind {
            BlockKind::Heading if self.is_headed(id, label) => {
                let signs = "#".repeat(level::of(document, id).min(DEEPEST));
                let number = match label.map(|label| escaped(label, LinePosition::Within)) {
                    Some(number) if self.states.is_some() => format!("**{number}** "),
                    Some(number) => number + " ",
                    None => String::new(),
                };
                format!("{signs} {number}{}", closed(&text(Breaks::Tags, 0))).trim_end().to_owned()
            }
            BlockKind::Ornament if document.body(id) == "* * *" => "---".to_owned(),
            BlockKind::Preformatted | BlockKind::Code | BlockKind::Printed => {
                fenced(&document.body(id)[range.clone()])
            }
            BlockKind::Table if whole => table::rows(document, id, anchors),
            BlockKind::Note => {
                let apart = self.states.is_some_and(|states| !states.before(id).is_empty());
                note(document, id, range, anchors, apart)
            }
            BlockKind::ListItem if label.is_none() => {
                let body = &document.body(id)[range.clone()];
                let item = lists.item(body, block.nesting);
                let anchor = anchors.mark_of(id);
                let words = text(Breaks::Backslash, item.taken);
                let words = if item.taken > 0 { words } else { format!("{anchor}{words}") };
                let inner = " ".repeat(item.inner);
                format!("{}{}", item.marker, words.replace('\n', &format!("\n{inner}")))
            }
            kind => {
                let anchor = anchors.mark_of(id);
                let words = match label {
                    Some(label) => {
                        let words = inline::behind(document, id, range.clone(), anchors);
                        let number = escaped(label, LinePosition::Within);
                        format!("{anchor}**{number}** {words}").trim_end().to_owned()
                    }
                    None => anchor + &text(Breaks::Backslash, 0),
                };
                match kind {
                    BlockKind::Quotation => format!("> {}", words.replace('\n', "\n> ")),
                    _ => words,
                }
            }
        }
    }

    fn is_headed(&self, id: BlockId, label: Option<&str>) -> bool {
        match self.style.headings {
            Headings::All => true,
            Headings::Unnumbered => label.is_none() && !level::is_numbered(self.document, id),
            Headings::None => false,
        }
    }
}

/// Indents lines by `depth` lists; the first begins an item if it has a number.
fn set_in(lines: &str, depth: usize, begins: bool) -> String {
    let blanks = "  ".repeat(depth);
    let mut out = String::new();
    for (i, line) in lines.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        if i == 0 && begins {
            out.push_str(&"  ".repeat(depth - 1));
            out.push_str("- ");
        } else if !line.is_empty() {
            out.push_str(&blanks);
        }
        out.push_str(line);
    }
    out
}

/// Escapes the last words of a heading that could be read as its closing signs or
/// its attributes.
fn closed(words: &str) -> String {
    let signs = words.len() - words.trim_end_matches('#').len();
    let (before, end) = words.split_at(words.len() - signs);
    if signs > 0 && (before.is_empty() || before.ends_with(' ')) {
        return format!("{before}\\{end}");
    }
    match words.strip_suffix('}') {
        Some(before) => format!("{before}\\}}"),
        None => words.to_owned(),
    }
}

/// Puts lines in a fence longer than any in them.
fn fenced(lines: &str) -> String {
    let longest = lines.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{lines}\n{fence}")
}

/// Writes a footnote: after its mark, if it has one, or else in HTML.
fn note(
    document: &Document,
    id: BlockId,
    range: Range<usize>,
    anchors: &Anchors,
    apart: bool,
) -> String {
    let goes_on = !apart && goes_on_with_a_mark(document, id, anchors);
    match anchors.mark_in(document, id) {
        Some((name, len)) if range.start == 0 => {
            let words = inline::from(document, id, len.min(range.end)..range.end, anchors);
            format!("[^{name}]: {}", words.replace('\n', "\n    "))
        }
        _ if goes_on => {
            let words = words(document, id, range, anchors, Breaks::Backslash);
            format!("    {}", words.replace('\n', "\n    "))
        }
        _ => tagged::note(document, id, range, anchors),
    }
}

/// Whether a footnote continues an earlier one that has a mark.
fn goes_on_with_a_mark(document: &Document, id: BlockId, anchors: &Anchors) -> bool {
    let before = std::iter::successors(id.previous(), |id| id.previous());
    before
        .take_while(|before| document.block(*before).kind == BlockKind::Note)
        .any(|before| anchors.mark_in(document, before).is_some())
}
