//! Signs that a translation keeps: numbers in figures, and references by the number of their target.

use crate::document::{BlockId, ClauseNumber, Document, LinkTarget};
use crate::lexicon::counter::digit;
use std::collections::BTreeMap;

/// A sign of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A number in figures, in the digits of ASCII, without separators.
    Figure(String),
    /// A reference to a provision with this number.
    Reference(ClauseNumber),
}

/// The signs of a text, with how often it has each.
pub type Signs = BTreeMap<Sign, u32>;

/// The signs of a block. The figures of a reference are no signs of their own.
pub fn signs_of(document: &Document, block: BlockId) -> Signs {
    let mut signs = Signs::new();
    let body = document.body(block);
    let start = document.block(block).body.start.get();
    let mut add = |sign: Sign| *signs.entry(sign).or_default() += 1;
    let mut from = 0;
    let mut figures = Vec::new();
    for link in document.links_of(block) {
        let number = match &link.target {
            LinkTarget::Passage(passage) => document
                .section_of(*passage)
                .and_then(|section| document.section(section).number.clone()),
            LinkTarget::Nowhere(address) => ClauseNumber::shown_as(address),
            LinkTarget::Outside(_) => None,
        };
        let at = link.span.start.get() - start;
        let Some(number) = number.filter(|_| at >= from) else { continue };
        figures.extend(figures_in(&body[from..at]));
        from = at + link.span.len();
        add(Sign::Reference(number));
    }
    figures.extend(figures_in(&body[from..]));
    figures.into_iter().for_each(|figure| add(Sign::Figure(figure)));
    signs
}

/// The numbers in figures of some words. A separator between two groups of three digits is left out.
fn figures_in(words: &str) -> Vec<String> {
    let mut figures: Vec<String> = Vec::new();
    let mut own = String::new();
    let chars: Vec<char> = words.chars().collect();
    let is_digit = |at: usize| chars.get(at).copied().and_then(digit).is_some();
    for (at, c) in chars.iter().enumerate() {
        let separates = !own.is_empty()
            && matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '٬')
            && (1..=3).all(|after| is_digit(at + after))
            && !is_digit(at + 4);
        match digit(*c).and_then(|value| char::from_digit(value, 10)) {
            Some(value) => own.push(value),
            None if separates => {}
            None if own.is_empty() => {}
            None => figures.push(std::mem::take(&mut own)),
        }
    }
    if !own.is_empty() {
        figures.push(own);
    }
    figures
}

/// Number of signs that two texts have in common, and of those that only one has.
pub fn compared<'a>(
    one: impl Iterator<Item = &'a Signs>,
    other: impl Iterator<Item = &'a Signs>,
) -> (u32, u32) {
    let (one, other) = (gathered(one), gathered(other));
    let (all, of_other): (u32, u32) = (one.values().sum(), other.values().sum());
    let common: u32 =
        one.iter().map(|(sign, count)| (*count).min(other.get(sign).copied().unwrap_or(0))).sum();
    (common, all + of_other - 2 * common)
}

/// The signs of several texts together.
pub fn gathered<'a>(signs: impl Iterator<Item = &'a Signs>) -> Signs {
    let mut all = Signs::new();
    for (sign, count) in signs.flatten() {
        *all.entry(sign.clone()).or_default() += count;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_all_scripts_are_read_alike() {
        assert_eq!(figures_in("30 days, 12,500 lamps"), ["30", "12500"]);
        assert_eq!(figures_in("٣٠ يوما"), ["30"]);
        assert_eq!(figures_in("12\u{202f}500 lampes, 1,5 m"), ["12500", "1", "5"]);
        assert_eq!(figures_in("in 2006"), ["2006"]);
    }
}
