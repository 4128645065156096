//! DOCX, the format of Word (ECMA-376, WordprocessingML).
//!
//! ```text
//! styles.xml, numbering.xml --> body: document.xml, then the notes it refers to
//! ```
//!
//! * [`parts`] finds the path of each part;
//! * [`numbering`] counts paragraphs and writes out their numbers, which the text
//!   itself does not contain, in the notation given by [`number_format`];
//! * [`styles`] and [`properties`] determine headings, quotations, bold and
//!   italics;
//! * [`fields`] finds links made by fields, and drops field instructions;
//! * [`notes`] counts footnotes and endnotes;
//! * [`body`] goes through paragraphs, runs and tables in one pass.

mod body;
mod fields;
mod notes;
mod number_format;
mod numbering;
mod parts;
mod properties;
mod styles;
#[cfg(test)]
mod tests;

pub use parts::document;

use super::archive::Archive;
use super::declared;
use super::omission::Omission;
use super::xml::StartTag;
use crate::document::Direction;
use crate::import::manuscript::{Declared, Manuscript};
use crate::import::refusal::Refusal;
use crate::import::writer::Writer;
use body::DocxBody;
use numbering::Numbering;
use parts::DocxParts;
use styles::DocxStyles;

/// Reads a DOCX.
///
/// # Errors
/// A part is damaged, missing or too large.
pub fn manuscript(archive: &mut Archive<'_>) -> Result<Manuscript<'static>, Refusal> {
    let part =
        parts::document(archive)?.ok_or_else(|| Refusal::Missing { part: "text".to_owned() })?;
    let document = archive.required(&part)?;
    let parts = DocxParts::of(archive, &part)?;
    let styles = match parts.text(archive, "styles")? {
        Some(text) => DocxStyles::read(&text)?,
        None => DocxStyles::default(),
    };
    let numbering = match parts.text(archive, "numbering")? {
        Some(text) => Numbering::read(&text, |style| styles.list_of(style))?,
        None => Numbering::default(),
    };
    let mut declared = match archive.text("docProps/core.xml")? {
        Some(text) => declared("docProps/core.xml", &text)?,
        None => Declared::default(),
    };
    declared.language = declared.language.or_else(|| styles.language.clone());
    let footnotes = parts.text(archive, "footnotes")?.unwrap_or_default();
    let endnotes = parts.text(archive, "endnotes")?.unwrap_or_default();
    let has_heads = parts.have_words(archive, &["header", "footer"])?;
    let mut body = DocxBody::new(&styles, numbering, parts.addresses);
    body.notes.read_footnotes(&footnotes)?;
    body.notes.read_endnotes(&endnotes)?;
    body.read(&part, &document)?;
    body.write_notes()?;
    if body.is_right_to_left() {
        declared.direction = Some(Direction::RightToLeft);
    }
    if has_heads {
        body.omissions.add(Omission::RunningHead);
    }
    let remarks = body.omissions.remarks();
    let mut writer: Writer = body.writer;
    *writer.declared() = declared;
    remarks.into_iter().for_each(|remark| writer.remark(remark));
    Ok(writer.finish())
}

/// Returns the attribute `val`, which holds the value of most elements.
fn value(tag: &StartTag<'_>) -> Option<String> {
    tag.attribute("val")
}

/// Whether an on/off element is on.
fn flag(tag: &StartTag<'_>) -> bool {
    !matches!(value(tag).as_deref(), Some("0" | "false" | "off"))
}
