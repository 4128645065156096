//! Tables of packages, as far as a manuscript has them: rows of cells, parted by tabs.
//!
//! A table of one column only sets its text apart: what stands in it are
//! paragraphs. A table in a cell of another is part of that cell's words.

use crate::import::format::writer::Writer;
use crate::import::manuscript::ElementKind;

/// A cell that spans more columns spans no more, and so with rows that are repeated.
const WIDEST: usize = 64;

/// How a table is shown.
#[derive(Debug)]
enum Form {
    /// Its columns are being counted.
    Unknown { columns: usize },
    /// It has one column: its paragraphs.
    Paragraphs,
    /// As a table, of whose row so many cells have begun.
    Rows { cells: usize, span: usize },
    /// As words of a cell.
    Words,
}

/// The tables that are open, one in another.
#[derive(Debug, Default)]
pub struct Tables {
    open: Vec<Form>,
    /// How many of them are shown as rows or as words.
    celled: usize,
}

impl Tables {
    /// A table begins.
    pub fn begin(&mut self) {
        self.open.push(if self.celled > 0 { Form::Words } else { Form::Unknown { columns: 0 } });
        self.celled += usize::from(self.celled > 0);
    }

    /// So many of its columns are told, before its first row.
    pub fn columns(&mut self, more: usize) {
        if let Some(Form::Unknown { columns }) = self.open.last_mut() {
            *columns = columns.saturating_add(more);
        }
    }

    /// A row begins.
    pub fn row(&mut self, writer: &mut Writer) {
        let Some(form) = self.open.last_mut() else { return };
        match form {
            Form::Unknown { columns: 1 } => *form = Form::Paragraphs,
            Form::Unknown { .. } => {
                writer.begin(ElementKind::Table, 0);
                self.celled = 1;
                *form = Form::Rows { cells: 0, span: 1 };
            }
            Form::Rows { cells, span } => (*cells, *span) = (0, 1),
            Form::Paragraphs | Form::Words => {}
        }
    }

    /// A cell begins.
    pub fn cell(&mut self, writer: &mut Writer) {
        match self.open.last_mut() {
            Some(Form::Rows { cells, span }) => {
                if *cells > 0 {
                    (0..*span).for_each(|_| writer.cell_end());
                }
                (*cells, *span) = (*cells + 1, 1);
            }
            Some(Form::Words) => writer.space(),
            _ => {}
        }
    }

    /// The cell that began spans so many columns.
    pub fn span(&mut self, columns: usize) {
        if let Some(Form::Rows { span, .. }) = self.open.last_mut() {
            *span = columns.clamp(1, WIDEST);
        }
    }

    /// A row ends.
    pub fn row_end(&mut self, writer: &mut Writer) {
        match self.open.last() {
            Some(Form::Rows { .. }) => writer.row_end(),
            Some(Form::Words) => writer.space(),
            _ => {}
        }
    }

    /// A table ends.
    pub fn end(&mut self, writer: &mut Writer) {
        match self.open.pop() {
            Some(Form::Rows { .. }) => {
                self.celled = 0;
                writer.end();
            }
            Some(Form::Words) => self.celled = self.celled.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether words now stand in a cell, where no paragraph can begin.
    pub const fn in_cell(&self) -> bool {
        self.celled > 0
    }
}
