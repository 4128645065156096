//! Numbers in words: `nine`, `tenth`, `vingt-et-unième`. `assets/numbers` holds what Unicode CLDR
//! spells out, `assets/languages` the rest.

use super::characters::is_mark;
use super::word_breaks;

/// The number words of a language.
#[derive(Debug)]
pub struct NumberWords {
    tag: &'static str,
    /// One word per line, sorted: the word, a tab, the number.
    cardinals: &'static str,
    ordinals: &'static str,
}

// Defines `NUMBERS`, `DEFAULT`, `WRITTEN_AS`, `CARDINALS` and `ORDINALS`.
include!(concat!(env!("OUT_DIR"), "/numbers.rs"));

/// Maximum number of words in a number.
const MOST_WORDS: usize = 5;

/// Returns the number at the start of `text` in one of `languages` (indexes into the table), and
/// its length in bytes. The longest match wins: `twenty-one` is not 20.
pub fn begun(text: &str, languages: &[usize]) -> Option<(u32, usize)> {
    let known = || languages.iter().filter_map(|at| NUMBERS.get(*at));
    // Other code reads digits.
    text.chars().next().filter(|c| c.is_alphabetic())?;
    known().next()?;
    let ends: Vec<usize> = word_ends(text).take(MOST_WORDS).collect();
    ends.into_iter().rev().find_map(|end| {
        let words = folded(&text[..end]);
        let number = known().find_map(|numbers| {
            look_up(numbers.ordinals, &words).or_else(|| look_up(numbers.cardinals, &words))
        });
        Some((number?, end))
    })
}

/// Returns all numbers in words of a text in the language of a tag; none for a language without number
/// words.
pub fn numbers_in(text: &str, tag: Option<&str>) -> Vec<u32> {
    let Some(own) = super::language::row(tag, &NUMBERS, |numbers| numbers.tag) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    // No blanks divide the words of Thai and the like, so their ends are those of the pieces.
    let pieces = word_breaks::pieces(text);
    let mut at = 0;
    while let Some(first) = pieces.get(at) {
        let begun = folded(&text[first.range.clone()]);
        let may_begin =
            first.is_word && [own.cardinals, own.ordinals].iter().any(|l| begins(l, &begun));
        let most = if may_begin { pieces.len().min(at + 2 * MOST_WORDS - 1) } else { at };
        let number = (at..most).rev().filter(|last| pieces[*last].is_word).find_map(|last| {
            let words = folded(&text[first.range.start..pieces[last].range.end]);
            let number = look_up(own.cardinals, &words).or_else(|| look_up(own.ordinals, &words));
            Some((number?, last))
        });
        at = number.map_or(at, |(_, last)| last) + 1;
        found.extend(number.map(|(number, _)| number));
    }
    found
}

/// Returns the ordinal that `words` state in one of `languages` (indexes into the table).
pub fn ordinal_of(words: &str, languages: &[usize]) -> Option<u32> {
    let words = folded(words);
    let known = languages.iter().filter_map(|at| NUMBERS.get(*at));
    known.into_iter().find_map(|numbers| look_up(numbers.ordinals, &words))
}

impl NumberWords {
    /// Returns the numbers of a tag's language, or those of the default language if it has none.
    pub fn of(tag: Option<&str>) -> &'static Self {
        let known = super::language::row(tag, &NUMBERS, |numbers| numbers.tag);
        known.unwrap_or(&NUMBERS[DEFAULT])
    }

    /// Returns the number that a word or figure states.
    pub fn count(&self, word: &str) -> Option<u32> {
        word.parse().ok().or_else(|| look_up(self.cardinals, &folded(word)))
    }

    /// Returns the ordinal that a word states: `18th`, `18º`, `18-й`, `tenth`.
    pub fn ordinal(&self, word: &str) -> Option<u32> {
        let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = &word[..word.len() - ending.len()];
        let is_ending = |c: char| c.is_alphabetic() || matches!(c, '°' | '-' | '\u{2011}' | '.');
        if !digits.is_empty() && !ending.is_empty() && ending.chars().all(is_ending) {
            return digits.parse().ok();
        }
        look_up(self.ordinals, &folded(word))
    }
}

/// Returns the ordinal that a word states in the language of `tag`.
pub fn ordinal_in(tag: &str, word: &str) -> Option<u32> {
    let at = NUMBERS.binary_search_by_key(&tag, |numbers| numbers.tag).ok()?;
    look_up(NUMBERS[at].ordinals, &folded(word))
}

