//! A run of words in a line, and where its characters are drawn.

use super::bidi::{LevelRun, mirrored};
use super::joining::joined;
use super::mark::{self, Side, SideMark};
use super::width::cluster_columns;
use crate::document::Direction;
use std::borrow::Cow;
use std::ops::Range;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

/// A run of words in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The bytes of the body that it shows, without trailing blanks.
    pub range: Range<usize>,
    /// Whether it ends in a hyphen that is not in the text.
    pub hyphen: bool,
    /// The direction of the surrounding text.
    pub(super) direction: Direction,
    /// Columns left of its leftmost cell.
    pub(super) offset: u16,
    /// Blanks of a justified line that are wider than one column: byte offset and
    /// extra columns.
    pub(super) wide: Box<[(usize, u16)]>,
    /// Its bidi runs; empty if all of it runs left to right.
    pub(super) runs: Box<[LevelRun]>,
    /// Marks beside its characters.
    pub(super) marks: Box<[SideMark]>,
}

/// A grapheme cluster and where it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedCluster<'a> {
    /// The column of its first cell, counted from the left of the text.
    pub column: u16,
    /// The columns it takes; a blank may take several.
    pub columns: u16,
    /// Its bytes in the body; an empty range after the last byte for the hyphen at
    /// the end of a line.
    pub range: Range<usize>,
    /// Its characters as drawn.
    pub text: Cow<'a, str>,
    /// Whether it is in a right-to-left run.
    pub reversed: bool,
}

impl Piece {
    /// Creates a run of words in a direction.
    pub(super) fn new(range: Range<usize>, direction: Direction) -> Self {
        Self {
            range,
            hyphen: false,
            direction,
            offset: 0,
            wide: Box::default(),
            runs: Box::default(),
            marks: Box::default(),
        }
    }

    /// Returns a part of it, for its words.
    pub(super) fn part(&self, range: Range<usize>) -> Self {
        let is_last = range.end == self.range.end;
        let marks = self.marks.iter().filter(|mark| range.contains(&mark.at)).copied().collect();
        Self { hyphen: self.hyphen && is_last, marks, range, ..self.clone() }
    }

    /// Returns its words in reading order, with marks. A soft hyphen appears only at
    /// a line's end.
    pub fn words(&self, body: &str) -> String {
        let mut words = String::new();
        let mut at = self.range.start;
        let mut push = |to: usize, sign: &str| {
            words.push_str(body.get(at..to).unwrap_or(""));
            words.push_str(sign);
            at = to;
        };
        for mark in &self.marks {
            let next = body.get(mark.at..).and_then(|rest| rest.chars().next());
            match mark.side {
                Side::Before => push(mark.at, mark::SIGN),
                Side::Behind => push(mark.at + next.map_or(0, char::len_utf8), mark::SIGN),
            }
        }
        push(self.range.end, if self.hyphen { "-" } else { "" });
        words.replace('\u{AD}', "")
    }

    /// Returns its glyphs from left to right.
    pub fn glyphs<'a>(&self, body: &'a str) -> Vec<PlacedCluster<'a>> {
        let mut glyphs = self.in_reading_order(body);
        if !self.runs.is_empty() {
            let levels: Vec<Level> = glyphs.iter().map(|(_, level)| *level).collect();
            let order = ParagraphBidiInfo::reorder_visual(&levels);
            let mut slots: Vec<Option<(PlacedCluster<'a>, Level)>> =
                glyphs.into_iter().map(Some).collect();
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

    /// Returns the clusters in text order, the hyphen last, with their levels.
    fn in_reading_order<'a>(&self, body: &'a str) -> Vec<(PlacedCluster<'a>, Level)> {
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
            let own = mark::within(&self.marks, &(at..at + cluster.len()));
            let mark = || {
                let (text, reversed) = (Cow::Borrowed(mark::SIGN), level.is_rtl());
                (PlacedCluster { column: 0, columns: 1, range: at..at, text, reversed }, level)
            };
            glyphs.extend(own.iter().filter(|mark| mark.side == Side::Before).map(|_| mark()));
            glyphs.push((
                PlacedCluster {
                    column: 0,
                    columns: cluster_columns(cluster).saturating_add(more),
                    range: at..at + cluster.len(),
                    text: if level.is_rtl() { mirrored(cluster) } else { Cow::Borrowed(cluster) },
                    reversed: level.is_rtl(),
                },
                level,
            ));
            glyphs.extend(own.iter().filter(|mark| mark.side == Side::Behind).map(|_| mark()));
        }
        self.join(text, &mut glyphs);
        if self.hyphen {
            let end = self.range.end;
            let text = Cow::Borrowed("-");
            let reversed = level.is_rtl();
            glyphs.push((
                PlacedCluster { column: 0, columns: 1, range: end..end, text, reversed },
                level,
            ));
        }
        glyphs
    }

    /// Replaces right-to-left letters by their joined forms.
    fn join(&self, text: &str, glyphs: &mut [(PlacedCluster<'_>, Level)]) {
        let start = self.range.start;
        let cluster = |glyph: &PlacedCluster<'_>| {
            text.get(glyph.range.start - start..glyph.range.end - start)
        };
        for at in 0..glyphs.len() {
            let reversed = |(glyph, _): &&(PlacedCluster<'_>, Level)| glyph.reversed;
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

    /// Returns its width in columns.
    pub fn width(&self, body: &str) -> u16 {
        self.in_reading_order(body)
            .iter()
            .fold(0, |sum: u16, (glyph, _)| sum.saturating_add(glyph.columns))
    }

    /// Returns the byte of the body shown at a column of the text; the start of the
    /// range before the first character, its end after the last.
    pub(super) fn byte_at(&self, body: &str, column: u16) -> usize {
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

    /// Like [`Self::byte_at`], but returns the last character's byte for columns
    /// after it.
    pub(super) fn character_at(&self, body: &str, column: u16) -> usize {
        let byte = self.byte_at(body, column);
        if byte < self.range.end {
            return byte;
        }
        let words = body.get(self.range.clone()).unwrap_or("");
        self.range.start + words.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// Returns the column at which a byte of the body is shown.
    pub(super) fn column_of(&self, body: &str, byte: usize) -> u16 {
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
