//! Words that take one line.

/// Returns words without the breaks between their lines.
pub fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
