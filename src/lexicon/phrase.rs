//! Words and phrases of tables, matched in a text without regular expressions: at a position, after
//! it, or near it.

use std::ops::Range;

/// Words and phrases in lower case, sorted. A space in a phrase matches the spaces or the hyphen
/// between two words of a text. A phrase that ends with an apostrophe needs no space after it
/// (`l’`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrases(&'static [&'static str]);

impl Phrases {
    /// Creates the phrases of a sorted list.
    pub const fn new(sorted: &'static [&'static str]) -> Self {
        Self(sorted)
    }

    /// Whether the list is empty.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Returns the length in bytes of the longest phrase at the start of `text`, as whole words in
    /// any case.
    pub fn begun(self, text: &str) -> Option<usize> {
        // Phrases that begin alike have the same first byte: a comparison of bytes finds them.
        let first = even(text.chars().next()?).encode_utf8(&mut [0; 4]).bytes().next();
        let lead = |phrase: &&str| phrase.bytes().next();
        let from = self.0.partition_point(|phrase| lead(phrase) < first);
        let akin = self.0[from..].iter().take_while(|phrase| lead(phrase) == first);
        akin.filter_map(|phrase| length(phrase, text)).max()
    }

    /// Whether `words` are one of the phrases, in any case.
    pub fn has(self, words: &str) -> bool {
        self.begun(words) == Some(words.len())
    }

    /// Whether `words` end with one of the phrases, in any case.
    pub fn ended(self, words: &str) -> bool {
        self.0.iter().any(|phrase| {
            let start = words.char_indices().nth_back(phrase.chars().count().saturating_sub(1));
            start.is_some_and(|(at, _)| length(phrase, &words[at..]) == Some(words.len() - at))
        })
    }

    /// Returns the first match in `text` from a byte offset on.
    pub fn find(self, text: &str, from: usize) -> Option<Range<usize>> {
        starts(text, from).find_map(|at| Some(at..at + self.begun(&text[at..])?))
    }
}

/// Returns the length in bytes of `phrase` at the start of `text`, if it occurs there.
fn length(phrase: &str, text: &str) -> Option<usize> {
    let mut rest = text;
    for c in phrase.chars() {
        let next = rest.chars().next()?;
        if c == ' ' {
            rest = behind_gap(rest).filter(|_| is_gap(next))?;
        } else if even(next) == c {
            rest = &rest[next.len_utf8()..];
        } else {
            return None;
        }
    }
    let ends = phrase.ends_with(APOSTROPHE) || !rest.starts_with(char::is_alphanumeric);
    ends.then(|| text.len() - rest.len())
}

/// The apostrophe in the tables.
const APOSTROPHE: char = '’';

/// Normalises a character as in the tables.
fn even(c: char) -> char {
    match c {
        '\'' => APOSTROPHE,
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn behind_gap(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(is_gap);
    (!rest.is_empty()).then_some(rest)
}

/// Returns the offsets at which words begin, from a byte offset on.
pub fn starts(text: &str, from: usize) -> impl Iterator<Item = usize> + '_ {
    let mut inside = text[..from].ends_with(char::is_alphanumeric);
    let mut next = from;
    std::iter::from_fn(move || {
        while let Some(byte) = text.as_bytes().get(next) {
            let at = next;
            let of_word = if byte.is_ascii() {
                next += 1;
                byte.is_ascii_alphanumeric()
            } else {
                let c = text[at..].chars().next()?;
                next += c.len_utf8();
                c.is_alphanumeric()
            };
            let begins = of_word && !inside;
            inside = of_word;
            if begins {
                return Some(at);
            }
        }
        None
    })
}

/// The first two characters of phrases. Most words of a text begin with none of these pairs.
#[derive(Debug, Clone, Copy, Default)]
pub struct Initials {
    /// For each letter of ASCII, the set of characters behind it: letters of ASCII, and [`OTHERS`].
    seconds: [u32; LETTERS],
}

/// The number of letters of ASCII.
const LETTERS: usize = 26;

/// The place, in a set of second characters, of all that are no letters of ASCII.
const OTHERS: u32 = 31;

impl Initials {
    /// Creates the beginnings that the build collected.
    pub const fn new(seconds: [u32; LETTERS]) -> Self {
        Self { seconds }
    }

    /// Collects the beginnings of several lists.
    pub fn of(lists: &[Phrases]) -> Self {
        let mut own = Self::default();
        for phrase in lists.iter().flat_map(|list| list.0) {
            let bytes = phrase.as_bytes();
            if let Some(first) = bytes.first().and_then(letter) {
                own.seconds[first as usize] |= 1 << second(bytes.get(1));
            }
        }
        own
    }

    /// Whether one of the phrases may begin at a byte offset of `text`. Always true of non-ASCII
    /// characters.
    pub fn may_begin(&self, text: &str, at: usize) -> bool {
        let bytes = &text.as_bytes()[at..];
        let Some(first) = bytes.first().and_then(letter) else { return true };
        let seconds = self.seconds[first as usize];
        seconds != 0
            && (seconds & 1 << second(bytes.get(1)) != 0
                || bytes.get(1).is_some_and(|byte| !byte.is_ascii()))
    }
}

/// Returns the place of a letter of ASCII in the alphabet.
fn letter(byte: &u8) -> Option<u32> {
    byte.is_ascii_alphabetic().then(|| u32::from(byte.to_ascii_lowercase() - b'a'))
}

/// Returns the place of the byte behind the first of a phrase or a word, if there is one.
fn second(byte: Option<&u8>) -> u32 {
    byte.and_then(letter).unwrap_or(OTHERS)
}

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

    /// Moves past whitespace. At least one space is required, except after an apostrophe.
    pub fn blank(self) -> Option<Self> {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        let elided = || self.text[..self.at].ends_with(['\'', APOSTROPHE]);
        (blanks > 0 || elided()).then(|| self.past(blanks))
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
    fn the_longest_phrase_is_meant_as_whole_words() {
        for (text, len) in [
            ("Lamp oil is dear", Some(8)),
            ("LAMP-OIL", Some(8)),
            ("lamp  \u{A0}oil", Some(11)),
            ("lamp oils", Some(4)),
            ("lamps", None),
            ("l'Alba", Some(2)),
            ("L’Alba", Some(4)),
            ("Öl", Some(3)),
            ("oil", None),
            ("", None),
        ] {
            assert_eq!(LAMPS.begun(text), len, "{text}");
        }
        assert!(LAMPS.has("Lamp") && !LAMPS.has("lamp and oil"));
        assert!(LAMPS.ended("an oil-LAMP") && !LAMPS.ended("an amp"));
        assert_eq!(LAMPS.find("clamp, lamps, a lamp.", 0), Some(16..20));
        assert_eq!(LAMPS.find("clamp", 1), None);
    }

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
