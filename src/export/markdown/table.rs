//! Tables: pipes, with an empty header if the document has none.

use super::anchors::Anchors;
use super::inline::{Breaks, words};
use crate::document::{Alignment, BlockId, Document};

/// Formats the rows of a table.
pub fn rows(document: &Document, id: BlockId, anchors: &Anchors) -> String {
    let table = document.table(id);
    let columns = table.columns().max(1);
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let rules: Vec<String> = (0..columns)
        .map(|at| table.alignments.get(at).copied().flatten())
        .map(|alignment| rule(alignment).to_owned())
        .collect();
    let mut lines: Vec<String> = table
        .rows
        .iter()
        .map(|row| {
            let mut cells: Vec<String> = row
                .cells
                .iter()
                .map(|cell| words(document, id, cell.clone(), anchors, Breaks::Cell))
                .collect();
            cells.resize(columns, String::new());
            line(&cells)
        })
        .collect();
    if table.heads == 0 {
        lines.insert(0, line(&vec![String::new(); columns]));
    }
    lines.insert(1, line(&rules));
    lines.join("\n")
}

/// Returns the rule below the header of a column.
fn rule(alignment: Option<Alignment>) -> &'static str {
    match alignment {
        None => "---",
        Some(Alignment::Start) => ":--",
        Some(Alignment::Centre) => ":-:",
        Some(Alignment::End) => "--:",
    }
}
