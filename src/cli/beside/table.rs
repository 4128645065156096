//! Two texts as a table for translators and programs: a row for each pair.

use crate::align::{Parallel, ParallelRow};
use crate::document::{BlockId, Document, on_one_line};
use crate::messages::beside;
use serde::Serialize;

/// A row, for programs.
#[derive(Serialize)]
pub struct RowReport {
    left: Vec<String>,
    right: Vec<String>,
    texts: [String; 2],
    certainty: f32,
}

/// The rows for programs.
pub fn rows(parallel: &Parallel, rows: &[&ParallelRow]) -> Vec<RowReport> {
    let report = |row: &&ParallelRow| RowReport {
        left: addresses(parallel.left(), &row.left),
        right: addresses(parallel.right(), &row.right),
        texts: [words(parallel.left(), &row.left), words(parallel.right(), &row.right)],
        certainty: (row.certainty * 100.0).round() / 100.0,
    };
    rows.iter().map(report).collect()
}

/// A Markdown table.
pub fn markdown(parallel: &Parallel, rows: &[&ParallelRow]) -> String {
    let cell = |words: &str| on_one_line(words).replace('\\', "\\\\").replace('|', "\\|");
    let title = |document: &Document| cell(&document.metadata().title);
    let mut out = format!(
        "| {} | {} | {} |\n|---|---|---|\n",
        beside::COLUMN_PLACE,
        title(parallel.left()),
        title(parallel.right()),
    );
    for row in self::rows(parallel, rows) {
        let [left, right] = &row.texts;
        out.push_str(&format!("| {} | {} | {} |\n", row.place(), cell(left), cell(right)));
    }
    out
}

/// Lines with the place, both texts and the certainty, separated by tabs.
pub fn tab_separated(parallel: &Parallel, rows: &[&ParallelRow]) -> String {
    let title = |document: &Document| on_one_line(&document.metadata().title);
    let (left, right) = (title(parallel.left()), title(parallel.right()));
    let mut out =
        format!("{}\t{left}\t{right}\t{}\n", beside::COLUMN_PLACE, beside::COLUMN_CERTAINTY);
    for row in self::rows(parallel, rows) {
        let [left, right] = row.texts.each_ref().map(|words| on_one_line(words));
        out.push_str(&format!("{}\t{left}\t{right}\t{:.2}\n", row.place(), row.certainty));
    }
    out
}

impl RowReport {
    /// Its place in one text, or in both where they differ.
    fn place(&self) -> String {
        let (left, right) = (self.left.join(", "), self.right.join(", "));
        match (left.is_empty(), right.is_empty()) {
            (true, _) => format!("– ↔ {right}"),
            (_, true) => format!("{left} ↔ –"),
            _ if left == right => left,
            _ => format!("{left} ↔ {right}"),
        }
    }
}

fn addresses(document: &Document, blocks: &[BlockId]) -> Vec<String> {
    blocks.iter().map(|block| document.block_address(*block)).collect()
}

/// The words of some blocks with their labels; blank lines separate blocks.
fn words(document: &Document, blocks: &[BlockId]) -> String {
    let of = |block: &BlockId| {
        let body = document.body(*block);
        document.label(*block).map_or_else(|| body.to_owned(), |label| format!("{label} {body}"))
    };
    blocks.iter().map(of).collect::<Vec<_>>().join("\n\n")
}
