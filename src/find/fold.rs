//! A text without the differences that a search ignores, and the way back to
//! the text as it stands.

use icu_casemap::CaseMapper;
use std::ops::Range;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// What a search ignores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Folding {
    /// Capitals and small letters are the same.
    pub case: bool,
    /// Letters with and without marks are the same.
    pub diacritics: bool,
}

/// A folded text; every character of it knows the bytes that it stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each of its characters, in order: where it begins in the folded
    /// text, and the bytes of the original that it stands for. `None` where
    /// each byte stands for that at the same place, as in most English text.
    origins: Option<Vec<(usize, Range<usize>)>>,
}

impl Folded {
    /// Folds a text. Runs of white space become one space; hyphens and
    /// quotation marks of every form become the plain ones.
    pub fn new(original: &str, folding: Folding) -> Self {
        if let Some(text) = byte_by_byte(original, folding) {
            return Self { text, origins: None };
        }
        let mapper = CaseMapper::new();
        let (mut text, mut origins) = (String::new(), Vec::<(usize, Range<usize>)>::new());
        let mut in_space = false;
        for (at, c) in original.char_indices() {
            let origin = at..at + c.len_utf8();
            if c.is_whitespace() {
                match origins.last_mut().filter(|_| in_space) {
                    Some((_, run)) => run.end = origin.end,
                    None => {
                        origins.push((text.len(), origin));
                        text.push(' ');
                    }
                }
                in_space = true;
                continue;
            }
            in_space = false;
            let mut push = |c: char| {
                let c = if folding.case { mapper.simple_fold(c) } else { c };
                origins.push((text.len(), origin.clone()));
                text.push(plain(c));
            };
            if folding.diacritics {
                decompose_canonical(c, |part| {
                    if !is_combining_mark(part) {
                        push(part);
                    }
                });
            } else {
                push(c);
            }
        }
        Self { text, origins: Some(origins) }
    }

    /// The bytes of the original that a range of the folded text stands for,
    /// marks that follow them included.
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

/// A text of ASCII folded, where no white space is to be joined.
fn byte_by_byte(original: &str, folding: Folding) -> Option<String> {
    if !original.is_ascii() {
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

/// The plain form of hyphens and quotation marks.
fn plain(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '‘' | '’' | '‛' | '′' => '\'',
        '“' | '”' | '„' | '″' => '"',
        c => c,
    }
}

/// Whether a text has a letter with a mark.
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

    proptest! {
        #[test]
        fn a_text_folds_alike_whatever_follows_it(
            text in "[a-zA-Z0-9 \\n\\t.'-]{0,60}",
            case: bool,
            diacritics: bool,
        ) {
            let folding = Folding { case, diacritics };
            // A letter that is no ASCII, and none of the text's own.
            let longer = format!("{text}ж");
            let (folded, other) = (Folded::new(&text, folding), Folded::new(&longer, folding));
            prop_assert_eq!(Some(folded.text.as_str()), other.text.strip_suffix('ж'));
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
