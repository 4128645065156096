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
    if let Some(manifest) = archive.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Refusal::Encrypted);
    }
    let content = archive.required(CONTENT)?;
    let mut styles = OdtStyles::default();
    if let Some(text) = archive.text("styles.xml")? {
        styles.read("styles.xml", &text)?;
    }
    styles.read(CONTENT, &content)?;
    let mut declared = match archive.text("meta.xml")? {
        Some(text) => declared("meta.xml", &text)?,
        None => Declared::default(),
    };
    declared.language = declared.language.or_else(|| styles.language.clone());
    let mut body = OdtBody::new(&styles);
    body.read(CONTENT, &content)?;
    body.write_notes()?;
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
