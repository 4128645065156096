//! Text that programs write for a terminal or a printer (`man`, `git log`, `grep --color`).
//!
//! Such text marks words by overstriking (`N\bN` is bold, `_\bN` underlined) or by control
//! [`sequence`]s. This pass runs before structure recognition: bold, underlined, italic and
//! coloured text and links become marks of the manuscript; all other sequences are dropped. A [`line`] is
//! struck cell by cell; one without control characters is copied.

mod line;
mod look;
mod sequence;
mod shown_text;
#[cfg(test)]
mod tests;

pub use shown_text::ShownText;

use super::lines::is_line_end;
use line::WrittenLine;
use sequence::Meaning;
use std::borrow::Cow;

const BACKSPACE: u8 = 0x08;

/// Returns the text that a terminal would show.
pub fn shown(text: Cow<'_, str>) -> ShownText<'_> {
    if next_control(&text, 0).is_none() {
        return ShownText { text, ..ShownText::default() };
    }
    let mut line = WrittenLine::default();
    let mut at = 0;
    while at < text.len() {
        let end = next_control(&text, at).unwrap_or(text.len());
        write(&mut line, &text[at..end]);
        at = end;
        let rest = &text[at..];
        if rest.starts_with(char::from(BACKSPACE)) {
            line.back();
            at += 1;
        } else if let Some((len, meaning)) = sequence::read(rest) {
            match meaning {
                Meaning::Look(changes) => {
                    line.look = changes.iter().fold(line.look, |look, change| change.made(look));
                }
                Meaning::Link(target) => line.link(target),
                Meaning::None => {}
            }
            at += len;
        } else if let Some(c) = rest.chars().next() {
            line.strike(c);
            at += c.len_utf8();
        }
    }
    line.finish()
}

/// Writes words without controls; completed lines are no longer overstruck.
fn write(line: &mut WrittenLine, words: &str) {
    let mut rest = words;
    if let Some(end) = rest.find(is_line_end) {
        line.words(&rest[..end]);
        let last = rest.rfind(is_line_end).unwrap_or(end);
        let after = last + rest[last..].chars().next().map_or(1, char::len_utf8);
        line.lines(&rest[end..after]);
        rest = &rest[after..];
    }
    line.words(rest);
}

/// Returns the position of the next backspace, ESC or one-character control sequence (C1).
fn next_control(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(BACKSPACE, sequence::ESCAPE, sequence::C1_LEAD, &bytes[from..])
        .map(|at| from + at)
        .find(|at| bytes[*at] != sequence::C1_LEAD || sequence::begins(&text[*at..]))
}

/// Whether bytes are ASCII except for one-byte control sequences (C1), of which at least one sets
/// a look.
pub fn is_ascii_with_controls(bytes: &[u8]) -> bool {
    const CSI: u8 = 0x9B;
    let is_look = |at: usize| {
        let rest = &bytes[at + 1..];
        let numbers = rest.iter().take_while(|b| b.is_ascii_digit() || b";:".contains(b)).count();
        rest.get(numbers) == Some(&b'm')
    };
    let mut others = bytes.iter().filter(|byte| !byte.is_ascii());
    others.all(|byte| matches!(*byte, 0x90 | CSI | 0x9C | 0x9D))
        && memchr::memchr_iter(CSI, bytes).any(is_look)
}
