//! What distinguishes an inserted provision from the one before it: the `a` of `5a`, the `bis` of
//! `5 bis`, the `1` of `66-1`, `44/1`, `129¹`, `第五条之一`.

use super::characters::is_gap;
use crate::lexicon::counter::{self, Counter};
use crate::lexicon::keywords::{INSERTED, Keyword, ORDINAL_ENDINGS, TIMES, WordSide};
use std::ops::RangeInclusive;

/// The part of a number that marks an inserted provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Insertion {
    /// Its position among the insertions after that number: 1 for `a`, 2 for `bis`, 2 and 1 for
    /// `-2-1`.
    pub ranks: Vec<u32>,
    /// How an address shows it after the number: `a`, `bis`, `-2-1`.
    pub shown: String,
}

impl Insertion {
    fn new(rank: u32, shown: String) -> Self {
        Self { ranks: vec![rank], shown }
    }

    /// Whether it joins all parts of its number into one step, as the hyphen of a code does.
    pub(super) fn is_of_code(&self) -> bool {
        self.shown.contains('-')
    }

    /// Creates an insertion that the counter itself shows, as in `ab`.
    pub(super) fn within(ranks: Vec<u32>) -> Self {
        Self { ranks, shown: String::new() }
    }

    /// Shows the insertion as the first of a range that ends with `last`: `-3–3-5`.
    pub(super) fn up_to(self, last: &str) -> Self {
        Self { shown: format!("{}–{last}", self.shown), ..self }
    }

    /// Puts a mark between the number and the insertion.
    fn behind(self, mark: char) -> Self {
        Self { shown: format!("{mark}{}", self.shown), ..self }
    }
}

/// Reads `a` or ` bis`, and returns the text after it.
pub fn suffix(text: &str) -> (&str, Option<Insertion>) {
    let words = text.trim_start_matches([' ', '\u{A0}']);
    let found = timed(words).or_else(|| lettered(text)).or_else(|| foreign(text));
    found.map_or((text, None), |(rest, found)| (rest, Some(found)))
}

/// `bis`, `ter` and so on. With a capital, it is a word of a sentence unless a mark follows:
/// `3 Bis.`
fn timed(text: &str) -> Option<(&str, Insertion)> {
    TIMES.iter().find_map(|(word, n)| {
        let (own, rest) = text.split_at_checked(word.len())?;
        let plain = own == *word;
        let capital = own.eq_ignore_ascii_case(word)
            && (rest.is_empty() || rest.starts_with(['.', ':', ')', '-', '–', '°', 'º']));
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || is_vowel_sign(c));
        ((plain || capital) && ends).then(|| (rest, Insertion::new(*n, (*word).to_owned())))
    })
}

/// Whether a character continues a word in a script that writes vowels as signs: Thai.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{E31}'..='\u{E4E}')
}

/// Reads `-bis`, as an Italian law numbers an inserted paragraph, and returns the text after it.
pub fn times_behind_hyphen(text: &str) -> (&str, Option<Insertion>) {
    let found = text.strip_prefix(&HYPHENS[..2]).and_then(timed);
    found.map_or((text, None), |(rest, found)| (rest, Some(found.behind('-'))))
}

/// Added to the rank of an insertion that precedes the first one after a number: `1ZA` comes
/// between `1` and `1A`.
pub const BEFORE: u32 = 10_000;

/// Reads one or two letters, such as `A` and `AB`, that no further letter follows. A preceding `Z`
/// places them before the others: `ZA`.
fn lettered(text: &str) -> Option<(&str, Insertion)> {
    let run = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, rest) = text.split_at(run);
    let ordinal = ORDINAL_ENDINGS.iter().any(|ending| letters.eq_ignore_ascii_case(ending));
    if !(1..=MOST_LETTERS).contains(&run)
        || (run > 1 && (ordinal || !letters.bytes().all(|b| b.is_ascii_uppercase())))
        || rest.starts_with(char::is_alphanumeric)
    {
        return None;
    }
    let mut ranks = Vec::new();
    let mut before = 0;
    for (at, byte) in letters.bytes().enumerate() {
        if byte == b'Z' && at + 1 < run {
            before = BEFORE;
        } else {
            ranks.push(place_of_letter(byte) + before);
            before = 0;
        }
    }
    Some((rest, Insertion { ranks, shown: letters.to_owned() }))
}

