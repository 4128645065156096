//! Right-to-left text: the direction of a block, and the order of cells on a
//! terminal that does not reorder them (UAX #9).

use super::joining::joined;
use super::width::columns;
use crate::document::Direction;
use icu_properties::props::{BidiClass, BidiMirroringGlyph};
use icu_properties::{CodePointMapData, CodePointMapDataBorrowed};
use std::borrow::Cow;
use std::ops::Range;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

/// Who puts right-to-left text into its visual order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Bidi {
    /// The program: for terminals that show cells in the order they receive them.
    #[default]
    Visual,
    /// The terminal.
    Terminal,
}

impl Bidi {
    /// The name that the config uses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Visual => "visual",
            Self::Terminal => "terminal",
        }
    }
}

/// Returns the direction of a block: `declared`, if the block has a letter of
/// that direction or no letter at all; otherwise that of its first strong
/// character (rules P2 and P3), or `otherwise` if it has none.
pub fn direction_of(text: &str, declared: Option<Direction>, otherwise: Direction) -> Direction {
    let strong = || text.chars().filter_map(strong_direction);
    match declared {
        Some(declared) if strong().any(|one| one == declared) || strong().next().is_none() => {
            declared
        }
        _ => strong().next().unwrap_or(otherwise),
    }
}

/// Returns the direction of a strong character.
fn strong_direction(c: char) -> Option<Direction> {
    if c.is_ascii() {
        return c.is_ascii_alphabetic().then_some(Direction::LeftToRight);
    }
    match classes().get(c) {
        BidiClass::LeftToRight => Some(Direction::LeftToRight),
        BidiClass::RightToLeft | BidiClass::ArabicLetter => Some(Direction::RightToLeft),
        _ => None,
    }
}

fn classes() -> CodePointMapDataBorrowed<'static, BidiClass> {
    CodePointMapData::<BidiClass>::new()
}

/// Returns the embedding level of each byte of a paragraph; `None` if it runs
/// left to right throughout.
pub(super) fn levels(text: &str, base: Direction) -> Option<Vec<Level>> {
    if base == Direction::LeftToRight && !has_right_to_left(text) {
        return None;
    }
    let level = match base {
        Direction::LeftToRight => Level::ltr(),
        Direction::RightToLeft => Level::rtl(),
    };
    Some(ParagraphBidiInfo::new_with_data_source(&classes(), text, Some(level)).levels)
}

/// Whether a character may be right-to-left, judged by its range. A quick test
/// that most text fails at once.
fn may_turn(c: char) -> bool {
    c >= '\u{590}'
        && matches!(
            c,
            '\u{590}'..='\u{8FF}'
                | '\u{200F}'
                | '\u{FB1D}'..='\u{FDFF}'
                | '\u{FE70}'..='\u{FEFE}'
                | '\u{10800}'..='\u{10FFF}'
                | '\u{1E800}'..='\u{1EFFF}'
        )
}

/// Whether part of a text may run right to left.
pub fn has_right_to_left(text: &str) -> bool {
    text.chars().any(may_turn)
}

/// A part of a line at one embedding level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LevelRun {
    /// The first byte.
    pub start: usize,
    /// The level: odd where the text runs right to left.
    pub level: Level,
}

/// Returns the runs of a part of a paragraph; `start` is the byte at which the
/// paragraph begins.
pub(super) fn runs(levels: &[Level], part: Range<usize>, start: usize) -> Box<[LevelRun]> {
    let mut runs: Vec<LevelRun> = Vec::new();
    for at in part {
        let Some(level) = levels.get(at.saturating_sub(start)).copied() else { break };
        if runs.last().is_none_or(|run| run.level != level) {
            runs.push(LevelRun { start: at, level });
        }
    }
    runs.into()
}

/// Returns a cluster as it looks in right-to-left text: with brackets and the
/// like mirrored (rule L4).
pub(super) fn mirrored(cluster: &str) -> Cow<'_, str> {
    let mut chars = cluster.chars();
    let twin = chars
        .next()
        .and_then(|c| CodePointMapData::<BidiMirroringGlyph>::new().get(c).mirroring_glyph);
    match twin {
        Some(twin) => Cow::Owned(std::iter::once(twin).chain(chars).collect()),
        None => Cow::Borrowed(cluster),
    }
}

/// Separates independent parts of a line.
const BETWEEN_PARTS: &str = " · ";

/// Returns one line in visual order; its first strong character gives its
/// direction. Each part is reordered on its own, so a date beside Arabic words
/// keeps its order.
pub fn in_visual_order(words: &str) -> Cow<'_, str> {
    if !has_right_to_left(words) {
        return Cow::Borrowed(words);
    }
    let base = direction_of(words, None, Direction::LeftToRight);
    if !words.contains(BETWEEN_PARTS) {
        return in_visual_order_of(words, base);
    }
    // The blanks at both ends of the line stay in place.
    let told = words.trim_matches(' ');
    let (before, rest) = words.split_at(words.len() - words.trim_start_matches(' ').len());
    let after = &rest[told.len()..];
    let part = |part| in_visual_order_of(part, direction_of(part, None, Direction::LeftToRight));
    let mut parts: Vec<Cow<'_, str>> = told.split(BETWEEN_PARTS).map(part).collect();
    if base == Direction::RightToLeft {
        parts.reverse();
    }
    Cow::Owned(format!("{before}{}{after}", parts.join(BETWEEN_PARTS)))
}

