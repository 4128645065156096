//! Words that count in every text, of all languages together: of captions, of prose and of
//! recitals. They are in `assets/languages`.

use super::phrase::Phrases;
use std::borrow::Cow;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Whether a word is one of a sorted list.
pub fn has(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}

/// A word in small letters; the same where it is so already, as most are.
pub fn in_small_letters(word: &str) -> Cow<'_, str> {
    let small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}
