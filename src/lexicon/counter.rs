//! Counters: how the world's scripts write the position of a provision in a sequence. A run of
//! signs may have several readings: `i` is the first Roman numeral and the ninth letter. The
//! sequence around it decides.

use super::characters::is_mark;
use super::{keywords, letters, signs, spelled};
use crate::document::{Ordinal, roman_value};
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use std::ops::Range;

/// A kind of counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Counter {
    /// Decimal digits of any script (`5`, `٥`, `५`, `๕`, `５`), and circled ones.
    Digits,
    /// `IV`
    RomanCapital,
    /// `iv`
    RomanSmall,
    /// `A`
    LetterCapital,
    /// `a`
    LetterSmall,
    /// `aa`, the first of a list that goes on with `bb`.
    LetterTwice,
    /// A letter of a non-Latin alphabet, with the number of that alphabet in [`letters`].
    Alphabet(u8),
    /// An additive numeral in capital letters, with the index of its system in [`signs`]: `ΙΒ΄`.
    SignsCapital(u8),
    /// The same in lower case, or in a script without case.
    SignsSmall(u8),
    /// `五`, `二十一`
    Han,
    /// Hebrew letters as numbers.
    Hebrew,
    /// A word (`premier`, `first`).
    Word,
}

/// One way to read a counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CounterReading {
    /// The kind of counter.
    pub counter: Counter,
    /// The number that it means.
    pub value: u32,
    /// How an address shows it.
    pub ordinal: Ordinal,
    /// Length in bytes.
    pub len: usize,
}

/// Maximum number of digits in a number.
const MOST_DIGITS: usize = 7;

/// Returns the value of a decimal digit of any script. Each script's ten digits follow one another
/// from its zero (Unicode, general category Nd), even where two scripts' digits adjoin.
pub fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_digit = |at: &u32| categories.get32(*at) == GeneralCategory::DecimalNumber;
    let before = (0..=u32::from(c)).rev().take_while(is_digit).count();
    u32::try_from(before.checked_sub(1)? % 10).ok()
}

/// Returns all readings of the counter at the start of `text`, except [`word`]s.
pub fn readings(text: &str) -> Vec<CounterReading> {
    let Some(first) = text.chars().next() else { return Vec::new() };
    if digit(first).is_some() {
        // Units may follow Tamil digits.
        let digits = digits(text);
        let longer = |signs: &CounterReading| digits.as_ref().is_some_and(|d| signs.len > d.len);
        let counted = |signs: CounterReading| CounterReading {
            counter: Counter::Digits,
            ordinal: Ordinal::Number(signs.value),
            ..signs
        };
        let whole = signs(text).find(longer).map(counted);
        return whole.or(digits).into_iter().collect();
    }
    if let Some(value) = enclosed(first) {
        let ordinal = Ordinal::Number(value);
        return vec![CounterReading {
            counter: Counter::Digits,
            value,
            ordinal,
            len: first.len_utf8(),
        }];
    }
    let run = text.find(|c: char| !c.is_alphanumeric() && !is_mark(c)).unwrap_or(text.len());
    let (run, whole) = (&text[..run], run == text.len() || !text[run..].starts_with('\''));
    let mut out = Vec::new();
    if first.is_ascii_alphabetic() {
        out.extend(roman(run).filter(|_| whole));
        out.extend(latin(run).filter(|_| whole));
    } else {
        out.extend(signs(text));
        out.extend(alphabet(run));
    }
    out
}

/// Finds a number written in a non-Latin counter: after the word that it counts, which may be a
/// single sign such as `第`.
pub fn counters_of(text: &str, value: u32) -> Vec<Range<usize>> {
    let behind_word = text.char_indices().zip(text.chars().skip(1)).filter(|((_, before), c)| {
        (before.is_whitespace() || keywords::is_sign_around(*before)) && !c.is_ascii()
    });
    let starts = behind_word.map(|((at, before), _)| at + before.len_utf8());
    starts
        .filter_map(|at| {
            let reading = readings(&text[at..]).into_iter().find(|r| r.value == value)?;
            Some(at..at + reading.len)
        })
        .collect()
}

fn digits(text: &str) -> Option<CounterReading> {
    let (mut value, mut len) = (0u32, 0);
    for (i, c) in text.chars().enumerate() {
        let Some(d) = digit(c) else { break };
        if i >= MOST_DIGITS {
            return None;
        }
        value = value * 10 + d;
        len += c.len_utf8();
    }
    Some(CounterReading { counter: Counter::Digits, value, ordinal: Ordinal::Number(value), len })
}

/// `①`, `⑴`, `⒈`
fn enclosed(c: char) -> Option<u32> {
    ['\u{2460}', '\u{2474}', '\u{2488}'].iter().find_map(|first| {
        let over = (c as u32).checked_sub(*first as u32)?;
        (over < 20).then_some(over + 1)
    })
}

/// Whether `text` begins with a number that contains its mark (`①`).
pub fn is_enclosed(text: &str) -> bool {
    text.chars().next().is_some_and(|c| enclosed(c).is_some())
}

