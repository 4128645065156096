//! Text for people: lines at a measure, with the numbers hanging and sub-clauses set in.

use crate::app::LabelWidths;
use crate::document::{Document, Passage};
use crate::typeset::{columns as columns_of, indent_of, plain};

/// The lines of a passage. `columns` is the width of all, numbers included; 0
/// leaves each paragraph one line.
pub fn lines(document: &Document, passage: Passage, columns: u16) -> String {
    let labels = document
        .passage_ranges(passage)
        .any(|(block, range)| range.start == 0 && document.label(block).is_some());
    let margin = if labels { usize::from(LabelWidths::of(document).all) + 2 } else { 0 };
    let room = usize::from(columns).saturating_sub(margin).max(1);
    let measure = if columns == 0 { u16::MAX } else { u16::try_from(room).unwrap_or(u16::MAX) };
    // Sub-clauses stand in from the outermost that is printed; paragraphs that
    // stay whole are for other programs.
    let indent = |block| if columns == 0 { 0 } else { indent_of(document, block, measure) };
    let least = document.passage_ranges(passage).map(|(block, _)| indent(block)).min().unwrap_or(0);
    let mut out = String::new();
    for (block, range) in document.passage_ranges(passage) {
        if !out.is_empty() {
            out.push('\n');
        }
        let label = document.label(block).filter(|_| range.start == 0).unwrap_or("");
        let inset = indent(block) - least;
        let set = |over| match columns {
            0 => document.body(block)[range]
                .replace('\u{AD}', "")
                .split('\n')
                .map(str::to_owned)
                .collect(),
            _ => plain(document, block, range, measure.saturating_sub(inset), over),
        };
        // A number that is wider than the margin takes from its first line.
        let room = u16::try_from(margin).unwrap_or(u16::MAX).saturating_sub(2);
        let over = columns_of(label).saturating_sub(room);
        for (index, line) in set(over).into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let hanging = if margin == 0 || (columns == 0 && label.is_empty()) {
                String::new()
            } else {
                let blanks = room.saturating_sub(columns_of(label));
                format!("{}{label}  ", " ".repeat(usize::from(blanks)))
            };
            let row = format!("{:inset$}{hanging}{line}", "", inset = usize::from(inset));
            out.push_str(row.trim_end());
            out.push('\n');
        }
    }
    out
}
