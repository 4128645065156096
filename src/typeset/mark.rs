//! Marks around words that have no distinct style on some screens and on paper:
//! backticks around code. They are in lines only, not in the text.

use std::ops::Range;

/// The sign of a mark: one column.
pub(super) const SIGN: &str = "`";

/// The side of its character on which a mark appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it, where the marked words begin.
    Before,
    /// Behind it, where the marked words end.
    Behind,
}

/// A mark beside a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SideMark {
    /// The byte of the body at which the character begins.
    pub at: usize,
    /// The side on which the mark appears.
    pub side: Side,
}

/// Returns the marks around some ranges of a body, in order. Blanks at the ends
/// of a range stay outside, since a line may end there.
pub(super) fn around(body: &str, ranges: impl Iterator<Item = Range<usize>>) -> Vec<SideMark> {
    let mut marks = Vec::new();
    for range in ranges {
        let Some(words) = body.get(range.clone()) else { continue };
        let start = range.end - words.trim_start().len();
        let Some((last, _)) = words.trim_end().char_indices().next_back() else { continue };
        marks.push(SideMark { at: start, side: Side::Before });
        marks.push(SideMark { at: range.start + last, side: Side::Behind });
    }
    marks
}

/// Returns the marks beside characters in a range.
pub(super) fn within<'a>(marks: &'a [SideMark], range: &Range<usize>) -> &'a [SideMark] {
    let from = marks.partition_point(|mark| mark.at < range.start);
    let to = marks.partition_point(|mark| mark.at < range.end);
    &marks[from..to.max(from)]
}

/// Returns the columns that the marks in a range take.
pub(super) fn columns(marks: &[SideMark], range: &Range<usize>) -> u16 {
    u16::try_from(within(marks, range).len()).unwrap_or(u16::MAX)
}
