//! The numbers of provisions: `11`, `4.1.3`, `5(c)`, `A.1.7`.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::RangeInclusive;

/// One component of a number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ordinal {
    /// A number.
    Number(u32),
    /// A letter (or a few): upper case for an annex, lower case otherwise.
    Letters(String),
    /// A number with additions that is still one component: `1A`, `12bis`, `2.1` between 2 and 3,
    /// `16-101`, `L121-1`, `701.01`; or the number of an entry that covers several, such as `4–6`.
    Compound(String),
}

/// Separates the first and the last number of an entry that covers several.
const RANGE: char = '–';

impl Ordinal {
    /// Whether both name the same place, ignoring case.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::Letters(a), Self::Letters(b)) | (Self::Compound(a), Self::Compound(b)) => {
                a.eq_ignore_ascii_case(b)
            }
            _ => false,
        }
    }

    /// Returns the number of an entry that covers `first` to `last`.
    pub fn range(first: u32, last: u32) -> Self {
        Self::Compound(format!("{first}{RANGE}{last}"))
    }

    /// Parses one component: a number, letters, or a compound.
    fn shown_as(shown: &str) -> Option<Self> {
        let mark = |c: char| matches!(c, '.' | '-' | RANGE);
        if shown.is_empty() || !shown.chars().all(|c| c.is_alphanumeric() || mark(c)) {
            return None;
        }
        let noughts = shown.len() > 1 && shown.starts_with('0');
        Some(match shown.parse() {
            Ok(number) if !noughts => Self::Number(number),
            Err(_) if shown.chars().all(char::is_alphabetic) => Self::Letters(shown.to_owned()),
            _ => Self::Compound(shown.to_owned()),
        })
    }

    /// The numbers that an entry covers, if it covers several.
    pub fn covered(&self) -> Option<RangeInclusive<u32>> {
        let Self::Compound(signs) = self else { return None };
        let (first, last) = signs.split_once(RANGE)?;
        Some(first.parse().ok()?..=last.parse().ok()?)
    }

    /// The value of upper-case letters as a Roman numeral (`XIV`).
    pub fn roman(&self) -> Option<u32> {
        let Self::Letters(letters) = self else { return None };
        let value = |c| match c {
            'I' => Some(1),
            'V' => Some(5),
            'X' => Some(10),
            'L' => Some(50),
            'C' => Some(100),
            _ => None,
        };
        let values: Vec<u32> = letters.chars().map(value).collect::<Option<_>>()?;
        let (mut added, mut taken) = (0_u32, 0_u32);
        for (i, v) in values.iter().enumerate() {
            let smaller = values.get(i + 1).is_some_and(|next| v < next);
            let sum = if smaller { &mut taken } else { &mut added };
            *sum = sum.saturating_add(*v);
        }
        added.checked_sub(taken).filter(|value| *value > 0)
    }
}

impl fmt::Display for Ordinal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(n) => write!(f, "{n}"),
            Self::Letters(signs) | Self::Compound(signs) => f.write_str(signs),
        }
    }
}

/// The complete number of a provision, from the outermost level to its own.
///
/// It is displayed in a common form for all notations: points before numbers, and
/// parentheses around small letters and around compounds with marks (`4.1.3`,
/// `5(c)`, `A.1.7`, `6(7.1)`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClauseNumber(Vec<Ordinal>);

impl ClauseNumber {
    /// Creates a number with one component.
    pub fn top(number: u32) -> Self {
        Self(vec![Ordinal::Number(number)])
    }

    /// Creates a number from components; `None` if there are none.
    pub fn from_components(components: Vec<Ordinal>) -> Option<Self> {
        (!components.is_empty()).then_some(Self(components))
    }

    /// Parses a number in the common form: `4.1.3`, `5(c)`, `A.1.7`.
    pub fn shown_as(shown: &str) -> Option<Self> {
        let mut components = Vec::new();
        let mut rest = shown;
        while !rest.is_empty() {
            let (own, after) = match rest.strip_prefix('(') {
                Some(inner) if !components.is_empty() => inner.split_once(')')?,
                _ => {
                    let own = if components.is_empty() { rest } else { rest.strip_prefix('.')? };
                    own.split_at(own.find(['.', '(']).unwrap_or(own.len()))
                }
            };
            components.push(Ordinal::shown_as(own)?);
            rest = after;
        }
        Self::from_components(components)
    }

    /// The components, outermost first; never empty.
    pub fn components(&self) -> &[Ordinal] {
        &self.0
    }

    /// Returns the number one level further in.
    pub fn child(&self, ordinal: Ordinal) -> Self {
        let mut components = self.0.clone();
        components.push(ordinal);
        Self(components)
    }

    /// Returns the number with all inner components in parentheses: `2(1)`.
    pub fn enclosed(&self) -> String {
        let (first, inner) = self.0.split_first().map_or((None, &[][..]), |(a, b)| (Some(a), b));
        let mut shown = first.map(ToString::to_string).unwrap_or_default();
        for ordinal in inner {
            shown.push_str(&format!("({ordinal})"));
        }
        shown
    }

    /// Whether both name the same place, ignoring case.
    pub fn same(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(&other.0).all(|(a, b)| a.same(b))
    }
}

impl fmt::Display for ClauseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, ordinal) in self.0.iter().enumerate() {
            match ordinal {
                Ordinal::Letters(s) if i > 0 && !s.starts_with(|c: char| c.is_uppercase()) => {
                    write!(f, "({s})")?;
                }
                Ordinal::Compound(s) if i > 0 && !s.chars().all(char::is_alphanumeric) => {
                    write!(f, "({s})")?;
                }
                _ if i > 0 => write!(f, ".{ordinal}")?,
                _ => write!(f, "{ordinal}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_shows() {
        let components: [&[Ordinal]; 8] = [
            &[Ordinal::Number(4), Ordinal::Number(1), Ordinal::Letters("c".to_owned())],
            &[Ordinal::Compound("1A".to_owned()), Ordinal::Number(2)],
            &[Ordinal::Number(6), Ordinal::Compound("7.1".to_owned())],
            &[Ordinal::Number(1), Ordinal::Compound("1A".to_owned())],
            &[Ordinal::Compound("L121-1".to_owned())],
            &[Ordinal::Compound("373-2-1".to_owned()), Ordinal::Letters("a".to_owned())],
            &[Ordinal::range(3, 5)],
            &[Ordinal::Number(701), Ordinal::Compound("01".to_owned())],
        ];
        for components in components {
            let number = ClauseNumber::from_components(components.to_vec()).expect("a number");
            let shown = number.to_string();
            assert_eq!(ClauseNumber::shown_as(&shown), Some(number), "{shown}");
        }
    }

    #[test]
    fn an_entry_answers_to_each_number_of_its_range() {
        assert_eq!(Ordinal::range(4, 6).covered(), Some(4..=6));
        assert_eq!(Ordinal::Compound("4-6".to_owned()).covered(), None);
    }
}
