//! Words and phrases of tables, matched in a text without regular expressions: at a position, after
//! it, before it, or near it. Every table of words that texts are searched for is one of these.
//!
//! The build writes the tables, sorted. A match needs no preparation; compiling a regular expression
//! of the same phrases takes longer than reading most texts.

use super::characters::{folded, folded_as_turkic, is_case_of, is_hangul, is_unspaced};
use std::ops::Range;

/// Words and phrases in lower case, sorted.
///
/// A space in a phrase matches the spaces or the hyphen between two words of a text. A phrase that
/// ends with an apostrophe needs no space after it (`l’`), nor does one in a script that puts none
/// between a word and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phrases {
    sorted: &'static [&'static str],
    /// A bit for each character of ASCII with which a text may begin one of them: most positions of
    /// a text are ruled out by it.
    ascii: u128,
    /// A bit for each letter of ASCII that begins a phrase with fewer than [`LEAD`] such letters.
    short: u32,
}

/// The letters of ASCII at the start of a text that rule out most phrases together.
const LEAD: usize = 3;

impl Phrases {
    /// Creates the phrases of a sorted list, none of which is empty.
    pub const fn new(sorted: &'static [&'static str]) -> Self {
        let (mut ascii, mut short) = (0, 0);
        let mut at = 0;
        while at < sorted.len() {
            let bytes = sorted[at].as_bytes();
            let first = bytes[0];
            // The capital of the Turkic `ı` is ASCII.
            let capital = if first.is_ascii() { first.to_ascii_uppercase() } else { b'I' };
            ascii |= 1 << capital;
            if first.is_ascii() {
                ascii |= 1 << first;
            }
            let lead = bytes.len() >= LEAD
                && bytes[1].is_ascii_lowercase()
                && bytes[2].is_ascii_lowercase();
            if first.is_ascii_lowercase() && !lead {
                short |= 1 << (first - b'a');
            }
            assert!(first != b'\'', "at the start of a phrase, the apostrophe is ’");
            at += 1;
        }
        Self { sorted, ascii, short }
    }

    /// Whether the list is empty.
    pub const fn is_empty(self) -> bool {
        self.sorted.is_empty()
    }

    /// Returns the phrases, in order.
    pub const fn all(self) -> &'static [&'static str] {
        self.sorted
    }

    /// Whether a text that begins with `c` may begin with one of the phrases.
    pub fn may_begin(self, c: char) -> bool {
        if c.is_ascii() {
            return self.ascii >> u32::from(c) & 1 == 1;
        }
        self.with(c).iter().any(|range| !range.is_empty())
    }

    /// Returns the indexes of the phrases that `c` may begin: by its usual small letter, and by its
    /// Turkic one.
    fn with(self, c: char) -> [Range<usize>; 2] {
        if !c.is_ascii() {
            let (small, turkic) = (even(c), folded_as_turkic(c));
            let other = if turkic == small { 0..0 } else { self.beginning_with(turkic) };
            return [self.beginning_with(small), other];
        }
        if self.ascii >> u32::from(c) & 1 == 0 {
            return [0..0, 0..0];
        }
        // Most phrases begin with ASCII: a comparison of bytes finds them.
        let key = u32::from(c.to_ascii_lowercase());
        let first = |phrase: &&str| phrase.bytes().next().map_or(0, u32::from);
        let from = self.sorted.partition_point(|phrase| first(phrase) < key);
        let len = self.sorted[from..].partition_point(|phrase| first(phrase) == key);
        let other = if c == 'I' { self.beginning_with(folded_as_turkic(c)) } else { 0..0 };
        [from..from + len, other]
    }

    fn beginning_with(self, key: char) -> Range<usize> {
        let first = |phrase: &&str| phrase.chars().next();
        let from = self.sorted.partition_point(|phrase| first(phrase) < Some(key));
        let len = self.sorted[from..].partition_point(|phrase| first(phrase) == Some(key));
        from..from + len
    }

    /// Returns the indexes of the phrases that may begin a text, by its first [`LEAD`] letters; `None`
    /// if these do not decide.
    fn with_lead(self, text: &str) -> Option<Range<usize>> {
        let lead = text.as_bytes().first_chunk::<LEAD>()?.map(|byte| byte.to_ascii_lowercase());
        // `I` is also the capital of another letter.
        if !lead.iter().all(u8::is_ascii_lowercase)
            || text.starts_with('I')
            || self.short >> (lead[0] - b'a') & 1 == 1
        {
            return None;
        }
        // As numbers, they are compared at once. No short phrase begins with the same letter.
        let number = |[a, b, c]: [u8; LEAD]| u32::from_be_bytes([0, a, b, c]);
        let begin = |phrase: &&str| {
            let bytes = phrase.as_bytes();
            bytes.first_chunk().map_or_else(|| number([bytes[0], 0, 0]), |lead| number(*lead))
        };
        let lead = number(lead);
        let from = self.sorted.partition_point(|phrase| begin(phrase) < lead);
        let len = self.sorted[from..].partition_point(|phrase| begin(phrase) == lead);
        Some(from..from + len)
    }

    /// Returns the first result of `then` for the phrases at the start of `text`, each as its index
    /// and the text after it; of two that begin alike, the longer first. They may end inside a word.
    pub fn find_at_start<'t, T>(
        self,
        text: &'t str,
        mut then: impl FnMut(usize, &'t str) -> Option<T>,
    ) -> Option<T> {
        let first = text.chars().next()?;
        if first.is_ascii() && !self.may_begin(first) {
            return None;
        }
        let ranges = self.with_lead(text).map_or_else(|| self.with(first), |range| [range, 0..0]);
        // A phrase is before its continuations in the sorted list.
        for at in ranges.into_iter().flat_map(Iterator::rev) {
            let phrase = self.sorted[at];
            if let Some(found) = after(text, phrase).and_then(|rest| then(at, rest)) {
                return Some(found);
            }
        }
        None
    }

    /// Returns the text after the longest phrase at the start of `text`, which may end inside a word.
    pub fn strip(self, text: &str) -> Option<&str> {
        self.find_at_start(text, |_, rest| Some(rest))
    }

    /// Returns the text before each phrase at the end of `text`, with the index of the phrase.
    pub fn matches_at_end(self, text: &str) -> impl Iterator<Item = (usize, &str)> {
        self.sorted
            .iter()
            .enumerate()
            .filter_map(move |(at, phrase)| Some((at, before(text, phrase)?)))
    }

    /// Returns the length in bytes of the longest phrase at the start of `text`, as whole words in
    /// any case.
    pub fn begun(self, text: &str) -> Option<usize> {
        self.find_at_start(text, |_, rest| {
            let len = text.len() - rest.len();
            ends_word(&text[..len], rest).then_some(len)
        })
    }

    /// Whether `words` are one of the phrases, in any case.
    pub fn has(self, words: &str) -> bool {
        self.find_at_start(words, |_, rest| rest.is_empty().then_some(())).is_some()
    }

    /// Whether `words` end with one of the phrases, in any case.
    pub fn ended(self, words: &str) -> bool {
        self.matches_at_end(words).next().is_some()
    }

    /// Returns the offset of a phrase in `text` that ends at a byte offset, as whole words.
    pub fn ending_at(self, text: &str, end: usize) -> Option<usize> {
        let begins = self.matches_at_end(&text[..end]).map(|(_, before)| before.len());
        let is_whole = |at: &usize| {
            starts(text, *at).next() == Some(*at) && ends_word(&text[*at..end], &text[end..])
        };
        begins.filter(is_whole).min()
    }

    /// Returns the first match of whole words in `text` from a byte offset on.
    pub fn find(self, text: &str, from: usize) -> Option<Range<usize>> {
        starts(text, from).find_map(|at| Some(at..at + self.begun(&text[at..])?))
    }
}

