//! The rows and columns of a table, derived from its cells.

use super::{Alignment, BlockId, BlockKind, Document, InlineKind};
use std::ops::Range;

/// A table: its rows in order, the header first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows, some perhaps with fewer cells than the table has columns.
    pub rows: Vec<TableRow>,
    /// Number of header rows at the top.
    pub heads: usize,
    /// The alignment of each column, if the source states it.
    pub alignments: Vec<Option<Alignment>>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableRow {
    /// The cells, as byte ranges of the block's body. A line feed in a cell ends
    /// one of its lines; a line feed between cells separates two rows.
    pub cells: Vec<Range<usize>>,
}

impl Table {
    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.alignments.len()
    }
}

/// The styles of the words in a cell.
#[derive(Debug, Clone, Copy, Default)]
struct Cover {
    head: bool,
    strong: bool,
    alignment: Option<Alignment>,
}

impl Document {
    /// Returns the rows of a table; an empty table for any other block.
    pub fn table(&self, id: BlockId) -> Table {
        let block = self.block(id);
        if block.kind != BlockKind::Table {
            return Table::default();
        }
        let (start, body) = (block.body.start.get(), self.body(id));
        let local = |range: Range<usize>| range.start - start..range.end - start;
        let mut cells: Vec<(Range<usize>, Cover)> = self
            .inlines(id)
            .iter()
            .filter(|inline| inline.kind == InlineKind::Cell)
            .map(|inline| (local(inline.span.range()), Cover::default()))
            .collect();
        for inline in self.inlines(id) {
            let range = local(inline.span.range());
            let first = cells.partition_point(|(cell, _)| cell.end <= range.start);
            for (cell, cover) in cells[first..].iter_mut() {
                if cell.start >= range.end {
                    break;
                }
                let whole = range.start <= cell.start && cell.end <= range.end;
                match inline.kind {
                    InlineKind::Head => cover.head |= whole,
                    InlineKind::Strong => cover.strong |= whole,
                    InlineKind::Aligned(to) => cover.alignment = cover.alignment.or(Some(to)),
                    _ => {}
                }
            }
        }
        rows_of(body, cells)
    }
}

/// Groups cells into rows, and finds the header rows.
fn rows_of(body: &str, cells: Vec<(Range<usize>, Cover)>) -> Table {
    let mut rows: Vec<Vec<(Range<usize>, Cover)>> = Vec::new();
    let mut end = 0;
    for (cell, cover) in cells {
        let between = body.get(end..cell.start).unwrap_or("");
        end = cell.end;
        match rows.last_mut() {
            Some(row) if !between.contains('\n') => row.push((cell, cover)),
            _ => rows.push(vec![(cell, cover)]),
        }
    }
    rows.retain(|row| row.iter().any(|(cell, _)| !cell.is_empty()));
    let all = |row: &[(Range<usize>, Cover)], holds: fn(&Cover) -> bool| {
        let mut filled = row.iter().filter(|(cell, _)| !cell.is_empty()).peekable();
        filled.peek().is_some() && filled.all(|(_, cover)| holds(cover))
    };
    let mut heads = rows.iter().take_while(|row| all(row, |cover| cover.head)).count();
    // Many sources only print the header in bold.
    if heads == 0 && rows.len() > 1 && all(&rows[0], |c| c.strong) && !all(&rows[1], |c| c.strong) {
        heads = 1;
    }
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut alignments = vec![None; columns];
    // The cells of a column may be aligned differently from its header.
    for row in rows[heads..].iter().chain(&rows[..heads]) {
        for (known, (_, cover)) in alignments.iter_mut().zip(row) {
            *known = known.or(cover.alignment);
        }
    }
    let rows = rows
        .into_iter()
        .map(|row| TableRow { cells: row.into_iter().map(|(cell, _)| cell).collect() })
        .collect();
    Table { rows, heads, alignments }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Origin;

    fn table(markdown: &str) -> (Table, String) {
        let origin = Origin::File("lamps.md".into());
        let document = crate::source::read(markdown.as_bytes(), origin).expect("Markdown");
        let id = document.block_ids().find(|id| document.block(*id).kind == BlockKind::Table);
        let id = id.expect("a table");
        (document.table(id), document.body(id).to_owned())
    }

    #[test]
    fn cells_make_rows_and_their_marks_make_heads_and_alignments() {
        let text = "| Lamp | Hours | |\n|---|--:|:-:|\n| North<br>pier | 12 | x |\n| a \\| b |\n";
        let (table, body) = table(text);
        let rows: Vec<Vec<&str>> = table
            .rows
            .iter()
            .map(|row| row.cells.iter().map(|cell| &body[cell.clone()]).collect())
            .collect();
        assert_eq!(rows, [vec!["Lamp", "Hours"], vec!["North\npier", "12", "x"], vec!["a | b"]]);
        assert_eq!(table.heads, 1);
        assert_eq!(table.alignments, [None, Some(Alignment::End), Some(Alignment::Centre)]);
    }
}
