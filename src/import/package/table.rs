//! Tables of packages in the form that a manuscript supports: rows of cells, separated
//! by tabs.
//!
//! A table of one column only sets its text apart, so its content becomes paragraphs.
//! A nested table becomes words of the outer cell.

use crate::document::InlineKind;
use crate::import::manuscript::ElementKind;
use crate::import::writer::Writer;

/// The maximum number of columns that a cell spans.
const WIDEST: usize = 64;

/// The maximum number of columns; further cells of a row are merged into the last.
const MOST_COLUMNS: usize = 256;

/// The form in which a table is written.
#[derive(Debug)]
enum TableForm {
    /// Undecided: its columns are being counted.
    Unknown { columns: usize },
    /// As paragraphs, since it has one column.
    Paragraphs,
    /// As a table; `columns` is the number of columns before the current cell of the
    /// row.
    Rows { columns: usize, begun: bool, span: usize, head: bool },
    /// As words of a cell.
    Words,
}

/// The open, nested tables.
#[derive(Debug, Default)]
pub struct Tables {
    open: Vec<TableForm>,
    /// The number of tables written as rows or as words.
    celled: usize,
    /// Whether a row has begun that has no cell yet.
    is_row_due: bool,
}

impl Tables {
    /// Begins a table.
    pub fn begin(&mut self) {
        self.open.push(if self.celled > 0 {
            TableForm::Words
        } else {
            TableForm::Unknown { columns: 0 }
        });
        self.celled += usize::from(self.celled > 0);
    }

    /// Counts declared columns, before the first row.
    pub fn columns(&mut self, more: usize) {
        if let Some(TableForm::Unknown { columns }) = self.open.last_mut() {
            *columns = columns.saturating_add(more);
        }
    }

    /// Begins a row, which is written with its first cell: a row that was deleted has none.
    pub fn row(&mut self) {
        self.is_row_due = true;
    }

    /// Leaves out a row that was deleted.
    pub fn leave_row(&mut self) {
        self.is_row_due = false;
    }

    fn write_row(&mut self, writer: &mut Writer) {
        if !std::mem::take(&mut self.is_row_due) {
            return;
        }
        let Some(form) = self.open.last_mut() else { return };
        match form {
            TableForm::Unknown { columns: 1 } => *form = TableForm::Paragraphs,
            TableForm::Unknown { .. } => {
                writer.begin(ElementKind::Table, 0);
                self.celled = 1;
                *form = TableForm::Rows { columns: 0, begun: false, span: 1, head: false };
            }
            TableForm::Rows { columns, begun, span, .. } => {
                (*columns, *begun, *span) = (0, false, 1)
            }
            TableForm::Paragraphs | TableForm::Words => {}
        }
    }

    /// Begins a cell.
    pub fn cell(&mut self, writer: &mut Writer) {
        self.write_row(writer);
        match self.open.last_mut() {
            Some(TableForm::Rows { columns, begun, span, .. }) => {
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
            Some(TableForm::Words) => writer.space(),
            _ => {}
        }
    }

    /// Makes the current row a row of heads.
    pub fn head(&mut self, writer: &mut Writer) {
        self.write_row(writer);
        if let Some(TableForm::Rows { head, .. }) = self.open.last_mut()
            && !std::mem::replace(head, true)
        {
            writer.style(InlineKind::Head);
        }
    }

    /// Sets the number of columns that the current cell spans.
    pub fn span(&mut self, columns: usize) {
        if let Some(TableForm::Rows { span, .. }) = self.open.last_mut() {
            *span = columns.clamp(1, WIDEST);
        }
    }

    /// Ends a row.
    pub fn row_end(&mut self, writer: &mut Writer) {
        if std::mem::take(&mut self.is_row_due) {
            return;
        }
        match self.open.last_mut() {
            Some(TableForm::Rows { head, .. }) => {
                if std::mem::take(head) {
                    writer.unstyle(InlineKind::Head);
                }
                writer.row_end();
            }
            Some(TableForm::Words) => writer.cell_line_end(),
            _ => {}
        }
    }

    /// Ends a table.
    pub fn end(&mut self, writer: &mut Writer) {
        match self.open.pop() {
            Some(TableForm::Rows { .. }) => {
                self.celled = 0;
                writer.end();
            }
            Some(TableForm::Words) => self.celled = self.celled.saturating_sub(1),
            _ => {}
        }
    }

    /// Whether words now go into a cell, where no paragraph can begin.
    pub const fn in_cell(&self) -> bool {
        self.celled > 0
    }
}
