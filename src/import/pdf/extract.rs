//! Extracts the placed characters of a PDF, supervising a library that sets itself no limits.
//!
//! The library runs on its own thread, which stops when its time is over, and delivers each page
//! that it has read: the pages so far are shown. Panics are caught per page, so that the other
//! pages are still shown. The inflated size of streams is measured beforehand
//! ([`crate::import::pdf::measure`]).

use super::extracted::{Extracted, Reach};
use super::glyphs::{Glyph, Glyphs};
use super::line::PdfLine;
use super::line_spacing::LineSpacing;
use super::{layout, measure};
use crate::import::caught::PDF;
use crate::import::manuscript::Declared;
use crate::import::refusal::Refusal;
use crate::import::writer;
use crate::messages::formats;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Rect, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page, kurbo};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// The maximum size of a file, in bytes.
const LARGEST: usize = 512 << 20;

/// The maximum amount of text from all pages, in bytes.
const MOST_TEXT: usize = 64 << 20;

/// The maximum number of links of a page.
const MOST_LINKS: usize = 2000;

/// The minimum width and height of a page, in points.
const SMALLEST: f64 = 20.0;

/// The area of a page without bounds.
const EVERYWHERE: kurbo::Rect = kurbo::Rect::new(-1e6, -1e6, 1e6, 1e6);

/// How long the thread may run beyond its time.
const GRACE: Duration = Duration::from_millis(500);

/// The stack size; the library is recursive.
const STACK: usize = 128 << 20;

/// A message from the thread.
enum ExtractionStep {
    /// The number of pages.
    Count(usize),
    /// The next page; `None` if it cannot be read.
    Page(Option<Vec<PdfLine>>),
    /// The end of the extraction.
    End(Result<End, Refusal>),
}

/// The data known at the end.
struct End {
    /// See [`Extracted::unknown`].
    unknown: usize,
    declared: Declared,
    reach: Reach,
}

/// Returns the lines of each page, as many as are read in time.
///
/// # Errors
/// The PDF is encrypted, damaged, too large, or no page is read in time.
pub fn text(bytes: &[u8], longest: Duration) -> Result<Extracted, Refusal> {
    if bytes.len() > LARGEST {
        return Err(immoderate(formats::pdf_size(bytes.len() >> 20), LARGEST));
    }
    measure::streams(bytes)?;
    let deadline = Instant::now() + longest;
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let thread = thread::Builder::new().name(PDF.to_owned()).stack_size(STACK);
    let started = thread.spawn(move || {
        // Caught only here: the library shares no state with the program.
        let read = catch_unwind(AssertUnwindSafe(|| read(bytes, deadline, &sender)));
        let end = read.unwrap_or_else(|_| Err(unreadable(formats::PDF_STRUCTURE)));
        // Nobody listens any more if it took too long.
        let _ = sender.send(ExtractionStep::End(end));
    });
    started.map_err(|error| unreadable(&error.to_string()))?;
    let mut out = Extracted::default();
    loop {
        let left = (deadline + GRACE).saturating_duration_since(Instant::now());
        match receiver.recv_timeout(left) {
            Ok(ExtractionStep::Count(count)) => out.count = count,
            Ok(ExtractionStep::Page(page)) => out.pages.push(page),
            Ok(ExtractionStep::End(Ok(End { unknown, declared, reach }))) => {
                return Ok(Extracted { unknown, declared, reach, ..out });
            }
            Ok(ExtractionStep::End(Err(refusal))) => return Err(refusal),
            // The library is stuck in a loop of its own, without drawing.
            Err(_) => return Ok(Extracted { reach: Reach::Late, ..out }),
        }
    }
}

fn unreadable(reason: &str) -> Refusal {
    Refusal::UnreadablePdf { reason: reason.to_owned() }
}

fn immoderate(what: String, limit: usize) -> Refusal {
    Refusal::Immoderate { what, limit: formats::mebibytes(limit >> 20) }
}