/// Reads one letter of another script, or a Hebrew numeral, that no further letter follows: `2а`,
/// `5Α`, `3יא`.
fn foreign(text: &str) -> Option<(&str, Insertion)> {
    let mut chars = text.chars();
    let letter = chars.next().filter(|c| !c.is_ascii())?;
    if HEBREW.contains(&letter) {
        let reading = counter::readings(text).into_iter().find(|r| r.counter == Counter::Hebrew)?;
        let (shown, rest) = text.split_at(reading.len);
        let alone = !rest.starts_with(char::is_alphanumeric);
        return alone.then(|| (rest, Insertion::new(reading.value, shown.to_owned())));
    }
    let rest = chars.as_str();
    let first = FOREIGN_ALPHABETS.iter().find(|letters| letters.contains(&letter))?.start();
    let rank = u32::from(letter) - u32::from(*first) + 1;
    let alone = !rest.starts_with(char::is_alphanumeric);
    alone.then(|| (rest, Insertion::new(rank, letter.to_string())))
}

/// The letters of an insertion in other scripts, in the order in which they count.
const FOREIGN_ALPHABETS: [RangeInclusive<char>; 6] =
    ['а'..='я', 'А'..='Я', 'α'..='ω', 'Α'..='Ω', 'ա'..='ֆ', 'ა'..='ჰ'];

/// Hebrew letters, which count by their values.
const HEBREW: RangeInclusive<char> = 'א'..='ת';

/// Maximum number of letters in an insertion.
const MOST_LETTERS: usize = 3;

/// Number of letters in the alphabet.
pub const LATIN_LETTERS: u32 = 26;

/// Returns the position of a Latin letter in the alphabet, in either case.
pub(super) fn place_of_letter(letter: u8) -> u32 {
    u32::from(letter.to_ascii_lowercase().saturating_sub(b'a')) + 1
}

/// Reads an insertion after the number of a label with a word, which allows further forms: `5º-A`,
/// `66-1`, `44/1`, `129¹`, `§ 4 a`, `条之一`.
pub fn worded<'a>(text: &'a str, number: u32, word: &Keyword) -> (&'a str, Option<Insertion>) {
    if let WordSide::Around(_) = word.side {
        let mut behind = INSERTED.iter().filter_map(|sign| text.strip_prefix(sign));
        return behind.find_map(numbered).map_or((text, None), |(rest, found)| (rest, Some(found)));
    }
    let ended = ORDINAL_ENDINGS
        .iter()
        // `§ 1o` is the first section; `§ 137o` follows `§ 137n`.
        .filter(|ending| ending.len() > 1 || !word.is_sign() || number < 10)
        .filter_map(|ending| text.strip_prefix(ending))
        .find(|rest| !rest.starts_with(char::is_alphanumeric));
    let bare = ended.unwrap_or(text);
    let (rest, found) = suffix(bare);
    if found.is_some() {
        return (rest, found);
    }
    // `2^1` means `2¹` in plain text.
    let caret = bare.strip_prefix('^').and_then(coded);
    if let Some((rest, own)) = caret {
        return (rest, Some(own.behind('-')));
    }
    let raised: String = bare.chars().map_while(superscript).collect();
    if let Ok(n) = raised.parse::<u32>() {
        let len: usize = bare.chars().take(raised.len()).map(char::len_utf8).sum();
        return (&bare[len..], Some(Insertion::new(n, n.to_string()).behind('-')));
    }
    // `Articles 5-10` is a range.
    if !word.plural
        && let Some((rest, mut found)) = parted(bare, &HYPHENS)
    {
        // `§ 2-2 a. Lamper`
        if word.is_sign()
            && let Some((behind, letter)) = apart(rest)
        {
            found.ranks.extend(letter.ranks);
            found.shown.push_str(&letter.shown);
            return (behind, Some(found));
        }
        return (rest, Some(found));
    }
    if word.is_sign()
        && let Some((rest, found)) = apart(bare)
    {
        return (rest, Some(found));
    }
    (bare, None)
}