fn roman(run: &str) -> Option<CounterReading> {
    let capital = run.chars().all(|c| c.is_ascii_uppercase());
    if !capital && !run.chars().all(|c| c.is_ascii_lowercase()) {
        return None;
    }
    // `mix.` and `did.` are words.
    if !capital && run.contains(['d', 'm']) {
        return None;
    }
    let value = roman_value(&run.to_ascii_uppercase())?;
    let (counter, ordinal) = if capital {
        (Counter::RomanCapital, Ordinal::Number(value))
    } else {
        (Counter::RomanSmall, Ordinal::Letters(run.to_owned()))
    };
    Some(CounterReading { counter, value, ordinal, len: run.len() })
}

/// Reads a letter, or a doubled letter, which counts on after the last one (`aa`).
fn latin(run: &str) -> Option<CounterReading> {
    let first = run.chars().next().filter(char::is_ascii_alphabetic)?;
    let times = u32::try_from(run.len()).ok().filter(|n| *n <= 2)?;
    if !run.chars().all(|c| c == first) {
        return None;
    }
    let place = u32::from(first.to_ascii_lowercase()) - u32::from('a') + 1;
    let counter =
        if first.is_ascii_uppercase() { Counter::LetterCapital } else { Counter::LetterSmall };
    let ordinal = Ordinal::Letters(run.to_owned());
    Some(CounterReading { counter, value: place + 26 * (times - 1), ordinal, len: run.len() })
}

/// Returns a reading of a letter in each alphabet that has it.
fn alphabet(run: &str) -> impl Iterator<Item = CounterReading> + '_ {
    letters::places(run).iter().map(|(alphabet, value)| CounterReading {
        counter: Counter::Alphabet(*alphabet),
        value: *value,
        ordinal: Ordinal::Letters(run.to_owned()),
        len: run.len(),
    })
}

/// Reads numerals made of signs that each have a value.
fn signs(text: &str) -> impl Iterator<Item = CounterReading> + '_ {
    signs::begun(text).map(|numeral| {
        let signs::SignNumeral { system, value, len, capital } = numeral;
        let counter = match signs::SYSTEMS[system].name {
            // They occur beside digits in one text and count the same.
            "ethiopic" => Counter::Digits,
            "han" => Counter::Han,
            "hebrew" => Counter::Hebrew,
            _ => {
                let system = u8::try_from(system).unwrap_or(u8::MAX);
                if capital { Counter::SignsCapital(system) } else { Counter::SignsSmall(system) }
            }
        };
        let ordinal = match counter {
            Counter::SignsCapital(_) | Counter::SignsSmall(_) => {
                let shown = text[..len].trim_end_matches(|c: char| !c.is_alphanumeric());
                Ordinal::Letters(shown.to_owned())
            }
            _ => Ordinal::Number(value),
        };
        CounterReading { counter, value, ordinal, len }
    })
}

/// Whether a character is used to write Chinese numerals.
pub fn is_han(c: char) -> bool {
    !c.is_ascii() && signs::is_sign("han", c)
}

/// Reads the number in words at the start of `text`, in one of the languages of the provision's
/// word.
pub fn word(text: &str, languages: &[usize]) -> Option<CounterReading> {
    let (value, len) = spelled::begun(text, languages)?;
    Some(CounterReading { counter: Counter::Word, value, ordinal: Ordinal::Number(value), len })
}

/// Reads the ordinal that `words` state in one of `languages`.
pub fn ordinal(words: &str, languages: &[usize]) -> Option<CounterReading> {
    let value = spelled::ordinal_of(words, languages)?;
    let ordinal = Ordinal::Number(value);
    Some(CounterReading { counter: Counter::Word, value, ordinal, len: words.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<(Counter, u32)> {
        readings(text).into_iter().map(|r| (r.counter, r.value)).collect()
    }

    #[test]
    fn digits_of_every_script_count() {
        for text in ["25", "٢٥", "۲۵", "२५", "๒๕", "２５", "২৫", "២៥", "᱒᱕", "𑄸𑄻", "𝟚𝟝"]
        {
            assert_eq!(values(text), [(Counter::Digits, 25)], "{text}");
        }
        assert_eq!(values("③"), [(Counter::Digits, 3)]);
        assert_eq!(values("12345678"), []);
    }

    #[test]
    fn letters_and_numerals_are_read_both_ways() {
        assert_eq!(values("i"), [(Counter::RomanSmall, 1), (Counter::LetterSmall, 9)]);
        assert_eq!(values("XIV"), [(Counter::RomanCapital, 14)]);
        assert_eq!(values("bb"), [(Counter::LetterSmall, 28)]);
        for none in ["IIII", "VX", "mix.", "Aa", "don't"] {
            assert_eq!(
                values(none).iter().filter(|v| v.0 != Counter::RomanSmall).count(),
                0,
                "{none}"
            );
        }
    }

    #[test]
    fn other_scripts_have_their_own() {
        assert_eq!(values("二十一"), [(Counter::Han, 21)]);
        assert_eq!(values("十"), [(Counter::Han, 10)]);
        assert_eq!(values("一百零三"), [(Counter::Han, 103)]);
        assert_eq!(values("三〇"), [(Counter::Han, 30)]);
        assert_eq!(values("ט״ו"), [(Counter::Hebrew, 15)]);
        assert_eq!(values("ה"), [(Counter::Hebrew, 5)]);
        let letters = |text| {
            values(text)
                .into_iter()
                .all(|(counter, value)| matches!(counter, Counter::Alphabet(_)) && value == 3)
        };
        assert!(letters("в") && letters("다"));
        assert_eq!(values("ΙΒ΄").len() + values("ια").len(), 2);
    }
}
