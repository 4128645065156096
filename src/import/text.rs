//! Plain text: its elements are the runs of lines between blank lines.

use super::manuscript::{ElementKind, Manuscript};
use super::teletype::Shown;
use super::{lines, shapes};

/// Whether the lines of a paragraph on their own would be read as something else, like lines in
/// capitals.
pub fn is_misread(paragraph: &str) -> bool {
    if !paragraph.contains('\n') && paragraph.chars().count() > shapes::LONGEST_HEADING {
        return false;
    }
    let elements = shapes::mark(paragraph, lines::chunks(paragraph));
    elements.iter().any(|element| element.kind != ElementKind::Paragraph)
}

/// Returns the manuscript of a plain text, which begins `skipped` bytes after the start of its
/// source.
pub fn manuscript(shown: Shown<'_>, skipped: usize, remarks: Vec<String>) -> Manuscript<'_> {
    let Shown { text, styles, links } = shown;
    let elements = shapes::mark(&text, lines::chunks(&text));
    Manuscript { text, skipped, elements, styles, links, remarks, ..Manuscript::default() }
}
