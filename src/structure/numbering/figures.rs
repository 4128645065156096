//! Columns of figures: many lines that follow one another and hold no more than a number or a
//! letter each. They are data, as of a measurement or a sum, and none is the label of a provision.

use crate::import::manuscript::Element;
use crate::lexicon::counter;
use std::ops::Range;

/// Minimum number of consecutive lines in a column.
pub(super) const LEAST: usize = 32;

/// The longest figure, in characters.
pub(super) const LONGEST: usize = 12;

/// A line: its element, and which of its lines.
pub type LineIndex = (usize, usize);

/// The columns of figures of a text, in order, each from its first line to the last but one: words
/// may follow the last.
pub fn of(text: &str, elements: &[Element]) -> Vec<Range<LineIndex>> {
    let mut out = Vec::new();
    let mut column: Option<(LineIndex, LineIndex, usize)> = None;
    let lines = elements.iter().enumerate().flat_map(|(element, own)| {
        own.lines.iter().enumerate().map(move |(line, (range, _))| ((element, line), range))
    });
    let mut end = |column: Option<(LineIndex, LineIndex, usize)>| {
        out.extend(column.filter(|column| column.2 >= LEAST).map(|(first, last, _)| first..last));
    };
    for (at, range) in lines {
        if !is_figure(&text[range.clone()]) {
            end(column.take());
            continue;
        }
        column = match column {
            Some((first, _, count)) => Some((first, at, count + 1)),
            None => Some((at, at, 1)),
        };
    }
    end(column);
    out
}

/// Whether a line is a number or a letter and no more, whatever marks it has.
fn is_figure(line: &str) -> bool {
    if line.len() > 4 * LONGEST {
        return false;
    }
    let figure = line.trim_matches(|c: char| !c.is_alphanumeric());
    let count = figure.chars().count();
    let number = |c: char| counter::digit(c).is_some() || matches!(c, '.' | ',' | '-');
    (1..=LONGEST).contains(&count)
        && (count <= 2
            || figure.chars().all(number)
            || figure.chars().all(|c| "ivxlcIVXLC".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines;

    fn columns(text: &str) -> Vec<Range<LineIndex>> {
        of(text, &lines::chunks(text))
    }

    #[test]
    fn a_long_column_of_numbers_is_one() {
        let numbers: String = (0..40).map(|n| format!("{n}\n")).collect();
        assert_eq!(columns(&format!("Lamps\n\n{numbers}\nThe end")), [(1, 0)..(1, 39)]);
        let apart: String = (0..40).map(|n| format!("({n})\n\n")).collect();
        assert_eq!(columns(&apart), [(0, 0)..(39, 0)]);
        assert_eq!(columns(&"xiv.\n".repeat(32)).len(), 1);
    }

    #[test]
    fn labels_that_stand_alone_are_none() {
        let rules: String = (0..40).map(|n| format!("{n}.\nThe lamp is lit.\n")).collect();
        assert_eq!(columns(&rules), []);
        assert_eq!(columns("1.\n2.\n3.\n"), []);
        assert_eq!(columns(&"Article 1\n".repeat(40)), []);
    }
}
