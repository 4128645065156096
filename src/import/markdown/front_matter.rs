//! The front matter of a Markdown text: lines of keys and values before its words.

use crate::import::manuscript::Declared;
use crate::import::writer::is_language;

/// Reads the title and the language from the front matter, if they are plain values.
pub fn read(words: &str, declared: &mut Declared) {
    for line in words.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        let value = ['"', '\'']
            .into_iter()
            .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote))
            .unwrap_or(value);
        if value.is_empty() || value.starts_with(['[', '{', '|', '>', '&', '*']) {
            continue;
        }
        match key {
            "title" => declared.title = Some(value.to_owned()),
            "lang" | "language" if is_language(value) => declared.language = Some(value.to_owned()),
            _ => {}
        }
    }
}
