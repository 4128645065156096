//! Plain text: its elements are the runs of lines between blank lines.

use super::manuscript::{ElementKind, Manuscript};
use super::teletype::ShownText;
use super::{lines, manual_page, shapes};
use crate::lexicon::text_languages::TextLanguages;

/// Whether the lines of a paragraph on their own would be read as something else, like lines in
/// capitals.
pub fn is_misread(paragraph: &str) -> bool {
    if !paragraph.contains('\n') && paragraph.chars().count() > shapes::LONGEST_HEADING {
        return false;
    }
    // A caption is one in the languages of its document, which are not known here.
    let elements = shapes::mark(paragraph, lines::chunks(paragraph), &TextLanguages::none());
    elements.iter().any(|element| element.kind != ElementKind::Paragraph)
}

/// Returns the manuscript of a plain text, which begins `skipped` bytes after the start of its
/// source.
pub fn manuscript(shown: ShownText<'_>, skipped: usize, remarks: Vec<String>) -> Manuscript<'_> {
    let ShownText { text, styles, links, .. } = shown;
    let chunks = lines::chunks(&text);
    let elements = match manual_page::name(&text) {
        Some(name) => manual_page::mark(&text, chunks, name),
        None => shapes::mark(&text, chunks, &TextLanguages::undetected(&text)),
    };
    Manuscript { text, skipped, elements, styles, links, remarks, ..Manuscript::default() }
}
