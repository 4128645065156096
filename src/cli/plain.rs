//! Text for people: lines at a measure, with the numbers hanging and sub-clauses set in.

use crate::app::LabelWidths;
use crate::document::{Document, Passage};
use crate::typeset::{columns as columns_of, indent_of, plain};

/// The lines of a passage. `columns` is the width of all, numbers included.
pub fn lines(document: &Document, passage: Passage, columns: u16) -> String {
    let labels = document
        .passage_ranges(passage)
        .any(|(block, range)| range.start == 0 && document.label(block).is_some());
    let margin = if labels { usize::from(LabelWidths::of(document).all) + 2 } else { 0 };
    let room = usize::from(columns).saturating_sub(margin).max(1);
    let measure = u16::try_from(room).unwrap_or(u16::MAX);
    // Sub-clauses stand in from the outermost that is printed.
    let indent = |block| indent_of(document, block, measure);
    let least = document.passage_ranges(passage).map(|(block, _)| indent(block)).min().unwrap_or(0);
    let mut out = String::new();
    for (block, range) in document.passage_ranges(passage) {
        if !out.is_empty() {
            out.push('\n');
        }
        let label = document.label(block).filter(|_| range.start == 0).unwrap_or("");
        let inset = indent(block) - least;
        // A number that is wider than the margin takes from its first line.
        let room = u16::try_from(margin).unwrap_or(u16::MAX).saturating_sub(2);
        let over = columns_of(label).saturating_sub(room);
        let room_of_words = measure.saturating_sub(inset);
        let set = plain(document, block, range, room_of_words, over);
        for (index, line) in set.into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let hanging = if margin == 0 {
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
