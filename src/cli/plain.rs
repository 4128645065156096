//! Text for people: lines at a measure, with the numbers hanging.

use crate::app::label_width;
use crate::document::{Document, Passage};
use crate::typeset::{Setting, wrap};

/// The lines of a passage. `columns` is the width of all, numbers included; 0
/// leaves each paragraph one line.
pub fn lines(document: &Document, passage: Passage, columns: u16) -> String {
    let labels = document
        .passage_ranges(passage)
        .any(|(block, range)| range.start == 0 && document.label(block).is_some());
    let margin = if labels { usize::from(label_width(document)) + 2 } else { 0 };
    let room = usize::from(columns).saturating_sub(margin).max(1);
    let measure = if columns == 0 { u16::MAX } else { u16::try_from(room).unwrap_or(u16::MAX) };
    let setting = Setting { columns: measure, hyphenate: false, justify: false };
    let mut out = String::new();
    for (block, range) in document.passage_ranges(passage) {
        if !out.is_empty() {
            out.push('\n');
        }
        let label = document.label(block).filter(|_| range.start == 0).unwrap_or("");
        let words = &document.body(block)[range];
        for (index, line) in wrap(words, setting).into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let hanging = if margin == 0 || (columns == 0 && label.is_empty()) {
                String::new()
            } else {
                format!("{label:>width$}  ", width = margin - 2)
            };
            let row = format!("{hanging}{}", &words[line.range]);
            out.push_str(row.trim_end());
            out.push('\n');
        }
    }
    out
}
