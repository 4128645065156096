//! The characters of a source before its format is read: what all words of its document are made
//! of. They tell what cannot be in a document without reading it.

use super::writer::{IMAGE, STRUCK};
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The characters of a source.
#[derive(Debug, Clone)]
pub struct Raw<'a> {
    /// They, decoded and without control sequences.
    pub text: Cow<'a, str>,
    /// How words stand in them.
    pub wording: Wording,
    /// What was assumed to decode them.
    pub remarks: Vec<String>,
}

/// How the letters of a document's words stand in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Side by side, but where the end of a line breaks a word.
    Plain,
    /// The same, and markup may stand between any two.
    MarkedUp,
}

/// References to characters that are no letters, and by that make no words.
static SIGNS: [&str; 40] = [
    "amp", "apos", "bull", "cent", "copy", "dagger", "deg", "emsp", "ensp", "euro", "frac12",
    "frac14", "frac34", "ge", "gt", "hellip", "laquo", "ldquo", "le", "lsquo", "lt", "mdash",
    "middot", "nbsp", "ndash", "para", "plusmn", "pound", "prime", "quot", "raquo", "rdquo", "reg",
    "rsquo", "sect", "shy", "thinsp", "times", "trade", "yen",
];

/// A reference to a character, as far as its name goes.
static REFERENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"&(#|[A-Za-z][A-Za-z0-9]*;?)").ok());

/// What the names of letters hold that need no semicolon behind them.
const LETTERS: [&str; 12] = [
    "acute", "grave", "circ", "tilde", "uml", "cedil", "ring", "slash", "lig", "eth", "orn", "ord",
];

/// What says that the items of a list have letters or Roman numerals.
static LETTERED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"(?i)type\s*=\s*["']?\s*[ai]\s*["'>\s/]|list-style"#).ok());

/// The longest number of a list's item that is written in letters: no number is greater than
/// its format can hold.
const LONGEST_LETTERS: usize = 14;

impl<'a> Raw<'a> {
    /// The characters of a format without markup.
    pub(super) fn plain(text: Cow<'a, str>, remarks: Vec<String>) -> Self {
        Self { text, wording: Wording::Plain, remarks }
    }

    /// The characters of a format with markup; `None` where some letters are only told by
    /// their names or numbers.
    pub(super) fn marked_up(text: Cow<'a, str>, remarks: Vec<String>) -> Option<Self> {
        let spells = |name: &str| match name.strip_suffix(';') {
            _ if name == "#" => true,
            Some(name) => !SIGNS.contains(&name),
            None => {
                let name = name.to_ascii_lowercase();
                LETTERS.iter().any(|letter| name.contains(letter)) || name.contains("szlig")
            }
        };
        let mut references = REFERENCE.as_ref()?.captures_iter(&text);
        let spelled =
            references.any(|found| spells(found.get(1).map_or("#", |name| name.as_str())));
        (!spelled).then_some(Self { text, wording: Wording::MarkedUp, remarks })
    }

    /// Whether a word of small letters may be in the document though no letter of it is in the
    /// source: as the number of a list's item, or as what stands for a picture.
    pub fn writes(&self, word: &str) -> bool {
        if self.wording == Wording::Plain {
            return false;
        }
        let numeral = word.chars().all(|c| "ivxlcdm".contains(c)) || word.len() <= LONGEST_LETTERS;
        let lettered = || LETTERED.as_ref().is_none_or(|lettered| lettered.is_match(&self.text));
        word.contains(char::is_numeric)
            || [IMAGE, STRUCK.0].iter().any(|written| written.contains(word))
            || numeral && lettered()
    }
}
