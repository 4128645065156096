//! Text for people: lines at a measure, with the numbers hanging and sub-clauses set in.

use super::outside::outside;
use super::printed;
use super::styled::{Rendition, Styled};
use crate::app::LabelWidths;
use crate::document::{BlockKind, Document, Passage};
use crate::typeset::{LinkedWords, columns as columns_of, indent_of, linked};
use std::ops::Range;

/// The lines of a passage, with its links to other documents. `columns` is the width of all,
/// numbers included.
pub fn lines(document: &Document, passage: Passage, columns: u16, rendition: Rendition) -> Styled {
    let labels = document
        .passage_ranges(passage)
        .any(|(block, range)| range.start == 0 && document.label(block).is_some());
    let margin = if labels { usize::from(LabelWidths::of(document).all) + 2 } else { 0 };
    let room = usize::from(columns).saturating_sub(margin).max(1);
    let measure = u16::try_from(room).unwrap_or(u16::MAX);
    // Sub-clauses are indented from the outermost one that is printed.
    let indent = |block| indent_of(document, block, measure);
    let least = document.passage_ranges(passage).map(|(block, _)| indent(block)).min().unwrap_or(0);
    let mut out = Styled::default();
    for (block, range) in document.passage_ranges(passage) {
        let is_printed = document.block(block).kind == BlockKind::Printed;
        if !out.is_empty() && (!is_printed || document.block(block).gap) {
            out.push("\n");
        }
        if is_printed {
            printed::push(&mut out, document, block, range, rendition);
            continue;
        }
        let links = if rendition.shows_links() { outside(document, block) } else { Vec::new() };
        let ranges: Vec<Range<usize>> = links.iter().map(|(range, _)| range.clone()).collect();
        let label = document.label(block).filter(|_| range.start == 0).unwrap_or("");
        let inset = indent(block) - least;
        // A number that is wider than the margin takes from its first line.
        let room = u16::try_from(margin).unwrap_or(u16::MAX).saturating_sub(2);
        let over = columns_of(label).saturating_sub(room);
        let room_of_words = measure.saturating_sub(inset);
        let set = linked(document, block, range, room_of_words, over, &ranges);
        for (index, line) in set.into_iter().enumerate() {
            let label = if index == 0 { label } else { "" };
            let hanging = if margin == 0 {
                String::new()
            } else {
                let blanks = room.saturating_sub(columns_of(label));
                format!("{}{label}  ", " ".repeat(usize::from(blanks)))
            };
            let before = format!("{:inset$}{hanging}", "", inset = usize::from(inset));
            let is_blank = |(words, _): &LinkedWords| words.trim().is_empty();
            let shown = line.iter().rposition(|run| !is_blank(run)).map_or(0, |last| last + 1);
            out.push(if shown == 0 { before.trim_end() } else { before.as_str() });
            for (at, (words, link)) in line[..shown].iter().enumerate() {
                let words = if at + 1 == shown { words.trim_end() } else { words.as_str() };
                match link.and_then(|index| links.get(index)) {
                    Some((_, target)) => out.link(target, words),
                    None => out.push(words),
                };
            }
            out.push("\n");
        }
    }
    out
}
