//! The words of a paragraph as they are compared: each a token, and so are blanks, punctuation and
//! whatever is only meaningful as a whole, such as a date or a cross reference.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Returns the tokens of a text as byte ranges that cover it; each of the ranges in `whole` is one
/// token.
pub fn tokens(text: &str, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut whole = whole.iter().filter(|range| !range.is_empty()).peekable();
    for token in pieces(text) {
        while whole.next_if(|range| range.end <= token.start).is_some() {}
        let held = whole.peek().filter(|range| range.start < token.end);
        let begun = held.is_some_and(|range| range.start < token.start);
        match tokens.last_mut() {
            Some(last) if begun => last.end = token.end,
            _ => tokens.push(token),
        }
    }
    tokens
}

/// The words, blanks and marks of a text: by UAX #29, and by a model of the language where no
/// spaces separate words, as in Thai, Lao, Khmer and Burmese.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let is_unspaced =
        |c| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    if !text.chars().any(is_unspaced) {
        return text.split_word_bound_indices().map(|(at, word)| at..at + word.len()).collect();
    }
    let segmenter = WordSegmenter::new_lstm(WordBreakInvariantOptions::default());
    let ends: Vec<usize> = segmenter.segment_str(text).collect();
    ends.windows(2).map(|pair| pair[0]..pair[1]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'a>(text: &'a str, whole: &[Range<usize>]) -> Vec<&'a str> {
        tokens(text, whole).into_iter().map(|token| &text[token]).collect()
    }

    #[test]
    // One token, not the numbers of a range.
    #[allow(clippy::single_range_in_vec_init)]
    fn what_is_whole_is_one_token() {
        let text = "as Article 5(2) of 1 May says";
        assert_eq!(
            words(text, &[3..15]),
            ["as", " ", "Article 5(2)", " ", "of", " ", "1", " ", "May", " ", "says"]
        );
        assert_eq!(words("", &[]), Vec::<&str>::new());
    }

    #[test]
    fn words_are_found_where_no_spaces_separate_them() {
        assert!(words("ทุกคนมีสิทธิ", &[]).len() > 1);
        assert_eq!(words("ทุกคนมีสิทธิ", &[]).concat(), "ทุกคนมีสิทธิ");
    }
}
