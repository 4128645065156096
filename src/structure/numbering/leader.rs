//! Lines of a table of contents: they end in the number of a page, after points that lead to it or
//! far after the words.

use crate::lexicon::characters::is_digit;

/// Points that lead to a number, at least.
const LEADING: usize = 3;

/// The minimum number of points without a number after them that show such a line.
const LEADING_NOWHERE: usize = 4;

/// Blanks between the words and the number of a page, at least.
const FEWEST_BLANKS: usize = 4;

/// Digits of the number of a page, at most.
const MOST_DIGITS: usize = 4;

/// Whether a line ends as one of a table of contents.
pub fn ends_with_page(line: &str) -> bool {
    ends_with_led_number(line) || ends_with_far_number(line) || {
        line.chars().rev().take_while(|c| is_point(*c)).take(LEADING_NOWHERE).count()
            == LEADING_NOWHERE
    }
}

/// `Of lamps . . . . 12`, `Of oil .... iv`.
fn ends_with_led_number(line: &str) -> bool {
    let words = line.trim_end_matches(|c| is_digit(c) || "ivxlc".contains(c));
    if words.len() == line.len() {
        return false;
    }
    let mut points = words.trim_end();
    for _ in 0..LEADING {
        let Some(rest) = points.strip_suffix(is_point) else { return false };
        points = rest.strip_suffix(char::is_whitespace).unwrap_or(rest);
    }
    true
}

/// `Of lamps      12`.
fn ends_with_far_number(line: &str) -> bool {
    let words = line.trim_end_matches(is_digit);
    let digits = line[words.len()..].chars().take(MOST_DIGITS + 1).count();
    let blanks = words.chars().rev().take_while(|c| c.is_whitespace()).take(FEWEST_BLANKS);
    (1..=MOST_DIGITS).contains(&digits) && blanks.count() == FEWEST_BLANKS
}

fn is_point(c: char) -> bool {
    matches!(c, '.' | '·' | '…' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_contents_ends_in_the_number_of_a_page() {
        for line in [
            "1. Lamps . . . 4",
            "2. Oil ......... xii",
            "3. Wicks      7",
            "4. Ropes ....",
            "5. ···٤",
        ] {
            assert!(ends_with_page(line), "{line}");
        }
        for line in
            ["1. Lamps are lit at 4", "2. And so on...", "3. Wicks   7", "4. Of      12345", ""]
        {
            assert!(!ends_with_page(line), "{line}");
        }
    }
}
