//! Words that a translation may leave as they are: names, abbreviations, and words in Latin letters in
//! another script. Whether one did is only known once the other text has the same word.

use crate::lexicon::characters::{is_capital, is_letter};
use unicode_segmentation::UnicodeSegmentation;

/// Minimum number of letters of a name; an abbreviation has [`LEAST_OF_CAPITALS`].
const LEAST_LETTERS: usize = 4;

/// Minimum number of letters of an abbreviation.
const LEAST_OF_CAPITALS: usize = 2;

/// The names of a paragraph, in lower case.
pub fn names_in(words: &str) -> impl Iterator<Item = String> + '_ {
    // In a paragraph in capital letters, these show nothing.
    let is_shouted =
        !words.chars().any(char::is_lowercase) && words.chars().any(char::is_uppercase);
    let is_in_latin = words.chars().find(|c| is_letter(*c)).is_some_and(is_latin);
    words.unicode_words().filter(move |_| !is_shouted).filter_map(move |word| {
        let count = word.chars().count();
        let is_name = word.chars().next().is_some_and(is_capital) && count >= LEAST_LETTERS;
        let is_short = word.chars().all(|c| is_capital(c) || c.is_ascii_digit())
            && word.chars().any(is_capital)
            && count >= LEAST_OF_CAPITALS;
        let is_foreign = !is_in_latin && count >= LEAST_OF_CAPITALS && word.chars().all(is_latin);
        (is_name || is_short || is_foreign).then(|| word.to_lowercase())
    })
}

fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_abbreviations_are_found() {
        let names = |words: &str| names_in(words).collect::<Vec<_>>();
        assert_eq!(names("the port of Marseille, under UN rules"), ["marseille", "un"]);
        assert_eq!(names("порт Марсель и порт Marseille"), ["марсель", "marseille"]);
        assert_eq!(names("RULES OF THE QUAY"), Vec::<String>::new());
        assert_eq!(names("a lamp and 12 ropes"), Vec::<String>::new());
    }
}
