//! `bulletin outline`: every section with its address.

use super::arguments::{OutputFormat, Source};
use super::error::Failure;
use super::output::emit_json;
use super::source;
use super::styled::{Rendition, Styled, TextRole};
use crate::document::{Document, Roster, SectionId};
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
    title: String,
    paragraphs: u32,
    sections: Vec<SectionReport>,
}

/// Prints it: each section with its address, below the one that it is part of.
///
/// # Errors
/// If the document cannot be read, or standard output cannot be written.
pub fn run(source: &Source, format: OutputFormat, rendition: Rendition) -> Result<(), Failure> {
    let document = source::open_telling(source)?;
    let mut sections: Vec<SectionReport> =
        document.children(None).map(|id| section(&document, id)).collect();
    sections.extend(document.rosters().iter().map(roster));
    let metadata = document.metadata();
    let outline = OutlineReport {
        title: metadata.title.clone(),
        source: metadata.origin.place().into_owned(),
        language: metadata.language.clone(),
        sections,
    };
    match format {
        OutputFormat::Json => emit_json(&outline),
        OutputFormat::Text => {
            let width = widest(&outline.sections, 0);
            let mut out = Styled::default();
            out.put(TextRole::Heading, metadata.headline()).push("\n");
            text(&outline.sections, 0, width, &mut out);
            out.emit(rendition)
        }
    }
}

fn section(document: &Document, id: SectionId) -> SectionReport {
    let section = document.section(id);
    SectionReport {
        address: section.address.clone(),
        kind: section.kind.name(),
        number: section.number.as_ref().map(ToString::to_string),
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
        title: roster.kind.label().to_owned(),
        paragraphs: 0,
        sections: Vec::new(),
    }
}

/// Columns of the widest address with its indent.
fn widest(sections: &[SectionReport], depth: usize) -> usize {
    sections
        .iter()
        .map(|s| (2 * depth + s.address.chars().count()).max(widest(&s.sections, depth + 1)))
        .max()
        .unwrap_or(0)
}

fn text(sections: &[SectionReport], depth: usize, width: usize, out: &mut Styled) {
    for section in sections {
        let indent = "  ".repeat(depth);
        let used = indent.len() + section.address.chars().count();
        out.push(indent).put(TextRole::Address, &section.address);
        out.push(" ".repeat(width.saturating_sub(used) + 2));
        match section.sections.as_slice() {
            [] => out.push(&section.title),
            // What has sections of its own heads them.
            _ => out.put(TextRole::Heading, &section.title),
        };
        out.push("\n");
        text(&section.sections, depth + 1, width, out);
    }
}
