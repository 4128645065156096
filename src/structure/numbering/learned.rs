//! Labels whose word no table knows: headings that are alike but for a number,
//! which goes up by one from each to the next (`Erthygl 1`, `Erthygl 2`, …).
//! What repeats so is a document's own word for its provisions.

use crate::import::manuscript::{Element, ElementKind};
use crate::lexicon::counter;
use crate::lexicon::text_languages::TextLanguages;
use crate::lexicon::wording::PROSE;
use crate::structure::share::Share;
use std::collections::HashMap;

/// A short line with one number in it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ShortLine {
    /// The words around the number, in small letters and without marks; what is
    /// written at the number itself (`2-nd`) is left out.
    refrain: String,
    /// The number.
    value: u32,
}

/// The longest line that is a label and no more, in characters.
const LONGEST: usize = 48;

/// This many lines with one refrain, their numbers in order from the first, show
/// that it is a label.
pub(super) const LEAST: usize = 5;

/// Reads a line; `None` where it has no number, or more than one.
fn read(line: &str) -> Option<ShortLine> {
    if line.chars().count() > LONGEST {
        return None;
    }
    let start = line.find(|c| counter::digit(c).is_some())?;
    let len: usize = line[start..]
        .chars()
        .take_while(|c| counter::digit(*c).is_some())
        .map(char::len_utf8)
        .sum();
    let rest = &line[start + len..];
    if rest.contains(|c| counter::digit(c).is_some()) {
        return None;
    }
    let value = counter::readings(&line[start..]).first().map(|r| r.value)?;
    // An ordinal's ending changes with the number.
    let ending = rest
        .find(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '‐' | '‑' | '’' | '\''))
        .unwrap_or(rest.len());
    let word = |c: char| c.is_alphabetic() || c.is_whitespace();
    let before = &line[..start];
    let after = &rest[ending..];
    let refrain: String = [before, " ", after]
        .concat()
        .chars()
        .map(|c| if word(c) { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    let refrain = refrain.split_whitespace().collect::<Vec<_>>().join(" ");
    // A number in parentheses at the end counts by itself, whatever words it explains.
    let explained = before.ends_with('(') && rest.trim_start().starts_with(')');
    let refrain = if explained { String::new() } else { refrain };
    (explained || !refrain.is_empty()).then_some(ShortLine { refrain, value })
}

/// The elements whose line is a label, each with its number, in order of the
/// text; `level` tells that of a heading.
pub fn labels(
    text: &str,
    elements: &[Element],
    languages: &TextLanguages<'_>,
) -> Vec<LearnedLabel> {
    let mut headings: HashMap<Option<u8>, usize> = HashMap::new();
    let mut groups: HashMap<SimilarLines, Vec<(usize, u32)>> = HashMap::new();
    for (at, element) in elements.iter().enumerate() {
        let level = match element.kind {
            ElementKind::Heading { level } => Some(level),
            ElementKind::Paragraph if stands_alone(elements, at) => None,
            _ => continue,
        };
        let [(range, _)] = element.lines.as_slice() else { continue };
        let words = &text[range.clone()];
        // In running text `1. lamps` is an item of a list.
        if level.is_none() && words.starts_with(|c| counter::digit(c).is_some()) {
            continue;
        }
        *headings.entry(level).or_default() += 1;
        if let Some(line) = read(words) {
            groups.entry((line.refrain, level)).or_default().push((at, line.value));
            if level.is_some() {
                groups.entry((String::new(), level)).or_default().push((at, line.value));
            }
        }
    }
    let mut out = Vec::new();
    for ((refrain, level), lines) in groups {
        // Where words change with the number, hardly a heading may have none.
        let explained = refrain.is_empty();
        let all = headings.get(&level).copied().unwrap_or_default();
        let least = if level.is_none() || explained { 2 * LEAST } else { LEAST };
        let known = || refrain.split(' ').any(|word| PROSE.has(word, languages));
        let mut chain = chain(&lines);
        let rare = || explained && !NEARLY_ALL.is_reached(chain.len(), all);
        if chain.len() < least || rare() || known() {
            continue;
        }
        if chain[0].1 == 2 {
            chain.splice(0..0, first_in_words(text, elements, chain[0].0, level, &refrain));
        }
        let size = elements[chain[0].0..chain[chain.len() - 1].0]
            .iter()
            .flat_map(|element| &element.lines)
            .map(|(line, _)| line.len())
            .sum::<usize>();
        let chapters = size > LONGEST_ARTICLE * chain.len();
        let constant = !explained;
        let found = |(element, value)| LearnedLabel { element, value, constant, chapters };
        out.extend(chain.into_iter().map(found));
    }
    out.sort_by_key(|found| (found.element, !found.constant, found.value));
    out.dedup_by_key(|found| found.element);
    out
}

/// Lines that are alike: their refrain, and the level of the headings that they are.
type SimilarLines = (String, Option<u8>);

/// A line that is a label by what it repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LearnedLabel {
    /// Its element.
    pub element: usize,
    /// Its number.
    pub value: u32,
    /// Whether the words around the numbers are always the same.
    pub constant: bool,
    /// Whether the text below such labels is as long as chapters are.
    pub chapters: bool,
}

