//! PDF: pages of marks on paper, of which the text is read.
//!
//! ```text
//! bytes --extract--> text of each page --pages--> lines without running heads --> elements
//! ```
//!
//! * [`extract`] has a library read the text, on a thread of its own, within limits;
//! * [`pages`] sets running heads and page numbers aside, and joins the pages.
//!
//! A PDF knows no paragraphs: they are found as in plain text, by [`lines`].

#[cfg(feature = "pdf")]
mod extract;
mod pages;
#[cfg(all(test, feature = "pdf"))]
mod tests;

use super::refusal::Refusal;
use crate::import::clean::Break;
use crate::import::manuscript::{Declared, Element, Manuscript};
use crate::import::{lines, shapes};

/// A PDF begins within so many bytes (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1024;

/// The name of the thread on which a library reads that panics on some files.
const THREAD: &str = "pdf";

/// Whether bytes are a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(HEAD)], b"%PDF-").is_some()
}

/// Whether a panic of this thread is caught, so that it is no fault of the
/// program's own and nothing to tell.
pub fn catches_panics() -> bool {
    std::thread::current().name() == Some(THREAD)
}

/// The text of a PDF, as far as it can be read.
#[derive(Debug, Default)]
struct Extracted {
    /// The text of each page; `None` for one that cannot be read.
    pages: Vec<Option<String>>,
    declared: Declared,
}

#[cfg(feature = "pdf")]
fn extract(bytes: &[u8]) -> Result<Extracted, Refusal> {
    extract::text(bytes)
}

#[cfg(not(feature = "pdf"))]
fn extract(_: &[u8]) -> Result<Extracted, Refusal> {
    Err(Refusal::UnreadablePdf { reason: "this program was built without it".to_owned() })
}

/// The lines of a PDF are wrapped: none ends where its sentence goes on in small letters.
fn join_sentences(text: &str, element: &mut Element) {
    for at in 1..element.lines.len() {
        let next = element.lines[at].0.clone();
        if text[next].starts_with(char::is_lowercase) {
            element.lines[at - 1].1 = Break::Soft;
        }
    }
}

/// Reads a PDF.
///
/// # Errors
/// Where it is encrypted, damaged beyond reading, too large, or holds no text.
pub fn manuscript(bytes: &[u8]) -> Result<Manuscript<'static>, Refusal> {
    let extracted = extract(bytes)?;
    let unreadable = extracted.pages.iter().filter(|page| page.is_none()).count();
    let readable: Vec<String> = extracted.pages.iter().flatten().cloned().collect();
    if readable.is_empty() {
        let reason = "none of its pages can be read".to_owned();
        return Err(Refusal::UnreadablePdf { reason });
    }
    let has_text = |page: &&String| page.chars().any(char::is_alphanumeric);
    let with_text = readable.iter().filter(has_text).count();
    if with_text == 0 {
        return Err(Refusal::Scanned);
    }
    let (text, mut remarks) = pages::join(&readable);
    if with_text < readable.len() {
        let empty = readable.len() - with_text;
        remarks.push(format!("{empty} of {} pages hold no text", extracted.pages.len()));
    }
    if unreadable > 0 {
        remarks.push(format!("{unreadable} of {} pages cannot be read", extracted.pages.len()));
    }
    remarks.push("a PDF's lines are read as text: its pictures, tables and styles are not".into());
    let mut elements = lines::chunks(&text);
    elements.iter_mut().for_each(|element| join_sentences(&text, element));
    let elements = shapes::mark(&text, elements);
    let declared = extracted.declared;
    Ok(Manuscript { text: text.into(), elements, declared, remarks, ..Manuscript::default() })
}
