//! The markers of list items, as browsers show them.

use super::tag::Tag;
use super::tree::{NodeId, Tree};
use crate::lexicon::numeral::{self, BULLET, Case};

/// The marker style of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum MarkerStyle {
    Decimal,
    LowerLetter,
    UpperLetter,
    LowerRoman,
    UpperRoman,
    Bullet,
    None,
}

impl MarkerStyle {
    /// Returns the style for the `type` attribute, which is case-sensitive
    /// (`a`, `A`).
    fn of_type(value: &str) -> Option<Self> {
        Some(match value.trim() {
            "1" => Self::Decimal,
            "a" => Self::LowerLetter,
            "A" => Self::UpperLetter,
            "i" => Self::LowerRoman,
            "I" => Self::UpperRoman,
            _ => return None,
        })
    }

    /// Returns the style for the `list-style` of a `style` attribute.
    fn of_css(style: &str) -> Option<Self> {
        let lower = style.to_ascii_lowercase();
        let (_, value) = lower
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .find(|(name, _)| matches!(name.trim(), "list-style" | "list-style-type"))?;
        value.split_ascii_whitespace().find_map(|word| {
            Some(match word {
                "decimal" => Self::Decimal,
                "lower-alpha" | "lower-latin" => Self::LowerLetter,
                "upper-alpha" | "upper-latin" => Self::UpperLetter,
                "lower-roman" => Self::LowerRoman,
                "upper-roman" => Self::UpperRoman,
                "disc" | "circle" | "square" => Self::Bullet,
                "none" => Self::None,
                _ => return None,
            })
        })
    }

    fn of(tree: &Tree, id: NodeId) -> Option<Self> {
        let css = tree.attribute(id, "style").and_then(Self::of_css);
        css.or_else(|| tree.attribute(id, "type").and_then(Self::of_type))
    }
}

/// Numbers the items of one list.
#[derive(Debug)]
pub struct ItemCounter {
    style: MarkerStyle,
    next: i64,
    step: i64,
}

impl ItemCounter {
    /// Creates a counter for a list.
    pub fn new(tree: &Tree, list: NodeId) -> Self {
        let ordered = tree.tag(list) == Some(Tag::Ordered);
        let usual = if ordered { MarkerStyle::Decimal } else { MarkerStyle::Bullet };
        let style = MarkerStyle::of(tree, list).unwrap_or(usual);
        let reversed = ordered && tree.attribute(list, "reversed").is_some();
        let start = tree.attribute(list, "start").and_then(number);
        let first = start.unwrap_or_else(|| {
            let items = || tree.children(list).filter(|id| tree.tag(*id) == Some(Tag::Item));
            if reversed { i64::try_from(items().count()).unwrap_or(i64::MAX) } else { 1 }
        });
        Self { style, next: first, step: if reversed { -1 } else { 1 } }
    }

    /// Returns the marker of the next item and whether it is a number; `None`
    /// if it has no marker.
    pub fn marker(&mut self, tree: &Tree, item: NodeId) -> Option<(String, bool)> {
        if let Some(value) = tree.attribute(item, "value").and_then(number) {
            self.next = value;
        }
        let number = self.next;
        self.next = self.next.saturating_add(self.step);
        match MarkerStyle::of(tree, item).unwrap_or(self.style) {
            MarkerStyle::None => None,
            MarkerStyle::Bullet => Some((BULLET.to_owned(), false)),
            style => Some((format!("{}.", written(style, number)), true)),
        }
    }
}

fn number(value: &str) -> Option<i64> {
    value.trim().parse().ok()
}

/// Writes a number in letters or Roman numerals, or in digits if that is
/// impossible.
fn written(style: MarkerStyle, number: i64) -> String {
    let words = match style {
        MarkerStyle::LowerLetter => letters(number),
        MarkerStyle::UpperLetter => letters(number).map(|words| words.to_ascii_uppercase()),
        MarkerStyle::LowerRoman => roman(number, Case::Small),
        MarkerStyle::UpperRoman => roman(number, Case::Capital),
        MarkerStyle::Decimal | MarkerStyle::Bullet | MarkerStyle::None => None,
    };
    words.unwrap_or_else(|| number.to_string())
}

fn roman(number: i64, case: Case) -> Option<String> {
    numeral::roman(u32::try_from(number).ok()?, case)
}

/// Returns `a` to `z`, `aa` to `zz`, and so on.
fn letters(number: i64) -> Option<String> {
    let mut rest = u64::try_from(number).ok().filter(|n| *n > 0)?;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(b"abcdefghijklmnopqrstuvwxyz"[(rest % 26) as usize]);
        rest /= 26;
    }
    Some(out.iter().rev().map(|byte| char::from(*byte)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_browsers_do() {
        let of = |style, numbers: &[i64]| {
            numbers.iter().map(|n| written(style, *n)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of(MarkerStyle::LowerLetter, &[1, 26, 27, 702, 703, 0]), "a z aa zz aaa 0");
        assert_eq!(of(MarkerStyle::UpperLetter, &[3]), "C");
        assert_eq!(
            of(MarkerStyle::LowerRoman, &[1, 4, 9, 14, 3999, 4000]),
            "i iv ix xiv mmmcmxcix 4000"
        );
        assert_eq!(of(MarkerStyle::UpperRoman, &[49, -2]), "XLIX -2");
    }
}
