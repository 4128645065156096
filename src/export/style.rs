//! In which form a document is written: the plainest that reads back alike.
//!
//! What a source shows by its layout is told by words alone once it is
//! printed, and the importer may take them for something else. So a whole
//! document is read again in the form that it was written in, and where it is
//! not the same, the next form is tried; the last one states its structure: see
//! [`crate::import::statement`].

use crate::document::{Document, Origin, Passage, Point};
use crate::source;
use std::path::PathBuf;

/// What is written as a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headings {
    /// Every heading.
    All,
    /// Those without a number in front; the others are lines by themselves.
    Unnumbered,
    /// None.
    None,
}

/// Where provisions inside of others stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nesting {
    /// At the margin, as all others.
    Flat,
    /// Set in below those around them.
    SetIn,
}

/// A form to write a document in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// What is written as a heading.
    pub headings: Headings,
    /// Where provisions inside of others stand.
    pub nesting: Nesting,
}

/// What the importer is told of a text that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// It is Markdown.
    Markdown,
    /// It is plain text.
    Plain,
}

/// Bytes of a text that is read again; a longer one is written in the first form.
const LONGEST: usize = 4 << 20;

/// How a passage is set, in each of the forms.
pub struct Forms<N, S> {
    /// In a style, whose structure is recognised when it is read.
    pub natural: N,
    /// With statements of its structure.
    pub stated: S,
}

/// A passage in the first of the forms in which it reads back alike: in the natural ones, the
/// plainest first, then with its structure stated; else in the one with the fewest
/// differences. A part of a document, whose numbers begin anywhere, is written in the first.
pub fn write(
    document: &Document,
    passage: Passage,
    syntax: Syntax,
    forms: &Forms<impl Fn(Style) -> String, impl Fn() -> String>,
) -> String {
    let order = match syntax {
        Syntax::Markdown => [Nesting::Flat, Nesting::SetIn],
        Syntax::Plain => [Nesting::SetIn, Nesting::Flat],
    };
    let styles = [Headings::All, Headings::Unnumbered, Headings::None]
        .into_iter()
        .flat_map(|headings| order.map(|nesting| Style { headings, nesting }));
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

/// In how many sections and blocks a text, read again, is another document.
fn differences(document: &Document, written: &str, syntax: Syntax) -> usize {
    let name = match syntax {
        Syntax::Markdown => "text.md",
        Syntax::Plain => "text.txt",
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
