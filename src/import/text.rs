//! Plain text: its elements are the runs of lines that no blank line parts.

use super::manuscript::Manuscript;
use super::teletype::Shown;
use super::{lines, shapes};

/// The manuscript of a plain text, which begins `skipped` bytes after its source.
pub fn manuscript(shown: Shown<'_>, skipped: usize, remarks: Vec<String>) -> Manuscript<'_> {
    let Shown { text, styles, links } = shown;
    let elements = shapes::mark(&text, lines::chunks(&text));
    Manuscript { text, skipped, elements, styles, links, remarks, ..Manuscript::default() }
}
