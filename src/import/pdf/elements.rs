//! The lines of all pages become elements: headings by their size, everything else as in plain text.

use super::line::{LineMark, PdfLine};
use crate::import::clean::Break;
use crate::import::manuscript::{Element, ElementKind, Manuscript};
use crate::import::{lines, shapes};
use crate::lexicon::text_languages::TextLanguages;

/// The minimum size of a heading relative to that of the body text.
const LARGER: f64 = 1.12;

/// The maximum length of a heading, in characters.
const LONGEST_HEADING: usize = 160;

/// The number of heading levels distinguished by size.
const LEVELS: usize = 4;

/// Returns the manuscript of some lines.
pub fn written(lines: &[PdfLine]) -> Manuscript<'static> {
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
    out.elements = shapes::mark(&text, elements, &TextLanguages::undetected(&text));
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
