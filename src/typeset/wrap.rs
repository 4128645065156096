//! Breaking words into lines.

use std::ops::Range;
use textwrap::core::{Word, break_words, display_width};
use textwrap::word_splitters::split_words;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};
use textwrap::{WordSeparator, WordSplitter};

/// How text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// Columns of a line, at the most.
    pub columns: u16,
    /// Whether words may be hyphenated (English patterns).
    pub hyphenate: bool,
    /// Whether lines are stretched to the full measure.
    pub justify: bool,
}

/// One row of a block's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The bytes of the body that it shows, without the blanks at its end.
    pub range: Range<usize>,
    /// Whether it ends in a hyphen that is not in the text.
    pub hyphen: bool,
    /// Columns to share out among its blanks, so that it fills the measure.
    pub stretch: u16,
}

impl Line {
    /// The pieces of the line that a blank parts, each with the column it
    /// begins at, counted from the start of the line. A piece keeps the blank
    /// after it; the columns that stretch the line come behind that blank.
    pub fn pieces<'a>(&self, body: &'a str) -> impl Iterator<Item = (u16, Range<usize>, &'a str)> {
        let text = &body[self.range.clone()];
        let blanks = u16::try_from(text.matches(' ').count()).unwrap_or(u16::MAX).max(1);
        let (stretch, start) = (self.stretch, self.range.start);
        let (mut column, mut byte, mut passed) = (0u16, start, 0u16);
        text.split_inclusive(' ').map(move |piece| {
            let at = (column, byte..byte + piece.len(), piece);
            byte += piece.len();
            passed = passed.saturating_add(1);
            // What does not divide evenly goes to the first blanks.
            let extra = stretch / blanks + u16::from(passed <= stretch % blanks);
            column = column.saturating_add(columns_of(piece));
            if piece.ends_with(' ') {
                column = column.saturating_add(extra);
            }
            at
        })
    }

    /// The byte of the body that is shown at a column of the line; the line's
    /// end for a column behind it.
    pub fn byte_at(&self, body: &str, column: u16) -> usize {
        use unicode_segmentation::UnicodeSegmentation;
        for (mut at, range, piece) in self.pieces(body) {
            for (offset, grapheme) in piece.grapheme_indices(true) {
                at = at.saturating_add(columns_of(grapheme));
                if column < at {
                    return range.start + offset;
                }
            }
        }
        self.range.end
    }

    /// The column of the line at which a byte of the body is shown.
    pub fn column_of(&self, body: &str, byte: usize) -> u16 {
        let mut end = 0;
        for (at, range, piece) in self.pieces(body) {
            if byte < range.end {
                let inside = piece.get(..byte.saturating_sub(range.start)).unwrap_or("");
                return at.saturating_add(columns_of(inside));
            }
            end = at.saturating_add(columns_of(piece));
        }
        end
    }
}

/// Columns that a text takes on a terminal.
fn columns_of(text: &str) -> u16 {
    u16::try_from(display_width(text)).unwrap_or(u16::MAX)
}

/// Points inside a word at which it may be hyphenated, in bytes.
fn hyphenation_points(word: &str) -> Vec<usize> {
    // Only the letters are a word to the patterns; addresses and numbers are left whole.
    let start = word.find(char::is_alphabetic).unwrap_or(word.len());
    let end = word.trim_end_matches(|c: char| !c.is_alphabetic()).len();
    let Some(core) = word.get(start..end) else { return Vec::new() };
    if core.len() < 5 || !core.chars().all(char::is_alphabetic) {
        return WordSplitter::HyphenSplitter.split_points(word);
    }
    let mut points = Vec::new();
    let mut at = start;
    for syllable in hypher::hyphenate(core, hypher::Lang::English) {
        at += syllable.len();
        if at < end {
            points.push(at);
        }
    }
    points
}

/// Breaks a block's body into lines. Every byte that is not white space
/// stands in exactly one line; an empty body is one empty line.
pub fn wrap(body: &str, setting: Setting) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for hard in body.split('\n') {
        wrap_hard_line(hard, start, setting, &mut lines);
        start += hard.len() + 1;
    }
    lines
}

