//! Dates as texts state them: `June 20, 2006`, `20 June 2006`, `20. Juni 2006`,
//! `20 de junio de 2006`. The words are in `assets/languages`.

use crate::document::StatedDate;
use std::ops::Range;

// Defines `MONTHS`, `DAY_ENDINGS`, `LINKS`, `FORMULAS` and `JOINTS`.
include!(concat!(env!("OUT_DIR"), "/dates.rs"));

/// Number of days in the longest month.
const LONGEST_MONTH: u8 = 31;

/// Upper bound for a line that is a place and a date, in characters.
const LONGEST_DATELINE: usize = 80;

/// Returns the first date in a line, and its range in bytes.
pub fn first(line: &str) -> Option<(StatedDate, Range<usize>)> {
    let words = LineWords::of(line);
    (1..words.ranges.len()).find_map(|at| words.date_until(at))
}

/// Returns all dates of a text, with their ranges in bytes.
pub fn all(text: &str) -> Vec<(StatedDate, Range<usize>)> {
    let words = LineWords::of(text);
    (1..words.ranges.len()).filter_map(|at| words.date_until(at)).collect()
}

/// Returns the months that a text names, as numbers from 1 to 12.
pub fn months_in(text: &str) -> impl Iterator<Item = u8> + '_ {
    let words = LineWords::of(text);
    (0..words.ranges.len()).filter_map(move |at| words.month(at))
}

/// The words and numbers of a line.
struct LineWords<'a> {
    line: &'a str,
    ranges: Vec<Range<usize>>,
}

