//! Quoted provisions: what an amending act inserts into another text is between
//! quotation marks, and its numbers are those of the other.

use super::figures::LineIndex;
use super::lead::Lead;
use crate::import::manuscript::Element;
use crate::lexicon::label::{self, LineRole};
use crate::structure::numbering::ManuscriptPlace;
use std::ops::Range;

/// Marks that quote, each with the one that ends it.
const PAIRS: [(char, char); 8] = [
    ('“', '”'),
    ('"', '"'),
    ('‘', '’'),
    ('\'', '\''),
    ('«', '»'),
    ('„', '“'),
    ('「', '」'),
    ('『', '』'),
];

/// Maximum number of lines in a quotation: a mark that nothing ends within them is a slip.
pub(super) const LONGEST: usize = 600;

/// The quotations of a text that begin with the label of a provision, in order, each from its first
/// line to the one after its last.
pub fn provisions(text: &str, elements: &[Element]) -> Vec<Range<LineIndex>> {
    let mut ranges = elements.iter().flat_map(|element| &element.lines);
    // Most texts quote none.
    if !ranges.any(|(range, _)| opened(text[range.clone()].trim()).is_some()) {
        return Vec::new();
    }
    let mut lines: Vec<(LineIndex, &str)> = elements
        .iter()
        .enumerate()
        .flat_map(|(element, own)| {
            let line = move |(at, (range, _)): (usize, &(Range<usize>, _))| {
                ((element, at), text[range.clone()].trim())
            };
            own.lines.iter().enumerate().map(line)
        })
        .collect();
    lines.push(((elements.len(), 0), ""));
    let mut out = Vec::new();
    let mut next = 0;
    while next + 1 < lines.len() {
        let first = next;
        next += 1;
        let ((element, line), words) = lines[first];
        let Some(mark) = opened(words) else { continue };
        let place = ManuscriptPlace { element, line, column: 0 };
        if !is_led_in(text, elements, place) {
            continue;
        }
        let within = &lines[first..lines.len().min(first + LONGEST) - 1];
        let Some(last) = closed(within, mark) else { continue };
        next = first + last + 1;
        out.push((element, line)..lines[next].0);
    }
    out
}

/// The marks of a quotation that begins with the label of a provision.
fn opened(line: &str) -> Option<(char, char)> {
    let first = line.chars().next().filter(|first| !first.is_alphanumeric())?;
    let mark = *PAIRS.iter().find(|(open, _)| *open == first)?;
    let rest = line[mark.0.len_utf8()..].trim_start();
    (!label::labels(rest, LineRole::Paragraph).is_empty()).then_some(mark)
}

/// Whether the words before a place introduce what is there.
fn is_led_in(text: &str, elements: &[Element], place: ManuscriptPlace) -> bool {
    if Lead::of(text, elements, place) == Lead::Chapeau {
        return true;
    }
    let before = match place.line.checked_sub(1) {
        Some(line) => Some(&elements[place.element].lines[line].0),
        None => elements[..place.element].last().and_then(|e| e.lines.last()).map(|(l, _)| l),
    };
    before.is_some_and(|line| text[line.clone()].trim_end().ends_with(['—', '–', '-', ',']))
}

/// Which of the lines ends a quotation: the first that ends with its mark, where
/// no further one was begun that is open still. A paragraph of a quotation may
/// begin with the mark again, which needs no end of its own.
fn closed(lines: &[(LineIndex, &str)], (open, close): (char, char)) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, (_, line)) in lines.iter().enumerate() {
        let inner = line.strip_prefix(open).unwrap_or(line);
        let bare = inner.trim_end_matches(['.', ',', ';', ':', ' ']);
        // `; and` follows the last but one of several amendments.
        let bare = match bare.rsplit_once([';', ',']) {
            Some((before, word)) if word.trim().chars().count() <= CONJUNCTION => before.trim_end(),
            _ => bare,
        };
        if open == close {
            let inside = inner.matches(open).count();
            if bare.ends_with(close) && inside % 2 == 1 {
                return Some(at);
            }
            continue;
        }
        for c in inner.chars() {
            if c == open {
                depth += 1;
            } else if c == close && depth > 0 {
                depth -= 1;
            } else if c == close && bare.ends_with(close) {
                return Some(at);
            }
        }
    }
    None
}

/// Maximum number of letters in a conjunction after a quotation.
const CONJUNCTION: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines;

    /// The first and the last line of each quotation.
    fn quoted(text: &str) -> Vec<(String, String)> {
        let elements = lines::chunks(text);
        let line =
            |(element, line): LineIndex| text[elements[element].lines[line].0.clone()].to_owned();
        let all: Vec<LineIndex> = elements
            .iter()
            .enumerate()
            .flat_map(|(element, own)| (0..own.lines.len()).map(move |line| (element, line)))
            .collect();
        provisions(text, &elements)
            .into_iter()
            .map(|range| {
                let last = all.iter().rfind(|at| **at < range.end).copied().unwrap_or(range.start);
                (line(range.start), line(last))
            })
            .collect()
    }

    #[test]
    fn new_provisions_are_quoted_from_mark_to_mark() {
        for (open, close) in [("\"", "\""), ("“", "”"), ("‘", "’"), ("«", "»")] {
            let text = format!(
                "1. After section 3 insert—\n\n{open}3A. A lamp is lit.\n\n3B. (1) The “oil” is dry.\n\n(2) It is of whale.{close}; and\n\n2. The end.\n"
            );
            let last = format!("(2) It is of whale.{close}; and");
            assert_eq!(quoted(&text), [(format!("{open}3A. A lamp is lit."), last)]);
        }
        let each = "1. It reads:\n\n“(1) A lamp is lit.\n\n“(2) It is of brass.”\n\n2. The end.\n";
        assert_eq!(quoted(each).len(), 1);
    }

    #[test]
    fn other_quotations_are_no_provisions() {
        for text in [
            "1. He said:\n\n“Light the lamp.”\n\n2. The end.\n",
            "1. A lamp is lit.\n\n“2. A slip of a mark.\n\n3. The end.\n",
            "1. It reads:\n\n“2. A slip of a mark.\n\n3. The end.\n",
        ] {
            assert_eq!(quoted(text), [], "{text}");
        }
    }
}