fn read(
    bytes: Vec<u8>,
    deadline: Instant,
    sender: &Sender<ExtractionStep>,
) -> Result<End, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid => Refusal::corrupt(formats::PDF, formats::PDF_STRUCTURE_NOT_FOUND),
    })?;
    let cache = InterpreterCache::new();
    let _ = sender.send(ExtractionStep::Count(pdf.pages().len()));
    let (mut unknown, mut left) = (0, MOST_TEXT);
    let mut spacing = LineSpacing::default();
    let mut reach = Reach::Whole;
    for page in pdf.pages().iter() {
        let lines = catch_unwind(AssertUnwindSafe(|| {
            let glyphs = glyphs(page, &pdf, &cache, left, deadline, &mut unknown);
            layout::lines(glyphs, &mut spacing)
        }));
        let lines = lines.ok();
        let len = |lines: &Vec<PdfLine>| lines.iter().map(|line| line.text.len()).sum();
        left = left.saturating_sub(lines.as_ref().map_or(0, len));
        if left == 0 {
            return Err(immoderate(formats::PDF_TEXT_SIZE.to_owned(), MOST_TEXT));
        }
        let gone = sender.send(ExtractionStep::Page(lines)).is_err();
        if gone || Instant::now() > deadline {
            reach = Reach::Late;
            break;
        }
    }
    // A fault in the metadata does not affect the text.
    let declared = catch_unwind(AssertUnwindSafe(|| declared(&pdf))).unwrap_or_default();
    Ok(End { unknown, declared, reach })
}

/// Returns the characters that a page draws.
fn glyphs<'a>(
    page: &Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    left: usize,
    deadline: Instant,
    unknown: &mut usize,
) -> Vec<Glyph> {
    let area = page.intersected_crop_box();
    let area = kurbo::Rect::new(area.x0, area.y0, area.x1, area.y1);
    // No real page is so small: its box is wrong.
    let area = if area.width().min(area.height()) < SMALLEST { EVERYWHERE } else { area };
    let settings = InterpreterSettings::default();
    let mut context = Context::new(kurbo::Affine::IDENTITY, area, cache, pdf.xref(), settings);
    let mut glyphs = Glyphs::new(area, links(page), left, deadline);
    let read = catch_unwind(AssertUnwindSafe(|| interpret_page(page, &mut context, &mut glyphs)));
    // The text before the fault, or in time, is shown.
    if let Err(fault) = read
        && glyphs.found.is_empty()
    {
        std::panic::resume_unwind(fault);
    }
    *unknown += glyphs.unknown;
    glyphs.found
}

/// Returns the areas of a page that link to an external address.
fn links(page: &Page<'_>) -> Vec<(kurbo::Rect, String)> {
    let Some(annotations) = page.raw().get::<Array<'_>>(b"Annots") else { return Vec::new() };
    let link = |annotation: Dict<'_>| {
        let action = annotation.get::<Dict<'_>>(b"A")?;
        let address = action.get::<PdfString<'_>>(b"URI")?;
        let target = writer::target(&decoded(address.as_bytes()))?;
        let at = annotation.get::<Rect>(b"Rect")?;
        Some((kurbo::Rect::new(at.x0, at.y0, at.x1, at.y1).abs(), target))
    };
    annotations.iter::<Dict<'_>>().take(MOST_LINKS).filter_map(link).collect()
}

/// Decodes a string outside of pages (ISO 32000-1, 7.9.2.2).
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            // PDFDocEncoding is nearly Windows-1252.
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    }
    .into_owned()
}

/// Returns the document's metadata.
fn declared(pdf: &Pdf) -> Declared {
    let words = |bytes: &[u8]| {
        let words = decoded(bytes).split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    };
    // Print drivers use the name of the file, or their own.
    let by_program = |title: &String| {
        let lower = title.to_lowercase();
        lower.starts_with("microsoft ")
            || lower.starts_with("untitled")
            || lower.starts_with('(')
            || [".doc", ".docx", ".odt", ".rtf", ".indd", ".tex", ".pdf", ".html"]
                .iter()
                .any(|ending| lower.ends_with(ending))
    };
    let title = pdf.metadata().title.as_deref().and_then(words);
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let language = root.and_then(|root| root.get::<PdfString<'_>>(b"Lang"));
    Declared {
        title: title.filter(|title| !by_program(title)),
        language: language.and_then(|language| words(language.as_bytes())),
        direction: None,
    }
}
