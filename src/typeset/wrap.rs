//! Breaks words into lines.

use super::bidi::{Bidi, direction_of, levels, runs};
use super::line::Line;
use super::mark::{self, SideMark};
use super::piece::Piece;
use super::segment::{MarkedText, Segment, are_filled, segments};
use crate::document::Direction;
use hypher::Lang;
use std::ops::Range;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_bidi::Level;

/// The settings of the text layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LayoutSetting {
    /// The maximum number of columns of a line.
    pub columns: u16,
    /// Columns of the widest number that hangs in the margin; a wider one goes
    /// before the words.
    pub margin: u16,
    /// The hyphenation patterns, if words are hyphenated.
    pub hyphenation: Option<Lang>,
    /// Whether lines are stretched to the full measure.
    pub justify: bool,
    /// Who puts right-to-left text into its visual order.
    pub bidi: Bidi,
}

impl LayoutSetting {
    /// A setting with `columns` columns and no hyphenation.
    pub fn plain(columns: u16) -> Self {
        let columns = columns.max(1);
        Self { columns, margin: u16::MAX, hyphenation: None, justify: false, bidi: Bidi::Visual }
    }
}

/// The layout of the lines of one block in the measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Its direction.
    pub direction: Direction,
    /// Columns left free before its first line, on the side where the line
    /// begins.
    pub first: u16,
    /// The same before the other lines, including those after a hard line
    /// break.
    pub rest: u16,
    /// Whether lines are centred.
    pub centred: bool,
}

impl Shape {
    pub fn flush(direction: Direction) -> Self {
        Self { direction, first: 0, rest: 0, centred: false }
    }
}

/// Breaks words into lines, in the direction of their first strong character.
/// Every byte that is not white space is in exactly one line; an empty text
/// yields one empty line.
pub fn wrap(body: &str, setting: LayoutSetting) -> Vec<Line> {
    let direction = direction_of(body, None, Direction::LeftToRight);
    fill(body, &[], setting, Shape::flush(direction))
}

/// Returns the words of each line at `columns` columns, without hyphenation:
/// for the program's own messages.
pub fn lines(words: &str, columns: u16) -> Vec<String> {
    wrap(words, LayoutSetting::plain(columns))
        .into_iter()
        .map(|line| words[line.range()].to_owned())
        .collect()
}

/// Like [`lines`], but for text of a document, and with its direction.
pub fn running_lines(words: &str, columns: u16) -> (Direction, Vec<String>) {
    (direction_of(words, None, Direction::LeftToRight), lines(words, columns))
}

/// Like [`wrap`], for a given shape and with marks of the body.
pub(super) fn fill(
    body: &str,
    marks: &[SideMark],
    setting: LayoutSetting,
    shape: Shape,
) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for hard in body.split('\n') {
        let first = if start == 0 { shape.first } else { shape.rest };
        let marked = MarkedText { text: hard, start, marks };
        let paragraph = Paragraph::new(marked, setting, Shape { first, ..shape });
        paragraph.wrap(&mut lines);
        start += hard.len() + 1;
    }
    lines
}

/// A part of a block between two hard line breaks.
pub(super) struct Paragraph<'a> {
    marked: MarkedText<'a>,
    setting: LayoutSetting,
    shape: Shape,
    levels: Option<Vec<Level>>,
}

/// The position of a line in its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinePlace {
    /// The first line.
    First,
    /// A later line.
    Continued,
}

impl LinePlace {
    /// Returns the place of line `at`, counting from 0.
    pub fn of(at: usize) -> Self {
        if at == 0 { Self::First } else { Self::Continued }
    }
}

/// What a line shows besides its words, to fit its measure.
#[derive(Debug, Default)]
pub struct Fitting {
    /// Whether it ends in a hyphen that is not in the text.
    pub hyphen: bool,
    /// Blanks wider than one column: byte offset and extra columns.
    pub wide: Box<[(usize, u16)]>,
}

impl<'a> Paragraph<'a> {
    /// Creates a paragraph of a block.
    pub fn new(marked: MarkedText<'a>, setting: LayoutSetting, shape: Shape) -> Self {
        let levels = match setting.bidi {
            Bidi::Visual => levels(marked.text, shape.direction),
            Bidi::Terminal => None,
        };
        Self { marked, setting, shape, levels }
    }

