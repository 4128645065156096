//! The words of a paragraph as they are compared: each a token, and so are blanks, punctuation and
//! whatever is only meaningful as a whole, such as a date or a cross reference.

use crate::lexicon::word_breaks;
use std::ops::Range;

/// Returns the tokens of a text as byte ranges that cover it; each of the ranges in `whole` is one
/// token.
pub fn tokens(text: &str, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut whole = whole.iter().filter(|range| !range.is_empty()).peekable();
    for token in word_breaks::pieces(text).into_iter().map(|piece| piece.range) {
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
