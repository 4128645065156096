//! Breaking words into lines.

use super::bidi::{Bidi, direction_of, levels, runs};
use super::line::{Line, Piece};
use super::mark::{self, Mark};
use super::segment::{Marked, Segment, are_filled, segments};
use crate::document::Direction;
use hypher::Lang;
use std::ops::Range;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use unicode_bidi::Level;

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Columns of a line, at the most.
    pub columns: u16,
    /// Columns of the widest number that hangs in the margin; a wider one
    /// stands before the words.
    pub margin: u16,
    /// The patterns by which words are hyphenated, if they are.
    pub hyphenation: Option<Lang>,
    /// Whether lines are stretched to the full measure.
    pub justify: bool,
    /// Who puts right-to-left text into its visual order.
    pub bidi: Bidi,
}

impl Setting {
    /// Lines of so many columns, words left whole.
    pub fn plain(columns: u16) -> Self {
        let columns = columns.max(1);
        Self { columns, margin: u16::MAX, hyphenation: None, justify: false, bidi: Bidi::Visual }
    }
}

/// How the lines of one block lie in the measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shape {
    /// Which way it runs.
    pub direction: Direction,
    /// Columns left free before its first line, where that begins.
    pub first: u16,
    /// The same before the others, and before the first after a meant line end.
    pub rest: u16,
    /// Whether lines stand in the middle.
    pub centred: bool,
}

impl Shape {
    pub fn flush(direction: Direction) -> Self {
        Self { direction, first: 0, rest: 0, centred: false }
    }
}

/// Breaks words into lines; they run as their first strong character does.
/// Every byte that is not white space stands in exactly one line; nothing is
/// one empty line.
pub fn wrap(body: &str, setting: Setting) -> Vec<Line> {
    let direction = direction_of(body, None, Direction::LeftToRight);
    fill(body, &[], setting, Shape::flush(direction))
}

/// The words of each line at so many columns, words left whole: for what the
/// program itself says.
pub fn lines(words: &str, columns: u16) -> Vec<String> {
    wrap(words, Setting::plain(columns))
        .into_iter()
        .map(|line| words[line.range()].to_owned())
        .collect()
}

/// The same for words of a text, with the direction in which they run.
pub fn running_lines(words: &str, columns: u16) -> (Direction, Vec<String>) {
    (direction_of(words, None, Direction::LeftToRight), lines(words, columns))
}

/// The same in a shape, with marks of the body.
pub(super) fn fill(body: &str, marks: &[Mark], setting: Setting, shape: Shape) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for hard in body.split('\n') {
        let first = if start == 0 { shape.first } else { shape.rest };
        let marked = Marked { text: hard, start, marks };
        let paragraph = Paragraph::new(marked, setting, Shape { first, ..shape });
        paragraph.wrap(&mut lines);
        start += hard.len() + 1;
    }
    lines
}

/// What stands between two meant line ends.
pub(super) struct Paragraph<'a> {
    marked: Marked<'a>,
    setting: Setting,
    shape: Shape,
    levels: Option<Vec<Level>>,
}

/// Which line of a paragraph one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinePlace {
    /// The first.
    First,
    /// One below it.
    Continued,
}

impl LinePlace {
    /// That of the line `at`, counted from 0.
    pub fn of(at: usize) -> Self {
        if at == 0 { Self::First } else { Self::Continued }
    }
}

/// What a line shows besides its words, to fit its measure.
#[derive(Debug, Default)]
pub struct Fitting {
    /// Whether it ends in a hyphen that is not in the text.
    pub hyphen: bool,
    /// Blanks that are wider than one column, by their byte, and by how many.
    pub wide: Box<[(usize, u16)]>,
}

impl<'a> Paragraph<'a> {
    /// A paragraph of a block.
    pub fn new(marked: Marked<'a>, setting: Setting, shape: Shape) -> Self {
        let levels = match setting.bidi {
            Bidi::Visual => levels(marked.text, shape.direction),
            Bidi::Terminal => None,
        };
        Self { marked, setting, shape, levels }
    }

    /// Columns for the words of its first line, and of the others.
    fn room(&self) -> [u16; 2] {
        [self.shape.first, self.shape.rest]
            .map(|indent| self.setting.columns.saturating_sub(indent).max(1))
    }

    /// Breaks it so that all of it looks best; what is written without blanks
    /// and in characters of one width looks best where each line is full.
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

    /// Breaks it where a line is full: words are not moved for the looks.
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
            // The last line stays as it is, and so does one that would gape.
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

    /// A line of it, `range` in bytes of its text.
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

/// Shares columns out among the blanks of a line that begins at `start`; what
/// does not divide evenly goes to the first.
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
