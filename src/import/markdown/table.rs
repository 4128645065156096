//! The columns of a Markdown table: their alignments, and the row of heads.

use crate::document::{Alignment, InlineKind};
use crate::import::writer::Writer;

/// The kind of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// The heads of the columns.
    #[default]
    Head,
    /// Any other row.
    Data,
}

/// The columns of the table being read.
#[derive(Debug, Default)]
pub struct TableColumns {
    alignments: Vec<Option<Alignment>>,
    row: RowKind,
    /// The number of cells so far in the row.
    cells: usize,
}

impl TableColumns {
    /// Creates the columns of a new table.
    pub fn new(alignments: &[pulldown_cmark::Alignment]) -> Self {
        use pulldown_cmark::Alignment as A;
        let alignments = alignments.iter().map(|alignment| match alignment {
            A::None => None,
            A::Left => Some(Alignment::Start),
            A::Center => Some(Alignment::Centre),
            A::Right => Some(Alignment::End),
        });
        Self { alignments: alignments.collect(), ..Self::default() }
    }

    pub fn begin_row(&mut self, row: RowKind) {
        (self.row, self.cells) = (row, 0);
    }

    fn styles(&self) -> impl Iterator<Item = InlineKind> + use<> {
        let head = (self.row == RowKind::Head).then_some(InlineKind::Head);
        let alignment = self.alignments.get(self.cells).copied().flatten();
        head.into_iter().chain(alignment.map(InlineKind::Aligned))
    }

    pub fn begin_cell(&self, writer: &mut Writer) {
        self.styles().for_each(|style| writer.style(style));
    }

    pub fn end_cell(&mut self, writer: &mut Writer) {
        self.styles().for_each(|style| writer.unstyle(style));
        writer.cell_end();
        self.cells += 1;
    }
}
