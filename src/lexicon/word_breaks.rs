//! Where words begin and end: by UAX #29, and by a model of the language where no spaces separate
//! them, as in Thai, Lao, Khmer and Burmese.

use super::characters::is_unparted;
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A word, or what is between two words: blanks or a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordPiece {
    /// Its bytes.
    pub range: Range<usize>,
    /// Whether it is a word.
    pub is_word: bool,
}

/// Returns the pieces of a text, which cover it.
pub fn pieces(text: &str) -> Vec<WordPiece> {
    if !text.chars().any(is_unparted) {
        let bounds = text.split_word_bound_indices();
        return bounds
            .map(|(at, piece)| WordPiece {
                range: at..at + piece.len(),
                is_word: piece.contains(char::is_alphanumeric),
            })
            .collect();
    }
    let segmenter = WordSegmenter::new_lstm(WordBreakInvariantOptions::default());
    let mut start = 0;
    let ends = segmenter.segment_str(text).iter_with_word_type();
    ends.filter_map(|(end, kind)| {
        let range = start..end;
        start = end;
        (!range.is_empty()).then(|| WordPiece { range, is_word: kind.is_word_like() })
    })
    .collect()
}
