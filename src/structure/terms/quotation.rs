//! Words in quotation marks, whichever they are.

use crate::lexicon::defining::QUOTATION;
use crate::lexicon::scanning::is_of_word;
use std::ops::Range;

/// A quotation, in bytes of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuotedWords {
    /// The words between its marks, at least one character.
    pub words: Range<usize>,
    /// Where its closing mark ends.
    pub end: usize,
}

/// Whether a sign opens a quotation.
pub fn opens(c: char) -> bool {
    QUOTATION.iter().any(|(opening, _)| c == *opening)
}

/// Whether a sign opens or closes a quotation.
pub fn is_mark(c: char) -> bool {
    QUOTATION.iter().any(|(opening, closing)| c == *opening || c == *closing)
}

/// Where quotations may begin in a text, in order.
pub fn openings(text: &str) -> Vec<usize> {
    text.char_indices().filter(|(_, c)| opens(*c)).map(|(at, _)| at).collect()
}

/// The quotations that a sign opens. There is more than one where its closing sign is an
/// apostrophe too: the longest is the first.
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
            // An apostrophe in a word, or behind one, begins and ends no quotation.
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

/// Whether no word is right before a place.
fn is_apart(text: &str, at: usize) -> bool {
    !text[..at].ends_with(is_of_word)
}

/// Whether a sign ends what another opens, or opens the same once more.
fn bounds(opening: char, c: char) -> bool {
    let closes = |(other, closing): &(char, char)| *other == opening && *closing == c;
    c == opening || c == '\n' || QUOTATION.iter().any(closes)
}

/// The first sign that may end the words from a place on.
fn first_end(text: &str, start: usize, opening: char) -> Option<usize> {
    let len = text[start..].find(|c| bounds(opening, c))?;
    (len > 0).then_some(start + len)
}

/// All signs that may end the words from a place on, the last first: some of them are
/// apostrophes, with something behind them that no sentence parts from a word.
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
