//! Plain text: its elements are the runs of lines that no blank line parts.

use super::manuscript::{ElementKind, Manuscript};
use super::teletype::Shown;
use super::{lines, shapes};

/// Whether the lines of a paragraph, by themselves, would be read as something else, as those in
/// capitals are.
pub fn is_misread(paragraph: &str) -> bool {
    if !paragraph.contains('\n') && paragraph.chars().count() > shapes::LONGEST_HEADING {
        return false;
    }
    let elements = shapes::mark(paragraph, lines::chunks(paragraph));
    elements.iter().any(|element| element.kind != ElementKind::Paragraph)
}

/// The manuscript of a plain text, which begins `skipped` bytes after its source.
pub fn manuscript(shown: Shown<'_>, skipped: usize, remarks: Vec<String>) -> Manuscript<'_> {
    let Shown { text, styles, links } = shown;
    let elements = shapes::mark(&text, lines::chunks(&text));
    Manuscript { text, skipped, elements, styles, links, remarks, ..Manuscript::default() }
}