/// Returns the text after `phrase` at the start of `text`.
fn after<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    // ASCII is compared byte by byte, as far as it goes.
    let mut len = 0;
    for (own, known) in text.bytes().zip(phrase.bytes()) {
        let in_words =
            own != b' ' || text.as_bytes().get(len + 1).is_some_and(u8::is_ascii_alphanumeric);
        if !own.is_ascii() || !known.is_ascii() || (known == b' ' && own != b' ') || !in_words {
            break;
        }
        if own.to_ascii_lowercase() != known {
            return None;
        }
        len += 1;
    }
    let mut rest = &text[len..];
    let mut signs = phrase[len..].chars().peekable();
    while let Some(c) = signs.next() {
        if c == ' ' {
            // The dash of `amended by -` is part of the phrase.
            let dash = signs.peek().is_some_and(|next| is_gap(*next));
            let gap = |c: char| if dash { c.is_whitespace() } else { is_gap(c) };
            let behind = rest.trim_start_matches(gap);
            rest = Some(behind).filter(|behind| behind.len() < rest.len() && !behind.is_empty())?;
        } else {
            let next = rest.chars().next()?;
            if !is_alike(next, c) {
                return None;
            }
            rest = &rest[next.len_utf8()..];
        }
    }
    Some(rest)
}

