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

use super::archive::{Archive, Inflated};
use super::omission::Omission;
use super::xml::StartTag;
use super::{Beginning, declared};
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
    Ok(beginning(archive, u64::MAX)?.manuscript)
}

/// Reads the paragraphs of a DOCX that end within `most` bytes of its main part.
///
/// # Errors
/// A part is damaged, missing or too large.
pub fn beginning(archive: &mut Archive<'_>, most: u64) -> Result<Beginning, Refusal> {
    let missing = |part: &str| Refusal::Missing { part: part.to_owned() };
    let part = parts::document(archive)?.ok_or_else(|| missing("text"))?;
    let Inflated { text: document, whole } =
        archive.beginning(&part, most)?.ok_or_else(|| missing(&part))?;
    let end = if whole { document.len() } else { end_of_paragraphs(&document) };
    let document = &document[..end];
    let of = if whole { end as u64 } else { archive.size(&part) };
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
    let read = body.read(&part, document);
    if whole {
        read?;
        body.write_notes()?;
    }
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
    Ok(Beginning { manuscript: writer.finish(), bytes: end as u64, of })
}

/// Returns the end of the last complete paragraph, in bytes. The elements around it stay open.
fn end_of_paragraphs(document: &str) -> usize {
    const END: &str = "</w:p>";
    document.rfind(END).map_or(0, |at| at + END.len())
}

/// Returns the attribute `val`, which holds the value of most elements.
fn value(tag: &StartTag<'_>) -> Option<String> {
    tag.attribute("val")
}

/// Whether an on/off element is on.
fn flag(tag: &StartTag<'_>) -> bool {
    !matches!(value(tag).as_deref(), Some("0" | "false" | "off"))
}
