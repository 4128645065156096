//! A line of a block: the words it shows, the column of each, and the signs beside
//! them.

use super::bidi::{LevelRun, mirrored};
use super::joining::joined;
use super::mark::{self, Side, SideMark};
use super::width::cluster_columns;
use crate::document::Direction;
use std::borrow::Cow;
use std::ops::Range;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

/// One row of a block's text: one run of its words, or in a table several side by
/// side, plus signs that are not in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The direction of its block.
    pub direction: Direction,
    /// The byte of the body that identifies the line: the first that it shows, or
    /// one that no line shows. It increases from line to line.
    pub(super) start: usize,
    /// The number of lines above it in the same table row.
    pub(super) above: usize,
    /// The runs of words, in text order.
    pub(super) pieces: Pieces,
    /// The signs.
    pub(super) signs: Box<[Sign]>,
}

/// The runs of words in a line, nearly always just one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pieces {
    One(Piece),
    Many(Box<[Piece]>),
}

impl Pieces {
    fn all(&self) -> &[Piece] {
        match self {
            Self::One(piece) => std::slice::from_ref(piece),
            Self::Many(pieces) => pieces,
        }
    }
}

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

/// The purpose of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignKind {
    /// The rule under a table's heads.
    Rule,
    /// The edge of code.
    Edge,
    /// A continuation of an overlong line.
    Continued,
    /// The head of a column, repeated before a cell in list form.
    Head,
}

/// A sign in a line that is not in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Its first column, counted from the left of the text.
    pub column: u16,
    /// Its characters.
    pub text: Cow<'static, str>,
    /// Its purpose.
    pub kind: SignKind,
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

impl Line {
    /// Creates a line of one run of words.
    pub(super) fn of(piece: Piece) -> Self {
        Self {
            direction: piece.direction,
            start: piece.range.start,
            above: 0,
            pieces: Pieces::One(piece),
            signs: Box::default(),
        }
    }

    /// Creates a line of a table row from runs of words side by side.
    pub(super) fn beside(
        pieces: Vec<Piece>,
        start: usize,
        above: usize,
        direction: Direction,
    ) -> Self {
        let pieces = Pieces::Many(pieces.into());
        Self { direction, start, above, pieces, signs: Box::default() }
    }

    /// Creates a line without words.
    pub fn empty(at: usize) -> Self {
        Self::beside(Vec::new(), at, 0, Direction::LeftToRight)
    }

    /// Returns its runs of words.
    pub(super) fn into_pieces(self) -> Vec<Piece> {
        match self.pieces {
            Pieces::One(piece) => vec![piece],
            Pieces::Many(pieces) => pieces.into(),
        }
    }

    /// Returns the line with signs added.
    pub(super) fn with_signs(self, signs: impl Into<Box<[Sign]>>) -> Self {
        Self { signs: signs.into(), ..self }
    }

    /// Its runs of words, in text order.
    pub fn pieces(&self) -> &[Piece] {
        self.pieces.all()
    }

    /// Its signs, which are not in the text.
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// Returns the range from its identifying byte to the end of the last byte that
    /// it shows.
    pub fn range(&self) -> Range<usize> {
        let end = self.pieces().last().map_or(self.start, |piece| piece.range.end);
        self.start..end.max(self.start)
    }

    /// Whether it shows a byte of the body or is identified by it.
    pub fn holds(&self, byte: usize) -> bool {
        byte == self.start || self.pieces().iter().any(|piece| piece.range.contains(&byte))
    }

    /// Whether it shows part of a range of the body.
    pub fn meets(&self, range: &Range<usize>) -> bool {
        let meets = |piece: &Piece| range.start < piece.range.end && piece.range.start < range.end;
        self.pieces().iter().any(meets)
    }

    /// Whether it shows no words: a rule, or the space between two rows.
    pub fn is_wordless(&self) -> bool {
        self.pieces().is_empty()
    }

    /// Returns the byte at which the last character that it shows begins.
    pub fn last_character(&self, body: &str) -> usize {
        let last = self.pieces().iter().rev().find_map(|piece| {
            let (at, _) = body.get(piece.range.clone())?.char_indices().next_back()?;
            Some(piece.range.start + at)
        });
        last.unwrap_or(self.start)
    }

    /// Returns its words as glyphs, from left to right.
    pub fn glyphs<'a>(&self, body: &'a str) -> Vec<PlacedCluster<'a>> {
        match self.pieces() {
            [piece] => piece.glyphs(body),
            pieces => {
                let mut glyphs: Vec<_> = pieces.iter().flat_map(|p| p.glyphs(body)).collect();
                glyphs.sort_by_key(|glyph| glyph.column);
                glyphs
            }
        }
    }

    /// Returns the byte of the body shown at a column of the text; if no words are
    /// there, that of the nearest ones.
    pub fn byte_at(&self, body: &str, column: u16) -> usize {
        let away = |piece: &&Piece| {
            let end = piece.offset.saturating_add(piece.width(body)).saturating_sub(1);
            piece.offset.saturating_sub(column).max(column.saturating_sub(end))
        };
        match self.pieces() {
            [piece] => piece.byte_at(body, column),
            pieces => {
                let nearest = pieces.iter().min_by_key(away);
                nearest.map_or(self.start, |piece| piece.character_at(body, column))
            }
        }
    }

    /// Returns the column at which a byte of the body is shown. After the end of a
    /// run of words, or for a byte that takes no column, it is the column of the
    /// next character.
    pub fn column_of(&self, body: &str, byte: usize) -> u16 {
        let pieces = self.pieces();
        let at = pieces.partition_point(|piece| piece.range.start <= byte).saturating_sub(1);
        pieces.get(at).map_or(0, |piece| piece.column_of(body, byte))
    }

    /// Returns the line as text in reading order, starting at column `from`, with
    /// the signs that `shows` accepts.
    pub fn written(&self, body: &str, from: u16, shows: impl Fn(SignKind) -> bool) -> String {
        let words = self.pieces().iter().map(|piece| (piece.offset, piece.words(body)));
        let signs = self.signs.iter().filter(|sign| shows(sign.kind));
        let signs = signs.map(|sign| (sign.column, sign.text.to_string()));
        let mut parts: Vec<(u16, String)> = words.chain(signs).collect();
        parts.sort_by_key(|(column, _)| *column);
        let mut row = String::new();
        let mut at = from;
        for (column, part) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
            let blanks = column.saturating_sub(at);
            row.extend(std::iter::repeat_n(' ', usize::from(blanks)));
            at = at.saturating_add(blanks).saturating_add(super::columns(&part));
            row.push_str(&part);
        }
        row
    }
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
    fn byte_at(&self, body: &str, column: u16) -> usize {
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
    fn character_at(&self, body: &str, column: u16) -> usize {
        let byte = self.byte_at(body, column);
        if byte < self.range.end {
            return byte;
        }
        let words = body.get(self.range.clone()).unwrap_or("");
        self.range.start + words.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// Returns the column at which a byte of the body is shown.
    fn column_of(&self, body: &str, byte: usize) -> u16 {
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
