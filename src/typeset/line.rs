//! A line of a block: the runs of words it shows, and the signs beside them.

use super::piece::{Piece, PlacedCluster};
use super::width::columns;
use crate::document::Direction;
use std::borrow::Cow;
use std::ops::Range;

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
            at = at.saturating_add(blanks).saturating_add(columns(&part));
            row.push_str(&part);
        }
        row
    }
}
