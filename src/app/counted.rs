//! Counts in words.

/// `1 bookmark`, `3 bookmarks`.
pub fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
