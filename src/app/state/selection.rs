//! Selecting a passage.

use crate::document::{Document, Passage, Point};
use crate::lexicon::word_breaks;
use crate::messages::states;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The unit by which a selection grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Granularity {
    /// Characters, as the user sees them.
    Character,
    /// Words.
    Word,
    /// Sentences.
    Sentence,
    /// Paragraphs.
    Paragraph,
}

impl Granularity {
    /// The name of the unit.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Character => states::UNIT_CHARACTER,
            Self::Word => states::UNIT_WORD,
            Self::Sentence => states::UNIT_SENTENCE,
            Self::Paragraph => states::UNIT_PARAGRAPH,
        }
    }

    /// The next larger unit; `None` after the largest.
    pub const fn larger(self) -> Option<Self> {
        match self {
            Self::Character | Self::Word => Some(Self::Sentence),
            Self::Sentence => Some(Self::Paragraph),
            Self::Paragraph => None,
        }
    }
}

/// A selection: an end that stays, and an end that moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub anchor: Point,
    /// The end that moves: the character under the caret.
    pub head: Point,
    /// The unit by which it grows.
    pub unit: Granularity,
    /// The column that vertical movement keeps to.
    pub column: u16,
    /// The count for the next movement, while it is being typed.
    pub count: Option<u32>,
}

impl Selection {
    /// Selects the character at a point.
    pub fn new(at: Point) -> Self {
        Self { anchor: at, head: at, unit: Granularity::Character, column: 0, count: None }
    }

    /// Selects a passage, with the head on its last character.
    pub fn of(document: &Document, passage: Passage) -> Self {
        let before = document.body(passage.end.block).get(..passage.end.byte).unwrap_or("");
        let last = before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        let head = Point { block: passage.end.block, byte: last };
        Self { head: head.max(passage.start), ..Self::new(passage.start) }
    }

    /// The selected passage, both ends included.
    pub fn passage(&self, document: &Document) -> Passage {
        let (from, to) = (self.anchor.min(self.head), self.anchor.max(self.head));
        let (start, _) = self.unit_at(document, from);
        let (_, end) = self.unit_at(document, to);
        Passage { start, end }
    }

    /// The unit that contains a point.
    fn unit_at(&self, document: &Document, point: Point) -> (Point, Point) {
        let body = document.body(point.block);
        let at = |byte| Point { block: point.block, byte };
        match self.unit {
            Granularity::Character => {
                let next = body.get(point.byte..).and_then(|rest| rest.graphemes(true).next());
                (point, at(point.byte + next.map_or(0, str::len)))
            }
            Granularity::Word => {
                let word = words_of(body).into_iter().find(|word| word.contains(&point.byte));
                match word {
                    Some(word) => (at(word.start), at(word.end)),
                    None => Self { unit: Granularity::Character, ..*self }.unit_at(document, point),
                }
            }
            Granularity::Paragraph => (at(0), at(body.len())),
            Granularity::Sentence => {
                let found = body
                    .split_sentence_bound_indices()
                    .take_while(|(start, _)| *start <= point.byte)
                    .last();
                let (start, words) = found.unwrap_or((0, body));
                (at(start), at(start + words.trim_end().len()))
            }
        }
    }

    /// Moves the head by a character.
    pub fn step(&mut self, document: &Document, forward: bool) {
        let body = document.body(self.head.block);
        let byte = self.head.byte;
        let to = if forward {
            body.get(byte..)
                .and_then(|rest| rest.graphemes(true).next())
                .map(|grapheme| byte + grapheme.len())
                .filter(|to| *to < body.len())
        } else {
            body.get(..byte)
                .and_then(|before| before.grapheme_indices(true).next_back())
                .map(|(at, _)| at)
        };
        match to {
            Some(to) => self.head.byte = to,
            None => self.cross(document, forward),
        }
    }

    /// Moves the head to the start of a word.
    pub fn step_word(&mut self, document: &Document, forward: bool) {
        let body = document.body(self.head.block);
        let byte = self.head.byte;
        let mut words = words_of(body).into_iter().map(|word| word.start);
        let to = if forward {
            words.find(|at| *at > byte)
        } else {
            words.take_while(|at| *at < byte).last()
        };
        match to {
            Some(to) => self.head.byte = to,
            None => self.cross(document, forward),
        }
    }

