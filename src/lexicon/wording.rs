//! Words that count in every text, of all languages together: words of captions, of prose and of
//! recitals. The words themselves are in `assets/languages`.

use super::phrase::Phrases;
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Whether a sorted list contains a word.
pub fn has(words: &[&str], word: &str) -> bool {
    // The first byte decides nearly always.
    let first = word.as_bytes().first();
    let compared = |own: &&str| own.as_bytes().first().cmp(&first).then_with(|| own.cmp(&word));
    words.binary_search_by(compared).is_ok()
}

/// Returns a word in lower case, borrowed if it already is, as most words are.
pub fn in_small_letters(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}
