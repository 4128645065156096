//! The one grammar of addresses: what a person types or quotes to name a place.
//!
//! ```text
//! address   = range | step | place
//! range     = place ("-" | "–") place          4-8   8:2-5   pp2-4
//! step      = ("+" | "-") digits               +1    -3
//! place     = [scope "/"] what ["~" digits] [":" digits]
//!                                              8:3   annex/2   members/Thailand   5~2
//! what      = "last" | provision | "pp" digits | name
//! provision = [word | "§"] ordinal { "." ordinal | "(" ordinal ")" }
//! ```
//!
//! `5~2` is the second clause 5 of a document that repeats the number.
//!
//! Parsing does not depend on a document: the look-up decides whether the place
//! exists, and which of several is meant.

#[cfg(test)]
mod tests;

use super::{ClauseNumber, Ordinal};
use crate::messages::places;
use std::fmt;
use std::str::FromStr;
use thiserror::Error;

/// A parsed address, before it is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// One place.
    Place(Place),
    /// All from one place to another, both included.
    Range(Place, Place),
    /// This many clauses forward, or back.
    Step(i32),
}

/// One place: where to look, what to look for, and which paragraph of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The section or roster to look in (`annex` in `annex/2`).
    pub scope: Option<String>,
    /// What to look for.
    pub what: PlaceName,
    /// Which of several places with that name, counted from 1.
    pub occurrence: Option<u32>,
    /// The paragraph in it, counted from 1.
    pub paragraph: Option<u32>,
    /// How the number was written.
    pub notation: Notation,
}

/// How the inner numbers of a provision are written. It distinguishes the subsection `2(1)` from the
/// section `2.1` in a document that has both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Notation {
    /// In the common form: `2.1`.
    #[default]
    Common,
    /// At least one of them in parentheses: `2(1)`.
    Enclosed,
}

/// The name of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlaceName {
    /// The last clause.
    Last,
    /// A provision, by its number.
    Provision(ClauseNumber),
    /// A section, a roster or an entry of one, by its name.
    Named(String),
}

/// Why a text is not an address.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("{}", places::EMPTY)]
    Empty,
    /// The text matches no form of the grammar.
    #[error("{}", places::malformed(.0))]
    Malformed(String),
}

/// Words before a number that do not change its meaning.
const PROVISION_WORDS: [&str; 12] = [
    "articles",
    "article",
    "art.",
    "art",
    "clause",
    "section",
    "sec.",
    "sec",
    "paragraph",
    "para.",
    "para",
    "§",
];

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(typed: &str) -> Result<Self, AddressError> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(AddressError::Empty);
        }
        let malformed = || AddressError::Malformed(typed.to_owned());
        if let Some(step) = step(typed) {
            return step.map(Self::Step).ok_or_else(malformed);
        }
        if let Some((from, to)) = range(typed) {
            return Ok(Self::Range(from, to));
        }
        place(typed).map(Self::Place).ok_or_else(malformed)
    }
}

/// Parses `+1` or `-3`; the inner `None` is a number out of range.
fn step(typed: &str) -> Option<Option<i32>> {
    let digits = typed.strip_prefix(['+', '-'])?;
    let digits = digits.trim_start();
    let all = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let sign = if typed.starts_with('-') { -1 } else { 1 };
    all.then(|| digits.parse::<i32>().ok().map(|n| n * sign))
}

/// Parses a range. A hyphen separates a range only if both sides are more than
/// names, since names can contain hyphens.
fn range(typed: &str) -> Option<(Place, Place)> {
    typed.char_indices().filter(|(_, c)| matches!(c, '-' | '–')).find_map(|(at, c)| {
        let from = place(typed[..at].trim())?;
        let mut to = place(typed[at + c.len_utf8()..].trim())?;
        let named = |p: &Place| matches!(p.what, PlaceName::Named(_)) && p.paragraph.is_none();
        if named(&from) || named(&to) {
            return None;
        }
        // `8:2-5` and `pp2-4` continue in the same section.
        if let (Some(_), None, PlaceName::Provision(number)) =
            (from.paragraph, to.paragraph, &to.what)
            && let [Ordinal::Number(n)] = number.components()
            && to.scope.is_none()
        {
            to = Place { paragraph: Some(*n), ..from.clone() };
        }
        if to.scope.is_none() {
            to.scope.clone_from(&from.scope);
        }
        Some((from, to))
    })
}

