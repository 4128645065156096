//! Folds away the differences that a search ignores, and maps the result back to
//! the text.

use icu_casemap::CaseMapper;
use std::ops::Range;
use unicode_normalization::char::{
    canonical_combining_class, decompose_canonical, decompose_compatible, is_combining_mark,
};

/// Replaces a hyphen at the end of a line in a folded text, since that hyphen may
/// or may not be part of the word (`regu-` `lation`, `long-` `term`).
pub const BREAK: char = '\u{1}';

/// The lowest combining class of marks that form another letter, such as accents;
/// vowel signs and points have lower classes.
const ABOVE_OR_BELOW: u8 = 200;

/// The differences that a search ignores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folding {
    /// Upper and lower case are equal.
    pub case: bool,
    /// Letters with and without marks are equal.
    pub diacritics: bool,
}

/// A folded text; every character is mapped to the bytes that it represents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each character, in order: its start in the folded text, and the byte
    /// range of the original. `None` if all byte offsets are the same, as in most
    /// English text.
    origins: Option<Vec<(usize, Range<usize>)>>,
}

/// A folded text under construction.
#[derive(Default)]
struct FoldedLetters {
    text: String,
    origins: Vec<(usize, Range<usize>)>,
}

impl FoldedLetters {
    /// Adds a character; keeps the marks of a letter in canonical order.
    fn push(&mut self, c: char, origin: Range<usize>) {
        let class = canonical_combining_class(c);
        let last = self.text.chars().next_back();
        let later = last.filter(|last| class > 0 && canonical_combining_class(*last) > class);
        let taken = later.and_then(|last| {
            self.text.pop();
            Some((last, self.origins.pop()?.1))
        });
        match taken {
            Some((last, its)) => {
                self.push(c, origin);
                self.origins.push((self.text.len(), its));
                self.text.push(last);
            }
            None => {
                self.origins.push((self.text.len(), origin));
                self.text.push(c);
            }
        }
    }
}

impl Folded {
    /// Folds a text. Runs of white space become one space; hyphens and quotation
    /// marks of every form become plain ones; ligatures and presentation forms
    /// become plain letters; invisible characters are dropped; and a hyphen
    /// before white space inside a word becomes a [`BREAK`].
    pub fn new(original: &str, folding: Folding) -> Self {
        if let Some(text) = byte_by_byte(original, folding) {
            return Self { text, origins: None };
        }
        let mapper = CaseMapper::new();
        let mut folded = FoldedLetters::default();
        let mut in_space = false;
        let mut broken = 0;
        for (at, c) in original.char_indices() {
            let origin = at..at + c.len_utf8();
            if at < broken {
                continue;
            }
            if let Some(end) = word_break(original, at, c) {
                folded.push(BREAK, at..end);
                broken = end;
                continue;
            }
            if is_unseen(c) {
                continue;
            }
            if c.is_whitespace() {
                match folded.origins.last_mut().filter(|_| in_space) {
                    Some((_, run)) => run.end = origin.end,
                    None => folded.push(' ', origin),
                }
                in_space = true;
                continue;
            }
            in_space = false;
            let mut push = |c: char| {
                let c = if folding.case { mapper.simple_fold(c) } else { c };
                folded.push(plain(c), origin.clone());
            };
            // Decomposed, so that a letter and its mark match in either form.
            let part = |part| {
                if !folding.diacritics || !is_combining_mark(part) {
                    push(part);
                }
            };
            if is_form(c) { decompose_compatible(c, part) } else { decompose_canonical(c, part) }
        }
        Self { text: folded.text, origins: Some(folded.origins) }
    }

    /// Whether a byte of the folded text is inside what readers see as one
    /// letter: before a mark above or below it, or in a Hangul syllable.
    pub fn is_inside_letter(&self, byte: usize) -> bool {
        let next = self.text.get(byte..).and_then(|rest| rest.chars().next());
        next.is_some_and(|c| {
            canonical_combining_class(c) >= ABOVE_OR_BELOW || ('\u{1160}'..='\u{11FF}').contains(&c)
        })
    }

    /// Returns the byte range of the original for a range of the folded text,
    /// including the marks that follow it.
    pub fn origin(&self, range: Range<usize>, original: &str) -> Option<Range<usize>> {
        let Some(origins) = &self.origins else {
            return original.get(range.clone()).map(|_| range);
        };
        let at = |byte| origins.partition_point(|(start, _)| *start <= byte).checked_sub(1);
        let first = &origins.get(at(range.start)?)?.1;
        let last = &origins.get(at(range.end.checked_sub(1)?)?)?.1;
        let marks = original.get(last.end..)?.chars().take_while(|c| is_combining_mark(*c));
        Some(first.start..last.end + marks.map(char::len_utf8).sum::<usize>())
    }
}

