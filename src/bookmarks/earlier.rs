//! The earlier words of a bookmark that somebody replaced without having seen
//! them: they stay until the bookmark is deleted.
//!
//! They are a sorted set of notes, or of paragraphs of notes, so that the order
//! of changes does not matter. A tag is stored as `#tag`. Words that are back in
//! the note or the tags are not stored twice.

use super::Bookmark;

/// Returns the paragraphs of a note.
pub fn paragraphs(note: &str) -> impl Iterator<Item = &str> {
    note.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty())
}

/// Stores earlier words of a bookmark; returns whether they would have been lost.
pub fn keep(bookmark: &mut Bookmark, words: &str) -> bool {
    let new = !is_held(bookmark, words) && !bookmark.earlier.iter().any(|kept| kept == words);
    if new {
        bookmark.earlier.push(words.to_owned());
        bookmark.earlier.sort_unstable();
    }
    new
}

/// Drops words that are back in the note or the tags.
pub fn tidy(bookmark: &mut Bookmark) {
    let mut all = std::mem::take(&mut bookmark.earlier);
    all.retain(|words| !is_held(bookmark, words));
    all.sort_unstable();
    all.dedup();
    bookmark.earlier = all;
}

/// Whether the note or the tags contain these words.
fn is_held(bookmark: &Bookmark, words: &str) -> bool {
    let tag = words.strip_prefix('#');
    tag.is_some_and(|tag| bookmark.tags.iter().any(|held| held == tag))
        || paragraphs(words).all(|one| paragraphs(&bookmark.note).any(|held| held == one))
}

/// Whether a bookmark contains words that the user has not seen.
pub fn holds_more(now: &Bookmark, seen: &Bookmark) -> bool {
    let known = |words: &str| is_held(seen, words) || seen.earlier.iter().any(|e| e == words);
    !paragraphs(&now.note).all(known)
        || now.tags.iter().any(|tag| !seen.tags.contains(tag))
        || !now.earlier.iter().all(|words| known(words))
}
