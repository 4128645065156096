//! ODT, the text format of LibreOffice and others (ISO/IEC 26300, OpenDocument).
//!
//! ```text
//! styles.xml, content.xml --styles--> body: content.xml again, then its notes
//! ```
//!
//! * [`styles`] determines headings, quotations, bold and italics, and the numbering of
//!   lists;
//! * [`lists`] counts items and headings, and writes out their numbers;
//! * [`body`] goes through paragraphs, spans, lists and tables in one pass.

mod body;
mod lists;
mod styles;
#[cfg(test)]
mod tests;

use super::archive::Archive;
use super::beginning::{Beginning, Extent};
use super::dublin_core::declared;
use super::omission::Omission;
use crate::document::Direction;
use crate::import::manuscript::{Declared, Manuscript};
use crate::import::refusal::Refusal;
use body::OdtBody;
use styles::OdtStyles;

/// The path of the text.
const CONTENT: &str = "content.xml";

/// Reads an ODT.
///
/// # Errors
/// A part is damaged, encrypted, missing or too large.
pub fn manuscript(archive: &mut Archive<'_>) -> Result<Manuscript<'static>, Refusal> {
    let content = archive.required(CONTENT)?;
    read(archive, &content, Extent::Whole)
}

/// Reads the paragraphs of an ODT that end within `most` bytes of its text; `None` if that is not
/// longer than `least` bytes, or is read as a whole.
///
/// # Errors
/// As [`manuscript`], and if the styles of the text are not within these bytes.
pub fn beginning(
    archive: &mut Archive<'_>,
    most: u64,
    least: u64,
) -> Result<Option<Beginning>, Refusal> {
    let Some((content, of)) = archive.beginning_of_large(CONTENT, most, least)? else {
        return Ok(None);
    };
    let content = &content[..end_of_paragraphs(&content)];
    let manuscript = read(archive, content, Extent::Beginning)?;
    Ok(Some(Beginning { manuscript, bytes: content.len() as u64, of }))
}

/// Returns the end of the last complete paragraph or heading, in bytes.
fn end_of_paragraphs(content: &str) -> usize {
    const ENDS: [&str; 2] = ["</text:p>", "</text:h>"];
    let end = |mark: &str| content.rfind(mark).map_or(0, |at| at + mark.len());
    ENDS.into_iter().map(end).max().unwrap_or(0)
}

/// Reads the text, with its styles and metadata.
fn read(
    archive: &mut Archive<'_>,
    content: &str,
    extent: Extent,
) -> Result<Manuscript<'static>, Refusal> {
    if let Some(manifest) = archive.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Refusal::Encrypted);
    }
    let mut styles = OdtStyles::default();
    if let Some(text) = archive.text("styles.xml")? {
        styles.read("styles.xml", &text)?;
    }
    styles.read(CONTENT, content)?;
    let mut declared = match archive.text("meta.xml")? {
        Some(text) => declared("meta.xml", &text)?,
        None => Declared::default(),
    };
    declared.language = declared.language.or_else(|| styles.language.clone());
    let mut body = OdtBody::new(&styles);
    let read = body.read(CONTENT, content);
    // The elements around a beginning stay open.
    if extent == Extent::Whole {
        read?;
        body.write_notes()?;
    }
    if body.is_right_to_left() {
        declared.direction = Some(Direction::RightToLeft);
    }
    if styles.has_heads {
        body.omissions.add(Omission::RunningHead);
    }
    let remarks = body.omissions.remarks();
    let mut writer = body.writer;
    *writer.declared() = declared;
    remarks.into_iter().for_each(|remark| writer.remark(remark));
    Ok(writer.finish())
}
