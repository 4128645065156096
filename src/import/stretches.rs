//! Splits elements that are too long for one block, so that typesetting, searching and sentence
//! detection never have to handle a whole book in one line.

use super::manuscript::{ElementKind, LineBytes};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// The maximum size of a block, in bytes.
pub const LONGEST: usize = 64 << 10;

/// The maximum size of a table, in bytes: the columns of all its rows are laid out together.
const LONGEST_TABLE: usize = 512 << 10;

/// The maximum number of lines of a block.
const MOST_LINES: usize = 4096;

/// The number of bytes before the maximum in which to look for the end of a sentence or a word.
const NEAR: usize = 4096;

/// The maximum number of combining marks kept together with a character.
const MOST_MARKS: usize = 64;

/// Distributes an element's lines among blocks; `None` if one block suffices, as it mostly does.
pub fn of(text: &str, kind: ElementKind, lines: &[LineBytes]) -> Option<Vec<Vec<LineBytes>>> {
    let longest = if kind == ElementKind::Table { LONGEST_TABLE } else { LONGEST };
    let size: usize = lines.iter().map(|(line, _)| line.len()).sum();
    if size <= longest && lines.len() <= MOST_LINES {
        return None;
    }
    let mut out: Vec<Vec<LineBytes>> = Vec::new();
    let mut size = usize::MAX;
    for (line, after) in lines {
        let pieces = parted(text, line.clone(), longest);
        for piece in pieces {
            let full = out.last().is_none_or(|stretch| stretch.len() >= MOST_LINES);
            if full || size.saturating_add(piece.len()) > longest {
                out.push(Vec::new());
                size = 0;
            }
            size += piece.len();
            if let Some(stretch) = out.last_mut() {
                stretch.push((piece, *after));
            }
        }
    }
    Some(out)
}

/// Splits a line into pieces of at most `longest` bytes; drops blanks between pieces.
fn parted(text: &str, line: Range<usize>, longest: usize) -> Vec<Range<usize>> {
    if line.len() <= longest {
        return vec![line];
    }
    let mut out = Vec::new();
    let mut start = line.start;
    while line.end - start > longest {
        let end = end(&text[start..line.end], longest);
        out.push(start..start + text[start..start + end].trim_end().len());
        let rest = &text[start + end..line.end];
        start = line.end - rest.trim_start().len();
    }
    out.push(start..line.end);
    out.retain(|piece| !piece.is_empty());
    out
}

/// Returns the end of a stretch of at most `longest` bytes: all of a shorter text.
pub fn end_within(text: &str, longest: usize) -> usize {
    if text.len() <= longest { text.len() } else { end(text, longest) }
}

/// Returns the end of the first piece of a text: after a sentence, else after a word, else
/// before a character that is not a combining mark.
fn end(text: &str, longest: usize) -> usize {
    let most = text.floor_char_boundary(longest);
    let from = text.ceil_char_boundary(most.saturating_sub(NEAR));
    let near = &text[from..most];
    let blank = |(at, _): &(usize, char)| {
        near[..*at].ends_with(['.', '!', '?', ';', '。', '！', '？', '۔', '।'])
    };
    let blanks = || near.char_indices().filter(|(_, c)| c.is_whitespace());
    if let Some((at, c)) = blanks().rfind(blank).or_else(|| blanks().next_back()) {
        return from + at + c.len_utf8();
    }
    let marks = text[..most].chars().rev().take(MOST_MARKS);
    let next = text[most..].chars().next();
    let mut at = most;
    let mut is_mark = next.is_some_and(|c| c.width() == Some(0));
    for c in marks {
        if !is_mark {
            return at;
        }
        at -= c.len_utf8();
        is_mark = c.width() == Some(0);
    }
    if is_mark || at == 0 { most } else { at }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::clean::Break;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<&str> {
        parted(text, 0..text.len(), 40).into_iter().map(|piece| &text[piece]).collect()
    }

    #[test]
    fn a_line_is_parted_where_a_sentence_or_a_word_ends() {
        assert_eq!(
            pieces("The lamp is lit at dusk. It is put out at dawn, and so on and on."),
            ["The lamp is lit at dusk.", "It is put out at dawn, and so on and on."]
        );
        assert_eq!(pieces(&"a".repeat(90)), ["a".repeat(40), "a".repeat(40), "a".repeat(10)]);
        assert_eq!(pieces(&format!("a{}b", " ".repeat(90))), ["a", "b"]);
        assert_eq!(pieces("short"), ["short"]);
    }

    #[test]
    fn marks_stay_with_their_letter() {
        let text = "ab\u{301}\u{302}".repeat(9);
        for piece in pieces(&text) {
            assert!(piece.starts_with(['a', 'b']), "{piece}");
        }
        let marked = format!("a{}", "\u{301}".repeat(90));
        assert_eq!(pieces(&marked).concat(), marked);
    }

    #[test]
    fn many_lines_are_several_blocks() {
        let text = "a\n".repeat(3 * MOST_LINES);
        let lines = (0..3 * MOST_LINES).map(|at| (2 * at..2 * at + 1, Break::Hard));
        let lines: Vec<LineBytes> = lines.collect();
        let blocks = of(&text, ElementKind::Paragraph, &lines).expect("several");
        assert_eq!(blocks.iter().map(Vec::len).collect::<Vec<_>>(), [MOST_LINES; 3]);
    }

    proptest! {
        #[test]
        fn no_word_is_lost(text in "[a-c语\u{301} .]{1,300}") {
            let text = text.trim();
            let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let pieces = pieces(text);
            prop_assert_eq!(words(&pieces.concat()), words(text));
            prop_assert!(pieces.iter().all(|piece| piece.len() <= 40));
        }
    }
}
