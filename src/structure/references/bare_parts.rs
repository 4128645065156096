//! Parts of a provision that only their number names, in languages that cite so:
//! `au 2° du II de l'article 3`, `au a du 1°`.

use super::mention::{Mention, MentionedNumber};
use super::number;
use super::place_words::joins;
use crate::lexicon::characters::BLANKS;
use crate::lexicon::phrase::{self, Phrases};
use crate::lexicon::referring::{NumberCount, PlaceUnit, PlaceWord};
use std::ops::Range;

/// Maximum number of digits of an item.
const MOST_DIGITS: usize = 2;

/// Maximum number of letters of a Roman numeral.
const LONGEST_NUMERAL: usize = 6;

const fn word(forms: &'static [&'static str], unit: PlaceUnit) -> PlaceWord {
    let (forms, numbers) = (Phrases::new(forms), NumberCount::One);
    PlaceWord { forms, unit, numbers, certain: false, items: true }
}

/// What the numbers name: `II`, `2°`, `a`.
static WORDS: [PlaceWord; 3] = [
    word(&["ii"], PlaceUnit::Paragraph),
    word(&["2°"], PlaceUnit::Point),
    word(&["a"], PlaceUnit::Point),
];

/// Finds such parts at some places of a text, after one of the words that precede them.
pub fn find(leading: Phrases, text: &str, places: Range<usize>) -> Vec<Mention> {
    let mut found = Vec::new();
    if leading.is_empty() {
        return found;
    }
    let mut from = places.start;
    for at in phrase::starts(text, places.start) {
        if at >= places.end {
            break;
        }
        let behind = Some(at).filter(|at| *at >= from).and_then(|at| leading.begun(&text[at..]));
        let Some(len) = behind else { continue };
        let rest = text[at + len..].trim_start_matches(BLANKS);
        if let Some((word, written)) = numbered(rest, leading) {
            let start = text.len() - rest.len();
            let end = start + written.len();
            let item = number::in_address(written.trim_end_matches('°'))
                .map(|number| MentionedNumber::new(start..end, number));
            found.extend(item.map(|item| Mention::named(word, false, vec![item])));
            from = end;
        }
    }
    found
}

/// The number at the start of a text, as it is written. A letter is one only before the number of
/// what contains it.
fn numbered(text: &str, leading: Phrases) -> Option<(&'static PlaceWord, &str)> {
    let run = |is: fn(char) -> bool| text.len() - text.trim_start_matches(is).len();
    let ends = |len: usize| !text[len..].starts_with(joins);
    let digits = run(|c| c.is_ascii_digit());
    let item = digits + '°'.len_utf8();
    if (1..=MOST_DIGITS).contains(&digits) && text[digits..].starts_with('°') && ends(item) {
        return Some((&WORDS[1], &text[..item]));
    }
    let numeral = run(|c| matches!(c, 'I' | 'V' | 'X'));
    if (1..=LONGEST_NUMERAL).contains(&numeral) && ends(numeral) {
        return Some((&WORDS[0], &text[..numeral]));
    }
    let letter = run(|c| c.is_ascii_lowercase());
    if letter == 1 && text[letter..].starts_with(')') {
        return Some((&WORDS[2], &text[..letter]));
    }
    let after = text[letter..].trim_start_matches(BLANKS);
    let outer = || {
        let rest = &after[leading.begun(after)?..];
        numbered(rest.trim_start_matches(BLANKS), Phrases::new(&[]))
    };
    let found = letter == 1 && after.len() < text.len() - letter && outer().is_some();
    found.then(|| (&WORDS[2], &text[..letter]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_after_its_word_is_a_part() {
        const LEADING: Phrases = Phrases::new(&["au", "aux", "du", "et", "le"]);
        let told = |text: &str| -> Vec<String> {
            let found = find(LEADING, text, 0..text.len());
            found.iter().map(|mention| text[mention.range()].to_owned()).collect()
        };
        assert_eq!(told("au 2° du II et au b du 1° du I"), ["2°", "II", "b", "1°", "I"]);
        assert_eq!(told("aux 1° et 2° du III"), ["1°", "2°", "III"]);
        assert_eq!(told("au a) du I"), ["a", "I"]);
        for none in ["du XIXe siècle", "au a", "du a lamp", "au 200°", "le 2", "IV du"] {
            assert!(told(none).is_empty(), "{none}");
        }
    }
}
