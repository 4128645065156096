//! Where a document names something, as whole words.

use crate::document::{Document, Passage};
use std::ops::Range;

/// Words that make another name of the one they stand before (`North` Korea).
const DISTINGUISHING: &[&str] = &[
    "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "Inner",
    "Outer",
];

/// Every place in a text that holds `name` as whole words, in bytes.
pub fn whole_words<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    text.match_indices(name).map(|(at, found)| at..at + found.len()).filter(move |range| {
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next();
        let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
        !part(before) && !part(after) && !name.is_empty()
    })
}

/// Whether the word before a name makes it another name.
fn is_distinguished(text: &str, range: &Range<usize>) -> bool {
    text[..range.start]
        .strip_suffix(' ')
        .and_then(|before| before.split_whitespace().next_back())
        .is_some_and(|word| DISTINGUISHING.contains(&word))
}

/// For each name, every place in the document that names it. Where names hold
/// one another, a place belongs to the longest.
pub fn of_names(document: &Document, names: &[&str]) -> Vec<Vec<Passage>> {
    let mut mentions = vec![Vec::new(); names.len()];
    for block in document.block_ids() {
        let body = document.body(block);
        let mut found: Vec<(usize, Range<usize>)> = names
            .iter()
            .enumerate()
            .flat_map(|(i, name)| whole_words(body, name).map(move |range| (i, range)))
            .filter(|(_, range)| !is_distinguished(body, range))
            .collect();
        found.sort_by_key(|(_, range)| (range.start, std::cmp::Reverse(range.end)));
        let mut covered = 0;
        for (i, range) in found {
            if range.end <= covered {
                continue;
            }
            covered = range.end;
            mentions[i].push(Passage::within(block, range));
        }
    }
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_count() {
        let found: Vec<_> = whole_words("Sel, Selian and Sel’s Selle", "Sel").collect();
        assert_eq!(found, [0..3, 16..19]);
    }

    #[test]
    fn another_name_is_not_the_same() {
        assert!(is_distinguished("to North Sel", &(9..12)));
        assert!(!is_distinguished("to Sel", &(3..6)));
    }
}
