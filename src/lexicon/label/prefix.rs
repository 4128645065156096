//! Compares the start of a line with a word of the languages, in any case, and whether or not its
//! marks are composed.

use crate::lexicon::characters::is_case_of;
use unicode_normalization::char::compose;

/// Strips a word from the start of a line, in any case, with marks composed or not.
pub(super) fn strip<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = line;
    for expected in word.chars() {
        let bytes = rest.as_bytes();
        // The first letters rule out most lines.
        if let Some(byte) = bytes.first().filter(|byte| byte.is_ascii())
            && !bytes.get(1).is_some_and(may_mark)
        {
            let c = char::from(*byte);
            let small = match expected.is_ascii() {
                true => c.to_ascii_lowercase() == expected,
                false => is_case_of(c, expected),
            };
            if c != expected && !small {
                return None;
            }
            rest = &rest[1..];
            continue;
        }
        let (c, after) = composed(rest)?;
        if !is_case_of(c, expected) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// Returns the first character composed with the marks after it, and the rest.
pub(super) fn composed(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let mut first = chars.next()?;
    loop {
        let rest = chars.as_str();
        let marked = rest.as_bytes().first().is_some_and(may_mark);
        match chars.next().filter(|_| marked).and_then(|mark| compose(first, mark)) {
            Some(whole) => first = whole,
            None => return Some((first, rest)),
        }
    }
}

/// Whether a byte may begin a combining mark (U+0300 to U+036F), which few texts contain.
fn may_mark(byte: &u8) -> bool {
    matches!(byte, 0xCC | 0xCD)
}
