//! Chunks of lines, parted by blank lines, and which of their line ends are meant.

use super::clean::Break;
use super::manuscript::{Element, ElementKind};
use super::numbering::columns_before;
use super::pages;
use std::ops::Range;

/// A line longer than this was not wrapped, in characters.
const LONG_LINE: usize = 100;

/// No text is wrapped at fewer columns than this.
const NARROWEST: usize = 30;

pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The lines of a text, their ends left out.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut rest) = (0, text);
    loop {
        let (len, next) = match rest.find(is_line_end) {
            Some(at) if rest[at..].starts_with("\r\n") => (at, Some(at + 2)),
            Some(at) => (at, Some(at + rest[at..].chars().next().map_or(1, char::len_utf8))),
            None => (rest.len(), None),
        };
        lines.push(start..start + len);
        let Some(next) = next else { return lines };
        start += next;
        rest = &rest[next..];
    }
}

/// Parts a text into chunks.
pub fn chunks(text: &str) -> Vec<Element> {
    let mut chunks: Vec<Element> = Vec::new();
    let mut blank = 0;
    let mut open = false;
    for line in pages::without_furniture(text, lines(text)) {
        let words = text[line.clone()].trim();
        if words.is_empty() {
            blank += 1;
            open = false;
            continue;
        }
        let from = line.end - text[line.clone()].trim_start().len();
        let range = from..from + words.len();
        match chunks.last_mut().filter(|_| open) {
            Some(chunk) => chunk.lines.push((range, Break::Soft)),
            None => chunks.push(Element {
                kind: ElementKind::Paragraph,
                indent: columns_before(text, from),
                lines: vec![(range, Break::Soft)],
                blank_before: blank,
            }),
        }
        open = true;
        blank = 0;
    }
    mark_breaks(text, &mut chunks);
    chunks
        .into_iter()
        .flat_map(|chunk| {
            let long = chunk.lines.iter().any(|(r, _)| text[r.clone()].chars().count() > LONG_LINE);
            let hard = chunk.lines.iter().all(|(_, b)| *b == Break::Hard);
            if long && hard && chunk.lines.len() > 1 { one_a_line(chunk) } else { vec![chunk] }
        })
        .collect()
}

/// Where paragraphs are one long line each, a chunk is as many paragraphs as lines.
fn one_a_line(chunk: Element) -> Vec<Element> {
    let Element { kind, indent, mut blank_before, lines } = chunk;
    lines
        .into_iter()
        .map(|line| Element {
            kind,
            lines: vec![line],
            indent,
            blank_before: std::mem::take(&mut blank_before),
        })
        .collect()
}

/// A line end is meant where the next word would still have found room: a line
/// that was wrapped was full. In a text that is not wrapped at all, every one is.
fn mark_breaks(text: &str, chunks: &mut [Element]) {
    let length = |range: &Range<usize>| length(text, range);
    let lines: usize = chunks.iter().map(|chunk| chunk.lines.len()).sum();
    let mut inner: Vec<usize> = chunks
        .iter()
        .flat_map(|chunk| chunk.lines.split_last().map_or(&[][..], |(_, before)| before))
        .map(|(range, _)| length(range))
        .collect();
    inner.sort_unstable();
    let usual = inner.get(inner.len() * 9 / 10).copied().unwrap_or(0);
    let wrapped = inner.len() > 2
        && usual >= NARROWEST
        && is_wrapped(text, chunks, usual, inner.len() * 2 >= lines);
    let width = if wrapped { usual } else { usize::MAX };
    for chunk in chunks {
        for i in 0..chunk.lines.len() {
            let next = first_word(text, chunk.lines.get(i + 1));
            let taken = length(&chunk.lines[i].0);
            let room = taken.saturating_add(1 + next) <= width;
            let ragged = wrapped
                && ((taken * 4 >= width * 3 && goes_on(text, &chunk.lines[i..]))
                    || (taken * 5 >= width * 4 && is_open(text, &chunk.lines[i..])));
            chunk.lines[i].1 = if room && !ragged { Break::Hard } else { Break::Soft };
        }
    }
}

