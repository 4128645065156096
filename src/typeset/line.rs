//! A line of a block: which words it shows, and in which column each stands.

use super::bidi::{Run, mirrored};
use super::joining::joined;
use super::width::cluster_columns;
use crate::document::Direction;
use std::borrow::Cow;
use std::ops::Range;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

/// One row of a block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The bytes of the body that it shows, without the blanks at its end.
    pub range: Range<usize>,
    /// Whether it ends in a hyphen that is not in the text.
    pub hyphen: bool,
    /// Which way its block runs.
    pub direction: Direction,
    /// Columns left of its leftmost cell.
    pub(super) offset: u16,
    /// Blanks that are wider than one column, by their byte, and by how many:
    /// of a justified line, and between the columns of a table.
    pub(super) wide: Box<[(usize, u16)]>,
    /// Runs of the line, where not all of it runs left to right.
    pub(super) runs: Box<[Run]>,
}

/// A grapheme cluster where it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// The column of its first cell, counted from the left of the text.
    pub column: u16,
    /// Columns that it takes; a blank may take several.
    pub columns: u16,
    /// Its bytes of the body; none, behind the last, of the hyphen that a line
    /// ends in.
    pub range: Range<usize>,
    /// How it looks.
    pub text: Cow<'a, str>,
    /// Whether it stands in a run that runs right to left.
    pub reversed: bool,
}

impl Line {
    /// A line without words.
    pub fn empty(at: usize) -> Self {
        Self {
            range: at..at,
            hyphen: false,
            direction: Direction::LeftToRight,
            offset: 0,
            wide: Box::default(),
            runs: Box::default(),
        }
    }

    /// What the line shows, from the left to the right.
    pub fn glyphs<'a>(&self, body: &'a str) -> Vec<Glyph<'a>> {
        let mut glyphs = self.in_reading_order(body);
        if !self.runs.is_empty() {
            let levels: Vec<Level> = glyphs.iter().map(|(_, level)| *level).collect();
            let order = ParagraphBidiInfo::reorder_visual(&levels);
            let mut slots: Vec<Option<(Glyph<'a>, Level)>> = glyphs.into_iter().map(Some).collect();
            glyphs = order.into_iter().filter_map(|at| slots.get_mut(at)?.take()).collect();
        }
        let mut column = self.offset;
        glyphs
            .into_iter()
            .map(|(mut glyph, _)| {
                glyph.column = column;
                column = column.saturating_add(glyph.columns);
                glyph
            })
            .collect()
    }

    /// The clusters in the order of the text, the hyphen last, with their levels.
    fn in_reading_order<'a>(&self, body: &'a str) -> Vec<(Glyph<'a>, Level)> {
        let start = self.range.start;
        let text = body.get(self.range.clone()).unwrap_or("");
        let mut wide = self.wide.iter().peekable();
        let mut runs = self.runs.iter().peekable();
        let mut level = Level::ltr();
        let mut glyphs = Vec::with_capacity(text.len());
        for (at, cluster) in text.grapheme_indices(true) {
            let at = start + at;
            while let Some(run) = runs.next_if(|run| run.start <= at) {
                level = run.level;
            }
            let more = wide.next_if(|(byte, _)| *byte == at).map_or(0, |(_, more)| *more);
            glyphs.push((
                Glyph {
                    column: 0,
                    columns: cluster_columns(cluster).saturating_add(more),
                    range: at..at + cluster.len(),
                    text: if level.is_rtl() { mirrored(cluster) } else { Cow::Borrowed(cluster) },
                    reversed: level.is_rtl(),
                },
                level,
            ));
        }
        self.join(text, &mut glyphs);
        if self.hyphen {
            let end = self.range.end;
            let text = Cow::Borrowed("-");
            let reversed = level.is_rtl();
            glyphs.push((Glyph { column: 0, columns: 1, range: end..end, text, reversed }, level));
        }
        glyphs
    }

    /// Gives the letters of what runs right to left the forms in which they join.
    fn join(&self, text: &str, glyphs: &mut [(Glyph<'_>, Level)]) {
        let start = self.range.start;
        let cluster =
            |glyph: &Glyph<'_>| text.get(glyph.range.start - start..glyph.range.end - start);
        for at in 0..glyphs.len() {
            let reversed = |(glyph, _): &&(Glyph<'_>, Level)| glyph.reversed;
            let Some(own) = glyphs.get(at).filter(reversed).and_then(|(glyph, _)| cluster(glyph))
            else {
                continue;
            };
            let before = at.checked_sub(1).and_then(|at| cluster(&glyphs.get(at)?.0));
            let after = glyphs.get(at + 1).and_then(|(glyph, _)| cluster(glyph));
            if let Some(form) = joined(before, own, after) {
                glyphs[at].0.text = Cow::Owned(form);
            }
        }
    }

    /// Columns from its leftmost cell to its rightmost.
    pub fn width(&self, body: &str) -> u16 {
        self.in_reading_order(body)
            .iter()
            .fold(0, |sum: u16, (glyph, _)| sum.saturating_add(glyph.columns))
    }

    /// The byte of the body that is shown at a column of the text; before the
    /// line's first character that, and behind its last the line's end.
    pub fn byte_at(&self, body: &str, column: u16) -> usize {
        let glyphs = self.glyphs(body);
        let under = glyphs.iter().find(|glyph| {
            (glyph.column..glyph.column.saturating_add(glyph.columns)).contains(&column)
        });
        match under {
            Some(glyph) => glyph.range.start,
            None => {
                let before = column < self.offset;
                if before == (self.direction == Direction::LeftToRight) {
                    self.range.start
                } else {
                    self.range.end
                }
            }
        }
    }

    /// The column of the text at which a byte of the body is shown. Behind the
    /// line's end, and at what takes no column, it is where the next character
    /// would stand.
    pub fn column_of(&self, body: &str, byte: usize) -> u16 {
        let glyphs = self.glyphs(body);
        if let Some(glyph) = glyphs.iter().find(|glyph| glyph.range.contains(&byte)) {
            return glyph.column;
        }
        match (self.direction, glyphs.last()) {
            (Direction::LeftToRight, Some(last)) => last.column.saturating_add(last.columns),
            (Direction::LeftToRight, None) => self.offset,
            (Direction::RightToLeft, _) => self.offset.saturating_sub(1),
        }
    }
}
