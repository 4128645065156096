//! Tables of packages, as far as a manuscript has them: rows of cells, parted by tabs.
//!
//! A table of one column only sets its text apart: what stands in it are
//! paragraphs. A table in a cell of another is part of that cell's words.

use crate::document::InlineKind;
use crate::import::manuscript::ElementKind;
use crate::import::writer::Writer;

/// A cell that spans more columns spans no more, and so with rows that are repeated.
const WIDEST: usize = 64;

/// Cells that stand further along in a row have no column of their own.
const MOST_COLUMNS: usize = 256;

/// How a table is shown.
#[derive(Debug)]
enum Form {
    /// Its columns are being counted.
    Unknown { columns: usize },
    /// It has one column: its paragraphs.
    Paragraphs,
    /// As a table, in whose row so many columns came before the cell that began last.
    Rows { columns: usize, begun: bool, span: usize, head: bool },
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
                *form = Form::Rows { columns: 0, begun: false, span: 1, head: false };
            }
            Form::Rows { columns, begun, span, .. } => (*columns, *begun, *span) = (0, false, 1),
            Form::Paragraphs | Form::Words => {}
        }
    }

    /// A cell begins.
    pub fn cell(&mut self, writer: &mut Writer) {
        match self.open.last_mut() {
            Some(Form::Rows { columns, begun, span, .. }) => {
                if std::mem::replace(begun, true) {
                    let room = MOST_COLUMNS.saturating_sub(*columns).min(*span);
                    (0..room).for_each(|_| writer.cell_end());
                    if room == 0 {
                        writer.space();
                    }
                    *columns += room;
                }
                *span = 1;
            }
            Some(Form::Words) => writer.space(),
            _ => {}
        }
    }

    /// The row that began heads the columns.
    pub fn head(&mut self, writer: &mut Writer) {
        if let Some(Form::Rows { head, .. }) = self.open.last_mut()
            && !std::mem::replace(head, true)
        {
            writer.style(InlineKind::Head);
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
        match self.open.last_mut() {
            Some(Form::Rows { head, .. }) => {
                if std::mem::take(head) {
                    writer.unstyle(InlineKind::Head);
                }
                writer.row_end();
            }
            Some(Form::Words) => writer.cell_line_end(),
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