/// Reads the parts that `marks` separate from a number: `-1`, `/1`, `-A`, `-2-1`, `-101`, `.1`.
pub fn parted<'a>(text: &'a str, marks: &[char]) -> Option<(&'a str, Insertion)> {
    let mut whole: Option<Insertion> = None;
    let mut rest = text;
    // `12-303.1`
    let point = |rest: &'a str| {
        let digits = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
        rest.strip_prefix('.').filter(digits)
    };
    while let Some(after) =
        rest.strip_prefix(marks).or_else(|| whole.as_ref().and_then(|_| point(rest)))
    {
        let next = coded(after).or_else(|| lettered(after)).or_else(|| timed(after));
        // `3-1-бап`: the hyphen leads to the word.
        let Some((behind, found)) = next else { break };
        let found = found.behind(if rest.starts_with('.') { '.' } else { '-' });
        whole = Some(match whole {
            None => found,
            Some(mut outer) if outer.ranks.len() < MOST_PARTS => {
                outer.ranks.extend(found.ranks);
                outer.shown.push_str(&found.shown);
                outer
            }
            Some(_) => return None,
        });
        rest = behind;
    }
    Some((rest, whole?))
}

/// Reads the number of a code after a number of several parts or after an inserted letter: the
/// `-102` of `13.2B-102` and of `18.2-102`, the `-101` of `38A-101`. After a number of one part, or
/// after several parts without a letter, a short number is more likely the end of a range
/// (`13A-15`).
pub fn of_code(tail: &str, own: Option<Insertion>, parts: usize) -> (&str, Option<Insertion>) {
    let capital = own.as_ref().map(|own| own.shown.ends_with(|c: char| c.is_ascii_uppercase()));
    let sure = parts > 1 && capital == Some(true);
    let able = capital.unwrap_or(parts > 1);
    let code = parted(tail, &HYPHENS[..2]).filter(|(_, code)| {
        let digits = code.shown[1..].bytes().take_while(u8::is_ascii_digit).count();
        able && digits > 0 && (sure || digits >= LEAST_OF_CODE)
    });
    match (code, own) {
        (Some((rest, code)), Some(mut own)) => {
            own.ranks.extend(code.ranks);
            own.shown.push_str(&code.shown);
            (rest, Some(own))
        }
        (Some((rest, code)), None) => (rest, Some(code)),
        (None, own) => (tail, own),
    }
}

/// Minimum number of digits after the hyphen of such a number.
const LEAST_OF_CODE: usize = 3;

/// Marks between a number and its insertion.
const HYPHENS: [char; 3] = ['-', '‑', '/'];

/// Maximum number of parts after the first number: `38-33-106`.
const MOST_PARTS: usize = 4;

/// Reads the digits after a hyphen, including leading zeros: `16-101`, `5-02`.
fn coded(text: &str) -> Option<(&str, Insertion)> {
    let reading = counter::readings(text)
        .into_iter()
        .find(|r| matches!(r.counter, Counter::Digits))
        .filter(|r| r.len <= LONGEST_PART)?;
    let rest = &text[reading.len..];
    let shown = match text[..reading.len].is_ascii() {
        true => text[..reading.len].to_owned(),
        false => reading.value.to_string(),
    };
    (!rest.starts_with(char::is_alphanumeric)).then(|| (rest, Insertion::new(reading.value, shown)))
}

/// Maximum length of a part after a hyphen, in bytes.
const LONGEST_PART: usize = 5;

/// Reads ` a` before the end, a mark, a title or the word of the label.
pub fn apart(text: &str) -> Option<(&str, Insertion)> {
    let letter = text.strip_prefix([' ', '\u{A0}']).filter(|rest| {
        let own = rest.starts_with(|c: char| c.is_ascii_lowercase());
        let end = rest.get(1..).unwrap_or("");
        let title = end.trim_start_matches(is_gap);
        own && (title.is_empty()
            || end.starts_with(['.', ')', ':'])
            || (title.len() < end.len()
                && title.starts_with(|c: char| c.is_uppercase() || matches!(c, '§' | '('))))
    })?;
    lettered(letter)
}

/// Reads a number that no letter or digit follows.
fn numbered(text: &str) -> Option<(&str, Insertion)> {
    let reading = counter::readings(text)
        .into_iter()
        .find(|r| matches!(r.counter, Counter::Digits | Counter::Han))?;
    let rest = &text[reading.len..];
    let small = (1..MOST_INSERTIONS).contains(&reading.value);
    let found = || Insertion::new(reading.value, reading.value.to_string()).behind('-');
    (small && !rest.starts_with(char::is_alphanumeric)).then(|| (rest, found()))
}

/// Upper bound for insertions after one provision; larger numbers do not occur in practice.
const MOST_INSERTIONS: u32 = 60;