fn place(typed: &str) -> Option<Place> {
    let (scope, rest) = match typed.rsplit_once('/') {
        Some((scope, rest)) => (Some(scope.trim().to_owned()), rest.trim()),
        None => (None, typed),
    };
    if rest.is_empty() || scope.as_deref() == Some("") {
        return None;
    }
    let (name, paragraph) = suffix(rest, ':')?;
    let (name, occurrence) = suffix(name, '~')?;
    if name.is_empty() {
        return None;
    }
    if paragraph.is_none()
        && let Some(n) = preambular(name)
    {
        let what = PlaceName::Named("preamble".to_owned());
        let notation = Notation::Common;
        return Some(Place { scope, what, occurrence, paragraph: Some(n), notation });
    }
    let mut notation = Notation::Common;
    let what = if name.eq_ignore_ascii_case("last") {
        PlaceName::Last
    } else if let Some(number) = provision(name) {
        notation = notation_of(name);
        PlaceName::Provision(number)
    } else if name.chars().any(char::is_alphabetic) {
        PlaceName::Named(name.to_owned())
    } else {
        return None;
    };
    Some(Place { scope, what, occurrence, paragraph, notation })
}

/// How the inner numbers of a provision are written.
fn notation_of(name: &str) -> Notation {
    let number = |inner: &str| {
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && inner[digits..].starts_with(')')
    };
    match name.split('(').skip(1).any(number) {
        true => Notation::Enclosed,
        false => Notation::Common,
    }
}

/// Splits `words` at the mark into the text before it and the number after it, if the mark occurs.
fn suffix(words: &str, mark: char) -> Option<(&str, Option<u32>)> {
    match words.rsplit_once(mark) {
        Some((before, n)) => Some((before.trim_end(), Some(positive(n.trim())?))),
        None => Some((words, None)),
    }
}

fn positive(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// Parses `pp47`, `recital 47` or `recital (47)`.
fn preambular(name: &str) -> Option<u32> {
    let behind = |word: &str| {
        let (head, digits) = name.split_at_checked(word.len())?;
        head.eq_ignore_ascii_case(word).then(|| digits.trim_start())
    };
    let digits = behind("pp").or_else(|| behind("recital"))?;
    let inner = digits.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    positive(inner.unwrap_or(digits))
}

/// Parses `11`, `§4.1(3)`, `art. 5(c)` or `A.1.7`; returns `None` for text that is rather a name.
fn provision(name: &str) -> Option<ClauseNumber> {
    let mut rest = name;
    let mut worded = false;
    for word in PROVISION_WORDS {
        if let Some(head) = rest.get(..word.len())
            && head.to_lowercase() == word
        {
            let tail = &rest[word.len()..];
            if word == "§" || tail.starts_with(|c: char| c.is_whitespace() || c.is_ascii_digit()) {
                rest = tail.trim_start();
                worded = true;
                break;
            }
        }
    }
    let mut components = Vec::new();
    let mut depth_open = false;
    while !rest.is_empty() {
        let len = run_length(rest);
        if len == 0 {
            return None;
        }
        let own = match depth_open {
            true => enclosed_length(rest).or_else(|| compound_length(rest)),
            false => compound_length(rest)
                .filter(|len| components.is_empty() || !rest[..*len].contains('.')),
        };
        components.push(match own {
            Some(len) => Ordinal::Compound(rest[..len].to_owned()),
            // `8.12.020` is not `8.12.20`.
            None if components.len() > 1 && len > 1 && rest.starts_with('0') => {
                Ordinal::Compound(rest[..len].to_owned())
            }
            None => ordinal(&rest[..len], components.is_empty())?,
        });
        rest = &rest[own.unwrap_or(len)..];
        if depth_open {
            rest = rest.strip_prefix(')')?;
            depth_open = false;
        }
        if let Some(inner) = rest.strip_prefix('(') {
            rest = inner;
            depth_open = true;
        } else if let Some(after) = rest.strip_prefix('.') {
            // A point at the end closes the number, as the document prints it.
            if after.is_empty() {
                rest = after;
            } else {
                rest = after.strip_prefix('(').inspect(|_| depth_open = true).unwrap_or(after);
            }
        } else if !rest.is_empty() && run_length(rest) == 0 {
            return None;
        }
    }
    if depth_open {
        return None;
    }
    let number = ClauseNumber::from_components(components)?;
    (worded || !is_word(&number)).then_some(number)
}

/// Whether a number reads as a word: one letter is an annex, several are a name.
fn is_word(number: &ClauseNumber) -> bool {
    matches!(number.components(), [Ordinal::Letters(s)] if s.chars().count() > 1)
}

/// Length in bytes of the run of digits, or of letters, at the start of `rest`.
fn run_length(rest: &str) -> usize {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return digits;
    }
    rest.char_indices().find(|(_, c)| !c.is_alphabetic()).map_or(rest.len(), |(at, _)| at)
}