/// Maximum number of letters in the ending of an inflected ordinal.
const LONGEST_ENDING: usize = 4;

/// Minimum number of letters that the cases of an ordinal share.
const SHORTEST_STEM: usize = 3;

/// Returns the ordinal that a word states in the language of `tag`, in whatever case and gender: the
/// tables have one of each at most (`друга`), a text has all (`другої`). The words must share all but
/// their endings, with no other ordinal between.
pub fn inflected_ordinal_in(tag: &str, word: &str) -> Option<u32> {
    let at = NUMBERS.binary_search_by_key(&tag, |numbers| numbers.tag).ok()?;
    let (lines, word) = (NUMBERS[at].ordinals, folded(word));
    if let Some(number) = look_up(lines, &word) {
        return Some(number);
    }
    let letters = word.chars().count();
    let stems = (1..=LONGEST_ENDING).filter_map(|ending| letters.checked_sub(ending));
    for len in stems.take_while(|len| *len >= SHORTEST_STEM) {
        let (stem, end) =
            word.split_at(word.char_indices().nth(len).map_or(word.len(), |(end, _)| end));
        // An ending is no word of its own.
        if end.contains(' ') {
            break;
        }
        let known = lines[first_from(lines, stem)..].lines().map_while(|line| {
            let (known, number) = line.split_once('\t')?;
            Some((known.strip_prefix(stem)?, number))
        });
        let is_ending = |end: &str| end.chars().count() < LONGEST_ENDING && !end.contains(' ');
        let mut numbers = known.filter(|(end, _)| is_ending(end)).map(|(_, number)| number);
        if let Some(number) = numbers.next() {
            return if numbers.all(|other| other == number) { number.parse().ok() } else { None };
        }
    }
    None
}

/// Returns the offset of the first line whose word is `word` or after it.
fn first_from(lines: &str, word: &str) -> usize {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = lines.floor_char_boundary(low.midpoint(high));
        let start = lines[..middle].rfind('\n').map_or(0, |at| at + 1);
        let end = lines[start..].find('\n').map_or(lines.len(), |end| start + end);
        let known = lines[start..end].split('\t').next().unwrap_or("");
        if known < word { low = (end + 1).min(lines.len()) } else { high = start }
    }
    low
}

/// Returns a number in words of the default language: `twenty-one`.
pub fn cardinal(number: u32) -> Option<&'static str> {
    of_list(CARDINALS, number)
}

/// Returns an ordinal in words of the default language: `twenty-first`.
pub fn ordinal(number: u32) -> Option<&'static str> {
    of_list(ORDINALS, number)
}

fn of_list(words: &'static [&'static str], number: u32) -> Option<&'static str> {
    words.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}

/// Returns the ends of the words at the start of `text`, in order, for as long as a single space or
/// hyphen separates them.
pub fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    let mut at = Some(0);
    std::iter::from_fn(move || {
        let start = at?;
        let end = start + word_len(&text[start..]);
        let mut behind = text[end..].chars();
        let parted = behind.next().filter(|c| is_gap(*c));
        let next = behind.next().filter(|c| is_of_word(*c));
        at = parted.zip(next).map(|(gap, _)| end + gap.len_utf8());
        Some(end)
    })
}

/// Returns the length in bytes of the word at the start of `text`. An apostrophe between letters
/// belongs to the word, as in `п’ять` and `to‘rtinchi`.
fn word_len(text: &str) -> usize {
    let mut rest = text.trim_start_matches(is_of_word);
    while let Some(inner) = rest.strip_prefix(APOSTROPHES).filter(|r| r.starts_with(is_of_word)) {
        rest = inner.trim_start_matches(is_of_word);
    }
    text.len() - rest.len()
}

/// Characters written as apostrophes; the first is the one in the tables.
const APOSTROPHES: [char; 5] = ['’', '\'', '‘', 'ʻ', 'ʼ'];

/// Whether a character is a letter, a digit or a vowel mark.
fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '-' | '\u{2010}' | '\u{2011}')
}

