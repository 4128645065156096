//! Blocks, the smallest units of layout, and the inline styles in them.

use super::{Colour, SectionId, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The kind of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// Normal text.
    Paragraph,
    /// A title of its section.
    Heading,
    /// A line with place and date under a title.
    Dateline,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quotation,
    /// Lines whose breaks and blanks are significant.
    Preformatted,
    /// A code block, whose lines are kept as they are.
    Code,
    /// Lines that a program printed, each kept as it is; the space between blocks is that of the
    /// source.
    Printed,
    /// A table: its cells are marked by [`InlineKind::Cell`]; see [`super::Table`].
    Table,
    /// A footnote or endnote, at its place in the source.
    Note,
    /// An ornament between parts (`* * *`).
    Ornament,
}

impl BlockKind {
    /// Whether the block counts as a paragraph, which `8:3` can name.
    pub const fn is_paragraph(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::ListItem
                | Self::Quotation
                | Self::Preformatted
                | Self::Code
                | Self::Printed
                | Self::Table
        )
    }

    /// Whether its line ends and blanks are as in the source.
    pub const fn is_verbatim(self) -> bool {
        matches!(self, Self::Preformatted | Self::Code | Self::Printed)
    }
}

/// A block: a range of the text with its own layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its kind.
    pub kind: BlockKind,
    /// The innermost section that contains it.
    pub section: SectionId,
    /// The number before it (`11.`), which is shown in the margin.
    pub label: Option<Span>,
    /// Its words.
    pub body: Span,
    /// The bytes of the source that it was read from, label included.
    pub source: Range<usize>,
    /// Whether the source has a wider gap before it than between other blocks,
    /// for example where a group heading was.
    pub gap: bool,
    /// Number of lists around the list of this item.
    pub nesting: u8,
    /// Number of the paragraph in its section, counted from 1; `None` for
    /// headings and the like.
    pub paragraph: Option<u32>,
}

/// A style inside a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// The words: a range of the whole text, within one block.
    pub span: Span,
    /// The style.
    pub kind: InlineKind,
}

/// The alignment of a cell's words in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Alignment {
    /// At the edge where lines start.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// At the edge where lines end, as numbers do.
    End,
}

/// The style of a run of words in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InlineKind {
    /// Emphasized.
    Emphasis,
    /// Strongly emphasized.
    Strong,
    /// Underlined, for emphasis on typewriters and terminals.
    Underlined,
    /// Code or a file name.
    Code,
    /// A cell in a table row.
    Cell,
    /// Words of a header cell, of a column or a row.
    Head,
    /// Words of a cell whose column the source aligns.
    Aligned(Alignment),
    /// The words that make a clause operative (`We recognize`, `Reaffirming`).
    Operative,
    /// In a comparison, words that only the old text has.
    Gone,
    /// In a comparison, words that only the new text has.
    New,
    /// Letters with a colour of the source's own, as programs print them.
    Foreground(Colour),
    /// A colour of the source's own behind the letters.
    Background(Colour),
    /// Letters and background with their colours exchanged.
    Reversed,
    /// Faint letters.
    Faint,
}
