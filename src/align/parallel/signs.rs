//! Signs that a translation keeps: numbers in figures, and references by the number of their target.

use crate::align::bag::Bag;
use crate::document::{BlockId, ClauseNumber, Document, LinkTarget};
use crate::lexicon::counter::digit;

/// A sign of a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A number in figures, in the digits of ASCII, without separators.
    Figure(String),
    /// A reference to a provision with this number.
    Reference(ClauseNumber),
}

/// The signs of some blocks together.
pub fn signs_of(document: &Document, blocks: impl Iterator<Item = BlockId>) -> Bag<Sign> {
    Bag::of(blocks.flat_map(|block| in_block(document, block)).collect())
}

/// The signs of a block. The figures of a reference are no signs of their own.
fn in_block(document: &Document, block: BlockId) -> Vec<Sign> {
    let mut signs = Vec::new();
    let body = document.body(block);
    let start = document.block(block).body.start.get();
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
        signs.push(Sign::Reference(number));
    }
    figures.extend(figures_in(&body[from..]));
    signs.extend(figures.into_iter().map(Sign::Figure));
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
