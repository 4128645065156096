//! The common result of all formats and the input to structure recognition: one text, and its
//! elements in reading order.
//!
//! A format writes out what its markup only implies: an item of an ordered list begins with its
//! number (`1. `), another with a bullet (`• `), and each level of nesting is an indent of
//! [`NESTING`] columns. So numbers are recognised in the same way in all formats.

use super::clean::Break;
use super::printout::Printout;
use super::statement::Statement;
use crate::document::{Direction, InlineKind};
use std::borrow::Cow;
use std::ops::Range;

/// The columns of one level of nesting, for formats that have levels instead of columns.
pub const NESTING: usize = 4;

/// A source as its format reads it.
#[derive(Debug, Clone, Default)]
pub struct Manuscript<'a> {
    /// The text: that of plain text as decoded; other formats write their own.
    pub text: Cow<'a, str>,
    /// The number of source bytes before the text.
    pub skipped: usize,
    /// The elements in reading order.
    pub elements: Vec<Element>,
    /// The statements of the text about its own structure, each with the index of the element
    /// after it; empty if the structure is to be recognised.
    pub statements: Vec<(usize, Statement)>,
    /// Inline styles, as ranges of the text.
    pub styles: Vec<(Range<usize>, InlineKind)>,
    /// Links, as ranges of the text; a target that begins with `#` is the name of
    /// an anchor.
    pub links: Vec<(Range<usize>, String)>,
    /// Anchors: offsets in the text that links lead to, with their names.
    pub anchors: Vec<(usize, String)>,
    /// What the text is, if a program printed it.
    pub printout: Option<Printout>,
    /// The source's declarations.
    pub declared: Declared,
    /// Assumptions made, and parts that cannot be shown: see
    /// [`crate::document::Metadata::remarks`].
    pub remarks: Vec<String>,
}

impl Manuscript<'_> {
    /// Whether its text is that of its source, and not one of its own.
    pub fn is_borrowed(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Returns the manuscript with a text of its own.
    pub fn into_owned(self) -> Manuscript<'static> {
        Manuscript { text: self.text.into_owned().into(), ..self }
    }
}

/// A source's declarations about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Declared {
    /// Its title.
    pub title: Option<String>,
    /// Its language, a BCP 47 tag.
    pub language: Option<String>,
    /// The direction of its lines.
    pub direction: Option<Direction>,
}

/// A paragraph or the like, as far as the format distinguishes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Its kind.
    pub kind: ElementKind,
    /// The bytes of each line, without blanks at both ends (except in elements that are
    /// [verbatim](ElementKind::is_verbatim)), and the break after it.
    pub lines: Vec<LineBytes>,
    /// The columns of white space before its first line.
    pub indent: usize,
    /// The number of blank lines before it.
    pub blank_before: usize,
}

/// The bytes of a line, and the break after it.
pub type LineBytes = (Range<usize>, Break);

/// The kind of an element, according to the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ElementKind {
    /// Lines of text. In plain text this is everything not preformatted: structure recognition
    /// determines what it really is.
    Paragraph,
    /// A heading; the outermost has level 1.
    Heading {
        /// Its level.
        level: u8,
    },
    /// A list item, with its number or bullet written out.
    Item,
    /// A quotation.
    Quotation,
    /// Lines whose breaks and blanks are significant.
    Preformatted,
    /// Code: also preformatted, but set apart from the text around it.
    Code,
    /// Lines that a program printed: see [`super::printout`].
    Printed,
    /// A table: each line is a row, whose cells are separated by tabs, and the lines of a cell
    /// by [`super::clean::CELL_LINE`].
    Table,
    /// A footnote or endnote.
    Note,
    /// A separator between parts.
    Ornament,
}

impl ElementKind {
    /// Whether its line ends and blanks are significant.
    pub const fn is_verbatim(self) -> bool {
        matches!(self, Self::Preformatted | Self::Code | Self::Printed)
    }
}
