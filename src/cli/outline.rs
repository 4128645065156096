//! `bulletin outline`: every section with its address.

use super::arguments::{OutputFormat, Source};
use super::error::Failure;
use super::output::emit_json;
use super::printed_label;
use super::source;
use super::styled::{Rendition, Styled, TextRole};
use crate::cache::Personal;
use crate::document::{Document, Roster, SectionId};
use crate::export::escaping::{LinePosition, escaped};
use crate::typeset;
use serde::Serialize;

#[derive(Serialize)]
struct OutlineReport {
    title: String,
    source: String,
    language: Option<String>,
    sections: Vec<SectionReport>,
}

#[derive(Serialize)]
struct SectionReport {
    address: String,
    kind: &'static str,
    number: Option<String>,
    /// The label as printed: the number alone does not tell `2(1)` from `2.1`.
    label: Option<String>,
    title: String,
    paragraphs: u32,
    sections: Vec<SectionReport>,
}

/// Prints it: each section with its address, below the one that it is part of.
///
/// # Errors
/// If the document cannot be read, or standard output cannot be written.
pub fn run(source: &Source, format: OutputFormat, rendition: Rendition) -> Result<(), Failure> {
    let document = source::open_telling(source, &Personal::default())?;
    match format {
        OutputFormat::Json => emit_json(&outline(&document)),
        OutputFormat::Text => text(&document).emit(rendition),
    }
}

/// Returns the sections of a document, each with its address.
pub fn outline(document: &Document) -> impl Serialize {
    let mut sections: Vec<SectionReport> =
        document.children(None).map(|id| section(document, id)).collect();
    sections.extend(document.rosters().iter().map(roster));
    let metadata = document.metadata();
    OutlineReport {
        title: metadata.title.clone(),
        source: metadata.origin.place().into_owned(),
        language: metadata.language.clone(),
        sections,
    }
}

fn section(document: &Document, id: SectionId) -> SectionReport {
    let section = document.section(id);
    SectionReport {
        address: section.address.clone(),
        kind: section.kind.name(),
        number: section.number.as_ref().map(ToString::to_string),
        label: printed_label::of(document, id),
        title: document.title(id).into_owned(),
        paragraphs: section.paragraphs,
        sections: document.children(Some(id)).map(|child| self::section(document, child)).collect(),
    }
}

fn roster(roster: &Roster) -> SectionReport {
    SectionReport {
        address: roster.kind.name().to_owned(),
        kind: "roster",
        number: None,
        label: None,
        title: roster.kind.label().to_owned(),
        paragraphs: 0,
        sections: Vec::new(),
    }
}

/// Returns the outline as plain text.
pub fn plain(document: &Document) -> String {
    text(document).rendered(Rendition::PLAIN)
}

/// Returns the outline as a list in Markdown.
pub fn markdown(document: &Document) -> String {
    let escape = |words: &str| escaped(words, LinePosition::Within);
    let mut out = format!("# {}\n\n", escape(&document.metadata().headline()));
    for id in document.section_ids() {
        let indent = "  ".repeat(usize::from(document.section(id).depth));
        let (address, title) = (document.section_address(id), document.title(id));
        out.push_str(&format!("{indent}- `{address}` {}\n", escape(&title)));
    }
    for roster in document.rosters() {
        let kind = roster.kind;
        out.push_str(&format!("- `{}` {}\n", kind.name(), escape(kind.label())));
    }
    out
}

/// Returns a line for each section, indented by its depth, and one for each roster.
fn text(document: &Document) -> Styled {
    let columns = |words: &str| usize::from(typeset::columns(words));
    let indent = |id: SectionId| 2 * usize::from(document.section(id).depth);
    let addresses =
        document.section_ids().map(|id| indent(id) + columns(document.section_address(id)));
    let rosters = || document.rosters().iter().map(|roster| roster.kind);
    let width = addresses.chain(rosters().map(|kind| columns(kind.name()))).max().unwrap_or(0);
    let mut out = Styled::default();
    out.put(TextRole::Heading, document.metadata().headline()).push("\n");
    let mut line = |indent: usize, address: &str, heads: bool, title: &str| {
        let rest = (width + 2).saturating_sub(indent + columns(address));
        out.push(" ".repeat(indent)).put(TextRole::Address, address).push(" ".repeat(rest));
        match heads {
            true => out.put(TextRole::Heading, title),
            false => out.push(title),
        };
        out.push("\n");
    };
    for id in document.section_ids() {
        // What has sections of its own heads them.
        let heads = document.children(Some(id)).next().is_some();
        line(indent(id), document.section_address(id), heads, &document.title(id));
    }
    for kind in rosters() {
        line(0, kind.name(), false, kind.label());
    }
    out
}