/// Columns up to the end of a line, those before it counted: what it was
/// wrapped at does not depend on how far in it stands.
fn length(text: &str, range: &Range<usize>) -> usize {
    columns_before(text, range.start) + text[range.clone()].chars().count()
}

/// Whether the second line goes on in the sentence of the first, as where a
/// person filled the lines by eye.
fn goes_on(text: &str, lines: &[(Range<usize>, Break)]) -> bool {
    let [(line, _), (next, _), ..] = lines else { return false };
    text[line.clone()].ends_with(|c: char| c.is_alphanumeric() || c == ',')
        && text[next.clone()].starts_with(char::is_lowercase)
}

/// Whether the first line ends within a sentence, and the second begins none
/// of its own by a bullet or a number.
fn is_open(text: &str, lines: &[(Range<usize>, Break)]) -> bool {
    let [(line, _), (next, _), ..] = lines else { return false };
    text[line.clone()].ends_with(|c: char| c.is_alphabetic() || c == ',')
        && text[next.clone()].starts_with(char::is_alphabetic)
}

/// Characters of the first word of a line.
fn first_word(text: &str, line: Option<&(Range<usize>, Break)>) -> usize {
    let word = line.and_then(|(range, _)| text[range.clone()].split_whitespace().next());
    word.map_or(0, |word| word.chars().count())
}

/// Whether the lines were wrapped at `usual`: hardly one is longer, and most
/// lines stand inside paragraphs, or most of those that do are full.
fn is_wrapped(text: &str, chunks: &[Element], usual: usize, mostly_inner: bool) -> bool {
    let (mut all, mut long, mut inner, mut full) = (0, 0, 0, 0);
    for chunk in chunks {
        for (i, (range, _)) in chunk.lines.iter().enumerate() {
            let length = length(text, range);
            all += 1;
            long += usize::from(length * 3 > usual * 4);
            if i + 1 < chunk.lines.len() {
                inner += 1;
                full += usize::from(length + 1 + first_word(text, chunk.lines.get(i + 1)) > usual);
            }
        }
    }
    long * 20 < all && (mostly_inner || full * 2 >= inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        chunks(text)
            .iter()
            .map(|chunk| {
                let mut out = format!("{}|", chunk.blank_before);
                for (range, after) in &chunk.lines {
                    out += &text[range.clone()];
                    out += if *after == Break::Hard { "/" } else { "_" };
                }
                out
            })
            .collect()
    }

    #[test]
    fn lines_of_a_text_that_is_not_wrapped_stand_alone() {
        let long = "word ".repeat(40);
        let text = format!("Title\nof two lines\n\n{long}\n{long}\n \u{A0}\n\nend");
        let got = shown(&text);
        assert_eq!(got[0], "0|Title/of two lines/");
        assert_eq!(got.len(), 4);
        assert_eq!(got[3], "2|end/");
    }

    #[test]
    fn lines_filled_by_eye_are_joined_where_the_sentence_goes_on() {
        let text = "The keepers of the harbour have met in the\nlighthouse and agreed on what follows\nfor all the years to come, and so they say\nand will do:\n\nThe keeper shall light every lamp\nBut not the tall lamp of the tower, which\nstays dark all night and all day for as ever\nas the sea is there.\n";
        let got = shown(text);
        assert!(got[0].contains("what follows_for all"), "{got:?}");
        assert!(got[1].contains("every lamp/But"), "{got:?}");
    }

    #[test]
    fn wrapped_lines_are_joined_and_short_ones_kept() {
        let text = "The keepers of the harbour have met in the\nlighthouse and agreed on what follows, for\nas long as the sea is there.\n\nThe keeper shall light the lamp at dusk and\nput it out at dawn, and no\nother.\n";
        let got = shown(text);
        assert!(got[0].contains("in the_lighthouse"), "{got:?}");
        assert!(got[1].contains("and no/other"), "{got:?}");
    }
}
