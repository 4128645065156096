//! PDF: extracts the text of its pages.
//!
//! ```text
//! bytes --extract--> glyphs --layout--> lines of each page --pages--> lines of all --> elements
//! ```
//!
//! * [`extract`] has a library place the [`glyphs`], on its own thread, within limits;
//! * [`layout`] builds [`line`]s from them, in reading order ([`direction`]);
//! * [`pages`] sets running heads and page numbers aside, and joins the pages.
//!
//! A PDF has no paragraphs: positions on the page show which lines continue ([`elements`]); everything
//! else is found as in plain text.

#[cfg(feature = "pdf")]
mod columns;
#[cfg(feature = "pdf")]
mod direction;
mod elements;
#[cfg(feature = "pdf")]
mod extract;
mod extracted;
#[cfg(feature = "pdf")]
mod filter;
#[cfg(feature = "pdf")]
mod glyphs;
#[cfg(feature = "pdf")]
mod layout;
mod line;
#[cfg(feature = "pdf")]
mod line_spacing;
#[cfg(feature = "pdf")]
mod margin;
#[cfg(feature = "pdf")]
mod measure;
mod pages;
#[cfg(all(test, feature = "pdf"))]
mod tests;

use super::manuscript::Manuscript;
use super::refusal::Refusal;
use crate::messages::formats;
use elements::written;
use extracted::{Extracted, Reach};
use line::PdfLine;
use std::time::Duration;

/// The number of bytes within which a PDF begins (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1024;

/// The maximum time to read a PDF: many times what a hundred pages take.
const LONGEST: Duration = Duration::from_secs(5);

/// Whether bytes are a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(HEAD)], b"%PDF-").is_some()
}

#[cfg(feature = "pdf")]
fn extract(bytes: &[u8]) -> Result<Extracted, Refusal> {
    extract::text(bytes, LONGEST)
}

/// Why no PDF can be read by a program that was built without the feature.
#[cfg_attr(feature = "pdf", allow(dead_code, reason = "this program can read PDF"))]
const UNSUPPORTED: &str = formats::PDF_SUPPORT;

#[cfg(not(feature = "pdf"))]
fn extract(_: &[u8]) -> Result<Extracted, Refusal> {
    Err(Refusal::UnreadablePdf { reason: UNSUPPORTED.to_owned() })
}

/// Reads a PDF.
///
/// # Errors
/// The PDF is encrypted, damaged beyond reading, too large, or contains no text.
pub fn manuscript(bytes: &[u8]) -> Result<Manuscript<'static>, Refusal> {
    made_of(extract(bytes)?)
}

/// Returns the manuscript of the extracted text.
fn made_of(extracted: Extracted) -> Result<Manuscript<'static>, Refusal> {
    let read = extracted.pages.len();
    let count = extracted.count.max(read);
    let late = extracted.reach != Reach::Whole;
    let readable: Vec<Vec<PdfLine>> = extracted.pages.into_iter().flatten().collect();
    let unreadable = read - readable.len();
    if late && readable.iter().all(Vec::is_empty) {
        let reason = formats::no_page_in_time(LONGEST.as_secs());
        return Err(Refusal::UnreadablePdf { reason });
    }
    if readable.is_empty() {
        let reason = formats::NO_PAGES_READABLE.to_owned();
        return Err(Refusal::UnreadablePdf { reason });
    }
    let is_letter = |c: char| c.is_alphanumeric();
    let has_text = |page: &&Vec<PdfLine>| page.iter().any(|line| line.text.contains(is_letter));
    let with_text = readable.iter().filter(has_text).count();
    if with_text == 0 {
        return Err(Refusal::Scanned);
    }
    let (lines, mut remarks) = pages::join(&readable);
    if late {
        remarks.push(formats::pdf_first_pages(read, count, LONGEST.as_secs()));
    }
    if with_text < readable.len() {
        remarks.push(formats::pdf_without_text(readable.len() - with_text, count));
    }
    if unreadable > 0 {
        remarks.push(formats::pdf_unreadable_pages(unreadable, count));
    }
    if extracted.unknown > 0 {
        remarks.push(formats::pdf_unknown_characters(extracted.unknown));
    }
    remarks.push(formats::PDF_TEXT_ONLY.into());
    Ok(Manuscript { declared: extracted.declared, remarks, ..written(&lines) })
}
