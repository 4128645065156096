//! Text for people: lines at a measure, with the numbers hanging.

use crate::app::LabelWidths;
use crate::document::{Document, Passage};
use crate::typeset::{Setting, columns as columns_of, wrap_behind};

/// The lines of a passage. `columns` is the width of all, numbers included; 0
/// leaves each paragraph one line.
pub fn lines(document: &Document, passage: Passage, columns: u16) -> String {
    let labels = document
        .passage_ranges(passage)
        .any(|(block, range)| range.start == 0 && document.label(block).is_some());
    let margin = if labels { usize::from(LabelWidths::of(document).all) + 2 } else { 0 };
    let room = usize::from(columns).saturating_sub(margin).max(1);
    let measure = if columns == 0 { u16::MAX } else { u16::try_from(room).unwrap_or(u16::MAX) };
    let setting = Setting::plain(measure);
    let mut out = String::new();
    for (block, range) in document.passage_ranges(passage) {
        if !out.is_empty() {
            out.push('\n');
        }
        let label = document.label(block).filter(|_| range.start == 0).unwrap_or("");
        let words = &document.body(block)[range];
        // A number that is wider than the margin takes from its first line.
        let room = u16::try_from(margin).unwrap_or(u16::MAX).saturating_sub(2);
        let over = columns_of(label).saturating_sub(room);
        for (index, line) in wrap_behind(words, setting, over).into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let hanging = if margin == 0 || (columns == 0 && label.is_empty()) {
                String::new()
            } else {
                let blanks = room.saturating_sub(columns_of(label));
                format!("{}{label}  ", " ".repeat(usize::from(blanks)))
            };
            // A soft hyphen is seen only where a line ends at it.
            let shown = words[line.range].replace('\u{AD}', "");
            let hyphen = if line.hyphen { "-" } else { "" };
            let row = format!("{hanging}{shown}{hyphen}");
            out.push_str(row.trim_end());
            out.push('\n');
        }
    }
    out
}
