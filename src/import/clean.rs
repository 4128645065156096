//! Cleans a run of source text: no control character gets past this module.
//!
//! Runs of blanks, including no-break spaces, become one space, unless the run is
//! a single no-break space, which holds two words together. Control characters
//! become their pictures (U+2400 and up), and the controls that reorder text (UAX
//! #9) are removed.

use super::indent;
use crate::document::Fragment;
use std::borrow::Cow;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

const PICTURES: [&str; 32] = [
    "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "␉", "␊", "␋", "␌", "␍", "␎", "␏", "␐", "␑", "␒",
    "␓", "␔", "␕", "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟",
];

/// The blanks of a full tab stop, as on terminals.
const TAB: &str = "        ";

/// How a line of a block is joined to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// The line was wrapped: a blank joins them.
    Soft,
    /// A hard line break.
    Hard,
    /// A paragraph ends here, though no blank line follows.
    Paragraph,
}

impl Break {
    /// Whether the break is more than a wrapped line.
    pub fn is_meant(self) -> bool {
        self != Self::Soft
    }
}

/// Returns the replacement of a forbidden character; `None` for an allowed one.
fn replacement(c: char) -> Option<&'static str> {
    match c {
        '\u{7F}' => Some("␡"),
        '\u{80}'..='\u{9F}' => Some("\u{FFFD}"),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' => Some(""),
        c => PICTURES.get(c as usize).copied(),
    }
}

/// Returns the fragments of one line; `range` is in bytes of `text`, and `skipped`
/// is the number of source bytes before `text`.
pub fn fragments(text: &str, range: Range<usize>, skipped: usize) -> Vec<Fragment<'_>> {
    let mut out = Vec::new();
    add_line(&mut out, text, range, skipped, Blanks::Even);
    out
}

/// Returns the words of a line as a fragment, if they are one run of the source, and not several or
/// none.
pub fn one_run(text: &str, range: Range<usize>, skipped: usize) -> Option<Fragment<'_>> {
    if Blanks::Even.are_right_in(&text[range.clone()]) {
        let fragment = Fragment { source: skipped + range.start, text: &text[range.clone()] };
        return (!range.is_empty()).then_some(fragment);
    }
    match fragments(text, range, skipped).as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The treatment of runs of blanks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blanks {
    /// Each run becomes one blank.
    Even,
    /// All are kept; tabs become blanks up to the next stop.
    Kept,
}

impl Blanks {
    /// Whether a line needs no cleaning, like most lines.
    fn are_right_in(self, line: &str) -> bool {
        let other = |byte: u8| u8::from(!(0x20..0x7F).contains(&byte));
        let printed = line.bytes().fold(0, |any, byte| any | other(byte)) == 0;
        printed && (self == Self::Kept || !indent::has_spaces::<2>(line))
    }
}

/// Appends the fragments of a line.
fn add_line<'a>(
    out: &mut Vec<Fragment<'a>>,
    text: &'a str,
    range: Range<usize>,
    skipped: usize,
    blanks: Blanks,
) {
    let line = &text[range.clone()];
    let base = range.start;
    let mut plain = 0;
    let uneven = if blanks.are_right_in(line) { "" } else { line };
    let mut chars = uneven.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let (with, len) = if c == '\t' && blanks == Blanks::Kept {
            // The tab before this one ended at a stop.
            let since = line[..at].rsplit('\t').next().unwrap_or("");
            let column: usize = since.chars().filter_map(UnicodeWidthChar::width).sum();
            (&TAB[column % TAB.len()..], 1)
        } else if c.is_whitespace() && blanks == Blanks::Even {
            let mut end = at + c.len_utf8();
            while let Some((next, d)) = chars.next_if(|(_, d)| d.is_whitespace()) {
                end = next + d.len_utf8();
            }
            let run = &line[at..end];
            if run == " " || run == "\u{A0}" {
                continue;
            }
            (" ", run.len())
        } else if let Some(with) = replacement(c) {
            (with, c.len_utf8())
        } else {
            continue;
        };
        if plain < at {
            out.push(Fragment {
                source: skipped + base + plain,
                text: &text[base + plain..base + at],
            });
        }
        if !with.is_empty() {
            out.push(Fragment { source: skipped + base + at, text: with });
        }
        plain = at + len;
    }
    if plain < line.len() {
        out.push(Fragment { source: skipped + base + plain, text: &text[base + plain..range.end] });
    }
}

/// Returns the fragments of several lines, each with the break after it.
pub fn join<'a>(
    text: &'a str,
    lines: &[(Range<usize>, Break)],
    skipped: usize,
) -> Vec<Fragment<'a>> {
    let mut out = Vec::with_capacity(2 * lines.len());
    for (i, (range, after)) in lines.iter().enumerate() {
        if let Some(divided) = lines.get(i + 1).and_then(|(next, _)| divided(text, range, next))
            && !after.is_meant()
        {
            add_line(&mut out, text, divided, skipped, Blanks::Even);
            continue;
        }
        add_line(&mut out, text, range.clone(), skipped, Blanks::Even);
        if i + 1 < lines.len() {
            let with = if after.is_meant() { "\n" } else { " " };
            out.push(Fragment { source: skipped + range.end, text: with });
        }
    }
    out
}

