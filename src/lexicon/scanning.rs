//! Matches phrases of the tables in a text, ignoring case, and classifies the characters around
//! them.
//!
//! Such a scanner needs no preparation; compiling a regular expression of the same phrases takes
//! longer than reading most texts.

use icu_casemap::CaseMapper;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Returns a character without its case: the simple case folding of Unicode.
pub fn folded(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { CaseMapper::new().simple_fold(c) }
}

/// Returns the text after a phrase at the start of `text`.
pub fn after<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for c in phrase.chars() {
        let own = rest.next()?;
        if own != c && folded(own) != folded(c) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Returns the text before a phrase at the end of `text`.
pub fn before<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let mut signs = phrase.chars().rev();
    signs
        .all(|c| rest.next_back().is_some_and(|own| folded(own) == folded(c)))
        .then_some(rest.as_str())
}

/// Returns the text after each of `phrases` that `text` begins with, in their order.
pub fn after_any<'t>(text: &'t str, phrases: &'static [&str]) -> impl Iterator<Item = &'t str> {
    phrases.iter().filter_map(move |phrase| after(text, phrase))
}

/// Returns the text after the leading characters that satisfy `is`, if there are 1 to `most` of
/// them.
pub fn behind_few(text: &str, most: usize, is: impl Fn(char) -> bool) -> Option<&str> {
    let mut rest = text.chars();
    let mut count = 0;
    while count <= most && rest.clone().next().is_some_and(&is) {
        rest.next();
        count += 1;
    }
    (1..=most).contains(&count).then_some(rest.as_str())
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether a character is a letter, as opposed to a mark or a number.
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        GeneralCategoryGroup::Letter.contains(category(c))
    }
}

/// Whether a character is a capital letter.
pub fn is_capital(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_uppercase()
    } else {
        category(c) == GeneralCategory::UppercaseLetter
    }
}

/// Whether a character is a decimal digit of any script.
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { category(c) == GeneralCategory::DecimalNumber }
}

/// Whether a character is part of a word: a letter with its marks, a digit, or a character that
/// joins these.
pub fn is_of_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    let joiner = matches!(c, '\u{200c}' | '\u{200d}');
    let category = category(c);
    joiner
        || c.is_alphabetic()
        || GeneralCategoryGroup::Mark.contains(category)
        || matches!(
            category,
            GeneralCategory::DecimalNumber | GeneralCategory::ConnectorPunctuation
        )
}

/// Whether a word begins or ends at `at`.
pub fn is_edge(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(is_of_word);
    let behind = text[at..].chars().next().is_some_and(is_of_word);
    before != behind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_read_in_whatever_case() {
        for (text, phrase, rest) in [
            ("Shall MEAN a lamp", "shall mean", Some(" a lamp")),
            ("ОЗНАЧАЕТ огонь", "означает", Some(" огонь")),
            ("ΟΡΟΣ", "όρος", None),
            ("ΛΟΓΟΣ", "λογος", Some("")),
            ("mea", "mean", None),
        ] {
            assert_eq!(after(text, phrase), rest, "{text}");
        }
        assert_eq!(before("under The Term", "term"), Some("under The "));
        assert_eq!(before("erm", "term"), None);
    }

    type CharacterTest = fn(char) -> bool;

    #[test]
    fn characters_are_what_an_expression_takes_them_for() {
        let unassigned = regex::Regex::new(r"^\p{Cn}$").expect("a class");
        let classes: [(&str, CharacterTest); 4] = [
            (r"\p{L}", is_letter),
            (r"\p{Lu}", is_capital),
            (r"\d", is_digit),
            (r"\w", is_of_word),
        ];
        for (class, is) in classes {
            let class = regex::Regex::new(&format!("^{class}$")).expect("a class");
            // The libraries may differ on characters less than a year old.
            for c in
                ('\0'..='\u{2fff}').filter(|c| !unassigned.is_match(c.encode_utf8(&mut [0; 4])))
            {
                assert_eq!(is(c), class.is_match(c.encode_utf8(&mut [0; 4])), "{class} {c:?}");
            }
        }
    }
}
