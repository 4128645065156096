//! Numbers in front of paragraphs, and which of them make a sequence: a number
//! is a clause's only where it continues one.

use regex::Regex;
use std::sync::LazyLock;

/// How a document writes the numbers of its provisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `11.`
    Point,
    /// `11)`
    Parenthesis,
    /// `Article 11`
    Article,
    /// `Section 11`, `§ 11`
    Section,
}

/// A number in front of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// The number.
    pub number: u32,
    /// How it is written.
    pub style: Style,
    /// Bytes of the line that it takes.
    pub len: usize,
}

const STYLES: [Style; 4] = [Style::Point, Style::Parenthesis, Style::Article, Style::Section];

/// A number that jumps further than this continues no sequence.
const LONGEST_GAP: u32 = 3;

static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?P<point>\d{1,4})\.|(?P<par>\(?\d{1,4}\))|(?i:article|art\.)\s+(?P<art>\d{1,4})[.:]?|(?:(?i:section|sec\.)\s+|§\s*)(?P<sec>\d{1,4})[.:]?)(?:\s|$)",
    )
    .ok()
});

/// The number that a line begins with.
pub fn label(line: &str) -> Option<Label> {
    let found = LABEL.as_ref()?.captures(line)?;
    let len = found.get(0)?.as_str().trim_end().len();
    let (name, style) = [
        ("point", Style::Point),
        ("par", Style::Parenthesis),
        ("art", Style::Article),
        ("sec", Style::Section),
    ]
    .into_iter()
    .find(|(name, _)| found.name(name).is_some())?;
    let digits = found.name(name)?.as_str().trim_matches(['(', ')']);
    Some(Label { number: digits.parse().ok()?, style, len })
}

/// The places of the labels that make the document's longest sequence, which
/// begins at 0 or 1. A repeated number is kept, and so is one after a gap that
/// no later label fills. Fewer than two labels make none.
pub fn sequence(labels: &[Option<Label>]) -> Vec<usize> {
    let mut best = Vec::new();
    for style in STYLES {
        let places: Vec<(usize, u32)> = labels
            .iter()
            .enumerate()
            .filter_map(|(i, l)| l.filter(|l| l.style == style).map(|l| (i, l.number)))
            .collect();
        for (at, _) in places.iter().enumerate().filter(|(_, (_, n))| *n <= 1) {
            // A start that an earlier sequence runs over gives nothing longer.
            if at > 0 && places[at].1 == places[at - 1].1 + 1 {
                continue;
            }
            let run = extend(&places[at..]);
            if run.len() > best.len() {
                best = run;
            }
        }
    }
    if best.len() < 2 { Vec::new() } else { best }
}

fn extend(places: &[(usize, u32)]) -> Vec<usize> {
    let mut run = Vec::new();
    let mut last: Option<u32> = None;
    for (i, (place, number)) in places.iter().enumerate() {
        let next = last.map_or(*number, |n| n + 1);
        let fits = *number == next
            || Some(*number) == last
            || (*number > next
                && *number <= next + LONGEST_GAP
                && !places[i..].iter().any(|(_, n)| *n == next));
        if fits {
            run.push(*place);
            last = Some(*number);
        }
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(lines: &[&str]) -> Vec<usize> {
        sequence(&lines.iter().map(|line| label(line)).collect::<Vec<_>>())
    }

    #[test]
    fn a_sequence_is_followed() {
        assert_eq!(kept(&["Title", "1. One", "more", "2. Two", "3. Three"]), [1, 3, 4]);
        assert_eq!(kept(&["0. Zero", "1. One"]), [0, 1]);
        assert_eq!(kept(&["Article 1", "text", "Article 2: Lamps"]), [0, 2]);
    }

    #[test]
    fn a_number_out_of_sequence_is_no_clause() {
        assert_eq!(
            kept(&["1. One", "60. Days after", "2. Two", "1999. A year", "3. Three"]),
            [0, 2, 4]
        );
        assert_eq!(kept(&["2.1 of this text", "11 of the sea"]), [0; 0]);
        assert_eq!(kept(&["1. A lone number", "prose"]), [0; 0]);
    }

    #[test]
    fn a_repeated_and_a_missing_number_are_kept_as_they_are() {
        assert_eq!(kept(&["1. One", "2. Two", "2. Two again", "4. Four"]), [0, 1, 2, 3]);
    }
}
