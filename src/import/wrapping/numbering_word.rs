//! References that a line end divides: `as is said in section` before `3.`,
//! which is not a label there.

use super::line::WordOpening;
use crate::lexicon::keywords::{self, WORDS};
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::wording::LEADING;

/// The minimum number of words in a line of prose: fewer may be a title.
const FEWEST_WORDS: usize = 4;

/// Whether the number at the start of a line belongs to a reference that begins
/// on the line before: that line ends with a word for a provision after a word
/// that introduces references.
pub fn takes_number(line: &str, next: &str, languages: &TextLanguages<'_>) -> bool {
    if !matches!(WordOpening::of(next), WordOpening::Label | WordOpening::Number) {
        return false;
    }
    let mut back = line.split_whitespace().rev();
    let (Some(last), Some(before)) = (back.next(), back.next()) else { return false };
    let last = last.to_lowercase();
    let known = last.chars().next().map_or(0..0, keywords::beginning_with);
    WORDS[known].iter().any(|word| word.word == last)
        && line.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
        && LEADING.has(before, languages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_something_leads_to_takes_the_number_of_the_next_line() {
        let takes_number = |line: &str, next: &str| {
            let tag = if line.contains('ä') { "de" } else { "en" };
            takes_number(line, next, &TextLanguages::of(Some(tag), ""))
        };
        for (line, next) in [
            ("the keeper acts as is told in section", "3. He rests after that."),
            ("lamps are lit under rule", "12 and put out."),
            ("gemäß den Vorschriften der §", "5 und 6."),
        ] {
            assert!(takes_number(line, next), "{line}");
        }
        for (line, next) in [
            ("the keeper reads this section", "3. He rests."),
            // `a` leads to a place in Spanish.
            ("the keeper reads a section", "3. He rests."),
            ("Of section", "3. He rests."),
            ("the keeper acts as is told in section", "four of the law"),
            ("the lamp is lit at noon in", "3. He rests."),
        ] {
            assert!(!takes_number(line, next), "{line}");
        }
    }
}
