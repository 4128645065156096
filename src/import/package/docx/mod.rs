//! DOCX, the format of Word (ECMA-376, WordprocessingML).
//!
//! ```text
//! styles.xml, numbering.xml --> body: document.xml, then the notes it refers to
//! ```
//!
//! * [`parts`] finds the path of each part, and [`attributes`] reads what many elements share;
//! * [`numbering`] counts paragraphs and writes out their numbers, which the text
//!   itself does not contain, in the notation given by [`number_format`];
//! * [`styles`] and [`properties`] determine headings, quotations, bold and
//!   italics;
//! * [`fields`] finds links made by fields, and drops field instructions;
//! * [`notes`] counts footnotes and endnotes;
//! * [`body`] goes through paragraphs, runs and tables in one pass.

mod attributes;
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
use super::beginning::{Beginning, Extent};
use super::dublin_core::declared;
use super::omission::Omission;
use crate::document::Direction;
use crate::import::manuscript::{Declared, Manuscript};
use crate::import::refusal::Refusal;
use crate::import::writer::Writer;
use crate::messages::formats;
use body::DocxBody;
use numbering::Numbering;
use parts::DocxParts;
use styles::DocxStyles;

/// Reads a DOCX.
///
/// # Errors
/// A part is damaged, missing or too large.
pub fn manuscript(archive: &mut Archive<'_>) -> Result<Manuscript<'static>, Refusal> {
    let part = main_part(archive)?;
    let document = archive.required(&part)?;
    read(archive, &part, &document, Extent::Whole)
}

/// Reads the paragraphs of a DOCX that end within `most` bytes of its main part; `None` if that is
/// not longer than `least` bytes, or is read as a whole.
///
/// # Errors
/// A part is damaged, missing or too large.
pub fn beginning(
    archive: &mut Archive<'_>,
    most: u64,
    least: u64,
) -> Result<Option<Beginning>, Refusal> {
    let part = main_part(archive)?;
    let Some((document, of)) = archive.beginning_of_large(&part, most, least)? else {
        return Ok(None);
    };
    let document = &document[..end_of_paragraphs(&document)];
    let manuscript = read(archive, &part, document, Extent::Beginning)?;
    Ok(Some(Beginning { manuscript, bytes: document.len() as u64, of }))
}

/// Returns the path of the main part.
fn main_part(archive: &mut Archive<'_>) -> Result<String, Refusal> {
    let missing = || Refusal::Missing { part: formats::MAIN_DOCUMENT.to_owned() };
    parts::document(archive)?.ok_or_else(missing)
}

/// Reads the text of the main part, and the parts to which it refers.
fn read(
    archive: &mut Archive<'_>,
    part: &str,
    document: &str,
    extent: Extent,
) -> Result<Manuscript<'static>, Refusal> {
    let parts = DocxParts::of(archive, part)?;
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
    let read = body.read(part, document);
    // The elements around a beginning stay open.
    if extent == Extent::Whole {
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
    Ok(writer.finish())
}

/// Returns the end of the last complete paragraph, in bytes.
fn end_of_paragraphs(document: &str) -> usize {
    const END: &str = "</w:p>";
    document.rfind(END).map_or(0, |at| at + END.len())
}
