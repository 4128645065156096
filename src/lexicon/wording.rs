//! Words that count in every text, of all languages together: by which a subject is
//! found, and which tell what is no provision. They are in `assets/languages`.

use super::phrase::Phrases;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Whether a word is one of a sorted list.
pub fn has(words: &[&str], word: &str) -> bool {
    words.binary_search(&word).is_ok()
}
