//! Where the meaning of a term begins and ends.

use crate::document::{BlockId, Document, Passage, Point};
use std::ops::Range;

/// Number of bytes before a term in which its sentence may begin.
const LONGEST_SENTENCE: usize = 1000;

/// Ends each meaning where that of the next term begins, so that the items of a list are separate
/// definitions.
pub fn part(document: &Document, found: &mut [(BlockId, Range<usize>, Passage)]) {
    for at in 1..found.len() {
        let next = found[at].2.start;
        let meaning = &mut found[at - 1].2;
        if meaning.start >= next || next >= meaning.end {
            continue;
        }
        let body = document.body(next.block);
        let before = body.get(..next.byte).unwrap_or("").trim_end();
        meaning.end = match document.block_at(next.block.index().wrapping_sub(1)) {
            Some(last) if before.is_empty() => document.end_of(last),
            _ => Point { block: next.block, byte: before.len() },
        };
    }
}

/// Returns where the sentence that contains `at` begins.
pub fn sentence_start(body: &str, at: usize) -> usize {
    let from = body.floor_char_boundary(at.saturating_sub(LONGEST_SENTENCE));
    let before = &body[from..at];
    let ends = before.match_indices([' ', '\n']).rev().find(|(blank, _)| {
        let rest = before[..*blank].trim_end();
        let word = rest.rsplit([' ', '\n']).next().unwrap_or("");
        // A full stop after a number or an initial does not end a sentence.
        rest.ends_with(['.', '!', '?', ';'])
            && word.chars().filter(|c| c.is_alphabetic()).count() > 2
    });
    from + ends.map_or(0, |(blank, _)| blank + 1)
}

/// Returns the passage from a byte of a block to its end, or to the end of its section if the block
/// introduces what follows.
pub fn to_end(document: &Document, block: BlockId, start: usize) -> Passage {
    let point = Point { block, byte: start };
    // A block that does not end a sentence introduces what follows.
    let closed = ['.', '!', '?', ')', '”', '"', '»', '’', '\'', '›'];
    let leads = !document.body(block).trim_end().ends_with(closed);
    let section = document.block(block).section;
    let end = match document.section_passage(section) {
        Some(whole) if leads && document.section(section).kind.is_provision() => whole.end,
        _ => document.end_of(block),
    };
    Passage { start: point, end }
}