/// Normalises a word as in the tables: lower case, without differences in spelling. By way of their
/// capitals, `ı` and `i` become one letter, as do `ς` and `σ`.
fn folded(word: &str) -> String {
    // The point that the small letter of the Turkic `İ` keeps, and the zero width space.
    const DROPPED: [char; 2] = ['\u{307}', '\u{200B}'];
    let even = |c| match c {
        c if is_gap(c) => ' ',
        c if APOSTROPHES.contains(&c) => APOSTROPHES[0],
        c if c.is_ascii() => c,
        c => WRITTEN_AS.binary_search_by_key(&c, |(own, _)| *own).map_or(c, |at| WRITTEN_AS[at].1),
    };
    if word.is_ascii() {
        return word
            .chars()
            .map(|c| if is_gap(c) { ' ' } else { even(c.to_ascii_lowercase()) })
            .collect();
    }
    let capitals = word.chars().flat_map(char::to_uppercase);
    capitals.flat_map(char::to_lowercase).filter(|c| !DROPPED.contains(c)).map(even).collect()
}

/// Looks up the number of a word.
fn look_up(lines: &str, word: &str) -> Option<u32> {
    let (known, number) = lines[first_from(lines, word)..].lines().next()?.split_once('\t')?;
    (known == word).then(|| number.parse().ok())?
}

/// Whether a word of the lines begins with `start`.
fn begins(lines: &str, start: &str) -> bool {
    lines[first_from(lines, start)..].starts_with(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_ordinals_are_read_in_figures_and_words() {
        let english = NumberWords::of(None);
        assert_eq!(
            ["18", "nine", "Twenty-one", "hundred", "harbour"].map(|word| english.count(word)),
            [Some(18), Some(9), Some(21), Some(100), None]
        );
        assert_eq!(
            ["18th", "tenth", "twelfth", "Twentieth", "thirty-second", "north"]
                .map(|word| english.ordinal(word)),
            [Some(18), Some(10), Some(12), Some(20), Some(32), None]
        );
        assert_eq!(NumberWords::of(Some("de-AT")).count("zwölf"), Some(12));
        assert_eq!(
            ["18e", "dix-huitième", "18,", "18"]
                .map(|word| NumberWords::of(Some("fr")).ordinal(word)),
            [Some(18), Some(18), None, None]
        );
    }

    #[test]
    fn every_word_of_every_table_is_found() {
        for numbers in &NUMBERS {
            for lines in [numbers.cardinals, numbers.ordinals] {
                for line in lines.lines() {
                    let (word, number) = line.split_once('\t').expect("a tab");
                    assert_eq!(look_up(lines, word), number.parse().ok(), "{} {word}", numbers.tag);
                    assert_eq!(folded(word), word, "{}", numbers.tag);
                }
                assert_eq!(look_up(lines, "☂").or(look_up(lines, "")), None);
            }
        }
        assert!(NUMBERS.is_sorted_by_key(|numbers| numbers.tag));
    }

    #[test]
    fn an_ordinal_is_read_in_every_case() {
        for (tag, word, number) in [
            ("uk", "другої", Some(2)),
            ("uk", "п'ятої", Some(5)),
            ("uk", "третьої", Some(3)),
            ("uk", "порт", None),
            ("ru", "первой", Some(1)),
            ("ru", "пятнадцатой", Some(15)),
            ("lv", "pirmajā", Some(1)),
            ("lv", "otrās", Some(2)),
            ("lt", "antrosios", Some(2)),
            ("sl", "prvega", Some(1)),
            ("sl", "tretjega", Some(3)),
            ("tr", "ikinci", Some(2)),
            ("es", "segundo del", None),
            ("en", "lamp", None),
            ("en", "ab", None),
            ("tlh", "second", None),
        ] {
            assert_eq!(inflected_ordinal_in(tag, word), number, "{tag} {word}");
        }
    }

    #[test]
    fn a_number_is_read_in_the_languages_of_its_word_alone() {
        let read = |tag: &str, text: &str| {
            let at = NUMBERS.iter().position(|numbers| numbers.tag == tag).expect(tag);
            begun(text, &[at])
        };
        for (tag, text, found) in [
            ("en", "TWENTY-ONE. Lamps", Some((21, 10))),
            ("en", "one hundred lamps", Some((100, 11))),
            ("en", "on lamps", None),
            ("tr", "on", Some((10, 2))),
            ("fr", "vingt et unième", Some((21, "vingt et unième".len()))),
            ("es", "vigésimo tercero, de las lámparas", Some((23, "vigésimo tercero".len()))),
            ("de", "zweiundzwanzigster Teil", Some((22, 18))),
            ("ru", "ЧЕТВЁРТАЯ", Some((4, "ЧЕТВЁРТАЯ".len()))),
            ("ar", "الخامسة", Some((5, "الخامسة".len()))),
            ("en", "5", None),
            ("en", "", None),
        ] {
            assert_eq!(read(tag, text), found, "{tag} {text}");
        }
    }
}
