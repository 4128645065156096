//! Tables: data tables become rows of cells, layout tables are read cell by cell,
//! and tables that put numbers before paragraphs become lists.
//!
//! A cell contains blocks, and a block may be a table: this module and [`walk`](super::walk) call
//! each other, as deep as the tree is.

use super::survey::Treatment;
use super::tag::Tag;
use super::tree::NodeId;
use super::walk::{BlockContext, Walk};
use crate::document::{Alignment, InlineKind};
use crate::import::manuscript::ElementKind;
use crate::import::writer::{ItemMarker, is_number};

/// The maximum number of columns that cells may span or occupy.
const WIDEST: usize = 256;

/// Writes a table.
pub(super) fn walk(walk: &mut Walk<'_>, table: NodeId, context: BlockContext) {
    let rows = rows(walk, table);
    if let Some(items) = items(walk, &rows) {
        for (words, cell) in items {
            let marker = ItemMarker { words, level: context.level(), alone: true };
            walk.marked(marker, cell, context);
        }
        return;
    }
    let columns = rows.iter().map(|row| cells(walk, row).len()).max().unwrap_or(0);
    // Under column heads, paragraphs and lists in the cells become lines of the
    // cells.
    let over = rows.first().is_some_and(|row| cells(walk, row).iter().all(|(_, heads)| *heads));
    let structured = walk.survey.is_structured(table);
    let laid_out = structured && (!over || walk.survey.is_headed(table))
        || columns < 2
        || walk.tree.attribute_has(table, "role", &["presentation", "none"]);
    if laid_out {
        walk.writer.begin(ElementKind::Paragraph, context.level());
        return walk.children(table, context);
    }
    // Content outside rows, such as a caption, comes before them.
    let parts: Vec<NodeId> = walk.tree.children(table).collect();
    for part in parts {
        let tag = walk.tree.tag(part);
        if !matches!(tag, Some(Tag::Row | Tag::RowGroup)) {
            walk.writer.begin(ElementKind::Paragraph, context.level());
            walk.node(part, context);
        }
    }
    walk.writer.begin(ElementKind::Table, context.level());
    // For each column, the number of rows that a cell above still covers.
    let mut taken: Vec<usize> = Vec::new();
    for row in rows {
        write(walk, &row, context.cell(), &mut taken);
    }
    walk.writer.end();
}

/// A row, and whether it is in the head of its table.
struct HtmlRow {
    id: NodeId,
    heads: bool,
}

fn rows(walk: &Walk<'_>, table: NodeId) -> Vec<HtmlRow> {
    let tree = walk.tree;
    let shown = |id: &NodeId| walk.survey.fate(*id) == Treatment::Shown;
    tree.children(table)
        .filter(shown)
        .flat_map(|part| {
            let group = tree.tag(part) == Some(Tag::RowGroup);
            let heads = group && tree.is_named(part, "thead");
            let inner = tree.children(part).filter(move |_| group);
            let own = std::iter::once(part).filter(move |_| !group);
            own.chain(inner).map(move |id| HtmlRow { id, heads })
        })
        .filter(|row| tree.tag(row.id) == Some(Tag::Row) && shown(&row.id))
        .collect()
}

/// Returns the cells of a row, and whether each is a head.
fn cells(walk: &Walk<'_>, row: &HtmlRow) -> Vec<(NodeId, bool)> {
    let cell = |id: NodeId| match walk.tree.tag(id) {
        Some(Tag::Cell { heads }) if walk.survey.fate(id) == Treatment::Shown => {
            Some((id, heads || row.heads))
        }
        _ => None,
    };
    walk.tree.children(row.id).filter_map(cell).collect()
}

/// Returns the alignment of a cell in the source.
fn alignment(walk: &Walk<'_>, cell: NodeId) -> Option<Alignment> {
    let style = walk.tree.attribute(cell, "style").and_then(|style| {
        style.split(';').find_map(|rule| {
            let (name, value) = rule.split_once(':')?;
            name.trim().eq_ignore_ascii_case("text-align").then(|| value.trim())
        })
    });
    let value = style.or_else(|| walk.tree.attribute(cell, "align"))?;
    match value.trim().to_ascii_lowercase().as_str() {
        "left" | "start" => Some(Alignment::Start),
        "center" => Some(Alignment::Centre),
        "right" | "end" => Some(Alignment::End),
        _ => None,
    }
}

