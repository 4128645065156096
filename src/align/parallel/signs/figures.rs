//! Numbers in figures, in the digits of any script.

use crate::lexicon::counter::digit;

/// Characters that separate groups of three digits. A blank does too, after at most three digits.
const SEPARATORS: &[char] = &['.', ',', '\'', '’', '\u{a0}', '\u{202f}', '٬', '，'];

/// The numbers in figures of some words, in the digits of ASCII, without separators and without leading
/// zeros, each with its place in bytes.
pub fn figures_in(words: &str) -> Vec<(usize, String)> {
    let mut figures: Vec<(usize, String)> = Vec::new();
    let mut own: Option<(usize, String)> = None;
    let mut rest = words.char_indices();
    while let Some((at, c)) = rest.next() {
        let value = digit(c).and_then(|value| char::from_digit(value, 10));
        match (value, &mut own) {
            (Some(value), Some((_, figure))) => figure.push(value),
            (Some(value), None) => own = Some((at, value.to_string())),
            (None, Some((from, figure)))
                if (SEPARATORS.contains(&c)
                    || (c == ' ' && is_grouped(&words[*from..at], figure)))
                    && is_group(rest.as_str()) => {}
            (None, _) => figures.extend(own.take()),
        }
    }
    figures.extend(own);
    for (_, figure) in &mut figures {
        let kept = figure.trim_start_matches('0').len().max(1);
        figure.drain(..figure.len() - kept);
    }
    figures
}

/// Whether what is written of a figure is a group of up to three digits, or several that blanks separate.
fn is_grouped(written: &str, figure: &str) -> bool {
    figure.len() <= 3 || written.contains(' ')
}

/// Whether a text begins with exactly three digits.
fn is_group(text: &str) -> bool {
    let digits = text.chars().take(4).take_while(|c| digit(*c).is_some());
    digits.count() == 3
}

/// The length in bytes of a number at the beginning of a paragraph that only counts it: `(1) `, `2. `,
/// `3) `.
pub fn counter_len(words: &str) -> usize {
    let inner = words.strip_prefix(['(', '（']).unwrap_or(words);
    let behind = inner.trim_start_matches(|c| digit(c).is_some());
    let marks = behind.trim_start_matches(['.', ')', '）', '-', '.', '、']);
    let is_counter = behind.len() < inner.len()
        && marks.len() < behind.len()
        && marks.starts_with(|c: char| !c.is_numeric());
    if is_counter { words.len() - marks.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(words: &str) -> Vec<String> {
        figures_in(words).into_iter().map(|(_, figure)| figure).collect()
    }

    #[test]
    fn figures_of_all_scripts_are_read_alike() {
        assert_eq!(figures("30 days, 12,500 lamps"), ["30", "12500"]);
        assert_eq!(figures("٣٠ يوما"), ["30"]);
        assert_eq!(figures("12\u{202f}500 lampes, 1,5 m"), ["12500", "1", "5"]);
        assert_eq!(figures("in 2006, on 06.05.2004"), ["2006", "6", "5", "2004"]);
        assert_eq!(figures("0 and 1.234.567,00"), ["0", "1234567", "0"]);
        assert_eq!(figures("12 500 000 lamps, in 2006 500 ropes"), ["12500000", "2006", "500"]);
        assert_eq!(figures_in("a 1"), [(2, "1".to_owned())]);
    }

    #[test]
    fn a_number_that_counts_a_paragraph_is_passed_over() {
        for (words, len) in [
            ("(1) Lamps", 3),
            ("2. Lamps", 2),
            ("3) Lamps", 2),
            ("30 days", 0),
            ("1.5 m", 0),
            ("(a) x", 0),
        ] {
            assert_eq!(counter_len(words), len, "{words}");
        }
    }
}
