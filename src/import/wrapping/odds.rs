//! Decides whether a full line ends a paragraph if only its words can tell.
//!
//! The last line of a paragraph is sometimes full by chance. The document itself shows how
//! likely that is: its short lines show how paragraphs end and begin (`.` before a capital,
//! `;` before a label), the words inside lines how often the same pair occurs within a
//! paragraph. A pair that is more typical of paragraph ends separates paragraphs after a full
//! line, too. A number belongs to the word before it if that word is followed by numbers
//! elsewhere, like `section`.

use super::indents::Indents;
use super::line::{ChunkLine, WordEnding, WordOpening};
use super::width::Width;
use crate::import::manuscript::Element;
use std::collections::HashSet;

/// The number of lines to examine.
const SAMPLE: usize = 20_000;

/// Added to each count, so that an unseen pair is not impossible.
const UNSEEN: f64 = 0.5;

type Counts = [[f64; WordOpening::COUNT]; WordEnding::COUNT];

/// For each pair of a line's ending and the next one's opening, whether a paragraph ends
/// between them although the first line is full.
#[derive(Debug)]
pub struct Odds<'a> {
    ends: [[bool; WordOpening::COUNT]; WordEnding::COUNT],
    /// Words followed by numbers within lines.
    numbered: HashSet<&'a str>,
}

impl<'a> Odds<'a> {
    /// Derives the odds from a document.
    pub fn of(
        text: &'a str,
        chunks: &[Element],
        lines: &[ChunkLine],
        width: Width,
        indents: Indents,
    ) -> Self {
        let mut ends: Counts = [[0.0; WordOpening::COUNT]; WordEnding::COUNT];
        let mut within: Counts = [[0.0; WordOpening::COUNT]; WordEnding::COUNT];
        let mut numbered = HashSet::new();
        let (mut words, mut full, mut columns, mut inner) = (0.0, 0.0, 0.0, 0.0);
        for pair in lines.windows(2).take(SAMPLE) {
            let Some(need) = pair[0].need() else { continue };
            // An indent is stronger evidence than words.
            if pair[0].indent() != pair[1].indent() || indents.is_first(&pair[1]) {
                continue;
            }
            inner += 1.0;
            columns += (need - pair[0].end()) as f64;
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
                    let (ending, opening) = (ending(before), WordOpening::of(word));
                    within[ending as usize][opening as usize] += 1.0;
                    if is_numbered(opening) && takes_number(before[1], ending) {
                        numbered.insert(before[1]);
                    }
                    words += 1.0;
                }
                before = [before[1], word];
            }
        }
        // The probability that a paragraph's last line is full by chance.
        let chance = if inner > 0.0 { columns / inner / width.column as f64 } else { 0.0 };
        let mut table = [[false; WordOpening::COUNT]; WordEnding::COUNT];
        for (row, (ends, within)) in table.iter_mut().zip(ends.iter().zip(&within)) {
            for (parts, (ends, within)) in row.iter_mut().zip(ends.iter().zip(within)) {
                let ending = ends * chance;
                let going_on = full * (within + UNSEEN) / f64::max(words, 1.0);
                *parts = ending > going_on;
            }
        }
        Self { ends: table, numbered }
    }

    /// Whether a full line ends a paragraph and the next one begins another.
    pub fn part(&self, words: &str, line: &ChunkLine, next: &ChunkLine) -> bool {
        self.ends[line.ending as usize][next.opening as usize] && !self.numbers(words, line, next)
    }

    /// Whether the number at the start of a line belongs to the end of the line before it.
    pub fn numbers(&self, words: &str, line: &ChunkLine, next: &ChunkLine) -> bool {
        let last = words.split_whitespace().next_back().unwrap_or("");
        is_numbered(next.opening) && takes_number(last, line.ending) && self.numbered.contains(last)
    }
}

/// Whether a number may belong to a word: one that ends no sentence, or a short one like
/// `No.`.
fn takes_number(word: &str, ending: WordEnding) -> bool {
    match ending {
        WordEnding::Word => true,
        WordEnding::Stop => word.chars().count() <= LONGEST_ABBREVIATION,
        _ => false,
    }
}

/// The maximum length of an abbreviation before a number, in characters.
const LONGEST_ABBREVIATION: usize = 5;

fn is_numbered(opening: WordOpening) -> bool {
    matches!(opening, WordOpening::Label | WordOpening::Number)
}

fn ending(words: [&str; 2]) -> WordEnding {
    let ending = WordEnding::of_word(words[1]);
    if ending == WordEnding::Word && words[0].ends_with([';', ',']) {
        return WordEnding::of(&words.join(" "));
    }
    ending
}
