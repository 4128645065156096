//! Labels that were put in between the letters and numerals of a list, or before its first:
//! `(za)` before `(a)`, `(aa)` and `(ab)` behind it, `(iia)` behind `(ii)`, `A1` before `1`.

use super::insertion::{BEFORE, Insertion, place_of_letter as letter};
use crate::document::Ordinal;
use crate::lexicon::counter::{Counter, Reading, readings};

/// A counter, and what was put in behind it.
pub struct Listed {
    /// The counter; its length is that of the whole.
    pub reading: Reading,
    /// What was put in, where something was.
    pub insertion: Option<Insertion>,
}

/// Letters of such a label, at the most.
const MOST_LETTERS: usize = 5;

/// Letters that are put in behind a numeral: `(iia)` to `(iih)`; a further one may be a numeral.
const BEHIND_NUMERAL: u32 = 8;

/// Digits behind a capital letter, at the most.
const MOST_DIGITS: usize = 2;

/// All ways to read the label of more than one sign that a text begins with.
pub fn listed(text: &str) -> Vec<Listed> {
    let run = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let signs = &text[..run];
    if run == 1 {
        return before_number(text);
    }
    let mut out = Vec::new();
    // Letters without a parenthesis are a word or an abbreviation.
    let closed = text[run..].starts_with([')', '）']);
    if closed && run <= MOST_LETTERS && signs.bytes().all(|b| b.is_ascii_lowercase()) {
        if let [first, second] = signs.as_bytes() {
            pair(signs, letter(*first), letter(*second), &mut out);
        }
        out.extend(behind_numeral(signs));
    }
    out
}

/// A label of the list of `counter`, whose number goes on as `rank` says.
fn inserted(shown: &str, counter: Counter, value: u32, ranks: Vec<u32>) -> Listed {
    let ordinal = match counter {
        Counter::Digits => Ordinal::Compound(shown.to_owned()),
        _ => Ordinal::Letters(shown.to_owned()),
    };
    let reading = Reading { counter, value, ordinal, len: shown.len() };
    Listed { reading, insertion: Some(Insertion::within(ranks)) }
}

/// `ab`: the second behind `a`, or the one behind `z` and `aa`; `za`: the one before `a`; `aa`: the
/// first of a list of such.
fn pair(signs: &str, first: u32, second: u32, out: &mut Vec<Listed>) {
    out.push(inserted(signs, Counter::LetterSmall, first, vec![second]));
    if first == letter(b'z') {
        out.push(inserted(signs, Counter::LetterSmall, 0, vec![second]));
    }
    let plain = |counter, value| {
        let ordinal = Ordinal::Letters(signs.to_owned());
        let reading = Reading { counter, value, ordinal, len: signs.len() };
        Listed { reading, insertion: None }
    };
    out.push(match first == second {
        true => plain(Counter::LetterTwice, first),
        false => plain(Counter::LetterSmall, letter(b'z') * first + second),
    });
}

/// `iia`
fn behind_numeral(signs: &str) -> Option<Listed> {
    let (numeral, last) = signs.split_at(signs.len().checked_sub(1)?);
    let rank = letter(*last.as_bytes().first()?);
    let reading = readings(numeral).into_iter().find(|r| r.counter == Counter::RomanSmall)?;
    let able = (1..=BEHIND_NUMERAL).contains(&rank);
    able.then(|| inserted(signs, Counter::RomanSmall, reading.value, vec![rank]))
}

/// `A1`: the first of those before 1, or before any number that it is written with.
fn before_number(text: &str) -> Vec<Listed> {
    let Some(capital) = text.bytes().next().filter(u8::is_ascii_uppercase) else {
        return Vec::new();
    };
    let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
    let Some(number) = text[1..=digits].parse().ok().filter(|n: &u32| *n > 0) else {
        return Vec::new();
    };
    if !(1..=MOST_DIGITS).contains(&digits) || text[1..].starts_with('0') {
        return Vec::new();
    }
    let shown = &text[..=digits];
    let of = |value, ranks| inserted(shown, Counter::Digits, value, ranks);
    let first = of(0, vec![letter(capital), number]);
    // `(A3)` between `(2)` and `(3)`.
    let later = (number > 1 && capital == b'A').then(|| of(number - 1, vec![BEFORE]));
    std::iter::once(first).chain(later).collect()
}