impl<'a> LineWords<'a> {
    fn of(line: &'a str) -> Self {
        let mut ranges = Vec::new();
        let mut start = None;
        for (at, c) in line.char_indices().chain([(line.len(), ' ')]) {
            match (start, c.is_alphanumeric()) {
                (None, true) => start = Some(at),
                (Some(from), false) => {
                    ranges.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
        Self { line, ranges }
    }

    /// Returns the date whose year is the word at an index, and its range in bytes.
    fn date_until(&self, at: usize) -> Option<(StatedDate, Range<usize>)> {
        let year = self.word(at)?;
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let year = year.parse().ok()?;
        let found = self.month_first(at).or_else(|| self.day_first(at));
        let (start, day, month) = found?;
        let range = self.ranges[start].start..self.ranges[at].end;
        let words = self.line[range.clone()].to_owned();
        Some((StatedDate { words, year, month, day }, range))
    }

    /// Reads `June 20, 2006`; returns the index of its first word, the day and the month.
    fn month_first(&self, year: usize) -> Option<(usize, u8, u8)> {
        let (day, month) = (year.checked_sub(1)?, year.checked_sub(2)?);
        let parted = self.is_gap(month, "") && self.is_gap(day, ",");
        Some((month, self.day(day)?, self.month(month)?)).filter(|_| parted)
    }

    /// Reads `20 June 2006`, `20. Juni 2006`, `20 de junio de 2006`.
    fn day_first(&self, year: usize) -> Option<(usize, u8, u8)> {
        let month = self.before(year, ",")?;
        let number = self.month(month)?;
        let day = self.before(month, ".")?;
        Some((day, self.day(day)?, number))
    }

    /// Returns the index of the word before another, skipping a link between the two. `mark` may
    /// separate them.
    fn before(&self, at: usize, mark: &str) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let is_link = LINKS.binary_search(&self.word(before)?).is_ok();
        if is_link && self.is_gap(before, "") {
            let outer = before.checked_sub(1)?;
            return self.is_gap(outer, "").then_some(outer);
        }
        self.is_gap(before, mark).then_some(before)
    }

    /// Whether whitespace follows a word, preceded at most by `mark`.
    fn is_gap(&self, at: usize, mark: &str) -> bool {
        let next = self.ranges.get(at + 1).map_or(self.line.len(), |next| next.start);
        let between = &self.line[self.ranges[at].end..next];
        let blanks = between.strip_prefix(mark).unwrap_or(between);
        !blanks.is_empty() && blanks.chars().all(char::is_whitespace)
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        self.line.get(self.ranges.get(at)?.clone())
    }

    fn day(&self, at: usize) -> Option<u8> {
        day(self.word(at)?)
    }

    fn month(&self, at: usize) -> Option<u8> {
        let word = self.word(at)?.to_lowercase();
        let found = MONTHS.binary_search_by_key(&word.as_str(), |(month, _)| month).ok()?;
        Some(MONTHS[found].1)
    }
}

/// Returns the day of a month that a word states.
fn day(word: &str) -> Option<u8> {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &word[..word.len() - ending.len()];
    let ends =
        ending.is_empty() || DAY_ENDINGS.binary_search(&ending.to_lowercase().as_str()).is_ok();
    let day = digits.parse().ok().filter(|day| (1..=LONGEST_MONTH).contains(day))?;
    (ends && digits.len() <= 2).then_some(day)
}

/// Whether a line is only a place and a date (`Port Sel, May 2, 1999`).
pub fn is_dateline(line: &str) -> bool {
    let Some((_, range)) = first(line) else { return false };
    let place = line[..range.start].trim();
    let rest = line[range.end..].trim_matches(|c: char| c.is_whitespace() || c == '.');
    let place = FORMULAS.iter().find_map(|lead| behind(place, lead)).unwrap_or(place);
    let on = || JOINTS.iter().find_map(|joint| place.strip_suffix(joint)?.strip_suffix(' '));
    let named = place.strip_suffix(',').or_else(on).is_some_and(|p| {
        p.chars().next().is_some_and(char::is_uppercase)
            && p.chars().all(|c| c.is_alphabetic() || " .’'-,".contains(c))
    });
    rest.is_empty() && named && line.chars().count() < LONGEST_DATELINE
}

/// Number of bytes of a line within which the date of an entry ends.
const LONGEST_ENTRY_DATE: usize = 48;

/// Whether a line begins like an entry of a diary or a chronicle: with a day and a month followed
/// by the end, a mark or a year (`1. Mai.`, `2 de mayo de 1999`).
pub fn opens_entry(line: &str) -> bool {
    if !line.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let head = &line[..line.floor_char_boundary(LONGEST_ENTRY_DATE)];
    let first = head.split(|c: char| !c.is_alphanumeric()).next();
    if first.and_then(day).is_none() {
        return false;
    }
    let words = LineWords::of(head);
    let link = words.word(1).is_some_and(|word| LINKS.binary_search(&word).is_ok());
    let month = if link { 2 } else { 1 };
    let dated = words.is_gap(0, ".") && words.month(month).is_some();
    let behind = || words.ranges.get(month).map_or("", |range| &head[range.end..]);
    let year = || {
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        (1..=2).any(|behind| words.word(month + behind).is_some_and(is_year))
    };
    dated && (behind().trim().is_empty() || behind().starts_with(['.', ',', ':']) || year())
}

/// Returns the text after `words` at its start, in any case.
fn behind<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(words.len())?;
    if head.to_lowercase() == words { rest.strip_prefix(' ') } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_begin_with_a_day_and_a_month() {
        for (line, is) in [
            ("1. Mai. Regen.", true),
            ("2. Mai", true),
            ("17 October: fog", true),
            ("3 de mayo de 1999 llueve", true),
            ("30 ноября 1998", true),
            ("1. May the keeper rest?", false),
            ("2. March to the tower.", false),
            ("1. Lamps.", false),
            ("45. Mai.", false),
        ] {
            assert_eq!(opens_entry(line), is, "{line}");
        }
    }

    #[test]
    fn dates_are_read_in_every_order_and_language() {
        let day = |line: &str| first(line).map(|(d, _)| (d.year, d.month, d.day));
        for (line, date) in [
            ("Issued May 2, 1999 Vol. 3", Some((1999, 5, 2))),
            ("on 17th October 2031", Some((2031, 10, 17))),
            ("Port Sel, den 3. März 2004", Some((2004, 3, 3))),
            ("le 1er août 1987, à Port Sel", Some((1987, 8, 1))),
            ("Puerto Sel, 9 de septiembre de 2011.", Some((2011, 9, 9))),
            ("Порт Сел, 30 ноября 1998 г.", Some((1998, 11, 30))),
            ("in May", None),
            ("42 May 1999", None),
            ("2 May, lamp 1999", None),
            ("May 2,1999", None),
        ] {
            assert_eq!(day(line), date, "{line}");
        }
        let (date, range) = first("Issued May 2, 1999 Vol. 3").expect("a date");
        assert_eq!((date.words.as_str(), range), ("May 2, 1999", 7..18));
    }

    #[test]
    fn a_dateline_is_a_place_and_a_date() {
        assert!(is_dateline("Port Sel, May 2, 1999"));
        assert!(is_dateline("Adopted at Port Sel on 2 May 1999"));
        assert!(!is_dateline("We met in Port Sel, May 2, 1999, and parted."));
        assert!(!is_dateline("May 2, 1999"));
    }
}
