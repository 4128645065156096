//! Marks around words that look no other way on every screen and on paper:
//! backticks around code. They stand in lines, and nowhere in the text.

use std::ops::Range;

/// What a mark looks like: one column.
pub(super) const SIGN: &str = "`";

/// On which side of its character a mark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it, where marked words begin.
    Before,
    /// Behind it, where they end.
    Behind,
}

/// A mark beside a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// Where the character begins, in bytes of the body.
    pub at: usize,
    /// On which side of it the mark stands.
    pub side: Side,
}

/// The marks around some ranges of a body, in order. Blanks at the ends of a
/// range stay outside, since a line may end there.
pub(super) fn around(body: &str, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Mark> {
    let mut marks = Vec::new();
    for range in ranges {
        let Some(words) = body.get(range.clone()) else { continue };
        let start = range.end - words.trim_start().len();
        let Some((last, _)) = words.trim_end().char_indices().next_back() else { continue };
        marks.push(Mark { at: start, side: Side::Before });
        marks.push(Mark { at: range.start + last, side: Side::Behind });
    }
    marks
}

/// Those of some marks that stand beside characters of a range.
pub(super) fn within<'a>(marks: &'a [Mark], range: &Range<usize>) -> &'a [Mark] {
    let from = marks.partition_point(|mark| mark.at < range.start);
    let to = marks.partition_point(|mark| mark.at < range.end);
    &marks[from..to.max(from)]
}

/// Columns that the marks of a range take.
pub(super) fn columns(marks: &[Mark], range: &Range<usize>) -> u16 {
    u16::try_from(within(marks, range).len()).unwrap_or(u16::MAX)
}
