//! Detects columns of numbers, whose digits are aligned.

use icu_properties::props::{EnumeratedProperty, GeneralCategory};

/// Counts of the kinds of cells in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CellCounts {
    numbers: usize,
    others: usize,
}

impl CellCounts {
    /// Counts a cell.
    pub fn see(&mut self, cell: &str) {
        let cell = cell.trim();
        if is_number(cell) {
            self.numbers += 1;
        } else if !is_blank(cell) {
            self.others += 1;
        }
    }

    /// Whether all cells with a value are numbers, and there is at least one.
    pub fn all(self) -> bool {
        self.numbers > 0 && self.others == 0
    }
}

/// Whether a cell means "no value".
fn is_blank(cell: &str) -> bool {
    matches!(cell, "" | "-" | "–" | "—" | "−" | "…" | ".." | "..." | "n/a" | "N/A" | "n.a.")
}

/// Units written directly after their number.
const UNITS: [&str; 34] = [
    "%", "‰", "°", "°C", "°F", "′", "″", "ms", "µs", "ns", "s", "min", "h", "d", "mm", "cm", "m",
    "km", "g", "kg", "t", "B", "kB", "KB", "MB", "GB", "TB", "KiB", "MiB", "GiB", "k", "M", "x",
    "×",
];

/// The maximum number of letters in a unit that a blank separates from its number.
const LONGEST_UNIT: usize = 5;

/// Whether a cell is one number, with a sign, a currency or a unit: `−1,200.50`,
/// `(12)`, `€ 5`, `7 %`, `1 500 km`.
fn is_number(cell: &str) -> bool {
    let inner = cell.strip_prefix('(').and_then(|cell| cell.strip_suffix(')')).unwrap_or(cell);
    let is_sign =
        |c: char| matches!(c, '+' | '-' | '−' | '–' | '±' | '~' | '≈' | '<' | '>' | '≤' | '≥');
    let is_blank = |c: char| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}');
    let before = |c: char| is_sign(c) || is_blank(c) || is_currency(c);
    let inner = inner.trim_start_matches(before);
    let end =
        inner.rfind(is_digit).map(|at| at + inner[at..].chars().next().map_or(0, char::len_utf8));
    let Some(end) = end else { return false };
    let (digits, unit) = inner.split_at(end);
    is_grouped(digits) && {
        let close = unit.trim_start_matches(is_blank);
        let parted = close.len() < unit.len();
        let letters = close.chars().all(|c| c.is_alphabetic() || "/²³°%µ·".contains(c));
        close.is_empty()
            || UNITS.contains(&close)
            || close.chars().all(is_currency)
            || parted && letters && close.chars().count() <= LONGEST_UNIT
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || GeneralCategory::for_char(c) == GeneralCategory::DecimalNumber
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢' | '£' | '¤' | '¥' | '\u{20A0}'..='\u{20CF}')
}

/// Whether `digits` are digits, in groups of three if grouped, with at most one
/// point or comma before a fraction.
fn is_grouped(digits: &str) -> bool {
    let groups: Vec<&str> = digits.split(|c: char| !is_digit(c)).collect();
    let signs: Vec<char> = digits.chars().filter(|c| !is_digit(*c)).collect();
    let known = |c: &char| {
        matches!(c, '.' | ',' | '٫' | '٬' | '\'' | '’' | ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
    };
    let Some((last, inner)) = groups.split_last() else { return false };
    let whole = |groups: &[&str]| {
        groups.first().is_some_and(|first| !first.is_empty() && first.chars().count() <= 3)
            && groups[1..].iter().all(|group| is_three(group))
    };
    signs.iter().all(known)
        && match inner.len() {
            0 => true,
            // A single sign may separate groups or start a fraction; the whole
            // part may be empty.
            1 => matches!(signs[0], '.' | ',' | '٫') && !last.is_empty() || is_three(last),
            _ => whole(inner) && !last.is_empty(),
        }
}

fn is_three(group: &str) -> bool {
    group.chars().count() == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_with_their_signs_and_units() {
        for cell in [
            "5",
            "−1,200.50",
            "1.200,50",
            "(12)",
            "€ 5",
            "5 €",
            "$1,000",
            "7%",
            "7 %",
            "1 500 km",
            "12.5 kg",
            "0.5",
            ".5",
            "1’000’000",
            "+3",
            "<1",
            "٣٤",
            "3 m³",
            "20 °C",
            "12 ms",
            "2006",
        ] {
            assert!(is_number(cell), "{cell}");
        }
        for cell in [
            "",
            "-",
            "lamp",
            "1A",
            "3rd",
            "1.2.3",
            "2006-06-20",
            "12:30",
            "5(c)",
            "§ 4",
            "4 lanterns",
            "1, 2",
            "1/2",
            "v2",
        ] {
            assert!(!is_number(cell), "{cell}");
        }
    }

    #[test]
    fn a_column_of_numbers_holds_nothing_else() {
        let all = |cells: &[&str]| {
            let mut numbers = CellCounts::default();
            cells.iter().for_each(|cell| numbers.see(cell));
            numbers.all()
        };
        assert!(all(&["12", "—", "1,000", ""]));
        assert!(!all(&["12", "none"]));
        assert!(!all(&["—", ""]));
    }
}
