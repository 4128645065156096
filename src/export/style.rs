//! The style in which a document is written: the plainest that is read again as
//! the same document.
//!
//! Text cannot express everything that a source shows by its layout, and the
//! importer may misread it. So a whole document is read again after writing; if
//! it differs, the next style is tried. The last one states its structure: see
//! [`crate::import::statement`].

use crate::document::{Document, Origin, Passage, Point};
use crate::source;
use std::path::PathBuf;

/// Which headings are marked as headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    /// All headings.
    All,
    /// Those without a number; the others are lines of their own.
    Unnumbered,
    /// None.
    None,
}

/// The position of nested provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nesting {
    /// At the margin, like all others.
    Flat,
    /// Indented below those around them.
    SetIn,
}

/// A style for writing a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExportStyle {
    /// Which headings are marked as headings.
    pub headings: Headings,
    /// The position of nested provisions.
    pub nesting: Nesting,
}

/// The syntax of exported text, for the importer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportSyntax {
    /// Markdown.
    Markdown,
    /// Plain text.
    Plain,
}

/// Maximum length in bytes of a text that is read again; a longer one is written
/// in the first style.
const LONGEST: usize = 4 << 20;

/// The functions that write a passage in each form.
pub struct PassageWriters<N, S> {
    /// In a style, with a structure that the importer recognizes.
    pub natural: N,
    /// With statements of its structure.
    pub stated: S,
}

/// Writes a passage in the first form that is read again as the same: in the natural styles, the
/// plainest first, and then with statements of its structure. If none is the same, takes the form
/// with the fewest differences. Part of a document, whose numbers can begin anywhere, is written in
/// the first style.
pub fn write(
    document: &Document,
    passage: Passage,
    syntax: ExportSyntax,
    forms: &PassageWriters<impl Fn(ExportStyle) -> String, impl Fn() -> String>,
) -> String {
    let order = match syntax {
        ExportSyntax::Markdown => [Nesting::Flat, Nesting::SetIn],
        ExportSyntax::Plain => [Nesting::SetIn, Nesting::Flat],
    };
    let styles = [Headings::All, Headings::Unnumbered, Headings::None]
        .into_iter()
        .flat_map(|headings| order.map(|nesting| ExportStyle { headings, nesting }));
    let natural = styles.map(|style| (forms.natural)(style));
    let stated = std::iter::once_with(|| (forms.stated)());
    let mut best: Option<(usize, String)> = None;
    for written in natural.chain(stated) {
        if !is_whole(document, passage) || written.len() > LONGEST {
            return written;
        }
        let differences = differences(document, &written, syntax);
        if differences == 0 {
            return written;
        }
        if best.as_ref().is_none_or(|(least, _)| differences < *least) {
            best = Some((differences, written));
        }
    }
    best.map_or_else(String::new, |(_, written)| written)
}

fn is_whole(document: &Document, passage: Passage) -> bool {
    passage.start == Point::default()
        && document.last_block().is_some_and(|last| document.end_of(last) == passage.end)
}

/// Counts the sections and blocks that differ when a text is read again.
fn differences(document: &Document, written: &str, syntax: ExportSyntax) -> usize {
    let name = match syntax {
        ExportSyntax::Markdown => "text.md",
        ExportSyntax::Plain => "text.txt",
    };
    let Ok(read) = source::read(written.as_bytes(), Origin::File(PathBuf::from(name))) else {
        return usize::MAX;
    };
    let sections = document.section_ids().zip(read.section_ids()).filter(|(own, other)| {
        let facts = |document: &Document, id| {
            let section = document.section(id);
            let address = section.address.clone();
            (address, section.kind, section.number.clone(), section.depth, section.paragraphs)
        };
        facts(document, *own) != facts(&read, *other) || document.title(*own) != read.title(*other)
    });
    let blocks = document.block_ids().zip(read.block_ids()).filter(|(own, other)| {
        document.body(*own) != read.body(*other)
            || document.block(*own).section != read.block(*other).section
    });
    sections.count()
        + blocks.count()
        + document.sections().len().abs_diff(read.sections().len())
        + document.block_count().abs_diff(read.block_count())
}
