//! Provisions that only their number of several parts names, as standards cite their own clauses:
//! `as specified in 4.2.1`, `part of a lamp (3.1)`.

use super::mention::{Mention, MentionedNumber};
use super::number;
use crate::document::Ordinal;
use crate::lexicon::characters::BLANKS;
use crate::lexicon::phrase::Phrases;
use crate::lexicon::referring::{NumberCount, PlaceUnit, PlaceWord, ReferenceWords};
use std::ops::Range;

/// What the numbers name: the provision of exactly this number.
static WORD: PlaceWord = PlaceWord {
    forms: Phrases::new(&["1.1"]),
    unit: PlaceUnit::Section,
    numbers: NumberCount::One,
    certain: false,
    items: false,
};

/// Whether a mention is such a number.
pub fn is_one(mention: &Mention) -> bool {
    std::ptr::eq(mention.word, &raw const WORD)
}

/// Finds such numbers at some places of a text: behind one of the words of the language, or alone
/// in parentheses.
pub fn find(language: &ReferenceWords, text: &str, places: Range<usize>) -> Vec<Mention> {
    let mut found = Vec::new();
    let leading = language.bare_numbers;
    if leading.is_empty() {
        return found;
    }
    let mut from = places.start;
    // Every such number has a point before a digit, and most texts have few of these.
    for (point, _) in text[places.clone()].match_indices('.') {
        let point = places.start + point;
        let at = text[..point].trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
        if at < from || !text[point + 1..].starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let before = text[..at].trim_end_matches(BLANKS).len();
        let led = leading.ending_at(text, before).is_some_and(|start| start >= from);
        let open = text[..at].ends_with('(');
        if !led && !open {
            continue;
        }
        let number = read(text, at).filter(|(_, end)| match led {
            true => ends(language, &text[*end..]),
            false => text[*end..].starts_with(')'),
        });
        if let Some((item, end)) = number {
            found.push(Mention::named(&WORD, false, vec![item]));
            from = end;
        }
    }
    found
}

/// A number of several parts at a place, and where it ends.
fn read(text: &str, at: usize) -> Option<(MentionedNumber, usize)> {
    let (number, end) = number::read(text, at, PlaceUnit::Section)?;
    let dotted = text[at..end].contains('.') && number.components().len() > 1;
    let numbered =
        matches!(number.components()[..], [_, Ordinal::Number(_) | Ordinal::Compound(_), ..]);
    (dotted && numbered).then(|| (MentionedNumber::new(at..end, number), end))
}

/// Whether no unit of measure follows a number.
fn ends(language: &ReferenceWords, rest: &str) -> bool {
    let words = rest.trim_start_matches(BLANKS);
    let next = words.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let joined = [language.and, language.of].iter().any(|known| known.contains(&next));
    words.is_empty() || joined || (rest.len() == words.len() && !words.starts_with(['%', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::referring;

    #[test]
    fn a_number_of_several_parts_is_a_provision_behind_some_words() {
        let told = |text: &str| -> Vec<String> {
            let found = find(referring::of(Some("en")), text, 0..text.len());
            found.iter().map(|mention| text[mention.range()].to_owned()).collect()
        };
        assert_eq!(
            told("a lamp (3.1), as specified in 4.2.1 and see A.2."),
            ["3.1", "4.2.1", "A.2"]
        );
        for none in ["in 2.5 seconds", "in 5", "rose to 3.1.", "in 2.5%", "(3.1 m)", "(3)"] {
            assert!(told(none).is_empty(), "{none}");
        }
    }
}
