//! Phrases of the tables where a text has them, in whatever case, and the kinds of characters that
//! stand around them.
//!
//! A scanner that knows what it looks for costs nothing before the first text is read; an
//! expression made of the same phrases is compiled for longer than most texts are read.

use icu_casemap::CaseMapper;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// A character without its case: the simple folding of Unicode.
pub fn folded(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { CaseMapper::new().simple_fold(c) }
}

/// What stands behind a phrase that a text begins with.
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

/// What stands before a phrase that a text ends with.
pub fn before<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    let mut signs = phrase.chars().rev();
    signs
        .all(|c| rest.next_back().is_some_and(|own| folded(own) == folded(c)))
        .then_some(rest.as_str())
}

/// What stands behind those of some phrases that a text begins with, in their order.
pub fn after_any<'t>(text: &'t str, phrases: &'static [&str]) -> impl Iterator<Item = &'t str> {
    phrases.iter().filter_map(move |phrase| after(text, phrase))
}

/// What follows the characters of a kind that a text begins with, where there are some and no more
/// than so many.
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

/// Whether it is a letter, and no mark and no number.
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphabetic()
    } else {
        GeneralCategoryGroup::Letter.contains(category(c))
    }
}

/// Whether it is a capital letter.
pub fn is_capital(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_uppercase()
    } else {
        category(c) == GeneralCategory::UppercaseLetter
    }
}

/// Whether it is a digit of a decimal number, in whatever script.
pub fn is_digit(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_digit() } else { category(c) == GeneralCategory::DecimalNumber }
}

/// Whether it is part of a word: a letter with its marks, a digit, or what joins these.
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

/// Whether a word begins or ends at a place of a text.
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

    type Kind = fn(char) -> bool;

    #[test]
    fn characters_are_what_an_expression_takes_them_for() {
        let unassigned = regex::Regex::new(r"^\p{Cn}$").expect("a class");
        let classes: [(&str, Kind); 4] = [
            (r"\p{L}", is_letter),
            (r"\p{Lu}", is_capital),
            (r"\d", is_digit),
            (r"\w", is_of_word),
        ];
        for (class, is) in classes {
            let class = regex::Regex::new(&format!("^{class}$")).expect("a class");
            // Of characters that are no older than a year, each library knows its own.
            for c in
                ('\0'..='\u{2fff}').filter(|c| !unassigned.is_match(c.encode_utf8(&mut [0; 4])))
            {
                assert_eq!(is(c), class.is_match(c.encode_utf8(&mut [0; 4])), "{class} {c:?}");
            }
        }
    }
}