/// Returns one line of the given direction in visual order.
pub fn in_visual_order_of(words: &str, base: Direction) -> Cow<'_, str> {
    let Some(levels) = levels(words, base) else { return Cow::Borrowed(words) };
    let order = clusters_in_order(words, &levels);
    order.into_iter().map(|(_, cluster)| cluster).collect::<String>().into()
}

/// Returns the clusters of a line from left to right, each with its byte offset.
fn clusters_in_order<'a>(words: &'a str, levels: &[Level]) -> Vec<(usize, Cow<'a, str>)> {
    let clusters: Vec<(usize, &str)> = words.grapheme_indices(true).collect();
    let of_clusters: Vec<Level> = clusters.iter().map(|(at, _)| levels[*at]).collect();
    let cluster = |at: usize| clusters.get(at).map(|(_, cluster)| *cluster);
    let seen = |at: usize| {
        let own = clusters[at].1;
        if !of_clusters[at].is_rtl() {
            return Cow::Borrowed(own);
        }
        match joined(at.checked_sub(1).and_then(cluster), own, cluster(at + 1)) {
            Some(form) => Cow::Owned(form),
            None => mirrored(own),
        }
    };
    let order = ParagraphBidiInfo::reorder_visual(&of_clusters);
    order.into_iter().map(|at| (clusters[at].0, seen(at))).collect()
}

/// Returns an input line in visual order, and the column of its caret, which is
/// before byte `caret`. A right-to-left line starts with a blank, where the next
/// character will appear.
pub fn typed(words: &str, caret: usize) -> (Cow<'_, str>, u16) {
    let base = direction_of(words, None, Direction::LeftToRight);
    let Some(levels) = levels(words, base) else {
        return (Cow::Borrowed(words), columns(words.get(..caret).unwrap_or(words)));
    };
    let mut seen = String::new();
    let mut column = None;
    if base == Direction::RightToLeft {
        seen.push(' ');
    }
    for (at, cluster) in clusters_in_order(words, &levels) {
        if at == caret {
            column = Some(columns(&seen));
        }
        seen.push_str(&cluster);
    }
    let end = if base == Direction::RightToLeft { 0 } else { columns(&seen) };
    (Cow::Owned(seen), column.unwrap_or(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{LeftToRight, RightToLeft};

    #[test]
    fn words_are_put_into_the_order_that_is_read_from_the_right() {
        for (words, seen) in [
            ("harbour (4)", "harbour (4)"),
            ("אבג (דה) 12", "12 (הד) גבא"),
            ("lamp אבג 12", "lamp 12 גבא"),
            ("אבג lamp 12.", ".lamp 12 גבא"),
            ("שׁל", "לשׁ"),
            ("אבג · 2026-11-25 · lamp", "lamp · 2026-11-25 · גבא"),
            ("12 · lamp אב", "12 · lamp בא"),
            (" 12 · אב ", " בא · 12 "),
        ] {
            assert_eq!(in_visual_order(words), seen);
        }
    }

    #[test]
    fn a_number_runs_as_the_block_after_it() {
        assert_eq!(in_visual_order_of("12.", RightToLeft), ".12");
        assert_eq!(in_visual_order_of("(12)", RightToLeft), "(12)");
        assert_eq!(in_visual_order_of("12.", LeftToRight), "12.");
    }

    #[test]
    fn a_caret_is_where_the_next_character_goes() {
        assert_eq!(typed("lamp", 4), ("lamp".into(), 4));
        assert_eq!(typed("אבג", 6), (" גבא".into(), 0));
        assert_eq!(typed("אבג", 0), (" גבא".into(), 3));
        assert_eq!(typed("lamp אב", 5), ("lamp בא".into(), 6));
        assert_eq!(typed("lamp אב", 9), ("lamp בא".into(), 7));
    }

    #[test]
    fn a_block_runs_as_it_is_declared_or_as_its_first_letter_does() {
        for (text, declared, otherwise, direction) in [
            ("12. אב lamp", None, LeftToRight, RightToLeft),
            ("12. lamp אב", None, RightToLeft, LeftToRight),
            ("lamp אב", Some(RightToLeft), LeftToRight, RightToLeft),
            // A block entirely in the other direction keeps that direction.
            ("The lamp.", Some(RightToLeft), LeftToRight, LeftToRight),
            ("1984", Some(RightToLeft), LeftToRight, RightToLeft),
            ("* * *", None, RightToLeft, RightToLeft),
        ] {
            assert_eq!(direction_of(text, declared, otherwise), direction, "{text}");
        }
    }
}