/// Returns the text before `phrase` at the end of `text`.
fn before<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text;
    for c in phrase.chars().rev() {
        if c == ' ' {
            let front = rest.trim_end_matches(is_gap);
            rest = Some(front).filter(|front| front.len() < rest.len())?;
        } else {
            let last = rest.chars().next_back()?;
            if !is_alike(last, c) {
                return None;
            }
            rest = &rest[..rest.len() - last.len_utf8()];
        }
    }
    Some(rest)
}

/// Whether a word ends between `phrase`, as the text has it, and the `rest` of the text.
pub(super) fn ends_word(phrase: &str, rest: &str) -> bool {
    let last = phrase.chars().next_back().unwrap_or(' ');
    !rest.starts_with(char::is_alphanumeric)
        || matches!(last, '\'' | APOSTROPHE)
        || is_unspaced(last)
        || is_hangul(last)
}

/// The apostrophe in the tables.
pub(super) const APOSTROPHE: char = '’';

/// Normalises a character as in the tables.
fn even(c: char) -> char {
    if c == '\'' { APOSTROPHE } else { folded(c) }
}

/// Whether a character of a text is that of a table, in any case.
fn is_alike(own: char, known: char) -> bool {
    own == known
        || is_case_of(own, known)
        || (own == '\'' || known == '\'') && even(own) == even(known)
}

/// Whether a character may be between two words of a phrase: white space or a hyphen.
pub(super) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Returns the offsets at which words begin, from a byte offset on. In a script that puts no blanks
/// between words, every letter may begin one.
pub fn starts(text: &str, from: usize) -> impl Iterator<Item = usize> + '_ {
    let mut inside = text[..from].ends_with(|c: char| c.is_alphanumeric() && !is_unspaced(c));
    let mut next = from;
    std::iter::from_fn(move || {
        while let Some(byte) = text.as_bytes().get(next) {
            let at = next;
            let (of_word, joined) = if byte.is_ascii() {
                next += 1;
                (byte.is_ascii_alphanumeric(), false)
            } else {
                let c = text[at..].chars().next()?;
                next += c.len_utf8();
                (c.is_alphanumeric(), is_unspaced(c))
            };
            let begins = of_word && (joined || !inside);
            inside = of_word && !joined;
            if begins {
                return Some(at);
            }
        }
        None
    })
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
        assert_eq!(LAMPS.strip("lamp oils"), Some("s"));
        let mut rests = Vec::new();
        let none: Option<()> = LAMPS.find_at_start("lamp oils", |_, rest| {
            rests.push(rest);
            None
        });
        assert_eq!((none, rests), (None, vec!["s", " oils"]));
        assert!(LAMPS.ended("an oil-LAMP") && !LAMPS.ended("an amp"));
        assert!(LAMPS.may_begin('L') && LAMPS.may_begin('ö') && !LAMPS.may_begin('a'));
        assert_eq!(LAMPS.find("clamp, lamps, a lamp.", 0), Some(16..20));
        assert_eq!(LAMPS.find("clamp", 1), None);
        for (text, end, at) in [
            ("a lamp oil.", 10, Some(2)),
            ("a lamp.", 6, Some(2)),
            ("to l’Alba", 7, Some(3)),
            ("clamp", 5, None),
            ("lamps", 4, None),
            ("a lamp", 1, None),
        ] {
            assert_eq!(LAMPS.ending_at(text, end), at, "{text}");
        }
    }

    #[test]
    fn phrases_are_read_in_the_case_of_every_script() {
        const WORDS: Phrases = Phrases::new(&[
            "by -",
            "ile",
            "ısı",
            "λογος",
            "όρος",
            "означает",
            "สมาชิก",
            "成员国",
            "회원국",
        ]);
        for (text, rest) in [
            ("ОЗНАЧАЕТ огонь", Some(" огонь")),
            ("ΟΡΟΣ", None),
            ("ΛΟΓΟΣ", Some("")),
            ("İLE", Some("")),
            ("ISI", Some("")),
            ("by -\n5", Some("\n5")),
            ("成员国为甲", Some("为甲")),
            ("회원국은", Some("은")),
            ("สมาชิกคือ", Some("คือ")),
        ] {
            assert_eq!(WORDS.begun(text).map(|len| &text[len..]), rest, "{text}");
        }
        assert_eq!(WORDS.find("本联盟的成员国为甲", 0), Some(12..21));
    }
}