/// Returns the digit that a raised one shows.
pub(super) fn superscript(c: char) -> Option<char> {
    Some(match c {
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁰' => '0',
        '⁴'..='⁹' => char::from_digit(c as u32 - '⁴' as u32 + 4, 10)?,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::label::{LineRole, Suffix, labels};

    /// Returns the number, its insertion, and the words after the label.
    fn read(line: &str) -> (u32, Suffix, &str) {
        let label = labels(line, LineRole::Heading).into_iter().next();
        label.map_or((0, Suffix::default(), line), |l| {
            (l.value.last(), l.value.suffix, line[l.len..].trim())
        })
    }

    #[test]
    fn insertions_are_read_in_every_dress() {
        for (line, n, rank, rest) in [
            ("Article 66-1. Lamps", 66, 1, "Lamps"),
            ("ARTICLE 74-2.", 74, 2, ""),
            ("Стаття 85-1. Лампи", 85, 1, "Лампи"),
            ("Стаття 129¹. Лампи", 129, 1, "Лампи"),
            ("Art. 5º-A. Lampadas", 5, 1, "Lampadas"),
            ("Artículo 4 ter. Lámparas", 4, 3, "Lámparas"),
            ("Article 9 octies", 9, 8, ""),
            ("Pasal 7B", 7, 2, ""),
            ("มาตรา 44/1", 44, 1, ""),
            ("§ 4 a. Lamper", 4, 1, "Lamper"),
            ("§ 4 b Lamper", 4, 2, "Lamper"),
            ("4 a § Lampor", 4, 1, "Lampor"),
            ("4a § Lampor", 4, 1, "Lampor"),
            ("第五条之一　灯", 5, 1, "灯"),
            ("第五条の二", 5, 2, ""),
            ("제5조의2(등대)", 5, 2, "(등대)"),
            ("§ 13o Lampen", 13, 15, "Lampen"),
            ("Чл. 2а. Лампи", 2, 1, "Лампи"),
            ("Art. 2^1. Lămpi", 2, 1, "Lămpi"),
            ("1-bis. Il guardiano", 1, 2, "Il guardiano"),
            ("Artículo 3 Bis.- Las luces", 3, 2, "Las luces"),
            ("סעיף 3א. מנורות", 3, 1, "מנורות"),
            ("סעיף 3יא. מנורות", 3, 11, "מנורות"),
            ("المادة ٣ مكرر", 3, 2, ""),
            ("มาตรา ๓ ทวิ ตะเกียง", 3, 2, "ตะเกียง"),
            ("3-1-бап. Шамдар", 3, 1, "Шамдар"),
        ] {
            assert_eq!(read(line), (n, Suffix::of(&[rank]), rest), "{line}");
        }
    }

    #[test]
    fn the_number_of_a_code_is_one_step() {
        for (line, number, rest) in [
            ("13.2B-102. Candles", "13.2B-102", "Candles"),
            ("18.2-308 Candles", "18.2-308", "Candles"),
            ("§ 18.2-308.1. Candles", "18.2-308.1", "Candles"),
            ("Section 4.1A-201. Candles", "4.1A-201", "Candles"),
            ("§ 38A-101. Candles", "38A-101", "Candles"),
        ] {
            let label = labels(line, LineRole::Heading).into_iter().next().expect(line);
            assert_eq!(label.ordinals.len(), 1, "{line}");
            assert_eq!(label.ordinals[0].to_string(), number, "{line}");
            assert_eq!(line[label.len..].trim(), rest, "{line}");
        }
        assert_eq!(read("§ 13A-15 (repealed)").2, "§ 13A-15 (repealed)");
    }

    #[test]
    fn a_letter_follows_the_number_of_a_code() {
        let label = labels("§ 2-2 a. Lamper", LineRole::Heading).into_iter().next().expect("one");
        assert_eq!(label.value.suffix, Suffix::of(&[2, 1]));
        assert_eq!(label.ordinals[0].to_string(), "2-2a");
    }

    #[test]
    fn the_ending_of_an_ordinal_is_none() {
        for line in ["Art. 8o – Lampadas", "Artículo 1ro. Lámparas", "Article 1er", "Art. 3º Oleo"]
        {
            assert!(read(line).1.is_empty(), "{line}");
            assert!(read(line).0 > 0, "{line}");
        }
    }
}
