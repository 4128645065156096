//! Numbers as word processors write them: `7`, `g`, `VII`, `7th`, `七`.

mod alphabet;
mod places;

pub use alphabet::Alphabet;
pub use places::Places;

use super::spelled;
use crate::document::{ordinal_ending, roman_numeral};

/// The sign of an item without a number.
pub const BULLET: &str = "•";

/// The format of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numeral {
    /// `7`
    #[default]
    Decimal,
    /// `07`, `007`: at least this many digits.
    Padded(u8),
    /// `７`, `๗`: decimal digits that begin with this zero.
    Digits(char),
    /// `-7-`
    Dashed,
    /// `1F`
    Hexadecimal,
    /// `Seven`
    Cardinal,
    /// `Seventh`
    OrdinalWord,
    /// `7th`
    Ordinal,
    /// Letters of an alphabet; after the last, each letter doubled (`aa`, `bb`), and so on.
    Letters(Alphabet),
    /// Letters as digits: after `z` comes `aa`, then `ab`.
    LetterDigits(Alphabet),
    /// `vii`
    Roman(Case),
    /// `十七`
    Counted(Places),
    /// `一七`
    DigitByDigit(Places),
    /// `甲子`: a stem and a branch, repeating after sixty.
    Sexagenary,
    /// `יז`: letters whose values add up.
    Gematria,
    /// `⑦`
    Circled,
    /// `⑺`
    Parenthesised,
    /// `⒎`
    Pointed,
    /// `㊆`
    CircledIdeograph,
    /// A format that the program does not know, written as decimal.
    Other,
    /// A bullet.
    Bullet,
    /// Nothing.
    None,
}

/// Capitals or small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// `vii`
    Small,
    /// `VII`
    Capital,
}

/// Maximum repetition of a letter, as in Word.
const MOST_LETTERS: u32 = 30;

