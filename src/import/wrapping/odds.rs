//! Whether a full line ends a paragraph, where nothing but its words can tell.
//!
//! The last line of a paragraph is full by chance now and then. How likely that
//! is, is read from the document: the short lines show how its paragraphs end
//! and begin (`.` before a capital, `;` before a label), the words inside lines
//! how often the same meets within one. What meets at the ends of paragraphs
//! rather than within lines parts paragraphs after a full line too. A number
//! belongs to the word before it where that word has others behind it elsewhere,
//! as `section` does.

use super::indents::Indents;
use super::line::{Ending, Line, Opening};
use super::width::Width;
use crate::import::manuscript::Element;
use std::collections::HashSet;

/// Lines that are looked at: they are enough to tell.
const SAMPLE: usize = 20_000;

/// What is added to each count, so that what was never seen is not impossible.
const UNSEEN: f64 = 0.5;

type Counts = [[f64; Opening::COUNT]; Ending::COUNT];

/// For each way that one line ends and the next begins, whether a paragraph
/// ends between them though the first is full.
#[derive(Debug)]
pub struct Odds<'a> {
    ends: [[bool; Opening::COUNT]; Ending::COUNT],
    /// Words that numbers follow within lines.
    numbered: HashSet<&'a str>,
}

impl<'a> Odds<'a> {
    /// Reads them from a document.
    pub fn of(
        text: &'a str,
        chunks: &[Element],
        lines: &[Line],
        width: Width,
        indents: Indents,
    ) -> Self {
        let mut ends: Counts = [[0.0; Opening::COUNT]; Ending::COUNT];
        let mut within: Counts = [[0.0; Opening::COUNT]; Ending::COUNT];
        let mut numbered = HashSet::new();
        let (mut words, mut full, mut columns, mut inner) = (0.0, 0.0, 0.0, 0.0);
        for pair in lines.windows(2).take(SAMPLE) {
            let Some(need) = pair[0].need else { continue };
            // Where a line stands tells more than its words.
            if pair[0].indent != pair[1].indent || indents.is_first(&pair[1]) {
                continue;
            }
            inner += 1.0;
            columns += (need - pair[0].end) as f64;
            if width.is_full(&pair[0]) {
                full += 1.0;
            } else {
                ends[pair[0].ending as usize][pair[1].opening as usize] += 1.0;
            }
        }
        let ranges = chunks.iter().flat_map(|chunk| &chunk.lines).map(|(range, _)| range);
        for range in ranges.take(SAMPLE) {
            let mut before = ["", ""];
            let line = &text[range.clone()];
            for word in line.split_whitespace() {
                if !before[1].is_empty() {
                    let (ending, opening) = (ending(before), Opening::of(word));
                    within[ending as usize][opening as usize] += 1.0;
                    if is_numbered(opening) && takes_number(before[1], ending) {
                        numbered.insert(before[1]);
                    }
                    words += 1.0;
                }
                before = [before[1], word];
            }
        }
        // How often the last line of a paragraph is full: where its end falls is chance.
        let chance = if inner > 0.0 { columns / inner / width.column as f64 } else { 0.0 };
        let mut table = [[false; Opening::COUNT]; Ending::COUNT];
        for (row, (ends, within)) in table.iter_mut().zip(ends.iter().zip(&within)) {
            for (parts, (ends, within)) in row.iter_mut().zip(ends.iter().zip(within)) {
                let ending = ends * chance;
                let going_on = full * (within + UNSEEN) / f64::max(words, 1.0);
                *parts = ending > going_on;
            }
        }
        Self { ends: table, numbered }
    }

    /// Whether a paragraph ends with a full line, and the next one begins another.
    pub fn part(&self, words: &str, line: &Line, next: &Line) -> bool {
        self.ends[line.ending as usize][next.opening as usize] && !self.numbers(words, line, next)
    }

    /// Whether the number that a line begins with belongs to the words of the line before it.
    pub fn numbers(&self, words: &str, line: &Line, next: &Line) -> bool {
        let last = words.split_whitespace().next_back().unwrap_or("");
        is_numbered(next.opening) && takes_number(last, line.ending) && self.numbered.contains(last)
    }
}

/// Whether a number may belong to a word: one that ends nothing, or is short, as `No.` is.
fn takes_number(word: &str, ending: Ending) -> bool {
    match ending {
        Ending::Word => true,
        Ending::Stop => word.chars().count() <= LONGEST_ABBREVIATION,
        _ => false,
    }
}

/// No abbreviation before a number is longer, in characters.
const LONGEST_ABBREVIATION: usize = 5;

fn is_numbered(opening: Opening) -> bool {
    matches!(opening, Opening::Label | Opening::Number)
}

fn ending(words: [&str; 2]) -> Ending {
    let ending = Ending::of_word(words[1]);
    if ending == Ending::Word && words[0].ends_with([';', ',']) {
        return Ending::of(&words.join(" "));
    }
    ending
}