    /// Returns the columns for the words of its first line and of the others.
    fn room(&self) -> [u16; 2] {
        [self.shape.first, self.shape.rest]
            .map(|indent| self.setting.columns.saturating_sub(indent).max(1))
    }

    /// Breaks it so that the whole paragraph looks best; Chinese and Japanese
    /// text looks best when each line is full.
    pub fn wrap(&self, lines: &mut Vec<Line>) {
        let room = self.room();
        let segments = segments(self.marked, self.setting.hyphenation, room[0].min(room[1]));
        let widths = room.map(f64::from);
        if are_filled(self.marked.text, &segments) {
            return self.set(&wrap_first_fit(&segments, &widths), lines);
        }
        let set = wrap_optimal_fit(&segments, &widths, &Penalties::new())
            .unwrap_or_else(|_| wrap_first_fit(&segments, &widths));
        self.set(&set, lines);
    }

    /// Breaks each line where it is full, without balancing.
    pub fn wrap_full(&self, lines: &mut Vec<Line>) {
        let room = self.room();
        let segments = segments(self.marked, None, room[0].min(room[1]));
        self.set(&wrap_first_fit(&segments, &room.map(f64::from)), lines);
    }

    fn set(&self, set: &[&[Segment]], lines: &mut Vec<Line>) {
        let before = lines.len();
        for (i, line) in set.iter().enumerate() {
            let (Some(first), Some(end)) = (line.first(), line.last()) else { continue };
            let range = first.range.start..end.range.end;
            let hyphen = end.hyphen && i + 1 < set.len();
            let room = self.room()[usize::from(i > 0)];
            let shown = &self.marked.text[range.clone()];
            let taken = self.marked.columns(range.clone()) + u16::from(hyphen);
            let free = room.saturating_sub(taken);
            // The last line is not stretched, nor is one whose gaps would be
            // too wide.
            let stretched = self.setting.justify && i + 1 < set.len() && free <= room / 4;
            let wide = if stretched {
                stretch(shown, self.marked.start + range.start, free)
            } else {
                Box::default()
            };
            lines.push(self.line(range, LinePlace::of(i), Fitting { hyphen, wide }));
        }
        if lines.len() == before {
            lines.push(self.line(0..0, LinePlace::First, Fitting::default()));
        }
    }

    /// Creates one of its lines; `range` is in bytes of its text.
    pub fn line(&self, range: Range<usize>, place: LinePlace, fitting: Fitting) -> Line {
        let shape = self.shape;
        let Fitting { hyphen, wide } = fitting;
        let taken = self
            .marked
            .columns(range.clone())
            .saturating_add(wide.iter().fold(0, |sum: u16, (_, more)| sum.saturating_add(*more)))
            .saturating_add(u16::from(hyphen));
        let free = self.setting.columns.saturating_sub(taken);
        let indent = match place {
            LinePlace::First => shape.first,
            LinePlace::Continued => shape.rest,
        };
        let offset = match shape.direction {
            _ if shape.centred => free / 2,
            Direction::LeftToRight => indent,
            Direction::RightToLeft => free.saturating_sub(indent),
        };
        let start = self.marked.start;
        let range = start + range.start..start + range.end;
        let runs = match &self.levels {
            Some(levels) => runs(levels, range.clone(), start),
            None => Box::default(),
        };
        let marks = mark::within(self.marked.marks, &range).into();
        let piece = Piece::new(range, shape.direction);
        Line::of(Piece { hyphen, offset, wide, runs, marks, ..piece })
    }
}

/// Distributes `free` columns among the blanks of a line that begins at byte
/// `start`; the first blanks get the remainder.
fn stretch(shown: &str, start: usize, free: u16) -> Box<[(usize, u16)]> {
    let blanks = u16::try_from(shown.matches(' ').count()).unwrap_or(u16::MAX).max(1);
    let (each, rest) = (free / blanks, usize::from(free % blanks));
    shown
        .match_indices(' ')
        .enumerate()
        .map(|(i, (at, _))| (start + at, each + u16::from(i < rest)))
        .filter(|(_, more)| *more > 0)
        .collect()
}
