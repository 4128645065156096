//! Labels inserted between the letters and numerals of a list, or before its first item: `(za)`
//! before `(a)`, `(aa)` and `(ab)` after it, `(iia)` after `(ii)`, `A1` before `1`, `bbis.` after
//! `b.`; and the letters of other Latin alphabets, which come between those of English: `đ)` after
//! `d)`.

use super::insertion::{BEFORE, Insertion, place_of_letter as letter};
use crate::document::Ordinal;
use crate::lexicon::counter::{Counter, CounterReading, readings};
use crate::lexicon::keywords::TIMES;
use crate::lexicon::letters;
use crate::lexicon::wording::in_small_letters;

/// A counter with its insertion.
pub struct ListedCounter {
    /// The counter; its length includes the insertion.
    pub reading: CounterReading,
    /// The insertion, if there is one.
    pub insertion: Option<Insertion>,
}

/// Maximum number of letters in such a label.
const MOST_LETTERS: usize = 5;

/// Maximum number of letters inserted after a numeral: `(iia)` to `(iih)`. The next one, `i`, may
/// be a numeral.
const BEHIND_NUMERAL: u32 = 8;

/// Maximum number of digits after a capital letter.
const MOST_DIGITS: usize = 2;

/// Returns all readings of the label of more than one character at the start of `text`.
pub fn listed(text: &str) -> Vec<ListedCounter> {
    let run = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let signs = &text[..run];
    let mut out = between(text);
    if run == 1 {
        out.extend(before_number(text));
        return out;
    }
    out.extend(times_behind_letter(text, run));
    // Letters without a closing parenthesis are a word or an abbreviation.
    let closed = text[run..].starts_with([')', '）']);
    if closed && run <= MOST_LETTERS && signs.bytes().all(|b| b.is_ascii_lowercase()) {
        if let [first, second] = signs.as_bytes() {
            pair(signs, letter(*first), letter(*second), &mut out);
        }
        out.extend(behind_numeral(signs));
    }
    out
}

/// Creates a label in a list of `counter`, inserted after `value` with the given ranks.
fn inserted(shown: &str, counter: Counter, value: u32, ranks: Vec<u32>) -> ListedCounter {
    let ordinal = match counter {
        Counter::Digits => Ordinal::Compound(shown.to_owned()),
        _ => Ordinal::Letters(shown.to_owned()),
    };
    let reading = CounterReading { counter, value, ordinal, len: shown.len() };
    ListedCounter { reading, insertion: Some(Insertion::within(ranks)) }
}

/// Reads a pair of letters. `ab` is the second after `a`, or follows `z` and `aa`; `za` precedes
/// `a`; `aa` is the first of a list of pairs.
fn pair(signs: &str, first: u32, second: u32, out: &mut Vec<ListedCounter>) {
    out.push(inserted(signs, Counter::LetterSmall, first, vec![second]));
    if first == letter(b'z') {
        out.push(inserted(signs, Counter::LetterSmall, 0, vec![second]));
    }
    let plain = |counter, value| {
        let ordinal = Ordinal::Letters(signs.to_owned());
        let reading = CounterReading { counter, value, ordinal, len: signs.len() };
        ListedCounter { reading, insertion: None }
    };
    out.push(match first == second {
        true => plain(Counter::LetterTwice, first),
        false => plain(Counter::LetterSmall, letter(b'z') * first + second),
    });
}

/// Marks after a letter of a list.
const CLOSING: [char; 3] = [')', '）', '.'];

/// Reads a Latin letter that English lacks, before a mark: `đ)`, `Č.`, `lj)`.
fn between(text: &str) -> Vec<ListedCounter> {
    let end = text.bytes().take(LONGEST_LETTER + 1).position(|b| matches!(b, b')' | b'.'));
    let shown = match end {
        Some(end) if (2..=LONGEST_LETTER).contains(&end) => &text[..end],
        _ => return Vec::new(),
    };
    let small = in_small_letters(shown);
    let counter = match shown.starts_with(char::is_uppercase) {
        true => Counter::LetterCapital,
        false => Counter::LetterSmall,
    };
    let of = |(before, behind): &(char, u32)| {
        let value = u8::try_from(*before).map_or(0, letter);
        inserted(shown, counter, value, vec![*behind])
    };
    letters::between(&small).iter().map(of).collect()
}

/// Maximum length of such a letter, in bytes.
const LONGEST_LETTER: usize = 4;

/// Reads `bbis.`, which Swiss law inserts after `b.`
fn times_behind_letter(text: &str, run: usize) -> Option<ListedCounter> {
    let closed = text[run..].starts_with(CLOSING);
    let first = *text.as_bytes().first().filter(|b| closed && b.is_ascii_lowercase())?;
    let (_, times) = TIMES.iter().find(|(word, _)| text[1..run] == **word)?;
    Some(inserted(&text[..run], Counter::LetterSmall, letter(first), vec![*times]))
}

/// Reads `iia`.
fn behind_numeral(signs: &str) -> Option<ListedCounter> {
    let (numeral, last) = signs.split_at(signs.len().checked_sub(1)?);
    let rank = letter(*last.as_bytes().first()?);
    let reading = readings(numeral).into_iter().find(|r| r.counter == Counter::RomanSmall)?;
    let able = (1..=BEHIND_NUMERAL).contains(&rank);
    able.then(|| inserted(signs, Counter::RomanSmall, reading.value, vec![rank]))
}

/// Reads `A1`: the first before 1, or the one before the number in it.
fn before_number(text: &str) -> Vec<ListedCounter> {
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
