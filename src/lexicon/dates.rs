//! Dates as an English text states them: `June 20, 2006`, `20 June 2006`.

use crate::document::StatedDate;
use regex::Regex;
use std::sync::LazyLock;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months = MONTHS.join("|");
    Regex::new(&format!(
        r"(?i)\b(?:(?P<m1>{months})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{months}),?)\s+(?P<y>\d{{4}})\b"
    ))
    .ok()
});

/// The first date in a line, and the bytes that state it.
pub fn first(line: &str) -> Option<(StatedDate, std::ops::Range<usize>)> {
    let found = DATE.as_ref()?.captures(line)?;
    let either = |a, b| found.name(a).or_else(|| found.name(b)).map(|m| m.as_str());
    let month = either("m1", "m2")?.to_lowercase();
    let month = MONTHS.iter().position(|m| *m == month)? + 1;
    let date = StatedDate {
        words: found.get(0)?.as_str().to_owned(),
        year: found.name("y")?.as_str().parse().ok()?,
        month: u8::try_from(month).ok()?,
        day: either("d1", "d2")?.parse().ok()?,
    };
    Some((date, found.get(0)?.range()))
}

/// What may stand before the place.
const FORMULAS: [&str; 6] =
    ["Done at ", "Done in ", "Adopted at ", "Adopted in ", "Signed at ", "Signed in "];

/// Whether a line is a place and a date and no more (`Port Sel, May 2, 1999`).
pub fn is_dateline(line: &str) -> bool {
    let Some((_, range)) = first(line) else { return false };
    let place = line[..range.start].trim();
    let rest = line[range.end..].trim_matches(|c: char| c.is_whitespace() || c == '.');
    let place = FORMULAS.iter().find_map(|lead| place.strip_prefix(lead)).unwrap_or(place);
    let named = place.strip_suffix(',').or_else(|| place.strip_suffix(" on")).is_some_and(|p| {
        p.chars().next().is_some_and(char::is_uppercase)
            && p.chars().all(|c| c.is_alphabetic() || " .’'-,".contains(c))
    });
    rest.is_empty() && named && line.chars().count() < 80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_both_orders() {
        let day = |line: &str| first(line).map(|(d, _)| (d.year, d.month, d.day));
        assert_eq!(day("Issued May 2, 1999 Vol. 3"), Some((1999, 5, 2)));
        assert_eq!(day("on 17th October 2031"), Some((2031, 10, 17)));
        assert_eq!(day("in May"), None);
    }

    #[test]
    fn a_dateline_is_a_place_and_a_date() {
        assert!(is_dateline("Port Sel, May 2, 1999"));
        assert!(is_dateline("Adopted at Port Sel on 2 May 1999"));
        assert!(!is_dateline("We met in Port Sel, May 2, 1999, and parted."));
        assert!(!is_dateline("May 2, 1999"));
    }
}
