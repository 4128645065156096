//! What every format gives to the recognition of structure: one text, and its
//! elements in reading order.
//!
//! A format writes out what its own markup only implies: an ordered list's
//! item begins with its number (`1. `), another's with a bullet (`• `), and each
//! level of nesting is an indent of [`NESTING`] columns. So numbers are
//! recognised in one way, whatever the format.

use super::clean::Break;
use super::statement::Statement;
use crate::document::{Direction, InlineKind};
use std::borrow::Cow;
use std::ops::Range;

/// Columns that one level of nesting counts for, where a format has levels
/// instead of columns.
pub const NESTING: usize = 4;

/// A source as its format gives it.
#[derive(Debug, Clone, Default)]
pub struct Manuscript<'a> {
    /// The text. Plain text stands in it as it was decoded; another format
    /// writes its own.
    pub text: Cow<'a, str>,
    /// Bytes of the source before the text.
    pub skipped: usize,
    /// The elements in reading order.
    pub elements: Vec<Element>,
    /// What the text states of its own structure, each before the element of an index; none
    /// where its structure is to be recognised.
    pub statements: Vec<(usize, Statement)>,
    /// Inline styles, as ranges of the text.
    pub styles: Vec<(Range<usize>, InlineKind)>,
    /// Words that lead somewhere, as ranges of the text; a target that begins
    /// with `#` is the name of an anchor.
    pub links: Vec<(Range<usize>, String)>,
    /// Offsets of the text that links lead to, by name.
    pub anchors: Vec<(usize, String)>,
    /// What the source declares of itself.
    pub declared: Declared,
    /// What was assumed, and what cannot be shown: see
    /// [`crate::document::Metadata::remarks`].
    pub remarks: Vec<String>,
}

/// What a source declares of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// Its title.
    pub title: Option<String>,
    /// Its language, a BCP 47 tag.
    pub language: Option<String>,
    /// The direction of its lines.
    pub direction: Option<Direction>,
}

/// A paragraph or the like, as far as the format tells it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub kind: ElementKind,
    /// Bytes of each line, blanks at both ends left out (not in
    /// elements that are [verbatim](ElementKind::is_verbatim)), and the break after it.
    pub lines: Vec<Line>,
    /// Columns of white space before its first line.
    pub indent: usize,
    /// Blank lines before it.
    pub blank_before: usize,
}

/// The bytes of a line, and the break after it.
pub type Line = (Range<usize>, Break);

/// What a format says that an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// Lines of text. In plain text all but what is preformatted: what a paragraph really is, is
    /// for the recognition of structure to find.
    Paragraph,
    /// A heading, the outermost of level 1.
    Heading {
        /// Its level.
        level: u8,
    },
    /// An item of a list, its number or bullet written out.
    Item,
    /// A quotation.
    Quotation,
    /// Lines whose breaks and blanks are meant.
    Preformatted,
    /// Code: the same, set apart from the text around it.
    Code,
    /// A table: a line is a row, its cells are parted by tabs, and the lines
    /// of a cell by [`super::clean::CELL_LINE`].
    Table,
    /// A footnote or endnote.
    Note,
    /// A mark between parts.
    Ornament,
}

impl ElementKind {
    /// Whether its line ends and blanks are meant.
    pub const fn is_verbatim(self) -> bool {
        matches!(self, Self::Preformatted | Self::Code)
    }
}