/// Returns a line whose last word continues in the next line, without its hyphen.
/// A common hyphen-minus is kept, since it may belong to the word.
fn divided(text: &str, line: &Range<usize>, next: &Range<usize>) -> Option<Range<usize>> {
    let words = text[line.clone()].strip_suffix(['\u{AD}', '\u{2010}'])?;
    let within =
        words.ends_with(char::is_lowercase) && text[next.clone()].starts_with(char::is_lowercase);
    within.then(|| line.start..line.start + words.len())
}

/// Returns the fragments of several lines whose blanks and breaks are significant.
pub fn join_verbatim<'a>(
    text: &'a str,
    lines: &[(Range<usize>, Break)],
    skipped: usize,
) -> Vec<Fragment<'a>> {
    let mut out = Vec::new();
    for (i, (range, _)) in lines.iter().enumerate() {
        if i > 0 {
            out.push(Fragment { source: skipped + range.start, text: "\n" });
        }
        add_line(&mut out, text, range.clone(), skipped, Blanks::Kept);
    }
    out
}

/// Separates the lines of a cell in a manuscript, where a line feed ends the row.
pub const CELL_LINE: char = '\u{2028}';

/// Separates the cells of a row.
const BETWEEN_CELLS: &str = " | ";

/// Returns the fragments of a table's rows, and the range of each cell in them, in
/// bytes.
pub fn rows<'a>(
    text: &'a str,
    lines: &[(Range<usize>, Break)],
    skipped: usize,
) -> (Vec<Fragment<'a>>, Vec<Range<usize>>) {
    let (mut out, mut cells, mut len) = (Vec::new(), Vec::new(), 0);
    let mut push = |out: &mut Vec<Fragment<'a>>, fragment: Fragment<'a>| {
        len += fragment.text.len();
        out.push(fragment);
        len
    };
    for (i, (line, _)) in lines.iter().enumerate() {
        if i > 0 {
            push(&mut out, Fragment { source: skipped + line.start, text: "\n" });
        }
        let mut at = line.start;
        for (j, cell) in text[line.clone()].split('\t').enumerate() {
            let range = at + (cell.len() - cell.trim_start().len())..at + cell.trim_end().len();
            at += cell.len() + 1;
            let mut end = 0;
            let between = Fragment {
                source: skipped + range.start,
                text: if j > 0 { BETWEEN_CELLS } else { "" },
            };
            let start = push(&mut out, between);
            let mut from = range.start;
            for (k, line) in
                text[range.start..range.end.max(range.start)].split(CELL_LINE).enumerate()
            {
                if k > 0 {
                    push(
                        &mut out,
                        Fragment { source: skipped + from - CELL_LINE.len_utf8(), text: "\n" },
                    );
                }
                for fragment in fragments(text, from..from + line.len(), skipped) {
                    end = push(&mut out, fragment);
                }
                from += line.len() + CELL_LINE.len_utf8();
            }
            cells.push(start..end.max(start));
        }
    }
    (out, cells)
}

/// Returns the words of one line, cleaned; borrowed if they needed no cleaning.
pub fn even(text: &str, range: Range<usize>) -> Cow<'_, str> {
    let line = &text[range.clone()];
    let right = Blanks::Even.are_right_in(line);
    if right { Cow::Borrowed(line) } else { Cow::Owned(words(text, range)) }
}

/// Returns the words of one line, cleaned.
pub fn words(text: &str, range: Range<usize>) -> String {
    if Blanks::Even.are_right_in(&text[range.clone()]) {
        return text[range].to_owned();
    }
    fragments(text, range, 0).iter().map(|fragment| fragment.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cleaned(text: &str) -> String {
        words(text, 0..text.len())
    }

    #[test]
    fn runs_of_blanks_become_one_and_a_lone_no_break_space_stays() {
        assert_eq!(cleaned("of the\u{A0} Third\u{A0}\u{A0} 5\u{A0}000"), "of the Third 5\u{A0}000");
        assert_eq!(cleaned("inter\u{2011}port"), "inter\u{2011}port");
    }

    #[test]
    fn a_divided_word_is_joined() {
        let text = "the light\u{2010}\nhouse is self-\nmade";
        let lines: Vec<(Range<usize>, Break)> =
            [0..12, 13..27, 28..32].into_iter().map(|range| (range, Break::Soft)).collect();
        let joined: String = join(text, &lines, 0).iter().map(|fragment| fragment.text).collect();
        assert_eq!(joined, "the lighthouse is self- made");
    }

    #[test]
    fn tabs_of_kept_blanks_reach_the_next_stop() {
        let joined = |text: &str| -> String {
            let lines = [(0..text.len(), Break::Hard)];
            join_verbatim(text, &lines, 0).iter().map(|fragment| fragment.text).collect()
        };
        assert_eq!(joined("a\tb\tc"), "a       b       c");
        assert_eq!(joined("灯\tb\t\tc"), "灯      b               c");
    }

    #[test]
    fn controls_become_pictures() {
        assert_eq!(cleaned("a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d"), "a␛[31mb␇\u{FFFD}cd");
    }

    proptest! {
        #[test]
        fn no_control_character_passes(text in "\\PC{0,40}[\u{0}-\u{9F}]{0,20}\\PC{0,20}") {
            prop_assert!(!cleaned(&text).chars().any(char::is_control));
        }
    }
}
