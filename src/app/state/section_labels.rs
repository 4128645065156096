//! How a section is named where its number and its title are side by side.

use crate::document::{Document, SectionId, Title};
use crate::lexicon::counter::counters_of;
use std::ops::Range;

/// The number before a section's title; `None` if it has none, or if the title contains it
/// (`Article 29`, `Annex B: Forms`, `第29条`).
pub fn number_apart(document: &Document, id: SectionId) -> Option<String> {
    let section = document.section(id);
    let number = section.number.as_ref()?.to_string();
    let own = matches!(section.title, Title::Words(_) | Title::Unnamed);
    (!own || !tells(&document.title(id), &number)).then_some(number)
}

/// Whether a title begins with a number, in whichever script: the number is at the end of the first
/// or second word, and the sentence does not go on from it.
fn tells(title: &str, number: &str) -> bool {
    let written = title.match_indices(number).map(|(at, found)| at..at + found.len());
    let value = number.parse().ok();
    let otherwise = value.into_iter().flat_map(|value| counters_of(title, value));
    written.chain(otherwise).any(|Range { start, end }| {
        let (before, after) = (&title[..start], &title[end..]);
        let apart =
            before.chars().next_back().is_none_or(|c| !c.is_ascii_alphanumeric() && c != '.');
        let letter = |c: char| c.is_alphanumeric() && !c.is_ascii();
        // The word for articles follows its number: `第29条`, `제 29 조`.
        let word = after.strip_prefix(' ').unwrap_or(after);
        let one_letter = word.starts_with(letter) && !word.chars().skip(1).any(letter);
        let ends = after.is_empty()
            || after.starts_with(letter)
            || one_letter
            || after.trim_start().starts_with(['.', ':', ')', '-', '–', '—', '۔'])
                && after.chars().nth(1).is_none_or(|c| !c.is_ascii_digit());
        apart && ends && before.split_whitespace().count() <= 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_states_its_number_or_does_not() {
        for (title, number) in [
            ("Article 29", "29"),
            ("المادة 29", "29"),
            ("第29条", "29"),
            ("第二十九条", "29"),
            ("제 29 조", "29"),
            ("अनुच्छेद २९", "29"),
            ("دفعہ ۲۹۔", "29"),
            ("סעיף כט.", "29"),
            ("A. Standing orders", "A"),
            ("Exhibit A - Notice", "A"),
            ("Annex 2: Forms", "2"),
        ] {
            assert!(tells(title, number), "{title}");
        }
        for (title, number) in [
            ("A rule of lamps", "A"),
            ("Article 129", "29"),
            ("2.1 Lamps", "2"),
            ("12 keepers", "12"),
            ("Keepers in class 2", "2"),
            ("Of lamps", "1"),
            ("一切灯火", "1"),
            ("दीप १२", "2"),
        ] {
            assert!(!tells(title, number), "{title}");
        }
    }
}
