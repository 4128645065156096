//! PDF: pages of marks on paper, of which the text is read.
//!
//! ```text
//! bytes --extract--> glyphs --layout--> lines of each page --pages--> lines of all --> elements
//! ```
//!
//! * [`extract`] has a library place the [`glyphs`], on a thread of its own, within limits;
//! * [`layout`] makes [`line`]s of them, in the order of reading ([`direction`]);
//! * [`pages`] sets running heads and page numbers aside, and joins the pages.
//!
//! A PDF knows no paragraphs: which lines go on in the next, their places on
//! the page tell; the rest is found as in plain text, by [`lines`].

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
use line::{Line, Mark};
use std::time::Duration;

/// A PDF begins within so many bytes (ISO 32000-1, annex H, note 13).
const HEAD: usize = 1024;

/// A page and a hundred others are read in this time many times over.
const LONGEST: Duration = Duration::from_secs(5);

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
    /// The lines of each page that was read; `None` for one that cannot be.
    pages: Vec<Option<Vec<Line>>>,
    /// How many pages there are.
    count: usize,
    /// How much of it was read.
    reach: Reach,
    /// Characters that are drawn, and of which it is not said what they are.
    unknown: usize,
    declared: Declared,
}

/// How much of a PDF was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Reach {
    #[default]
    Whole,
    /// As much as was read before it took too long.
    #[cfg(feature = "pdf")]
    Late,
}

#[cfg(feature = "pdf")]
fn extract(bytes: &[u8]) -> Result<Extracted, Refusal> {
    extract::text(bytes, LONGEST)
}

#[cfg(not(feature = "pdf"))]
fn extract(_: &[u8]) -> Result<Extracted, Refusal> {
    Err(Refusal::UnreadablePdf { reason: "this program was built without it".to_owned() })
}

/// Headings have letters so much larger than most text.
const LARGER: f64 = 1.12;

/// A heading has no more characters.
const LONGEST_HEADING: usize = 160;

/// Levels of headings that are told apart by their size.
const LEVELS: usize = 4;

/// Reads a PDF.
///
/// # Errors
/// Where it is encrypted, damaged beyond reading, too large, or holds no text.
pub fn manuscript(bytes: &[u8]) -> Result<Manuscript<'static>, Refusal> {
    made_of(extract(bytes)?)
}

/// The manuscript of what was read.
fn made_of(extracted: Extracted) -> Result<Manuscript<'static>, Refusal> {
    let read = extracted.pages.len();
    let count = extracted.count.max(read);
    let late = extracted.reach != Reach::Whole;
    let readable: Vec<Vec<Line>> = extracted.pages.into_iter().flatten().collect();
    let unreadable = read - readable.len();
    if late && readable.iter().all(Vec::is_empty) {
        let reason = format!("no page could be read within {} s", LONGEST.as_secs());
        return Err(Refusal::UnreadablePdf { reason });
    }
    if readable.is_empty() {
        let reason = "none of its pages can be read".to_owned();
        return Err(Refusal::UnreadablePdf { reason });
    }
    let is_letter = |c: char| c.is_alphanumeric();
    let has_text = |page: &&Vec<Line>| page.iter().any(|line| line.text.contains(is_letter));
    let with_text = readable.iter().filter(has_text).count();
    if with_text == 0 {
        return Err(Refusal::Scanned);
    }
    let (lines, mut remarks) = pages::join(&readable);
    if late {
        remarks.push(format!(
            "only a part is shown, to page {read} of {count}: reading it takes longer than {} s",
            LONGEST.as_secs()
        ));
    }
    if with_text < readable.len() {
        remarks.push(format!("{} of {count} pages hold no text", readable.len() - with_text));
    }
    if unreadable > 0 {
        remarks.push(format!("{unreadable} of {count} pages cannot be read"));
    }
    if extracted.unknown > 0 {
        remarks.push(format!(
            "{} characters are shown as \u{FFFD}: the file does not say what they are",
            extracted.unknown
        ));
    }
    remarks.push("a PDF's lines are read as text: its pictures are not shown".into());
    Ok(Manuscript { declared: extracted.declared, remarks, ..written(&lines) })
}

/// The manuscript of lines.
fn written(lines: &[Line]) -> Manuscript<'static> {
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
                Mark::Style(kind) => out.styles.push((range, *kind)),
                Mark::Link(target) => out.links.push((range, target.clone())),
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

/// A line ends where it does since it was full, or for a reason: its place on the page told.
fn join_lines<'l>(text: &str, element: &mut Element, line_at: impl Fn(usize) -> &'l Line) {
    for at in 0..element.lines.len() {
        let wraps = line_at(element.lines[at].0.start).wraps;
        let next = element.lines.get(at + 1).map(|(next, _)| &text[next.clone()]);
        // Over the end of a page only the sentence tells.
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

/// The sizes of letters that are larger than those of most text, the largest first.
struct Sizes(Vec<f64>);

impl Sizes {
    fn of(lines: &[Line]) -> Self {
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

    /// The level of a heading in letters of this size; `None` where they are of the text's.
    fn level(&self, size: f64) -> Option<u8> {
        let at = self.0.iter().position(|larger| *larger == size)?;
        u8::try_from(at.min(LEVELS - 1) + 1).ok()
    }
}
