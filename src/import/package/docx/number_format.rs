//! The named number formats (ECMA-376 part 1, 17.18.59).

use super::attributes::value;
use crate::import::package::xml::StartTag;
use crate::lexicon::numeral::{Alphabet, Case, Numeral, Places};

/// The maximum number of digits of a custom format.
const MOST_DIGITS: usize = 9;

/// Returns the numeral system of a `numFmt`.
pub fn numeral(tag: &StartTag<'_>) -> Numeral {
    match value(tag).unwrap_or_default().as_str() {
        // A custom format lists its first numbers: `001, 002, 003, ...`.
        "custom" => {
            let format = tag.attribute("format").unwrap_or_default();
            let first = format.split(',').next().unwrap_or("").trim();
            let zeros = first.bytes().take_while(|byte| *byte == b'0').count();
            let padded = zeros + 1 == first.len() && first.ends_with('1') && zeros < MOST_DIGITS;
            u8::try_from(zeros + 1).ok().filter(|_| padded).map_or(Numeral::Other, Numeral::Padded)
        }
        name => named(name),
    }
}

fn named(name: &str) -> Numeral {
    match name {
        "decimal" | "decimalHalfWidth" => Numeral::Decimal,
        "decimalFullWidth" | "decimalFullWidth2" => Numeral::Digits('０'),
        "decimalZero" => Numeral::Padded(2),
        "ordinal" => Numeral::Ordinal,
        "cardinalText" => Numeral::Cardinal,
        "ordinalText" => Numeral::OrdinalWord,
        "numberInDash" => Numeral::Dashed,
        "hex" => Numeral::Hexadecimal,
        "chicago" => Numeral::Letters(Alphabet::Chicago),
        "lowerLetter" => Numeral::Letters(Alphabet::Small),
        "upperLetter" => Numeral::Letters(Alphabet::Capital),
        "russianLower" => Numeral::Letters(Alphabet::RussianSmall),
        "russianUpper" => Numeral::Letters(Alphabet::RussianCapital),
        "hebrew1" => Numeral::Gematria,
        "hebrew2" => Numeral::Letters(Alphabet::Hebrew),
        "arabicAlpha" => Numeral::Letters(Alphabet::Arabic),
        "arabicAbjad" => Numeral::Letters(Alphabet::Abjad),
        "thaiLetters" => Numeral::Letters(Alphabet::Thai),
        "thaiNumbers" => Numeral::Digits('๐'),
        "hindiNumbers" => Numeral::Digits('०'),
        "aiueo" | "aiueoFullWidth" => Numeral::Letters(Alphabet::Kana),
        "iroha" | "irohaFullWidth" => Numeral::Letters(Alphabet::Iroha),
        "ganada" => Numeral::Letters(Alphabet::Hangul),
        "chosung" => Numeral::Letters(Alphabet::HangulInitials),
        "lowerRoman" => Numeral::Roman(Case::Small),
        "upperRoman" => Numeral::Roman(Case::Capital),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Numeral::Counted(Places::Chinese),
        "japaneseCounting" => Numeral::Counted(Places::Japanese),
        "koreanCounting" => Numeral::Counted(Places::Korean),
        "ideographLegalTraditional" => Numeral::Counted(Places::Legal),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            Numeral::DigitByDigit(Places::Chinese)
        }
        "koreanDigital" | "koreanDigital2" => Numeral::DigitByDigit(Places::Korean),
        "ideographTraditional" => Numeral::Letters(Alphabet::HeavenlyStems),
        "ideographZodiac" => Numeral::Letters(Alphabet::EarthlyBranches),
        "ideographZodiacTraditional" => Numeral::Sexagenary,
        "ideographEnclosedCircle" => Numeral::CircledIdeograph,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Numeral::Circled,
        "decimalEnclosedParen" => Numeral::Parenthesised,
        "decimalEnclosedFullstop" => Numeral::Pointed,
        "bullet" => Numeral::Bullet,
        "none" => Numeral::None,
        _ => Numeral::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::package::xml::{Xml, XmlEvent};

    fn seventh(attributes: &str) -> String {
        let text = format!("<w:numFmt {attributes}/>");
        match Xml::new("x", &text).next() {
            Ok(Some(XmlEvent::Start(tag))) => numeral(&tag).write(7),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn rare_formats_are_written() {
        let names = [
            ("chicago", "‡‡"),
            ("hebrew1", "ז"),
            ("ideographTraditional", "庚"),
            ("ideographZodiac", "午"),
            ("ideographLegalTraditional", "柒"),
            ("koreanDigital", "칠"),
            ("ganada", "사"),
            ("thaiNumbers", "๗"),
            ("ordinalText", "Seventh"),
            ("numberInDash", "-7-"),
            ("bahtText", "7"),
        ];
        for (name, written) in names {
            assert_eq!(seventh(&format!("w:val=\"{name}\"")), written, "{name}");
        }
    }

    #[test]
    fn a_format_of_its_own_says_how_many_digits() {
        let custom = |format: &str| seventh(&format!("w:val=\"custom\" w:format=\"{format}\""));
        assert_eq!(custom("001, 002, 003, ..."), "007");
        assert_eq!(custom("a, ç, ĝ, ..."), "7");
    }
}
