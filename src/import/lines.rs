//! The lines of a plain text, and the chunks between blank lines.

use super::clean::Break;
use super::indent::columns_before;
use super::manuscript::{Element, ElementKind, LineBytes};
use super::{margin_numbers, pages, wrapping};
use std::ops::Range;

/// A line longer than this was not wrapped, in characters.
const LONG_LINE: usize = 100;

pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns the lines of a text without their ends.
pub fn lines(text: &str) -> Vec<Range<usize>> {
    // Most texts have no other line ends than these.
    let bytes = text.as_bytes();
    let others = memchr::memchr3(0xB, 0xC, 0xC2, bytes).or_else(|| memchr::memchr(0xE2, bytes));
    if others.is_none() {
        return plain_lines(bytes);
    }
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(found) = text.as_bytes()[at..].iter().position(|byte| begins_line_end(*byte)) {
        at += found;
        let c = text[at..].chars().next().unwrap_or_default();
        if !is_line_end(c) {
            at += c.len_utf8();
            continue;
        }
        lines.push(start..at);
        at += if text[at..].starts_with("\r\n") { 2 } else { c.len_utf8() };
        start = at;
    }
    lines.push(start..text.len());
    lines
}

/// Like [`lines`], for a text whose only line ends are line feeds and carriage
/// returns.
fn plain_lines(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut lines = Vec::with_capacity(memchr::memchr_iter(b'\n', bytes).count() + 1);
    let mut start = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        let is_second = end > 0 && bytes[end] == b'\n' && bytes[end - 1] == b'\r';
        if !is_second {
            lines.push(start..end);
        }
        start = end + 1;
    }
    lines.push(start..bytes.len());
    lines
}

/// Whether a byte may be the first of a line end.
const fn begins_line_end(byte: u8) -> bool {
    matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2)
}

/// Splits a text into chunks.
pub fn chunks(text: &str) -> Vec<Element> {
    let mut chunks: Vec<Element> = Vec::new();
    // The lines of the open chunk, which then take no more memory than they need.
    let mut open: Vec<LineBytes> = Vec::new();
    let (mut blank, mut blank_before) = (0, 0);
    let mut close = |open: &mut Vec<LineBytes>, blank_before| {
        let Some(indent) = open.first().map(|(first, _)| columns_before(text, first.start)) else {
            return;
        };
        let lines = open.as_slice().to_vec();
        open.clear();
        chunks.push(Element { kind: ElementKind::Paragraph, lines, indent, blank_before });
    };
    let lines = margin_numbers::without_line_numbers(text, lines(text));
    for line in pages::without_furniture(text, lines) {
        let words = text[line.clone()].trim();
        if words.is_empty() {
            close(&mut open, blank_before);
            blank += 1;
            continue;
        }
        if open.is_empty() {
            blank_before = std::mem::take(&mut blank);
        }
        let from = line.end - text[line.clone()].trim_start().len();
        open.push((from..from + words.len(), Break::Soft));
    }
    close(&mut open, blank_before);
    wrapping::mark_breaks(text, &mut chunks);
    if !chunks.iter().any(|chunk| is_unwrapped(text, chunk)) {
        return chunks;
    }
    let mut out = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        if is_unwrapped(text, &chunk) {
            out.extend(one_a_line(text, chunk));
        } else {
            out.push(chunk);
        }
    }
    out
}

/// Whether a chunk has several lines that were not wrapped, of which one is long.
fn is_unwrapped(text: &str, chunk: &Element) -> bool {
    let is_long = |line: &Range<usize>| {
        line.len() > LONG_LINE && text[line.clone()].chars().nth(LONG_LINE).is_some()
    };
    chunk.lines.len() > 1
        && chunk.lines.iter().all(|(_, after)| *after == Break::Hard)
        && chunk.lines.iter().any(|(line, _)| is_long(line))
}

/// Splits a chunk of a text with one long line per paragraph: each line without
/// extra indent begins a paragraph; a drawn underline stays with its line.
fn one_a_line(text: &str, chunk: Element) -> Vec<Element> {
    let Element { kind, indent, mut blank_before, lines } = chunk;
    let mut out: Vec<Element> = Vec::new();
    for line in lines {
        let within = columns_before(text, line.0.start) > indent || is_drawn(&text[line.0.clone()]);
        match out.last_mut().filter(|_| within) {
            Some(paragraph) => paragraph.lines.push(line),
            None => out.push(Element {
                kind,
                lines: vec![line],
                indent,
                blank_before: std::mem::take(&mut blank_before),
            }),
        }
    }
    out
}

/// Whether a line repeats a single symbol.
fn is_drawn(line: &str) -> bool {
    let mut signs = line.chars();
    signs.next().is_some_and(|sign| !sign.is_alphanumeric() && signs.all(|c| c == sign))
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
    fn lines_of_an_unwrapped_text_stay_separate() {
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
        let text = "The keepers of the harbour have met in the\nlighthouse and agreed on what follows, for\nas long as the sea is there.\n\nThe keeper shall light the lamp at dusk and\nput it out at dawn.\nNo other.\n";
        let got = shown(text);
        assert!(got[0].contains("in the_lighthouse"), "{got:?}");
        assert!(got[1].contains("at dawn./No other"), "{got:?}");
    }
}
