//! The words around a match, for display in a list.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Returns a range of a text between the words before and after it, up to `characters` on each
/// side; they begin and end with whole words, and with an ellipsis where text is cut.
pub fn context(body: &str, range: Range<usize>, characters: usize) -> [String; 3] {
    let last = characters.saturating_sub(1);
    let before = body[..range.start].grapheme_indices(true).rev().nth(last);
    let after = body[range.end..].grapheme_indices(true).nth(characters);
    let from = before.map_or(0, |(at, _)| {
        body[at..range.start].find(' ').map_or(range.start, |blank| at + blank + 1)
    });
    let to = after.map_or(body.len(), |(at, _)| {
        body[range.end..range.end + at].rfind(' ').map_or(range.end, |blank| range.end + blank)
    });
    let (left, right) = (if from > 0 { "…" } else { "" }, if to < body.len() { "…" } else { "" });
    let (before, after) = (&body[from..range.start], &body[range.end..to]);
    [format!("{left}{before}"), body[range].to_owned(), format!("{after}{right}")]
}

/// Like [`context`], with what is before, the range and what is after on one line.
pub fn context_line(body: &str, range: Range<usize>, characters: usize) -> String {
    context(body, range, characters).concat().replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::context;

    #[test]
    fn words_are_left_whole() {
        let body = "the lamp of the harbour burns at night";
        assert_eq!(context(body, 16..23, 8), ["…of the ", "harbour", " burns…"]);
        assert_eq!(context(body, 0..3, 80).concat(), body);
    }
}
