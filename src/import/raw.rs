//! The characters of a source before its format is parsed, which supply all words of its
//! document. They show what cannot be in a document without reading it.

use super::writer::{IMAGE, STRUCK};
use std::borrow::Cow;

/// The characters of a source.
#[derive(Debug, Clone)]
pub struct Raw<'a> {
    /// The characters, decoded and without control sequences.
    pub text: Cow<'a, str>,
    /// How words are written in them.
    pub wording: Wording,
    /// The assumptions made in decoding them.
    pub remarks: Vec<String>,
}

/// How the letters of a document's words appear in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Consecutively, except where a line break divides a word.
    Plain,
    /// Likewise, but with possible markup between any two.
    MarkedUp,
}

/// Character references that are not letters, and so do not form words.
static SIGNS: [&str; 40] = [
    "amp", "apos", "bull", "cent", "copy", "dagger", "deg", "emsp", "ensp", "euro", "frac12",
    "frac14", "frac34", "ge", "gt", "hellip", "laquo", "ldquo", "le", "lsquo", "lt", "mdash",
    "middot", "nbsp", "ndash", "para", "plusmn", "pound", "prime", "quot", "raquo", "rdquo", "reg",
    "rsquo", "sect", "shy", "thinsp", "times", "trade", "yen",
];

/// Returns the character references, up to the end of their names: `amp;`, `eacute`, `#`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    memchr::memchr_iter(b'&', text.as_bytes()).filter_map(|at| {
        let rest = &text[at + 1..];
        if rest.starts_with('#') {
            return rest.get(..1);
        }
        let name = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let begun = rest.starts_with(|c: char| c.is_ascii_alphabetic());
        rest.get(..name + usize::from(rest[name..].starts_with(';'))).filter(|_| begun)
    })
}

/// Parts of the names of letters that need no semicolon.
const LETTERS: [&str; 12] = [
    "acute", "grave", "circ", "tilde", "uml", "cedil", "ring", "slash", "lig", "eth", "orn", "ord",
];

/// Returns the text after each occurrence of a lower-case word, in any case.
fn behind_each<'t>(text: &'t str, word: &'static str) -> impl Iterator<Item = &'t str> {
    let [small, capital] = [word.as_bytes()[0], word.as_bytes()[0].to_ascii_uppercase()];
    memchr::memchr2_iter(small, capital, text.as_bytes()).filter_map(move |at| {
        let found = text.get(at..at + word.len())?;
        found.eq_ignore_ascii_case(word).then(|| &text[at + word.len()..])
    })
}

/// Whether a page declares lists with letters or Roman numerals: by `type="a"`, or by a list
/// style.
fn has_lettered_lists(text: &str) -> bool {
    let lettered = |rest: &str| {
        let Some(value) = rest.trim_start().strip_prefix('=') else { return false };
        let value = value.trim_start();
        let value = value.strip_prefix(['"', '\'']).unwrap_or(value).trim_start();
        let Some(rest) = value.strip_prefix(['a', 'i', 'A', 'I']) else { return false };
        rest.starts_with(|c: char| matches!(c, '"' | '\'' | '>' | '/') || c.is_whitespace())
    };
    behind_each(text, "type").any(lettered) || behind_each(text, "list-style").next().is_some()
}

/// The maximum length of an item number in letters; the number's integer type limits it.
const LONGEST_LETTERS: usize = 14;

impl<'a> Raw<'a> {
    /// Creates the characters of a format without markup.
    pub(super) fn plain(text: Cow<'a, str>, remarks: Vec<String>) -> Self {
        Self { text, wording: Wording::Plain, remarks }
    }

    /// Creates the characters of a format with markup; `None` if some letters are written as
    /// references.
    pub(super) fn marked_up(text: Cow<'a, str>, remarks: Vec<String>) -> Option<Self> {
        let spells = |name: &str| match name.strip_suffix(';') {
            _ if name == "#" => true,
            Some(name) => !SIGNS.contains(&name),
            None => {
                let name = name.to_ascii_lowercase();
                LETTERS.iter().any(|letter| name.contains(letter)) || name.contains("szlig")
            }
        };
        let spelled = references(&text).any(spells);
        (!spelled).then_some(Self { text, wording: Wording::MarkedUp, remarks })
    }

    /// Whether a lower-case word may be in the document although the source does not contain it:
    /// as the number of an item, or as a replacement for an image.
    pub fn writes(&self, word: &str) -> bool {
        if self.wording == Wording::Plain {
            return false;
        }
        let numeral = word.chars().all(|c| "ivxlcdm".contains(c)) || word.len() <= LONGEST_LETTERS;
        word.contains(char::is_numeric)
            || [IMAGE, STRUCK.0].iter().any(|written| written.contains(word))
            || numeral && has_lettered_lists(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_by_their_names() {
        let names: Vec<&str> = references("a &amp; b &#233; &eacute &; & &x1;y").collect();
        assert_eq!(names, ["amp;", "#", "eacute", "x1;"]);
    }

    #[test]
    fn lists_with_letters_are_recognised_by_their_type_or_style() {
        for page in ["<ol type=a>", "<OL TYPE = 'I'>", "<ol type=\"i\" >", "ol { LIST-style: x }"] {
            assert!(has_lettered_lists(page), "{page}");
        }
        for page in
            ["<ol type=1>", "<input type=image>", "a type of list", "type", "lis", "t", "tÿpe"]
        {
            assert!(!has_lettered_lists(page), "{page}");
        }
    }
}
