//! Numbers as word processors write them: `7`, `g`, `VII`, `7th`, `七`.

use crate::import::format::writer::BULLET;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numeral {
    /// `7`
    #[default]
    Decimal,
    /// `07`
    DecimalZero,
    /// `7th`
    Ordinal,
    /// Letters of an alphabet; after the last, each again twice (`aa`, `bb`).
    Letters(Alphabet),
    /// Letters as digits: after `z` comes `aa`, then `ab`.
    LetterDigits(Alphabet),
    /// `vii`
    Roman(Case),
    /// `七`, `十七`
    Chinese,
    /// `〇` to `九` for each digit.
    ChineseDigits,
    /// `⑦`
    Circled,
    /// Numbers of another form, which stand as decimal ones.
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

/// Letters that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// `a` to `z`
    Small,
    /// `A` to `Z`
    Capital,
    /// `а` to `я`, without those that Russian lists leave out.
    RussianSmall,
    /// `А` to `Я`, likewise.
    RussianCapital,
    /// `α` to `ω`
    GreekSmall,
    /// `Α` to `Ω`
    GreekCapital,
    /// `א` to `ת`
    Hebrew,
    /// The Arabic letters in the order of their numbers.
    Abjad,
    /// The Arabic letters in the order of the alphabet.
    Arabic,
}

impl Alphabet {
    const fn letters(self) -> &'static str {
        match self {
            Self::Small => "abcdefghijklmnopqrstuvwxyz",
            Self::Capital => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            Self::RussianSmall => "абвгдежзиклмнопрстуфхцчшщыэюя",
            Self::RussianCapital => "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
            Self::GreekSmall => "αβγδεζηθικλμνξοπρστυφχψω",
            Self::GreekCapital => "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
            Self::Hebrew => "אבגדהוזחטיכלמנסעפצקרשת",
            Self::Abjad => "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
            Self::Arabic => "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
        }
    }
}

/// A letter is repeated so often at the most; Word goes no further.
const MOST_LETTERS: u32 = 30;

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

const CHINESE: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

impl Numeral {
    /// Writes a number. One that the form has no words for stands as a decimal.
    pub fn write(self, number: u32) -> String {
        let written = match self {
            Self::Decimal | Self::Other => None,
            Self::DecimalZero => Some(format!("{number:02}")),
            Self::Ordinal => Some(format!("{number}{}", ordinal_ending(number))),
            Self::Letters(alphabet) => repeated(alphabet, number),
            Self::LetterDigits(alphabet) => digits_of_letters(alphabet, number),
            Self::Roman(case) => roman(number, case),
            Self::Chinese => chinese(number),
            Self::ChineseDigits => Some(
                number.to_string().bytes().map(|b| CHINESE[usize::from(b - b'0') % 10]).collect(),
            ),
            Self::Circled => circled(number),
            Self::Bullet => Some(BULLET.to_owned()),
            Self::None => Some(String::new()),
        };
        written.unwrap_or_else(|| number.to_string())
    }
}

fn ordinal_ending(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
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

/// A number from 1 to 3999 as a Roman numeral.
pub fn roman(number: u32, case: Case) -> Option<String> {
    if !(1..4000).contains(&number) {
        return None;
    }
    let (mut rest, mut out) = (number, String::new());
    for (value, letters) in ROMAN {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    Some(if case == Case::Capital { out.to_uppercase() } else { out })
}

/// Numbers up to 9,999, by places.
fn chinese(number: u32) -> Option<String> {
    if number >= 10_000 {
        return None;
    }
    if number == 0 {
        return Some(CHINESE[0].to_string());
    }
    let (mut out, mut gap) = (String::new(), false);
    for (value, place) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / value % 10;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push('零');
        }
        // Ten to nineteen begin with the ten itself.
        if !(digit == 1 && value == 10 && out.is_empty()) {
            out.push(CHINESE[digit as usize]);
        }
        out.push_str(place);
    }
    Some(out)
}

fn circled(number: u32) -> Option<String> {
    let c = match number {
        1..=20 => 0x2460 + number - 1,
        21..=35 => 0x3251 + number - 21,
        36..=50 => 0x32B1 + number - 36,
        _ => return None,
    };
    char::from_u32(c).map(String::from)
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
            written(Numeral::Chinese, &[7, 10, 17, 20, 105, 1010, 20_000]),
            ["七", "十", "十七", "二十", "一百零五", "一千零一十", "20000"]
        );
        assert_eq!(written(Numeral::ChineseDigits, &[10, 2006]), ["一〇", "二〇〇六"]);
        assert_eq!(written(Numeral::Circled, &[1, 20, 21, 50, 51]), ["①", "⑳", "㉑", "㊿", "51"]);
        assert_eq!(Numeral::DecimalZero.write(7), "07");
        assert_eq!(Numeral::None.write(7), "");
    }
}
