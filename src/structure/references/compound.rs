//! Numbers of one step that are written with more than digits, as the document's
//! own provisions have them: `7-103.1`, `L. 121-1`, `12bis`, `12¹`, `第二条の二`.
//! Only these tell `7-9` from a range, and `5¹` from the sign of a note.

use super::place_words::joins;
use crate::document::{Document, Ordinal};
use crate::lexicon::counter::{Counter, readings};
use crate::lexicon::keywords::INSERTED;
use crate::lexicon::referring::COUNTED;
use std::collections::HashMap;
use std::ops::Range;

/// Maximum length of such a number, in bytes.
const LONGEST: usize = 32;

/// The numbers of a document that are more than digits, by their parts.
#[derive(Debug, Default)]
pub struct Compounds {
    known: HashMap<String, Ordinal>,
    /// Whether a letter distinguishes several series of them: `L. 121-1`.
    lettered: bool,
}

/// What follows an article whose number has a sign before it.
pub enum ArticleTail {
    /// Nothing of its number.
    Nothing,
    /// What was inserted after it, and its bytes; `None` if the document has no such article.
    Inserted(Option<Ordinal>, usize),
}

impl Compounds {
    /// Those of a document.
    pub fn of(document: &Document) -> Self {
        let provisions = document.sections().iter().filter(|section| section.kind.is_provision());
        let numbers = provisions.filter_map(|section| {
            let first = section.number.as_ref()?.components().first()?;
            let written = first.to_string();
            let more = written.contains(|c: char| c.is_ascii_digit())
                && written.contains(|c: char| !c.is_ascii_digit());
            more.then(|| (parts(&written), first.clone()))
        });
        Self::from_iter(numbers)
    }

    /// The numbers of series that are at some places of a text without a word, as a code cites
    /// its own articles: `les cas prévus au L. 121-1`.
    pub fn alone(&self, text: &str, places: Range<usize>) -> Vec<(Range<usize>, Ordinal)> {
        let mut found = Vec::new();
        let mut from = places.start;
        if !self.lettered {
            return found;
        }
        for (at, c) in text[places.clone()].char_indices() {
            let at = places.start + at;
            let begins = at >= from && c.is_ascii_uppercase() && !text[..at].ends_with(joins);
            if let Some((number, end)) = begins.then(|| self.read(text, at)).flatten() {
                found.push((at..end, number));
                from = end;
            }
        }
        found
    }

    /// The number at `at`, and where it ends: the longest that a
    /// provision has.
    pub fn read(&self, text: &str, at: usize) -> Option<(Ordinal, usize)> {
        if self.known.is_empty() {
            return None;
        }
        let rest = &text[at..];
        let mut found = None;
        let mut last: Option<char> = None;
        for (end, c) in rest.char_indices().chain([(rest.len(), ' ')]) {
            let ended = last.is_some_and(is_sign) && !is_sign(c);
            let written = &rest[..end];
            // Digits and points alone are levels, but for a provision that has just that number.
            let told = written.contains(|c: char| !c.is_ascii_digit() && c != '.');
            if ended
                && let Some(ordinal) = self.known.get(&parts(written))
                && (told || ordinal.to_string() == written)
            {
                found = Some((ordinal.clone(), at + end));
            }
            let blank = matches!(c, ' ' | '\u{a0}');
            // `L. 121-1` and `12 bis` have a blank within.
            let within = blank
                && ((written.len() <= PREFIX && written.starts_with(char::is_alphabetic))
                    || rest
                        .get(end + c.len_utf8()..)
                        .is_some_and(|rest| rest.starts_with(char::is_lowercase)));
            if end > LONGEST || !(is_sign(c) || matches!(c, '.' | '-' | '\u{2011}' | '/') || within)
            {
                break;
            }
            last = Some(c);
        }
        found
    }

    /// What follows the word for an article in a number: `の二`, `之一`.
    pub fn behind(&self, number: u32, text: &str) -> ArticleTail {
        let Some(inner) = INSERTED.iter().find_map(|sign| text.strip_prefix(sign)) else {
            return ArticleTail::Nothing;
        };
        let counted = |c: &Counter| matches!(c, Counter::Han | Counter::Digits);
        let Some(reading) = readings(inner).into_iter().find(|r| counted(&r.counter)) else {
            return ArticleTail::Nothing;
        };
        // `第二条の三人` are three people.
        if COUNTED.iter().any(|counted| inner[reading.len..].starts_with(counted)) {
            return ArticleTail::Nothing;
        }
        let own = self.known.get(&format!("{number}.{}", reading.value)).cloned();
        ArticleTail::Inserted(own, text.len() - inner.len() + reading.len)
    }
}

impl FromIterator<(String, Ordinal)> for Compounds {
    fn from_iter<I: IntoIterator<Item = (String, Ordinal)>>(numbers: I) -> Self {
        let known: HashMap<_, _> = numbers.into_iter().collect();
        let lettered = known.keys().any(|number| number.starts_with(char::is_alphabetic));
        Self { known, lettered }
    }
}

/// Maximum length of the letters before a number, with their point: `LO.`
const PREFIX: usize = 3;

fn is_sign(c: char) -> bool {
    c.is_alphanumeric()
}

/// The parts of a number, whatever marks are between them: `66-1` and `66¹` are
/// the same then, and `5A` and `5-a`.
fn parts(written: &str) -> String {
    let mut out = String::with_capacity(written.len() + 2);
    let mut last: Option<(char, bool)> = None;
    for c in written.chars() {
        let raised = raised(c);
        let plain = raised.unwrap_or(c);
        let alike = last.is_some_and(|(last, above)| {
            last.is_ascii_digit() == plain.is_ascii_digit()
                && last.is_alphabetic() == plain.is_alphabetic()
                && above == raised.is_some()
        });
        if plain.is_alphanumeric() {
            if !alike && !out.is_empty() && !out.ends_with('.') {
                out.push('.');
            }
            out.extend(plain.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('.') {
            out.push('.');
        }
        last = Some((plain, raised.is_some()));
    }
    out.truncate(out.trim_end_matches('.').len());
    out
}

/// The digit that a sign above the line is.
fn raised(c: char) -> Option<char> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip('0'..='9').find(|(above, _)| *above == c).map(|(_, digit)| digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(own: &[&str], text: &str) -> Option<(String, String)> {
        let own = own.iter().map(|own| (parts(own), Ordinal::Letters((*own).to_owned())));
        let (ordinal, end) = Compounds::from_iter(own).read(text, 0)?;
        Some((ordinal.to_string(), text[end..].to_owned()))
    }

    #[test]
    fn a_number_is_read_as_the_document_has_it() {
        let own = ["7-103", "7-103.1", "L121-1", "12bis", "12-1", "5A"];
        for (text, number, rest) in [
            ("7-103(b) of", "7-103", "(b) of"),
            ("7-103.1, and", "7-103.1", ", and"),
            ("7-103. A lamp", "7-103", ". A lamp"),
            ("L. 121-1 du", "L121-1", " du"),
            ("L121-1.", "L121-1", "."),
            ("12 bis du", "12bis", " du"),
            ("12¹,", "12-1", ","),
            ("5A of", "5A", " of"),
        ] {
            assert_eq!(told(&own, text), Some((number.to_owned(), rest.to_owned())), "{text}");
        }
        for none in ["7-104", "12", "5 A lamp", "5", "7 to 103", "12.1 of"] {
            assert_eq!(told(&own, none), None, "{none}");
        }
    }
}
