//! What characters are: letters, digits, parts of words; their case; and the scripts that put no
//! blanks between words.

use icu_casemap::CaseMapper;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup, LineBreak};

/// What separates words in the cleaned text of a block.
pub const BLANKS: [char; 3] = [' ', '\u{a0}', '\n'];

/// Returns a character without its case: the simple case folding of Unicode.
pub fn folded(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { CaseMapper::new().simple_fold(c) }
}

/// Returns a character without its case as Turkic languages have it, where `I` is a capital `ı` and
/// `İ` a capital `i`.
pub fn folded_as_turkic(c: char) -> char {
    if c.is_ascii() && c != 'I' {
        c.to_ascii_lowercase()
    } else {
        CaseMapper::new().simple_fold_turkic(c)
    }
}

/// Whether `own` is `small`, or a capital of it in some language.
pub fn is_case_of(own: char, small: char) -> bool {
    own == small
        || (own.is_uppercase() && (folded(own) == folded(small) || folded_as_turkic(own) == small))
}

/// Whether a script writes its words without blanks, and where they end must be known from a
/// dictionary: Thai, Lao, Khmer, Burmese (line breaking class SA of Unicode).
pub fn is_unparted(c: char) -> bool {
    !c.is_ascii() && CodePointMapData::<LineBreak>::new().get(c) == LineBreak::ComplexContext
}

/// Whether a script puts no blanks between words: those of [`is_unparted`], ideographs and kana.
pub fn is_unspaced(c: char) -> bool {
    const UNSPACED: [LineBreak; 4] = [
        LineBreak::ComplexContext,
        LineBreak::Ideographic,
        LineBreak::ConditionalJapaneseStarter,
        LineBreak::Nonstarter,
    ];
    !c.is_ascii() && c.is_alphabetic() && UNSPACED.contains(&CodePointMapData::new().get(c))
}

/// Whether a letter is of Hangul, where particles follow a noun directly.
pub fn is_hangul(c: char) -> bool {
    const HANGUL: [LineBreak; 5] =
        [LineBreak::H2, LineBreak::H3, LineBreak::JL, LineBreak::JV, LineBreak::JT];
    !c.is_ascii() && HANGUL.contains(&CodePointMapData::new().get(c))
}

/// Whether a character is of a script of East Asia: kana, an ideograph, or Hangul.
pub fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

/// Whether a character is a vowel mark or an accent that belongs to the letter before it, in the
/// scripts whose numbers are read.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{93C}'..='\u{94D}')
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
    fn capitals_are_those_of_some_language() {
        for (own, small, is) in [
            ('L', 'l', true),
            ('Ж', 'ж', true),
            ('Σ', 'ς', true),
            ('I', 'i', true),
            ('I', 'ı', true),
            ('İ', 'i', true),
            ('i', 'ı', false),
            ('Ό', 'ο', false),
        ] {
            assert_eq!(is_case_of(own, small), is, "{own} {small}");
        }
    }

    #[test]
    fn scripts_without_blanks_are_known() {
        for (letters, expected) in [
            ("ขຂខမ", (true, true, false)),
            ("港かカー", (false, true, false)),
            ("항ᄒ", (false, false, true)),
            ("aжעن、。 ", (false, false, false)),
        ] {
            for c in letters.chars() {
                assert_eq!((is_unparted(c), is_unspaced(c), is_hangul(c)), expected, "{c}");
            }
        }
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