/// The words of each line at so many columns, words left whole: for what the
/// program itself says.
pub fn lines(words: &str, columns: u16) -> Vec<String> {
    let setting = Setting { columns: columns.max(1), hyphenate: false, justify: false };
    wrap(words, setting).into_iter().map(|line| words[line.range].to_owned()).collect()
}

fn wrap_hard_line(text: &str, start: usize, setting: Setting, lines: &mut Vec<Line>) {
    let columns = usize::from(setting.columns.max(1));
    let splitter = if setting.hyphenate {
        WordSplitter::Custom(hyphenation_points)
    } else {
        WordSplitter::HyphenSplitter
    };
    let words = WordSeparator::UnicodeBreakProperties.find_words(text);
    let words = break_words(split_words(words, &splitter), columns);
    if words.is_empty() {
        lines.push(Line { range: start..start, hyphen: false, stretch: 0 });
        return;
    }
    let widths = [columns as f64];
    let set = wrap_optimal_fit(&words, &widths, &Penalties::new())
        .unwrap_or_else(|_| wrap_first_fit(&words, &widths));
    let last = set.len();
    for (i, line) in set.into_iter().enumerate() {
        let (Some(first), Some(end)) = (line.first(), line.last()) else { continue };
        let range = start + within(text, first)..start + within(text, end) + end.word.len();
        let hyphen = !end.penalty.is_empty();
        let shown = &text[range.start - start..range.end - start];
        let free = columns.saturating_sub(display_width(shown) + usize::from(hyphen));
        // The last line stays as it is, and so does one that would gape.
        let stretch =
            if setting.justify && i + 1 < last && free <= columns / 4 && shown.contains(' ') {
                u16::try_from(free).unwrap_or(0)
            } else {
                0
            };
        lines.push(Line { range, hyphen, stretch });
    }
}

/// Bytes from the start of `text` to a word of it.
fn within(text: &str, word: &Word<'_>) -> usize {
    (word.word.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PLAIN: Setting = Setting { columns: 20, hyphenate: false, justify: false };

    fn shown(body: &str, setting: Setting) -> Vec<String> {
        wrap(body, setting)
            .iter()
            .map(|l| format!("{}{}", &body[l.range.clone()], if l.hyphen { "-" } else { "" }))
            .collect()
    }

    #[test]
    fn words_are_hyphenated_where_it_is_asked() {
        let text = "the international telecommunication infrastructure of transportation";
        assert!(
            shown(text, Setting { hyphenate: true, columns: 12, ..PLAIN })
                .iter()
                .any(|l| l.ends_with('-'))
        );
        assert!(shown(text, PLAIN).iter().all(|l| !l.ends_with('-')));
    }

    #[test]
    fn a_line_end_that_was_meant_is_kept() {
        assert_eq!(shown("one\ntwo three", PLAIN), ["one", "two three"]);
    }

    #[test]
    fn a_justified_line_fills_the_measure() {
        let body = "we are of one mind about the harbour and its lights";
        let lines = wrap(body, Setting { justify: true, ..PLAIN });
        for line in &lines[..lines.len() - 1] {
            let (at, _, piece) = line.pieces(body).last().unwrap();
            assert!(line.stretch == 0 || at + columns_of(piece) == 20, "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn no_character_is_lost_and_no_line_too_long(
            body in "[a-zа-я漢é \\-\n]{0,200}", columns in 2u16..90, hyphenate: bool, justify: bool,
        ) {
            let setting = Setting { columns, hyphenate, justify };
            let lines = wrap(&body, setting);
            let mut at = 0;
            for line in &lines {
                prop_assert!(line.range.start >= at);
                prop_assert!(body[at..line.range.start].chars().all(char::is_whitespace));
                at = line.range.end;
                let hyphen = u16::from(line.hyphen);
                prop_assert!(columns_of(&body[line.range.clone()]) + hyphen <= columns.max(2) + hyphen);
            }
            prop_assert!(body[at..].chars().all(char::is_whitespace));
        }

        #[test]
        fn columns_and_bytes_agree(body in "[a-z漢é ]{1,120}", justify: bool) {
            for line in wrap(&body, Setting { justify, ..PLAIN }) {
                for (offset, _) in body[line.range.clone()].char_indices() {
                    let byte = line.range.start + offset;
                    prop_assert_eq!(line.byte_at(&body, line.column_of(&body, byte)), byte);
                }
            }
        }
    }
}