impl Numeral {
    /// Writes a number; as a decimal if the format cannot express it.
    pub fn write(self, number: u32) -> String {
        let written = match self {
            Self::Decimal | Self::Other => None,
            Self::Padded(digits) => Some(format!("{number:0width$}", width = usize::from(digits))),
            Self::Digits(zero) => digits(zero, number),
            Self::Dashed => Some(format!("-{number}-")),
            Self::Hexadecimal => Some(format!("{number:X}")),
            Self::Cardinal => spelled::cardinal(number).map(capitalised),
            Self::OrdinalWord => spelled::ordinal(number).map(capitalised),
            Self::Ordinal => Some(format!("{number}{}", ordinal_ending(number))),
            Self::Letters(alphabet) => repeated(alphabet, number),
            Self::LetterDigits(alphabet) => digits_of_letters(alphabet, number),
            Self::Roman(case) => roman(number, case),
            Self::Counted(places) => places.write(number),
            Self::DigitByDigit(places) => Some(places.digit_by_digit(number)),
            Self::Sexagenary => sexagenary(number),
            Self::Gematria => gematria(number),
            Self::Parenthesised => of_block(0x2474, 20, number),
            Self::Pointed => of_block(0x2488, 20, number),
            Self::CircledIdeograph => of_block(0x3280, 10, number),
            Self::Circled => circled(number),
            Self::Bullet => Some(BULLET.to_owned()),
            Self::None => Some(String::new()),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

/// Capitalises the first letter.
fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}

fn repeated(alphabet: Alphabet, number: u32) -> Option<String> {
    let letters = alphabet.letters();
    let count = u32::try_from(letters.chars().count()).ok()?;
    let at = number.checked_sub(1)?;
    let times = at / count + 1;
    let letter = letters.chars().nth((at % count) as usize)?;
    (times <= MOST_LETTERS).then(|| std::iter::repeat_n(letter, times as usize).collect())
}

fn digits_of_letters(alphabet: Alphabet, number: u32) -> Option<String> {
    let letters: Vec<char> = alphabet.letters().chars().collect();
    let count = u32::try_from(letters.len()).ok()?;
    let (mut rest, mut out) = (number, Vec::new());
    while rest > 0 {
        out.push(letters[((rest - 1) % count) as usize]);
        rest = (rest - 1) / count;
    }
    (!out.is_empty()).then(|| out.iter().rev().collect())
}

/// Returns a number from 1 to 3999 as a Roman numeral.
pub fn roman(number: u32, case: Case) -> Option<String> {
    let numeral = roman_numeral(number)?;
    Some(if case == Case::Capital { numeral } else { numeral.to_lowercase() })
}

fn circled(number: u32) -> Option<String> {
    match number {
        0..=20 => of_block(0x2460, 20, number),
        21..=35 => of_block(0x3251, 15, number - 20),
        _ => of_block(0x32B1, 15, number - 35),
    }
}

/// Returns the character of a number in a block of `count` characters for 1, 2 and so on.
fn of_block(first: u32, count: u32, number: u32) -> Option<String> {
    let c = (1..=count).contains(&number).then(|| char::from_u32(first + number - 1))??;
    Some(c.to_string())
}

fn digits(zero: char, number: u32) -> Option<String> {
    number.to_string().bytes().map(|b| char::from_u32(zero as u32 + u32::from(b - b'0'))).collect()
}

fn sexagenary(number: u32) -> Option<String> {
    let at = usize::try_from(number.checked_sub(1)?).ok()?;
    let of = |alphabet: Alphabet, count| alphabet.letters().chars().nth(at % count);
    Some([of(Alphabet::HeavenlyStems, 10)?, of(Alphabet::EarthlyBranches, 12)?].iter().collect())
}

/// Returns Hebrew letters whose values add up to the number; 15 and 16 avoid the divine name.
fn gematria(number: u32) -> Option<String> {
    if !(1..1000).contains(&number) {
        return None;
    }
    const VALUES: [(u32, &str); 22] = [
        (400, "ת"),
        (300, "ש"),
        (200, "ר"),
        (100, "ק"),
        (90, "צ"),
        (80, "פ"),
        (70, "ע"),
        (60, "ס"),
        (50, "נ"),
        (40, "מ"),
        (30, "ל"),
        (20, "כ"),
        (10, "י"),
        (9, "ט"),
        (8, "ח"),
        (7, "ז"),
        (6, "ו"),
        (5, "ה"),
        (4, "ד"),
        (3, "ג"),
        (2, "ב"),
        (1, "א"),
    ];
    let (mut rest, mut out) = (number, String::new());
    for (value, letter) in VALUES {
        let divine = matches!(rest, 15 | 16) && value == 10;
        while rest >= value && !divine {
            out.push_str(letter);
            rest -= value;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(numeral: Numeral, numbers: &[u32]) -> Vec<String> {
        numbers.iter().map(|n| numeral.write(*n)).collect()
    }

    #[test]
    fn letters_go_on_after_the_last() {
        let small = Numeral::Letters(Alphabet::Small);
        assert_eq!(written(small, &[1, 26, 27, 28, 0, 5000]), ["a", "z", "aa", "bb", "0", "5000"]);
        let digits = Numeral::LetterDigits(Alphabet::Capital);
        assert_eq!(written(digits, &[1, 26, 27, 28, 703, 0]), ["A", "Z", "AA", "AB", "AAA", "0"]);
        assert_eq!(written(Numeral::Letters(Alphabet::RussianSmall), &[7, 10]), ["ж", "к"]);
    }

    #[test]
    fn roman_numbers() {
        let small = Numeral::Roman(Case::Small);
        assert_eq!(written(small, &[4, 9, 14, 1994, 0]), ["iv", "ix", "xiv", "mcmxciv", "0"]);
        assert_eq!(Numeral::Roman(Case::Capital).write(4000), "4000");
        assert_eq!(Numeral::Roman(Case::Capital).write(48), "XLVIII");
    }

    #[test]
    fn other_forms() {
        assert_eq!(
            written(Numeral::Ordinal, &[1, 2, 3, 11, 22, 113]),
            ["1st", "2nd", "3rd", "11th", "22nd", "113th"]
        );
        assert_eq!(
            written(Numeral::Cardinal, &[1, 12, 42, 99, 0, 4000]),
            ["One", "Twelve", "Forty-two", "Ninety-nine", "0", "4000"]
        );
        assert_eq!(
            written(Numeral::OrdinalWord, &[1, 12, 20, 42, 0]),
            ["First", "Twelfth", "Twentieth", "Forty-second", "0"]
        );
        assert_eq!(written(Numeral::Counted(Places::Chinese), &[17, 20_000]), ["十七", "20000"]);
        assert_eq!(
            written(Numeral::Sexagenary, &[1, 11, 60, 61, 0]),
            ["甲子", "甲戌", "癸亥", "甲子", "0"]
        );
        assert_eq!(
            written(Numeral::Gematria, &[1, 11, 15, 16, 115, 799]),
            ["א", "יא", "טו", "טז", "קטו", "תשצט"]
        );
        assert_eq!(written(Numeral::Letters(Alphabet::Chicago), &[1, 4, 5]), ["*", "§", "**"]);
        assert_eq!(written(Numeral::Digits('๐'), &[70]), ["๗๐"]);
        assert_eq!(Numeral::Dashed.write(7) + &Numeral::Hexadecimal.write(31), "-7-1F");
        assert_eq!(Numeral::Parenthesised.write(20) + &Numeral::Pointed.write(21), "⒇21");
        assert_eq!(
            Numeral::CircledIdeograph.write(10) + &Numeral::CircledIdeograph.write(11),
            "㊉11"
        );
        assert_eq!(written(Numeral::Circled, &[1, 20, 21, 50, 51]), ["①", "⑳", "㉑", "㊿", "51"]);
        assert_eq!(Numeral::Padded(3).write(7), "007");
        assert_eq!(Numeral::None.write(7), "");
    }
}
