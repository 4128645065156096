//! Removes line numbers in the margin of a plain text, as in bills: they are not part of the text.

use super::pages::PageLine;

/// The minimum number of numbered lines: fewer numbers may be those of clauses.
const LEAST: usize = 5;

/// The maximum number of digits.
const DIGITS: usize = 3;

/// The minimum number of spaces between a number and its line.
const GAP: usize = 2;

/// Leaves out the numbers that count the lines of a text, if every line with words has one.
///
/// The items of a list have numbers too, but each begins with a sentence or a name. Here at least
/// one line continues the sentence of the line before, and most continue one or begin with a label
/// of their own.
pub fn without_line_numbers(text: &str, lines: Vec<PageLine>) -> Vec<PageLine> {
    let is_blank = |line: &PageLine| text[line.clone()].trim().is_empty();
    let Some(first) = lines.iter().find(|line| !is_blank(line)) else { return lines };
    if numbered(&text[first.clone()]).is_none() {
        return lines;
    }
    let (mut last, mut ended) = (0, true);
    let (mut count, mut going_on, mut labelled) = (0, 0, 0);
    for line in lines.iter().filter(|line| !is_blank(line)) {
        let Some((number, words)) = numbered(&text[line.clone()]) else { return lines };
        // Each page may begin again.
        if number != last + 1 && number != 1 {
            return lines;
        }
        last = number;
        count += 1;
        if words.starts_with(char::is_lowercase) && !ended {
            going_on += 1;
        } else if is_labelled(words) {
            labelled += 1;
        }
        ended = words.ends_with(['.', ';', ':', '!', '?']) || words.is_empty();
    }
    if count < LEAST || going_on == 0 || (going_on + labelled) * 2 < count {
        return lines;
    }
    let stripped = |line: PageLine| match numbered(&text[line.clone()]) {
        Some((_, words)) => line.end - words.len()..line.end,
        None => line,
    };
    lines.into_iter().map(stripped).collect()
}

/// Returns the number in the margin of a line, and its words.
fn numbered(line: &str) -> Option<(u32, &str)> {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line.get(..digits)?.parse().ok().filter(|_| digits <= DIGITS)?;
    let rest = &line[digits..];
    let words = rest.trim_start();
    let gap = rest.len() - words.len();
    (words.is_empty() || gap >= GAP || rest.starts_with('\t')).then_some((number, words))
}

/// Whether words begin with a sign or a word before a number: `(a)`, `SECTION 2.`
fn is_labelled(words: &str) -> bool {
    let numbered = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    words.starts_with('(') || words.split_whitespace().take(2).any(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stripped(text: &str) -> Vec<&str> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            lines.push(start..start + line.len());
            start += line.len() + 1;
        }
        without_line_numbers(text, lines).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn numbers_that_count_lines_are_left_out() {
        let bill = "1    SECTION 1. Lamps are lit at\n2    dusk:\n3    (a) by the keeper; and\n4    (b) with oil.\n5    SECTION 2. The end.";
        assert_eq!(
            stripped(bill),
            [
                "SECTION 1. Lamps are lit at",
                "dusk:",
                "(a) by the keeper; and",
                "(b) with oil.",
                "SECTION 2. The end."
            ]
        );
    }

    #[test]
    fn numbers_of_items_are_kept() {
        for list in [
            "1  Oil\n2  Wicks\n3  Glass\n4  Rope\n5  Sand",
            "1  Lamps are lit.\n2  (a) Oil is dry.\n3  (b) Rope is new.\n4  Sand is red.\n5  The end.",
            "1  oil\n2  wicks\nand\n3  glass\n4  rope\n5  sand",
        ] {
            assert_eq!(stripped(list), list.split('\n').collect::<Vec<_>>());
        }
    }
}
