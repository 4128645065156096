//! Finds the end of the last complete block in the beginning of a source; the bytes after it are
//! read later, with the rest.

use super::decode::CodeUnit;
use super::html;

/// Returns the end of the last complete paragraph, in bytes: after a blank line, else after a
/// line, else, if all is one line, after a word or a character.
pub fn end_of_paragraphs(bytes: &[u8], unit: CodeUnit) -> usize {
    let blank = last(bytes, unit, "\n\n").max(last(bytes, unit, "\r\n\r\n"));
    let line = blank.or_else(|| last(bytes, unit, "\n")).or_else(|| last(bytes, unit, " "));
    line.unwrap_or_else(|| whole_characters(bytes, unit))
}

/// Returns the end of the last complete line, in bytes.
pub fn end_of_lines(bytes: &[u8], unit: CodeUnit) -> Option<usize> {
    last(bytes, unit, "\n")
}

/// Returns the end of the last complete Markdown block, in bytes: a blank line outside code.
pub fn end_of_markdown(bytes: &[u8]) -> Option<usize> {
    let (mut end, mut at) = (None, 0);
    // The character and length of the open fence.
    let mut fence: Option<(u8, usize)> = None;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        let words = line.trim_ascii();
        if words.is_empty() && fence.is_none() && line.ends_with(b"\n") {
            end = Some(at);
        }
        let Some(sign) = words.first().copied().filter(|sign| b"`~".contains(sign)) else {
            continue;
        };
        let count = words.iter().take_while(|byte| **byte == sign).count();
        fence = match fence {
            Some((open, least)) if open == sign && count >= least && count == words.len() => None,
            None if count >= FENCE => Some((sign, count)),
            other => other,
        };
    }
    end
}

/// The minimum length of a fence.
const FENCE: usize = 3;

/// Returns the end of the last complete element of a page, in bytes: before a tag that begins
/// another.
pub fn end_of_elements(bytes: &[u8]) -> Option<usize> {
    let begins = |at: &usize| html::begins_block(&bytes[at + 1..]);
    memchr::memrchr_iter(b'<', bytes).find(begins).filter(|at| *at > 0)
}

/// Returns the byte after the last occurrence of `mark`, encoded as in the text.
fn last(bytes: &[u8], unit: CodeUnit, mark: &str) -> Option<usize> {
    let mark: Vec<u8> = mark.bytes().flat_map(|byte| unit.of(byte)).collect();
    let mut before = bytes.len();
    while let Some(at) = memchr::memmem::rfind(&bytes[..before], &mark) {
        // An unaligned match consists of halves of two other characters.
        if at % unit.size() == 0 {
            return Some(at + mark.len());
        }
        before = at + mark.len() - 1;
    }
    None
}

/// Returns the end of the last complete character, in bytes.
fn whole_characters(bytes: &[u8], unit: CodeUnit) -> usize {
    if unit != CodeUnit::Byte {
        return bytes.len() / unit.size() * unit.size();
    }
    let tail = bytes.iter().rev().take(4).take_while(|byte| **byte & 0xC0 == 0x80).count();
    bytes.len().saturating_sub(tail + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn until(text: &str, end: fn(&[u8]) -> Option<usize>) -> Option<&str> {
        end(text.as_bytes()).map(|end| &text[..end])
    }

    #[test]
    fn markdown_ends_at_a_blank_line_outside_of_code() {
        for (text, whole) in [
            ("# Lamps\n\nA lamp\nis", Some("# Lamps\n\n")),
            ("A lamp.\r\n\r\nOil", Some("A lamp.\r\n\r\n")),
            ("A\n\n```\nlamp\n\noil", Some("A\n\n")),
            ("A\n\n````\nlamp\n```\n\n~~~~\n\noil", Some("A\n\n")),
            ("A\n\n~~~ sh\nlamp\n~~~\n\noil", Some("A\n\n~~~ sh\nlamp\n~~~\n\n")),
            ("A lamp\nis lit\n", None),
        ] {
            assert_eq!(until(text, end_of_markdown), whole, "{text:?}");
        }
    }

    #[test]
    fn a_page_ends_before_an_element() {
        for (text, whole) in [
            ("<html><p>A lamp.<p>O<b>i", Some("<html><p>A lamp.")),
            ("<p>A<table><tr><td>1<td>2", Some("<p>A<table>")),
            ("<html><H2 id=a>A lamp", Some("<html>")),
            ("<html>a <q> 1 <2", None),
        ] {
            assert_eq!(until(text, end_of_elements), whole, "{text:?}");
        }
    }
}
