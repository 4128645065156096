//! Numbers in square brackets, as the paragraphs of judgments have them: `[12] The appeal fails.`
//! The entries of a bibliography and notes look alike, but they are a small part at the end of a
//! text; paragraphs go through most of it.

use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::label;
use crate::structure::share::Share;
use std::ops::Range;

/// Minimum number of paragraphs that follow one another.
pub(super) const LEAST: usize = 3;

/// From the first to the last they take at least this share of the text.
pub(super) const SPANNED: Share = Share::new(1, 2);

/// The entries of a bibliography are shorter than this many bytes, on average.
pub(super) const LONGEST_ENTRY: usize = 200;

/// At least this share of the entries of a bibliography has the year of the book.
pub(super) const DATED: Share = Share::new(1, 2);

/// The years in which the books of a bibliography may have been printed.
pub(super) const BOOK_YEARS: Range<u32> = 1500..2100;

/// Whether numbers in square brackets number the paragraphs of a text.
pub fn number_paragraphs(text: &str, elements: &[Element]) -> bool {
    let begins = |element: &Element| {
        let (first, last) = (element.lines.first()?, element.lines.last()?);
        let own = matches!(element.kind, ElementKind::Paragraph | ElementKind::Item);
        let line = text[first.0.clone()].trim_start();
        let label = own.then(|| label::bracketed(line)).flatten()?;
        Some((first.0.start..last.0.end, label.value.last()))
    };
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut last: Option<u32> = None;
    for (range, number) in elements.iter().filter_map(begins) {
        if last.is_none_or(|last| last.checked_add(1) == Some(number)) {
            last = Some(number);
            paragraphs.push(range);
        }
    }
    let (Some(first), Some(end)) = (paragraphs.first(), paragraphs.last()) else { return false };
    paragraphs.len() >= LEAST
        && SPANNED.is_reached(end.end - first.start, text.len())
        && !are_entries(text, &paragraphs)
}

/// Whether paragraphs are the entries of a bibliography: short, with years.
fn are_entries(text: &str, paragraphs: &[Range<usize>]) -> bool {
    let bytes: usize = paragraphs.iter().map(Range::len).sum();
    let is_year = |word: &str| {
        word.len() == 4 && word.parse().is_ok_and(|year: u32| BOOK_YEARS.contains(&year))
    };
    let dated = |range: &&Range<usize>| {
        text[(*range).clone()].split(|c: char| !c.is_alphanumeric()).any(is_year)
    };
    let years = paragraphs.iter().filter(dated).count();
    bytes < LONGEST_ENTRY * paragraphs.len() && DATED.is_reached(years, paragraphs.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines;

    fn told(text: &str) -> bool {
        number_paragraphs(text, &lines::chunks(text))
    }

    #[test]
    fn paragraphs_go_through_most_of_a_text() {
        let paragraph = |n: usize| format!("[{n}] The appeal is about a boat.\n\n");
        let paragraphs: String = (1..6).map(paragraph).collect();
        assert!(told(&format!("Oake v Brand\n\n{paragraphs}")));
        assert!(told(&(12..20).map(paragraph).collect::<String>()));
        let prose = "The boat was lost in the storm, and nobody saw it again.\n\n".repeat(9);
        assert!(!told(&format!("{prose}{paragraphs}")));
        assert!(!told("[1] The boat.\n\n[2] The storm.\n"));
        let entry = |n: usize| format!("[{n}] A. Brook, On Boats, Orrin, 19{n}0.\n\n");
        assert!(!told(&(1..6).map(entry).collect::<String>()));
    }
}
