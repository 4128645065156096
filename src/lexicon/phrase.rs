//! Words and phrases of tables, looked for in a text without a pattern: what stands at a
//! place, what follows it, and what stands near it.

use std::ops::Range;

/// Words and phrases in small letters, sorted. A blank in one stands for the blanks or the
/// hyphen between two words of a text. One that ends with an apostrophe needs no blank
/// behind it (`l’`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrases(&'static [&'static str]);

impl Phrases {
    /// Those of a sorted list.
    pub const fn new(sorted: &'static [&'static str]) -> Self {
        Self(sorted)
    }

    /// Whether there are none.
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// Bytes of the longest that a text begins with as whole words, in whatever case.
    pub fn begun(self, text: &str) -> Option<usize> {
        let first = even(text.chars().next()?);
        let from = self.0.partition_point(|phrase| phrase.chars().next() < Some(first));
        let akin = self.0[from..].iter().take_while(|phrase| phrase.starts_with(first));
        akin.filter_map(|phrase| length(phrase, text)).max()
    }

    /// Whether words are one of them, in whatever case.
    pub fn has(self, words: &str) -> bool {
        self.begun(words) == Some(words.len())
    }

    /// Whether words end with one of them, in whatever case.
    pub fn ended(self, words: &str) -> bool {
        self.0.iter().any(|phrase| {
            let start = words.char_indices().nth_back(phrase.chars().count().saturating_sub(1));
            start.is_some_and(|(at, _)| length(phrase, &words[at..]) == Some(words.len() - at))
        })
    }

    /// The first that stands in a text from a byte on.
    pub fn find(self, text: &str, from: usize) -> Option<Range<usize>> {
        starts(text, from).find_map(|at| Some(at..at + self.begun(&text[at..])?))
    }
}

/// Bytes of a text that begins with a phrase.
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

/// The apostrophe of the tables.
const APOSTROPHE: char = '’';

/// A character as the tables have it.
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

/// Where words begin in a text, from a byte on.
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

/// The characters that some phrases begin with: most words of a text begin with none of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Initials(u128);

impl Initials {
    /// Those of several lists.
    pub fn of(lists: &[Phrases]) -> Self {
        let firsts =
            lists.iter().flat_map(|list| list.0).filter_map(|phrase| phrase.bytes().next());
        Self(firsts.filter(u8::is_ascii).fold(0, |all, byte| all | 1 << byte))
    }

    /// Whether one of the phrases may begin at a byte of a text. One with another letter than
    /// those of ASCII always may.
    pub fn may_begin(self, text: &str, at: usize) -> bool {
        let byte = text.as_bytes().get(at).copied().unwrap_or_default();
        !byte.is_ascii() || self.0 & (1 << byte.to_ascii_lowercase()) != 0
    }
}

/// A place in a text that words are read on from.
#[derive(Debug, Clone, Copy)]
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The place at a byte.
    pub const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// Its byte.
    pub const fn place(self) -> usize {
        self.at
    }

    /// What is still to be read.
    pub fn rest(self) -> &'a str {
        &self.text[self.at..]
    }

    /// Whether nothing is left to read.
    pub fn is_end(self) -> bool {
        self.rest().is_empty()
    }

    /// So many bytes on.
    pub fn past(self, bytes: usize) -> Self {
        Self { at: self.at + bytes, ..self }
    }

    /// Past blanks, of which there is one at least, but none needed behind an apostrophe.
    pub fn blank(self) -> Option<Self> {
        let blanks = self.rest().len() - self.rest().trim_start().len();
        let elided = || self.text[..self.at].ends_with(['\'', APOSTROPHE]);
        (blanks > 0 || elided()).then(|| self.past(blanks))
    }

    /// Past blanks or a hyphen.
    pub fn gap(self) -> Option<Self> {
        let rest = self.rest().trim_start_matches(is_gap);
        (rest.len() < self.rest().len()).then(|| self.past(self.rest().len() - rest.len()))
    }

    /// Past one of some phrases that stands right here.
    pub fn here(self, phrases: Phrases) -> Option<Self> {
        Some(self.past(phrases.begun(self.rest())?))
    }

    /// Past a blank and one of some phrases.
    pub fn then(self, phrases: Phrases) -> Option<Self> {
        self.blank()?.here(phrases)
    }

    /// The same, where one stands there.
    pub fn maybe(self, phrases: Phrases) -> Self {
        self.then(phrases).unwrap_or(self)
    }

    /// The same, as many as stand there.
    pub fn all(self, phrases: Phrases) -> Self {
        std::iter::successors(Some(self), |at| at.then(phrases)).last().unwrap_or(self)
    }

    /// Past one of some marks, where one stands here.
    pub fn maybe_mark(self, marks: &[char]) -> Self {
        let mark = self.rest().chars().next().filter(|c| marks.contains(c));
        self.past(mark.map_or(0, char::len_utf8))
    }

    /// Past the word that begins here, which has no digits and no marks that end clauses.
    pub fn word_here(self) -> Option<Self> {
        let ends = |c: char| c.is_whitespace() || c.is_numeric() || ".,;:()".contains(c);
        let len = self.rest().find(ends).unwrap_or(self.rest().len());
        (len > 0).then(|| self.past(len))
    }

    /// Past a blank and a word.
    pub fn word(self) -> Option<Self> {
        self.blank()?.word_here()
    }

    /// The place itself and those behind the next words, so many at most.
    pub fn words(self, most: usize) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |at| at.word()).take(most + 1)
    }

    /// Phrases near this place: so many characters on at most, and before any of some marks.
    /// Each is told by its first byte and the place behind it.
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

    /// Where a name begins here with a capital, behind a blank and what may stand before it.
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