/// Returns the items of a table that is really a list, as in many laws on the
/// Web: each row has a number or a sign, and one cell after it.
fn items(walk: &Walk<'_>, rows: &[HtmlRow]) -> Option<Vec<(String, NodeId)>> {
    let item = |row: &HtmlRow| {
        let cells = cells(walk, row).into_iter();
        let mut filled = cells.filter(|(cell, _)| short_words(walk, *cell) != Some(String::new()));
        let (first, heads) = filled.next()?;
        let (second, _) = filled.next()?;
        let marker = short_words(walk, first).filter(|words| !heads && is_marker(words))?;
        filled.next().is_none().then_some((marker, second))
    };
    let items: Vec<_> = rows.iter().map(item).collect::<Option<_>>()?;
    (!items.is_empty()).then_some(items)
}

/// The maximum length of a marker, in bytes.
const LONGEST_MARKER: usize = 12;

/// The maximum number of elements to search for a marker.
const MARKER_DEPTH: usize = 32;

/// Returns all words of a cell if they are short enough for a marker.
fn short_words(walk: &Walk<'_>, cell: NodeId) -> Option<String> {
    let mut words = String::new();
    let mut todo = vec![cell];
    let mut seen = 0;
    while let Some(id) = todo.pop() {
        seen += 1;
        words.push_str(walk.tree.words(id).trim());
        if seen > MARKER_DEPTH || words.len() > LONGEST_MARKER {
            return None;
        }
        let inside = todo.len();
        todo.extend(walk.tree.children(id).take(MARKER_DEPTH));
        todo[inside..].reverse();
    }
    Some(words)
}

fn is_marker(words: &str) -> bool {
    is_number(words) || matches!(words, "—" | "–" | "-" | "•" | "·" | "*" | "○" | "▪")
}

fn write(walk: &mut Walk<'_>, row: &HtmlRow, context: BlockContext, taken: &mut Vec<usize>) {
    let mut column = 0;
    for (cell, heads) in cells(walk, row) {
        while column < WIDEST && taken.get(column).is_some_and(|rows| *rows > 0) {
            column = next(walk, column, taken);
            walk.spanned = walk.spanned.saturating_sub(1);
        }
        let aligned = alignment(walk, cell).map(InlineKind::Aligned);
        let styles = [heads.then_some(InlineKind::Head), aligned];
        let styles = || styles.into_iter().flatten();
        styles().for_each(|style| walk.writer.style(style));
        walk.children(cell, context);
        styles().for_each(|style| walk.writer.unstyle(style));
        let span =
            |name| walk.tree.attribute(cell, name).and_then(|value| value.trim().parse().ok());
        let (columns, rows) = (span("colspan").unwrap_or(1), span("rowspan").unwrap_or(1));
        let columns = columns.clamp(1, WIDEST).min(walk.spanned + 1);
        let rows = if walk.spanned == 0 { 1 } else { rows };
        walk.spanned -= columns - 1;
        for _ in 0..columns {
            if column < WIDEST {
                taken.resize(taken.len().max(column + 1), 0);
                taken[column] = rows.clamp(1, usize::from(u16::MAX));
                column = next(walk, column, taken);
            } else {
                walk.writer.cell_end();
                break;
            }
        }
    }
    taken.iter_mut().skip(column).for_each(|rows| *rows = rows.saturating_sub(1));
    walk.writer.row_end();
}

/// Skips a column that a cell above covers in this row.
fn next(walk: &mut Walk<'_>, column: usize, taken: &mut [usize]) -> usize {
    if let Some(rows) = taken.get_mut(column) {
        *rows = rows.saturating_sub(1);
    }
    walk.writer.cell_end();
    column + 1
}
