//! The columns of a table in Markdown: how each is aligned, and which row heads them.

use crate::document::{Alignment, InlineKind};
use crate::import::writer::Writer;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Row {
    /// It heads the columns.
    #[default]
    Head,
    /// It is one of the others.
    Data,
}

/// The columns of the table that is being read.
#[derive(Debug, Default)]
pub struct Columns {
    alignments: Vec<Option<Alignment>>,
    row: Row,
    /// Cells that the row has had.
    cells: usize,
}

impl Columns {
    /// The columns of a table that begins.
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

    pub fn begin_row(&mut self, row: Row) {
        (self.row, self.cells) = (row, 0);
    }

    fn styles(&self) -> impl Iterator<Item = InlineKind> + use<> {
        let head = (self.row == Row::Head).then_some(InlineKind::Head);
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