/// Length in bytes of a number in parentheses that is one component despite its marks: `(7.1)`,
/// `(a-1)`, `(4–9)`.
fn enclosed_length(rest: &str) -> Option<usize> {
    let inner = &rest[..rest.find(')')?];
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '–');
    (inner.contains(['.', '-', '–']) && inner.chars().all(plain)).then_some(inner.len())
}

/// Length in bytes of a number that is one component but not just digits or
/// letters: `1A`, `12bis`, `701.01`.
fn compound_length(rest: &str) -> Option<usize> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let letters = rest.get(digits..end).unwrap_or("");
    // A leading zero marks decimals of the number before: `701.01`.
    let counts = digits > 0 && !rest.starts_with('0');
    if counts && (letters.starts_with(|c: char| c.is_ascii_uppercase()) || letters.len() == 3) {
        return Some(end);
    }
    let behind = rest.get(digits..)?.strip_prefix('.')?;
    let decimals = behind.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && decimals > 1 && behind.starts_with('0')).then_some(digits + 1 + decimals)
}

/// Parses one component. Runs of letters longer than the longest small Roman numeral are words;
/// `iia` is a provision inserted after `ii`.
fn ordinal(run: &str, first: bool) -> Option<Ordinal> {
    if run.starts_with(|c: char| c.is_ascii_digit()) {
        return run.parse().ok().map(Ordinal::Number);
    }
    let letters = run.chars().count();
    let numeral = |run: &str| run.chars().all(|c| "ivxlcIVXLC".contains(c));
    let roman = numeral(run.strip_suffix(|c| ('a'..='h').contains(&c)).unwrap_or(run));
    let roman = letters <= 6 && (numeral(run) || (roman && !first));
    let short = letters == 1 || roman || (letters == 2 && !first);
    short.then(|| Ordinal::Letters(run.to_owned()))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(place) => place.fmt(f),
            Self::Range(from, to) => write!(f, "{from}-{to}"),
            Self::Step(n) => write!(f, "{n:+}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scope) = &self.scope {
            write!(f, "{scope}/")?;
        }
        match (&self.what, self.occurrence, self.paragraph) {
            (PlaceName::Named(name), None, Some(n)) if name == "preamble" => {
                return write!(f, "pp{n}");
            }
            (PlaceName::Last, ..) => f.write_str("last")?,
            // Without the sign, several letters would be a name: `§iv`.
            (PlaceName::Provision(number), ..) if is_word(number) => write!(f, "§{number}")?,
            (PlaceName::Provision(number), ..) => number.fmt(f)?,
            (PlaceName::Named(name), ..) => f.write_str(name)?,
        }
        if let Some(n) = self.occurrence {
            write!(f, "~{n}")?;
        }
        match self.paragraph {
            Some(n) => write!(f, ":{n}"),
            None => Ok(()),
        }
    }
}