/// Minimum share of the headings of a level with a number, if their words change with it.
pub(super) const NEARLY_ALL: Share = Share::new(9, 10);

/// A number that jumps further than this continues no sequence.
const LONGEST_GAP: u32 = 4;

/// Longer text under each label is a chapter, in bytes.
pub(super) const LONGEST_ARTICLE: usize = 4000;

fn stands_alone(elements: &[Element], at: usize) -> bool {
    let after = elements.get(at + 1).is_none_or(|next| next.blank_before > 0);
    after && (at == 0 || elements[at].blank_before > 0)
}

/// The longest part of the lines whose numbers go up, from 1 or 2, with hardly
/// a gap.
fn chain(lines: &[(usize, u32)]) -> Vec<(usize, u32)> {
    let mut best: Vec<(usize, u32)> = Vec::new();
    let mut current: Vec<(usize, u32)> = Vec::new();
    for line in lines {
        match current.last() {
            Some((_, last)) if (1..=LONGEST_GAP).contains(&line.1.saturating_sub(*last)) => {
                current.push(*line);
            }
            _ if line.1 <= 2 && line.1 > 0 => {
                let ended = std::mem::replace(&mut current, vec![*line]);
                if ended.len() > best.len() {
                    best = ended;
                }
            }
            _ => {}
        }
    }
    if current.len() > best.len() { current } else { best }
}

/// The heading before the second, where it has the same word and its number in
/// another.
fn first_in_words(
    text: &str,
    elements: &[Element],
    second: usize,
    level: Option<u8>,
    refrain: &str,
) -> Option<(usize, u32)> {
    let heading = level.map(|level| ElementKind::Heading { level })?;
    let at = (0..second).rev().find(|at| elements[*at].kind == heading)?;
    let [(range, _)] = elements[at].lines.as_slice() else { return None };
    let words = text[range.clone()].to_lowercase();
    let shared = words.split_whitespace().any(|word| refrain.split(' ').any(|own| own == word));
    shared.then_some((at, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_repeats_is_told_from_the_number() {
        for (line, refrain, value) in [
            ("Erthygl 12", "erthygl", 12),
            ("12. grein", "grein", 12),
            ("2-нэрэ пычыгъу", "пычыгъу", 2),
            ("Qodobka 3 aad", "qodobka aad", 3),
            ("Mellad tri (3)", "", 3),
            ("መጽሐፍ ፬", "", 0),
        ] {
            let read = read(line).map(|line| (line.refrain, line.value));
            let expected = (value > 0).then(|| (refrain.to_owned(), value));
            assert_eq!(read, expected, "{line}");
        }
        assert_eq!(read("Of 12 lamps and 3 boats"), None);
        assert_eq!(read("12."), None);
    }
}
