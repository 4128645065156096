//! A document as Markdown: CommonMark, with the tables and footnotes of GitHub.
//!
//! | of the document | in Markdown |
//! |---|---|
//! | a heading, its number in front of it | `## 1. Definitions` |
//! | a numbered provision | `**11.** We recognize …`: in a list its number would be counted anew |
//! | an item of a list | `- …`, `3. …`, set in below the item around it |
//! | a quotation, code, a table, a mark between parts | `>`, a fence, pipes, `---` |
//! | a note and its mark | `[^1]: …`, `[^1]` |
//! | the masthead of a bulletin | one paragraph, a line for each of its lines |
//!
//! [`inline`] writes the words of a block, [`table`] tables, and [`anchors`]
//! knows where links inside of the document lead.

mod anchors;
mod inline;
mod list;
mod table;

use super::escaping::{At, escaped};
use super::level;
use super::style::{self, Headings, Nesting, Style, Syntax};
use crate::document::{BlockId, BlockKind, Document, Passage, SectionKind};
use anchors::Anchors;
use inline::{Breaks, words};
use list::Lists;
use std::ops::Range;

/// The deepest heading of Markdown.
const DEEPEST: usize = 6;

/// A passage as Markdown; its blocks are parted by blank lines.
pub fn markdown(document: &Document, passage: Passage) -> String {
    let anchors = Anchors::of(document, passage);
    style::write(document, passage, Syntax::Markdown, |style| {
        Writing { document, anchors: &anchors, style }.passage(passage)
    })
}

/// Whether two blocks are lines of one masthead.
fn is_one_masthead(document: &Document, before: BlockId, id: BlockId) -> bool {
    let section = document.block(id).section;
    document.block(before).section == section
        && document.section(section).kind == SectionKind::Masthead
}

struct Writing<'a> {
    document: &'a Document,
    anchors: &'a Anchors,
    style: Style,
}

impl Writing<'_> {
    fn passage(&self, passage: Passage) -> String {
        let document = self.document;
        let outermost = document
            .passage_ranges(passage)
            .filter_map(|(id, _)| level::provisions(document, id).checked_sub(1))
            .min()
            .unwrap_or(0);
        let mut lists = Lists::default();
        let mut out = String::new();
        let mut before: Option<BlockId> = None;
        for (id, range) in document.passage_ranges(passage) {
            let label = document.label(id).filter(|_| range.start == 0);
            let lines = self.block(id, range, label, &mut lists);
            let depth = level::provisions(document, id).saturating_sub(1 + outermost);
            let goes_on = before.is_some_and(|before| is_one_masthead(document, before, id));
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
        out
    }

    /// The lines of one block, without the last line end.
    fn block(
        &self,
        id: BlockId,
        range: Range<usize>,
        label: Option<&str>,
        lists: &mut Lists,
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
                let number =
                    label.map_or_else(String::new, |label| escaped(label, At::Within) + " ");
                format!("{signs} {number}{}", closed(&text(Breaks::Tags, 0))).trim_end().to_owned()
            }
            BlockKind::Ornament if document.body(id) == "* * *" => "---".to_owned(),
            BlockKind::Preformatted | BlockKind::Code => fenced(&document.body(id)[range.clone()]),
            BlockKind::Table if whole => table::rows(document, id, anchors),
            BlockKind::Note => note(document, id, range, anchors),
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
                        let number = escaped(label, At::Within);
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

/// Lines so many lists in; the first begins an item, where a number stands there.
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

/// A heading whose last words are not taken for its closing signs or its
/// attributes.
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

/// Lines as they stand, behind a fence that is longer than any in them.
fn fenced(lines: &str) -> String {
    let longest = lines.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{lines}\n{fence}")
}

/// A note: behind its mark, where it has one, else as a page marks it.
fn note(document: &Document, id: BlockId, range: Range<usize>, anchors: &Anchors) -> String {
    let body = document.body(id);
    let goes_on =
        id.previous().is_some_and(|before| document.block(before).kind == BlockKind::Note);
    match anchors.mark_in(body) {
        Some((name, len)) if range.start == 0 => {
            let words = inline::from(document, id, len.min(range.end)..range.end, anchors);
            format!("[^{name}]: {}", words.replace('\n', "\n    "))
        }
        _ if goes_on => {
            let words = words(document, id, range, anchors, Breaks::Backslash);
            format!("    {}", words.replace('\n', "\n    "))
        }
        _ => {
            let words = inline::tagged(&body[range]);
            format!("<aside role=\"doc-footnote\">{words}</aside>")
        }
    }
}
