//! The names by which links lead to headings.

use std::collections::HashMap;

/// The names that were given, each with the number of times it was used.
#[derive(Debug, Default)]
pub struct Slugs(HashMap<String, usize>);

impl Slugs {
    /// Returns the link target name of the next heading, made as GitHub and most programs do.
    pub fn name(&mut self, words: &str) -> String {
        let name = slug(words);
        let count = self.0.entry(name.clone()).or_insert(0);
        let again = *count;
        *count += 1;
        if again > 0 { format!("{name}-{again}") } else { name }
    }
}

/// Converts words to a name in which nothing must be escaped.
pub fn slug(words: &str) -> String {
    let mut name = String::new();
    for c in words.trim().chars() {
        match c {
            ' ' => name.push('-'),
            '-' | '_' => name.push(c),
            c if c.is_alphanumeric() => name.extend(c.to_lowercase()),
            _ => {}
        }
    }
    name
}