    /// Moves the head to the last character of a word.
    pub fn step_word_end(&mut self, document: &Document) {
        let from = *self;
        self.step(document, true);
        let body = document.body(self.head.block);
        let byte = self.head.byte;
        let end =
            words_of(body).iter().map(|word| last_character(body, word)).find(|at| *at >= byte);
        match end {
            Some(at) => self.head.byte = at,
            None => {
                let block = self.head.block;
                self.cross(document, true);
                if self.head.block == block {
                    *self = from;
                } else if self.head.block.next().index() <= document.block_count() {
                    self.end_first_word(document);
                }
            }
        }
    }

    fn end_first_word(&mut self, document: &Document) {
        let body = document.body(self.head.block);
        if let Some(word) = words_of(body).first() {
            self.head.byte = last_character(body, word);
        }
    }

    /// Moves the head to the first or last character of the text.
    pub fn step_to_end(&mut self, document: &Document, last: bool) {
        let block = if last { document.last_block() } else { document.block_at(0) };
        let Some(block) = block else { return };
        let at = document.body(block).grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
        self.head = Point { block, byte: if last { at } else { 0 } };
    }

    /// Moves the head into the next or previous block.
    fn cross(&mut self, document: &Document, forward: bool) {
        if forward {
            let next = self.head.block.next();
            if next.index() < document.block_count() {
                self.head = Point::start_of(next);
            }
        } else if let Some(before) = self.head.block.previous() {
            let last = document.body(before).grapheme_indices(true).next_back();
            self.head = Point { block: before, byte: last.map_or(0, |(at, _)| at) };
        }
    }
}

/// The words of a text, in bytes.
fn words_of(body: &str) -> Vec<Range<usize>> {
    let words = word_breaks::pieces(body).into_iter().filter(|piece| piece.is_word);
    words.map(|piece| piece.range).collect()
}

/// The start of the last character of a word.
fn last_character(body: &str, word: &Range<usize>) -> usize {
    let last = body.get(word.clone()).and_then(|word| word.grapheme_indices(true).next_back());
    word.start + last.map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockId, Origin};

    fn document() -> Document {
        let text =
            "Lamps\n\nThe lamp burns. It is ne\u{301}w. All see it.\n\nA second one stands here.\n";
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    fn words(selection: &Selection) -> String {
        let document = document();
        document.passage_text(selection.passage(&document))
    }

    #[test]
    fn it_grows_by_units() {
        let mut selection = Selection::new(Point { block: BlockId::new(1), byte: 20 });
        assert_eq!(words(&selection), "s");
        selection.unit = Granularity::Sentence;
        assert_eq!(words(&selection), "It is ne\u{301}w.");
        selection.unit = Granularity::Paragraph;
        assert!(
            words(&selection).starts_with("The lamp") && words(&selection).ends_with("see it.")
        );
    }

    #[test]
    fn a_word_is_taken_whole_at_both_ends() {
        let mut selection = Selection::new(Point { block: BlockId::new(1), byte: 6 });
        selection.unit = Granularity::Word;
        assert_eq!(words(&selection), "lamp");
        selection.head.byte = 10;
        assert_eq!(words(&selection), "lamp burns");
        // Between words there is a single character.
        selection = Selection {
            unit: Granularity::Word,
            ..Selection::new(Point { block: BlockId::new(1), byte: 3 })
        };
        assert_eq!(words(&selection), " ");
    }

    #[test]
    fn words_that_no_blank_parts_are_found() {
        for (text, parts) in [
            ("The lamp (5) burns.", "The/lamp/5/burns"),
            ("ผู้เฝ้าท่าเรือต้องจุดตะเกียง 5 ดวง", "ผู้/เฝ้า/ท่าเรือ/ต้อง/จุด/ตะเกียง/5/ดวง"),
        ] {
            let words: Vec<&str> = words_of(text).into_iter().map(|word| &text[word]).collect();
            assert_eq!(words.join("/"), parts);
        }
    }

    #[test]
    fn steps_are_characters_and_words_and_cross_blocks() {
        let document = document();
        let mut selection = Selection::new(Point { block: BlockId::new(1), byte: 22 });
        selection.step(&document, true);
        selection.step(&document, true);
        assert_eq!(words(&selection), "ne\u{301}w");
        selection.step_word(&document, true);
        assert_eq!(words(&selection), "ne\u{301}w. A");
        selection.step_word_end(&document);
        assert_eq!(words(&selection), "ne\u{301}w. All");
        for _ in 0..20 {
            selection.step(&document, true);
        }
        assert!(selection.head.block > selection.anchor.block);
        for _ in 0..80 {
            selection.step(&document, false);
        }
        assert_eq!(selection.head, Point::default());
    }
}
