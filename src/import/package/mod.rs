//! Formats that are ZIP packages of XML: EPUB, DOCX and ODT.
//!
//! ```text
//! bytes --archive--> entries --xml--> starts, ends, text --docx|odt|epub--> manuscript
//! ```
//!
//! * [`archive`] opens an untrusted package, within limits;
//! * [`xml`] reads its entries as a stream, without entities and without a tree;
//! * [`docx`], [`odt`] and [`epub`] turn them into a manuscript, with [`characters`] for the
//!   look of words, [`table`] for tables and [`omission`] for parts that cannot be shown;
//! * [`dublin_core`] reads the metadata that they share.

mod archive;
mod beginning;
mod characters;
mod docx;
mod dublin_core;
mod epub;
#[cfg(test)]
pub mod fixture;
mod odt;
mod omission;
mod table;
#[cfg(test)]
mod tests;
mod xml;

pub use beginning::Beginning;

use super::manuscript::Manuscript;
use super::refusal::Refusal;
use crate::messages::formats;
use archive::Archive;

/// The beginnings of a ZIP archive: its first entry, or the end of an empty one.
const MAGIC: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// Whether bytes are a ZIP archive.
pub fn is_package(bytes: &[u8]) -> bool {
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
}

/// Reads a package of any kind.
///
/// # Errors
/// The package is damaged, encrypted, too large, or not a document.
pub fn manuscript(bytes: &[u8]) -> Result<Manuscript<'static>, Refusal> {
    let mut archive = Archive::open(bytes)?;
    match PackageKind::of(&mut archive)? {
        PackageKind::Epub => epub::manuscript(&mut archive),
        PackageKind::Docx => docx::manuscript(&mut archive),
        PackageKind::Odt => odt::manuscript(&mut archive),
        PackageKind::Other(what) => Err(Refusal::OtherPackage { what }),
    }
}

/// Reads the beginning of a package, about `most` inflated bytes of its text; `None` if its text is
/// not longer than `least` bytes, or its kind can only be read as a whole.
///
/// # Errors
/// As [`manuscript`].
pub fn beginning(bytes: &[u8], most: u64, least: u64) -> Result<Option<Beginning>, Refusal> {
    let mut archive = Archive::open(bytes)?;
    match PackageKind::of(&mut archive)? {
        PackageKind::Epub => epub::beginning(&mut archive, most, least),
        PackageKind::Docx => docx::beginning(&mut archive, most, least),
        PackageKind::Odt => odt::beginning(&mut archive, most, least),
        PackageKind::Other(_) => Ok(None),
    }
}

/// The kind of a package, determined by its content.
enum PackageKind {
    Epub,
    Docx,
    Odt,
    /// Another kind, described in a few words.
    Other(String),
}

impl PackageKind {
    fn of(archive: &mut Archive<'_>) -> Result<Self, Refusal> {
        let mime = archive.text("mimetype")?.unwrap_or_default();
        Ok(match mime.trim() {
            "application/epub+zip" => Self::Epub,
            "application/vnd.oasis.opendocument.text"
            | "application/vnd.oasis.opendocument.text-template"
            | "application/vnd.oasis.opendocument.text-master" => Self::Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => {
                Self::other(formats::a_spreadsheet("ODS"))
            }
            "application/vnd.oasis.opendocument.presentation" => {
                Self::other(formats::a_presentation("ODP"))
            }
            _ if archive.has("META-INF/container.xml") => Self::Epub,
            _ if docx::document(archive)?.is_some() => Self::Docx,
            _ if archive.has("xl/workbook.xml") => Self::other(formats::a_spreadsheet("XLSX")),
            _ if archive.has("ppt/presentation.xml") => {
                Self::other(formats::a_presentation("PPTX"))
            }
            _ if archive.has("[Content_Types].xml") => Self::other(formats::AN_OFFICE_FILE),
            _ if archive.has("content.xml") => Self::Odt,
            _ if archive.has("META-INF/MANIFEST.MF") => Self::other(formats::A_JAVA_ARCHIVE),
            _ => Self::other(formats::A_ZIP_ARCHIVE),
        })
    }

    fn other(what: impl Into<String>) -> Self {
        Self::Other(what.into())
    }
}
