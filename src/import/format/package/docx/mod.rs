//! DOCX, the format of Word (ECMA-376, WordprocessingML).
//!
//! ```text
//! styles.xml, numbering.xml --> body: document.xml, then the notes it refers to
//! ```
//!
//! * [`numbering`] counts paragraphs and writes out their numbers, which stand
//!   nowhere in the text itself, as [`number_format`] says;
//! * [`styles`] and [`properties`] tell headings, quotations, bold and italics;
//! * [`fields`] tells links that are fields, and leaves out what a field computes;
//! * [`notes`] counts footnotes and endnotes;
//! * [`body`] walks through paragraphs, runs and tables in one pass.

mod body;
mod fields;
mod notes;
mod number_format;
mod numbering;
mod properties;
mod styles;
#[cfg(test)]
mod tests;

use super::archive::Archive;
use super::declared;
use super::xml::{Node, Tag, Xml};
use crate::document::Direction;
use crate::import::format::refusal::Refusal;
use crate::import::format::writer::Writer;
use crate::import::manuscript::{Declared, Manuscript};
use body::Body;
use numbering::Numbering;
use std::collections::HashMap;
use styles::Styles;

/// Where the text stands.
const DOCUMENT: &str = "word/document.xml";

/// Reads a DOCX.
///
/// # Errors
/// Where a part is damaged, missing or too large.
pub fn manuscript(archive: &mut Archive<'_>) -> Result<Manuscript<'static>, Refusal> {
    let document = archive.required(DOCUMENT)?;
    let styles = match archive.text("word/styles.xml")? {
        Some(text) => Styles::read(&text)?,
        None => Styles::default(),
    };
    let numbering = match archive.text("word/numbering.xml")? {
        Some(text) => Numbering::read(&text, |style| styles.list_of(style))?,
        None => Numbering::default(),
    };
    let addresses = match archive.text("word/_rels/document.xml.rels")? {
        Some(text) => addresses(&text)?,
        None => HashMap::new(),
    };
    let mut declared = match archive.text("docProps/core.xml")? {
        Some(text) => declared("docProps/core.xml", &text)?,
        None => Declared::default(),
    };
    declared.language = declared.language.or_else(|| styles.language.clone());
    let footnotes = archive.text("word/footnotes.xml")?.unwrap_or_default();
    let endnotes = archive.text("word/endnotes.xml")?.unwrap_or_default();
    let mut body = Body::new(&styles, numbering, addresses);
    body.notes.read_footnotes(&footnotes)?;
    body.notes.read_endnotes(&endnotes)?;
    body.read(DOCUMENT, &document)?;
    body.write_notes()?;
    if body.is_right_to_left() {
        declared.direction = Some(Direction::RightToLeft);
    }
    let remarks = body.omissions.remarks();
    let mut writer: Writer = body.writer;
    *writer.declared() = declared;
    remarks.into_iter().for_each(|remark| writer.remark(remark));
    Ok(writer.finish())
}

/// The addresses outside of the document, by the identifiers of their relations.
fn addresses(text: &str) -> Result<HashMap<String, String>, Refusal> {
    let mut out = HashMap::new();
    let mut xml = Xml::new("word/_rels/document.xml.rels", text);
    while let Some(node) = xml.next()? {
        let Node::Start(tag) = node else { continue };
        let outside = tag.attribute("TargetMode").as_deref() == Some("External");
        if let (true, Some(id), Some(target)) =
            (outside, tag.attribute("Id"), tag.attribute("Target"))
        {
            out.insert(id, target);
        }
    }
    Ok(out)
}

/// The attribute `val`, which says what most elements mean.
fn value(tag: &Tag<'_>) -> Option<String> {
    tag.attribute("val")
}

/// Whether an element that switches something on does so: it may say the contrary.
fn flag(tag: &Tag<'_>) -> bool {
    !matches!(value(tag).as_deref(), Some("0" | "false" | "off"))
}
