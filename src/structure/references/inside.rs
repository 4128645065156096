//! Numbers inside of a block that the outline knows nothing of: those that a sentence begins
//! with, and the signs of an enumeration inside of a paragraph.

use crate::lexicon::characters::{behind_few, is_capital, is_digit, is_letter};
use crate::lexicon::keywords::{self, WORDS};

/// Maximum number of digits in the first part of a number.
const MOST_DIGITS: usize = 4;

/// Maximum number of digits in each further part: `3.12`.
const MOST_FURTHER_DIGITS: usize = 3;

/// Maximum number of letters in the sign of an item: `(viii)`.
const MOST_LETTERS: usize = 4;

/// Maximum number of digits in the sign of an item.
const MOST_SIGN_DIGITS: usize = 2;

/// Maximum number of letters in the word before the last item: `and (c)`.
const LONGEST_JOINT: usize = 3;

/// The number that a sentence begins with.
struct LeadingNumber<'t> {
    number: &'t str,
    /// What follows it.
    rest: &'t str,
    /// What follows all that was looked at.
    behind: &'t str,
}

/// The numbers at the beginning of a sentence, perhaps after a word, each with its place in bytes:
/// the 4 of `… of oil. 4. The keeper …`.
pub fn sentences(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    if !text.contains(is_digit) {
        return found;
    }
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at < from {
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        let number = match c {
            '.' | ';' | ':' | ']' | ')' | '”' | '"' | '\n' => {
                begun(rest).filter(|_| c != '.' || !is_cut_short(&text[..at]))
            }
            c if is_capital(c) => headed(rest),
            _ => None,
        };
        if let Some(LeadingNumber { number, rest, behind }) = number {
            from = text.len() - behind.len();
            found.push((text.len() - rest.len() - number.len(), number));
        }
    }
    found
}

/// Whether words before a full stop end with an abbreviated name of a place: the number after
/// `art.` begins no sentence.
fn is_cut_short(before: &str) -> bool {
    let word = before.rsplit(|c: char| !is_letter(c)).next().unwrap_or("").to_lowercase();
    let known = word.chars().next().map_or(0..0, keywords::beginning_with);
    let cut = |own: &keywords::Keyword| own.word.strip_suffix('.') == Some(word.as_str());
    WORDS[known].iter().any(cut)
}

/// The number of a title that its first paragraph follows: `Article 26. 1. The keeper`. The text
/// follows the first letter of the title.
fn headed(text: &str) -> Option<LeadingNumber<'_>> {
    let (number, rest) = number(behind_blanks(behind_word(text))?, 0)?;
    let first = behind_blanks(rest.strip_prefix('.')?)?;
    let paragraph = first.strip_prefix("1.").or_else(|| first.strip_prefix("(1)"))?;
    Some(LeadingNumber { number, rest, behind: paragraph.strip_prefix(char::is_whitespace)? })
}

/// The number of a sentence; the text follows what ends the one before.
fn begun(text: &str) -> Option<LeadingNumber<'_>> {
    let text = text.trim_start();
    let text = text.strip_prefix('[').unwrap_or(text);
    let text = text.strip_prefix('(').unwrap_or(text);
    let text = match text.strip_prefix(is_capital) {
        Some(word) => behind_blanks(behind_word(word))?,
        None => text,
    };
    let (number, rest) = number(text, usize::MAX)?;
    let closed = rest.trim_start_matches(['.', ')', ']', ':']);
    let title = || {
        let title = behind_blanks(closed)?;
        title.strip_prefix(|c| is_capital(c) || matches!(c, '(' | '"' | '“' | '['))
    };
    let end = || closed.trim_start().is_empty().then_some("");
    let behind = closed.strip_prefix(['-', '–', '—']).or_else(title).or_else(end)?;
    Some(LeadingNumber { number, rest, behind })
}

/// A number with at most this many further parts and no digit after it, and what follows.
fn number(text: &str, further: usize) -> Option<(&str, &str)> {
    let mut rest = behind_few(text, MOST_DIGITS, is_digit)?;
    for _ in 0..further {
        let Some(part) = rest.strip_prefix('.').filter(|part| part.starts_with(is_digit)) else {
            break;
        };
        rest = behind_few(part, MOST_FURTHER_DIGITS, is_digit)?;
    }
    Some((&text[..text.len() - rest.len()], rest))
}

/// The signs of items, where one may begin, each with the place of its parenthesis in bytes: `(a)`
/// and `(b)` of `: (a) oil; and (b) wicks`.
pub fn items(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    memchr::memchr_iter(b'(', text.as_bytes()).filter_map(move |open| {
        let before = text.get(from..open)?;
        let sign = &text[open + 1..];
        let letters = || behind_few(sign, MOST_LETTERS, |c| c.is_ascii_lowercase());
        let closed = letters().or_else(|| behind_few(sign, MOST_SIGN_DIGITS, is_digit))?;
        let behind = closed.strip_prefix(')')?.strip_prefix(char::is_whitespace)?;
        (open == 0 || may_precede_item(before)).then_some(())?;
        from = text.len() - behind.len();
        Some((open, &sign[..sign.len() - closed.len()]))
    })
}

/// Whether an item may begin after a text: on a new line, or after a mark, perhaps with a short
/// word between.
fn may_precede_item(before: &str) -> bool {
    let marked = |text: &str| {
        let words = text.trim_end();
        words.len() < text.len() && words.ends_with([';', ':', ',', '.'])
    };
    let words = before.trim_end();
    let word = words.trim_end_matches(is_letter);
    let letters = words[word.len()..].chars().take(LONGEST_JOINT + 1).count();
    let joined = words.len() < before.len() && (1..=LONGEST_JOINT).contains(&letters);
    before[words.len()..].contains('\n') || marked(before) || (joined && marked(word))
}

/// What follows the letters and points of a word.
fn behind_word(text: &str) -> &str {
    text.trim_start_matches(|c| is_letter(c) || c == '.')
}

/// What follows blanks, where there is at least one.
fn behind_blanks(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    (rest.len() < text.len()).then_some(rest)
}
