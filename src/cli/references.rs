//! `bulletin references`: where the text refers to, and what refers to a place.

use super::arguments::{OutputFormat, Source};
use super::error::Failure;
use super::output::{emit, emit_json};
use super::source;
use crate::cache::Personal;
use crate::document::{Document, Link, LinkTarget};
use crate::messages::reports;
use serde::Serialize;

#[derive(Serialize)]
struct References {
    references: Vec<Reference>,
    cited_by: Vec<CitedPlace>,
}

#[derive(Serialize)]
struct Reference {
    from: String,
    /// In bytes of the paragraph's text.
    offset: usize,
    words: String,
    /// The place; null if it is not in this document.
    to: Option<String>,
    /// The target of a link that leads out of the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    outside: Option<String>,
    /// The address of a place that is not there.
    #[serde(skip_serializing_if = "Option::is_none")]
    missing: Option<String>,
}

#[derive(Serialize)]
struct CitedPlace {
    address: String,
    by: Vec<String>,
}

/// Prints all references, then for each cited section the places that cite it.
///
/// # Errors
/// If the document cannot be read, or refers to nothing.
pub fn run(source: &Source, format: OutputFormat) -> Result<(), Failure> {
    let document = source::open_telling(source, &Personal::default())?;
    let links = document.links().iter();
    let references: Vec<Reference> = links.filter_map(|link| reference(&document, link)).collect();
    let cited_by: Vec<CitedPlace> =
        document.section_ids().filter_map(|id| cited(&document, id)).collect();
    let nothing = references.is_empty();
    let all = References { references, cited_by };
    match format {
        OutputFormat::Json => emit_json(&all)?,
        OutputFormat::Text => emit(&text(&all))?,
    }
    if nothing { Err(Failure::Nothing) } else { Ok(()) }
}

fn reference(document: &Document, link: &Link) -> Option<Reference> {
    let at = document.point_at(link.span.start)?;
    let (mut to, mut outside, mut missing) = (None, None, None);
    match &link.target {
        LinkTarget::Passage(passage) => to = Some(document.place_address(*passage)),
        LinkTarget::Outside(address) => outside = Some(address.clone()),
        LinkTarget::Nowhere(address) => missing = Some(address.clone()),
    }
    Some(Reference {
        from: document.block_address(at.block),
        offset: at.byte,
        words: document.slice(link.span).replace('\n', " "),
        to,
        outside,
        missing,
    })
}

fn cited(document: &Document, id: crate::document::SectionId) -> Option<CitedPlace> {
    let mut by: Vec<String> = document
        .cited_by(id)
        .into_iter()
        .filter_map(|link| Some(document.block_address(document.point_at(link.span.start)?.block)))
        .collect();
    by.dedup();
    let numbered = document.section(id).number.is_some();
    (!by.is_empty() && numbered)
        .then(|| CitedPlace { address: document.section_address(id).to_owned(), by })
}

fn text(all: &References) -> String {
    let mut out = String::new();
    for Reference { from, words, to, outside, missing, .. } in &all.references {
        let there = match (to, outside, missing) {
            (Some(to), ..) => to.clone(),
            (_, Some(outside), _) => format!("<{outside}>"),
            (_, _, Some(missing)) => reports::leads_nowhere(missing),
            _ => String::new(),
        };
        out.push_str(&format!("{from}: {words} → {there}\n"));
    }
    if !all.cited_by.is_empty() {
        out.push('\n');
    }
    for CitedPlace { address, by } in &all.cited_by {
        out.push_str(&format!("{address} ← {}\n", by.join(", ")));
    }
    out
}
