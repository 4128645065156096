//! Having the characters of a PDF placed, by a library that is watched: it
//! sets itself no limits.
//!
//! It reads on a thread of its own, which ends by itself when its time is over, and hands over each
//! page that it has read: what came so far is shown. A panic is caught for each page, so that the
//! others are still shown. What its streams inflate to is measured beforehand
//! ([`crate::import::pdf::measure`]).

use super::glyphs::Glyphs;
use super::line::Line;
use super::{Extracted, Reach, THREAD, layout, measure};
use crate::import::manuscript::Declared;
use crate::import::refusal::Refusal;
use crate::import::writer;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Rect, String as PdfString};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page, kurbo};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// A file of more bytes is not read.
const LARGEST: usize = 512 << 20;

/// Bytes of text that are taken from all pages.
const MOST_TEXT: usize = 64 << 20;

/// Links of a page that are looked at.
const MOST_LINKS: usize = 2000;

/// A page of less points in width or height is none.
const SMALLEST: f64 = 20.0;

/// A page without bounds.
const EVERYWHERE: kurbo::Rect = kurbo::Rect::new(-1e6, -1e6, 1e6, 1e6);

/// What the thread may take to end after its time.
const GRACE: Duration = Duration::from_millis(500);

/// The library descends into objects by calling itself.
const STACK: usize = 128 << 20;

/// What the thread hands over.
enum Step {
    /// How many pages there are.
    Count(usize),
    /// The next page; `None` where it cannot be read.
    Page(Option<Vec<Line>>),
    /// All that was read.
    End(Result<End, Refusal>),
}

/// What is known at the end.
struct End {
    /// See [`Extracted::unknown`].
    unknown: usize,
    declared: Declared,
    reach: Reach,
}

/// The lines of each page, as many as are read in a time.
///
/// # Errors
/// Where it is encrypted, damaged, too large, or no page is read in time.
pub fn text(bytes: &[u8], longest: Duration) -> Result<Extracted, Refusal> {
    if bytes.len() > LARGEST {
        return Err(immoderate(format!("the PDF has {} MiB", bytes.len() >> 20), LARGEST));
    }
    measure::streams(bytes)?;
    let deadline = Instant::now() + longest;
    let (sender, receiver) = mpsc::channel();
    let bytes = bytes.to_vec();
    let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    let started = thread.spawn(move || {
        // Caught at this edge alone: no state of the program is shared with the library.
        let read = catch_unwind(AssertUnwindSafe(|| read(bytes, deadline, &sender)));
        let end = read.unwrap_or_else(|_| Err(unreadable("its structure is damaged")));
        // Nobody listens any more where it took too long.
        let _ = sender.send(Step::End(end));
    });
    started.map_err(|error| unreadable(&error.to_string()))?;
    let mut out = Extracted::default();
    loop {
        let left = (deadline + GRACE).saturating_duration_since(Instant::now());
        match receiver.recv_timeout(left) {
            Ok(Step::Count(count)) => out.count = count,
            Ok(Step::Page(page)) => out.pages.push(page),
            Ok(Step::End(Ok(End { unknown, declared, reach }))) => {
                return Ok(Extracted { unknown, declared, reach, ..out });
            }
            Ok(Step::End(Err(refusal))) => return Err(refusal),
            // The library is in a loop of its own, without drawing.
            Err(_) => return Ok(Extracted { reach: Reach::Late, ..out }),
        }
    }
}

fn unreadable(reason: &str) -> Refusal {
    Refusal::UnreadablePdf { reason: reason.to_owned() }
}

fn immoderate(what: String, limit: usize) -> Refusal {
    Refusal::Immoderate { what, limit: format!("{} MiB", limit >> 20) }
}

fn read(bytes: Vec<u8>, deadline: Instant, sender: &Sender<Step>) -> Result<End, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Encrypted,
        LoadPdfError::Invalid => Refusal::corrupt("the PDF", "its structure cannot be found"),
    })?;
    let cache = InterpreterCache::new();
    let _ = sender.send(Step::Count(pdf.pages().len()));
    let (mut unknown, mut left) = (0, MOST_TEXT);
    let mut reach = Reach::Whole;
    for page in pdf.pages().iter() {
        let lines = catch_unwind(AssertUnwindSafe(|| {
            lines(page, &pdf, &cache, left, deadline, &mut unknown)
        }));
        let lines = lines.ok();
        let len = |lines: &Vec<Line>| lines.iter().map(|line| line.text.len()).sum();
        left = left.saturating_sub(lines.as_ref().map_or(0, len));
        if left == 0 {
            return Err(immoderate("the text of the PDF is longer".to_owned(), MOST_TEXT));
        }
        let gone = sender.send(Step::Page(lines)).is_err();
        if gone || Instant::now() > deadline {
            reach = Reach::Late;
            break;
        }
    }
    // A fault in what it says of itself is none in its text.
    let declared = catch_unwind(AssertUnwindSafe(|| declared(&pdf))).unwrap_or_default();
    Ok(End { unknown, declared, reach })
}

fn lines<'a>(
    page: &Page<'a>,
    pdf: &'a Pdf,
    cache: &InterpreterCache<'a>,
    left: usize,
    deadline: Instant,
    unknown: &mut usize,
) -> Vec<Line> {
    let area = page.intersected_crop_box();
    let area = kurbo::Rect::new(area.x0, area.y0, area.x1, area.y1);
    // No page is as small: its box is a fault.
    let area = if area.width().min(area.height()) < SMALLEST { EVERYWHERE } else { area };
    let settings = InterpreterSettings::default();
    let mut context = Context::new(kurbo::Affine::IDENTITY, area, cache, pdf.xref(), settings);
    let mut glyphs = Glyphs::new(area, links(page), left, deadline);
    let read = catch_unwind(AssertUnwindSafe(|| interpret_page(page, &mut context, &mut glyphs)));
    // What came before the fault, or in time, is shown.
    if let Err(fault) = read
        && glyphs.found.is_empty()
    {
        std::panic::resume_unwind(fault);
    }
    *unknown += glyphs.unknown;
    layout::lines(glyphs.found)
}

/// The places of a page that lead to an address outside.
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

/// A string of a PDF that is no part of a page (ISO 32000-1, 7.9.2.2).
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0,
        [0xFF, 0xFE, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0,
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest),
        bytes => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            // PDFDocEncoding is that of Windows but for a few signs.
            Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    }
    .into_owned()
}

/// What the document's own records say.
fn declared(pdf: &Pdf) -> Declared {
    let words = |bytes: &[u8]| {
        let words = decoded(bytes).split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    };
    // Programs that print write the name of the file, or of themselves.
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
