//! A position in a text from which words are read one after the other.

use super::characters::is_unspaced;
use super::phrase::{APOSTROPHE, Phrases, is_gap, starts};

/// A position in a text from which words are read.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// Creates a cursor at a byte offset.
    pub const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// Returns the byte offset.
    pub const fn place(self) -> usize {
        self.at
    }

    /// Returns the text that is still unread.
    pub fn rest(self) -> &'a str {
        &self.text[self.at..]
    }

    /// Whether no text is left.
    pub fn is_end(self) -> bool {
        self.rest().is_empty()
    }

    /// Moves on by a number of bytes.
    pub fn past(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }

    /// Moves past whitespace. At least one space is required, except after an apostrophe and in a
    /// script that puts none between words.
    pub fn blank(self) -> Option<Self> {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        let elided = || self.text[..self.at].ends_with(['\'', APOSTROPHE]);
        let unspaced = || self.text[..self.at].ends_with(is_unspaced);
        (blanks > 0 || elided() || unspaced()).then(|| self.past(blanks))
    }

    /// Moves past spaces or hyphens.
    pub fn gap(self) -> Option<Self> {
        let rest = self.rest().trim_start_matches(is_gap);
        (rest.len() < self.rest().len()).then(|| self.past(self.rest().len() - rest.len()))
    }

    /// Moves past one of `phrases` at this position.
    pub fn here(self, phrases: Phrases) -> Option<Self> {
        Some(self.past(phrases.begun(self.rest())?))
    }

    /// Moves past whitespace and one of `phrases`.
    pub fn then(self, phrases: Phrases) -> Option<Self> {
        self.blank()?.here(phrases)
    }

    /// Like [`Cursor::then`], but stays here if there is no match.
    pub fn maybe(self, phrases: Phrases) -> Self {
        self.then(phrases).unwrap_or(self)
    }

    /// Moves past as many of `phrases` as follow one another.
    pub fn all(self, phrases: Phrases) -> Self {
        std::iter::successors(Some(self), |at| at.then(phrases)).last().unwrap_or(self)
    }

    /// Moves past one of `marks`, if one is here.
    pub fn maybe_mark(self, marks: &[char]) -> Self {
        let mark = self.rest().chars().next().filter(|c| marks.contains(c));
        self.past(mark.map_or(0, char::len_utf8))
    }

    /// Moves past the word that begins here. Digits and marks that end clauses end it.
    pub fn word_here(self) -> Option<Self> {
        let ends = |c: char| c.is_whitespace() || c.is_numeric() || ".,;:()".contains(c);
        let len = self.rest().find(ends).unwrap_or(self.rest().len());
        (len > 0).then(|| self.past(len))
    }

    /// Moves past whitespace and a word.
    pub fn word(self) -> Option<Self> {
        self.blank()?.word_here()
    }

    /// Returns this position and those after each of the next words, at most `most` of them.
    pub fn words(self, most: usize) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |at| at.word()).take(most + 1)
    }

    /// Finds phrases that begin within `most` characters and before any of `marks`. Yields the
    /// offset of each and the position after it.
    pub fn near(
        self,
        phrases: Phrases,
        most: usize,
        marks: &'static [char],
    ) -> impl Iterator<Item = (usize, Self)> {
        let rest = self.rest();
        let within = rest.char_indices().nth(most).map_or(rest, |(at, _)| &rest[..at]);
        let end = self.at + within.find(marks).unwrap_or(within.len());
        starts(self.text, self.at)
            .take_while(move |at| *at <= end)
            .filter_map(move |at| Some((at, Self { at, ..self }.here(phrases)?)))
    }

    /// Returns the offset at which a capitalised name begins, after whitespace and an optional
    /// article.
    pub fn name(self, articles: Phrases) -> Option<usize> {
        let start = self.maybe(articles).blank()?;
        start.rest().starts_with(char::is_uppercase).then_some(start.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAMPS: Phrases = Phrases::new(&["l’", "lamp", "lamp oil", "öl"]);

    #[test]
    fn words_are_read_one_after_the_other() {
        const AND: Phrases = Phrases::new(&["and"]);
        let text = " and, lamp and the l’Alba";
        let read = Cursor::new(text, 0).then(AND).map(|at| at.maybe_mark(&[',']));
        let read = read.and_then(|at| at.then(LAMPS)).expect("a lamp");
        assert_eq!(read.rest(), " and the l’Alba");
        assert_eq!(read.maybe(LAMPS).rest(), read.rest());
        let places: Vec<&str> = read.words(2).map(Cursor::rest).collect();
        assert_eq!(places, [" and the l’Alba", " the l’Alba", " l’Alba"]);
        assert_eq!(read.name(LAMPS), None);
        let name = read.words(2).last().and_then(|at| at.name(LAMPS)).expect("a name");
        assert_eq!(&text[name..], "Alba");
        assert!(Cursor::new(" and and", 0).all(AND).is_end());
    }

    #[test]
    fn a_phrase_is_near_before_a_mark_and_within_a_measure() {
        let near = |text: &'static str, most| {
            Cursor::new(text, 0).near(LAMPS, most, &['.']).map(|(at, _)| at).collect::<Vec<_>>()
        };
        assert_eq!(near("a lamp, a lamp", 40), [2, 10]);
        assert_eq!(near("a lamp, a lamp", 9), [2]);
        assert_eq!(near("a lamp. A lamp", 40), [2]);
    }
}
