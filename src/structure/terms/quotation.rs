//! Words in quotation marks of any kind.

use crate::lexicon::characters::is_of_word;
use crate::lexicon::defining::QUOTATION;
use std::ops::Range;

/// A quotation, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedWords {
    /// The words between its marks, at least one character.
    pub words: Range<usize>,
    /// Where its closing mark ends.
    pub end: usize,
}

/// Whether a character opens a quotation.
pub fn opens(c: char) -> bool {
    QUOTATION.iter().any(|(opening, _)| c == *opening)
}

/// Whether a character opens or closes a quotation.
pub fn is_mark(c: char) -> bool {
    QUOTATION.iter().any(|(opening, closing)| c == *opening || c == *closing)
}

/// Returns where quotations may begin in a text, in order.
pub fn openings(text: &str) -> Vec<usize> {
    text.char_indices().filter(|(_, c)| opens(*c)).map(|(at, _)| at).collect()
}

/// Returns the quotations that a mark opens, the longest first. There may be several if the closing
/// mark is also an apostrophe.
pub fn at(text: &str, at: usize) -> Vec<QuotedWords> {
    let mut found = Vec::new();
    let Some(sign) = text[at..].chars().next() else { return found };
    for (opening, closing) in QUOTATION.iter().filter(|(opening, _)| *opening == sign) {
        let start = at + opening.len_utf8();
        let mut ends = match closing {
            '\'' if !is_apart(text, at) => Vec::new(),
            '’' => ends_among_apostrophes(text, start, *opening),
            _ => first_end(text, start, *opening).into_iter().collect(),
        };
        ends.retain(|end| {
            let closed = text[*end..].strip_prefix(*closing);
            // An apostrophe inside or after a word does not begin or end a quotation.
            let apart = !matches!(closing, '\'' | '’')
                || closed.is_some_and(|rest| !rest.starts_with(is_of_word));
            closed.is_some() && apart
        });
        found.extend(
            ends.into_iter()
                .map(|end| QuotedWords { words: start..end, end: end + closing.len_utf8() }),
        );
    }
    found
}

/// Whether no word ends directly before a position.
fn is_apart(text: &str, at: usize) -> bool {
    !text[..at].ends_with(is_of_word)
}

/// Whether a character closes a quotation, or opens another of the same kind.
fn bounds(opening: char, c: char) -> bool {
    let closes = |(other, closing): &(char, char)| *other == opening && *closing == c;
    c == opening || c == '\n' || QUOTATION.iter().any(closes)
}

/// Returns the first mark that may end a quotation.
fn first_end(text: &str, start: usize, opening: char) -> Option<usize> {
    let len = text[start..].find(|c| bounds(opening, c))?;
    (len > 0).then_some(start + len)
}

/// Returns all marks that may end a quotation, the last first: a mark that continues a word is an
/// apostrophe.
fn ends_among_apostrophes(text: &str, start: usize, opening: char) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut signs = text[start..].char_indices();
    while let Some((at, c)) = signs.next() {
        if c == '’' {
            if at > 0 {
                ends.push(start + at);
            }
            let parts =
                |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')');
            match signs.next() {
                Some((_, next)) if !parts(next) => {}
                _ => break,
            }
        } else if bounds(opening, c) {
            break;
        }
    }
    ends.reverse();
    ends
}
