//! Formats a citation with a template, or as a record.

use super::bibtex;
use super::template::{Placeholder, Template};

/// Formats a citation with these values.
pub(super) fn written(template: &Template, value: impl Fn(Placeholder) -> String) -> String {
    template.fill(&value).unwrap_or_else(|| bibtex::record(value))
}

/// Formats a citation for Markdown, where the lines of a record would otherwise
/// run together as a paragraph.
pub fn in_markdown(citation: String) -> String {
    if citation.starts_with('@') { format!("```bibtex\n{citation}\n```") } else { citation }
}
