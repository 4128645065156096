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
//! A PDF has no paragraphs: positions on the page show which lines continue; everything else is
//! found as in plain text, by [`lines`].

#[cfg(feature = "pdf")]
mod columns;
#[cfg(feature = "pdf")]
mod direction;
#[cfg(feature = "pdf")]
mod extract;
#[cfg(feature = "pdf")]
mod filter;
#[cfg(feature = "pdf")]
mod glyphs;
#[cfg(feature = "pdf")]
mod layout;
mod line;
#[cfg(feature = "pdf")]
mod margin;
#[cfg(feature = "pdf")]
mod measure;
mod pages;
#[cfg(all(test, feature = "pdf"))]
mod tests;

use super::clean::Break;
use super::manuscript::{Declared, Element, ElementKind, Manuscript};
use super::refusal::Refusal;
use super::{lines, shapes};
use crate::messages::formats;
use line::{LineMark, PdfLine};
use std::time::Duration;

/// The number of bytes within which a PDF begins (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1024;

/// The maximum time to read a PDF: many times what a hundred pages take.
const LONGEST: Duration = Duration::from_secs(5);

/// The name of the thread that runs the library, which panics on some files.
const THREAD: &str = "pdf";

/// Whether bytes are a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(HEAD)], b"%PDF-").is_some()
}

/// Whether a panic of this thread is caught and must not be reported as a fault of the program.
pub fn catches_panics() -> bool {
    std::thread::current().name() == Some(THREAD)
}

/// The extracted text of a PDF.
#[derive(Debug, Default)]
struct Extracted {
    /// The lines of each page read; `None` for an unreadable page.
    pages: Vec<Option<Vec<PdfLine>>>,
    /// The number of pages in the document.
    count: usize,
    /// How much of the document was read.
    reach: Reach,
    /// The number of drawn characters whose meaning is unknown.
    unknown: usize,
    declared: Declared,
}

/// How much of a PDF was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Reach {
    #[default]
    Whole,
    /// The part that was read before time ran out.
    #[cfg(feature = "pdf")]
    Late,
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

/// The minimum size of a heading relative to that of the body text.
const LARGER: f64 = 1.12;

/// The maximum length of a heading, in characters.
const LONGEST_HEADING: usize = 160;

/// The number of heading levels distinguished by size.
const LEVELS: usize = 4;

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

/// Returns the manuscript of some lines.
fn written(lines: &[PdfLine]) -> Manuscript<'static> {
    let mut out = Manuscript::default();
    let mut text = String::new();
    let mut starts = Vec::with_capacity(lines.len());
    for line in lines {
        let from = text.len();
        starts.push(from);
        text.push_str(&line.text);
        text.push('\n');
        for (range, mark) in &line.marks {
            let range = range.start + from..range.end + from;
            match mark {
                LineMark::Style(kind) => out.styles.push((range, *kind)),
                LineMark::Link(target) => out.links.push((range, target.clone())),
            }
        }
    }
    let line_at = |at: usize| &lines[starts.partition_point(|start| *start <= at).max(1) - 1];
    let mut elements = lines::chunks(&text);
    for element in &mut elements {
        join_lines(&text, element, line_at);
    }
    let sizes = Sizes::of(lines);
    out.elements = shapes::mark(&text, elements);
    for element in &mut out.elements {
        let size = element.lines.first().map_or(0.0, |(range, _)| line_at(range.start).size);
        let level = sizes.level(size).filter(|_| is_short(&text, element));
        if let Some(level) = level {
            element.kind = ElementKind::Heading { level };
        }
    }
    out.text = text.into();
    out
}

/// Sets the breaks of an element's lines: soft after a full line, otherwise hard.
fn join_lines<'l>(text: &str, element: &mut Element, line_at: impl Fn(usize) -> &'l PdfLine) {
    for at in 0..element.lines.len() {
        let wraps = line_at(element.lines[at].0.start).wraps;
        let next = element.lines.get(at + 1).map(|(next, _)| &text[next.clone()]);
        // Across a page break only the sentence can decide.
        let over = line_at(element.lines[at].0.start).ends_page
            && next.is_some_and(|next| next.starts_with(char::is_lowercase));
        element.lines[at].1 = if wraps || over { Break::Soft } else { Break::Hard };
    }
}

fn is_short(text: &str, element: &Element) -> bool {
    let words = || element.lines.iter().map(|(range, _)| &text[range.clone()]);
    let letters = words().flat_map(str::chars).filter(|c| c.is_alphabetic()).count();
    letters > 1
        && words().map(|line| line.chars().count()).sum::<usize>() <= LONGEST_HEADING
        && !words().next_back().is_some_and(|line| line.ends_with([';', ',']))
}

/// The font sizes larger than that of the body text, the largest first.
struct Sizes(Vec<f64>);

impl Sizes {
    fn of(lines: &[PdfLine]) -> Self {
        let mut counts: Vec<(f64, usize)> = Vec::new();
        for line in lines.iter().filter(|line| line.size > 0.0) {
            let letters = line.text.chars().count();
            match counts.iter_mut().find(|(size, _)| *size == line.size) {
                Some((_, count)) => *count += letters,
                None => counts.push((line.size, letters)),
            }
        }
        let body =
            counts.iter().max_by_key(|(_, count)| *count).map_or(f64::MAX, |(size, _)| *size);
        let mut larger: Vec<f64> =
            counts.into_iter().map(|(size, _)| size).filter(|size| *size > body * LARGER).collect();
        larger.sort_by(|a, b| b.total_cmp(a));
        Self(larger)
    }

    /// Returns the level of a heading in this size; `None` if the size is not that of a heading.
    fn level(&self, size: f64) -> Option<u8> {
        let at = self.0.iter().position(|larger| *larger == size)?;
        u8::try_from(at.min(LEVELS - 1) + 1).ok()
    }
}