/// Folds ASCII text without adjacent white space.
fn byte_by_byte(original: &str, folding: Folding) -> Option<String> {
    let hyphens =
        || original.match_indices('-').any(|(at, _)| word_break(original, at, '-').is_some());
    if !original.is_ascii() || hyphens() {
        return None;
    }
    let mut in_space = false;
    let fold = |c: char| {
        let joined = in_space && c.is_whitespace();
        in_space = c.is_whitespace();
        match c {
            _ if joined => None,
            _ if in_space => Some(' '),
            _ if folding.case => Some(c.to_ascii_lowercase()),
            _ => Some(c),
        }
    };
    original.chars().map(fold).collect()
}

/// Returns where a word continues after a hyphen at `at` and white space: in the
/// same case.
fn word_break(text: &str, at: usize, c: char) -> Option<usize> {
    if !matches!(c, '-' | '\u{2010}' | SOFT_HYPHEN) {
        return None;
    }
    let before = text[..at].chars().next_back().filter(|c| c.is_alphabetic())?;
    let rest = &text[at + c.len_utf8()..];
    let word = rest.trim_start();
    let next = word.chars().next().filter(|c| c.is_alphabetic())?;
    let alike = next.is_lowercase() || (before.is_uppercase() && next.is_uppercase());
    (word.len() < rest.len() && alike).then_some(text.len() - word.len())
}

/// Whether a character may fold to a letter, a hyphen or nothing; the others are blanks, dashes and
/// quotation marks found in any language.
pub fn changes_words(c: char) -> bool {
    !c.is_ascii()
        && !matches!(
            c,
            '\u{A0}'..='\u{A9}' | '\u{AB}' | '\u{AC}' | '\u{AE}'..='\u{B1}' | '\u{B6}'..='\u{B8}' | '\u{BB}' | '\u{BF}'
                | '\u{2012}'..='\u{2029}' | '\u{202F}'..='\u{205F}'
        )
}

/// Whether a character is a hyphen that is only visible at the end of a line.
pub fn is_soft_hyphen(c: char) -> bool {
    c == SOFT_HYPHEN
}

/// A hyphen that is only visible at the end of a line.
const SOFT_HYPHEN: char = '\u{AD}';

/// Whether a character only controls line breaks, joining or direction.
fn is_unseen(c: char) -> bool {
    matches!(c, SOFT_HYPHEN | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a character is a form of letters that also have plain characters:
/// Latin, Armenian, Hebrew and Arabic ligatures and presentation forms, and
/// letters of full or half width.
fn is_form(c: char) -> bool {
    matches!(c, '\u{132}' | '\u{133}' | '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{FF01}'..='\u{FFEE}')
}

/// Returns the plain form of hyphens and quotation marks.
fn plain(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '‘' | '’' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '″' => '"',
        c => c,
    }
}

/// Whether a text contains a letter with a mark.
pub fn has_diacritics(text: &str) -> bool {
    text.chars().any(|c| {
        let mut marked = is_combining_mark(c);
        decompose_canonical(c, |part| marked |= is_combining_mark(part));
        marked
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_other_signs_separate_words() {
        let folding = Folding { case: true, diacritics: false };
        let others = ('\u{80}'..=char::MAX).filter(|c| !changes_words(*c));
        for c in others {
            let folded = Folded::new(&c.to_string(), folding).text;
            let parts = |c: char| !c.is_alphanumeric() && c != '-';
            assert!(!folded.is_empty() && folded.chars().all(parts), "{c:?}: {folded:?}");
        }
    }

    proptest! {
        #[test]
        fn a_text_folds_alike_whatever_follows_it(
            text in "[a-zA-Z0-9 \\n\\t.'-]{0,60}",
            case: bool,
            diacritics: bool,
        ) {
            let folding = Folding { case, diacritics };
            // A character that is not ASCII and does not occur in the text.
            let longer = format!("{text}→");
            let (folded, other) = (Folded::new(&text, folding), Folded::new(&longer, folding));
            prop_assert_eq!(Some(folded.text.as_str()), other.text.strip_suffix('→'));
            for end in 0..=folded.text.len() {
                for start in 0..end {
                    prop_assert_eq!(
                        folded.origin(start..end, &text),
                        other.origin(start..end, &longer)
                    );
                }
            }
        }
    }
}
