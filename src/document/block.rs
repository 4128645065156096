//! Blocks, the smallest units of layout, and the inline styles inside them.

use super::{SectionId, Span};
use std::ops::Range;

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A title of its section.
    Heading,
    /// A line of place and date under a title.
    Dateline,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quotation,
    /// Lines whose breaks and blanks are meant as they stand.
    Preformatted,
    /// Code: lines that stay as they stand, set apart from the text around them.
    Code,
    /// A table: its cells are marked by [`InlineKind::Cell`]; see [`super::Table`].
    Table,
    /// A footnote or endnote, where its source keeps it.
    Note,
    /// A mark between parts (`* * *`).
    Ornament,
}

impl BlockKind {
    /// Whether the block is counted among the paragraphs that `8:3` names.
    pub const fn is_paragraph(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::ListItem
                | Self::Quotation
                | Self::Preformatted
                | Self::Code
                | Self::Table
        )
    }

    /// Whether its line ends and blanks stand as in the source.
    pub const fn is_verbatim(self) -> bool {
        matches!(self, Self::Preformatted | Self::Code)
    }
}

/// A block: one range of the text, laid out as one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The innermost section that it belongs to.
    pub section: SectionId,
    /// The number in front of it (`11.`), which hangs in the margin.
    pub label: Option<Span>,
    /// Its words.
    pub body: Span,
    /// The bytes of the source that it was read from, label included.
    pub source: Range<usize>,
    /// Whether the source leaves a wider gap before it than between other
    /// blocks, as where a group heading stood.
    pub gap: bool,
    /// How many lists an item stands in beyond its own.
    pub nesting: u8,
    /// Which paragraph of its section it is, counted from 1; `None` for
    /// headings and the like.
    pub paragraph: Option<u32>,
}

/// A style inside a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inline {
    /// The words, a range of the whole text that lies inside one block.
    pub span: Span,
    /// How they are meant.
    pub kind: InlineKind,
}

/// Where the words of a cell stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Alignment {
    /// At the edge where lines begin.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// At the edge where lines end, as numbers do.
    End,
}

/// How a run of words inside a block is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InlineKind {
    /// Stressed.
    Emphasis,
    /// Strongly stressed.
    Strong,
    /// Underlined, as typewriters and terminals stress words.
    Underlined,
    /// Words of a computer: code, a file's name.
    Code,
    /// A cell of a table's row.
    Cell,
    /// Words of a cell that heads a column or a row.
    Head,
    /// Words of a cell whose column the source aligns.
    Aligned(Alignment),
    /// The words that make a clause operative (`We recognize`, `Reaffirming`).
    Operative,
}
