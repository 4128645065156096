//! What a program printed, as it came: whole lines, with the colours and links of the source.

use super::outside::outside;
use super::styled::{Rendition, Styled};
use crate::document::{BlockId, Colour, Document, Inline, InlineKind};
use anstyle::{Ansi256Color, AnsiColor, Color, RgbColor, Style};
use std::ops::Range;

/// Adds the lines of a part of a block.
pub fn push(
    out: &mut Styled,
    document: &Document,
    block: BlockId,
    range: Range<usize>,
    rendition: Rendition,
) {
    let body = document.body(block);
    let links = if rendition.shows_links() { outside(document, block) } else { Vec::new() };
    if !rendition.shows_colours() && links.is_empty() {
        out.push(&body[range]).push("\n");
        return;
    }
    let start = document.block(block).body.start.get();
    let inlines = document.inlines(block);
    let mut from = range.start;
    for line in body[range].split('\n') {
        let to = from + line.len();
        let begins = |at: usize| inlines.partition_point(|own| own.span.start.get() < start + at);
        // A mark of a printed text is within one line.
        let marks = &inlines[begins(from)..begins(to)];
        let first = links.partition_point(|(link, _)| link.end <= from);
        let links = &links[first..];
        let links = &links[..links.partition_point(|(link, _)| link.start < to)];
        for (part, style) in runs(from..to, marks, links, start) {
            let over =
                |link: &&(Range<usize>, &str)| link.0.start <= part.start && part.end <= link.0.end;
            match links.iter().find(over) {
                Some((_, target)) => out.link_ink(target, style, &body[part]),
                None => out.ink(style, &body[part]),
            };
        }
        out.push("\n");
        from = to + 1;
    }
}

/// Splits a line where its look changes, and where a link begins or ends. The marks are ranges of a
/// text in which the body begins at `start`; the links are ranges of the body.
fn runs(
    line: Range<usize>,
    marks: &[Inline],
    links: &[(Range<usize>, &str)],
    start: usize,
) -> Vec<(Range<usize>, Style)> {
    let of = |mark: &Inline| mark.span.start.get() - start..mark.span.end.get() - start;
    let mut cuts: Vec<usize> = marks.iter().map(of).flat_map(|own| [own.start, own.end]).collect();
    cuts.extend(links.iter().flat_map(|(link, _)| [link.start, link.end]));
    cuts.extend([line.start, line.end]);
    cuts.retain(|cut| (line.start..=line.end).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let style = |part: &Range<usize>| {
        let over =
            marks.iter().filter(|mark| of(mark).start <= part.start && part.end <= of(mark).end);
        over.fold(Style::new(), |style, mark| marked(style, mark.kind))
    };
    let parts = cuts.windows(2).map(|pair| pair[0]..pair[1]);
    parts.map(|part| (part.clone(), style(&part))).collect()
}

/// Adds a mark to a style.
fn marked(style: Style, kind: InlineKind) -> Style {
    match kind {
        InlineKind::Strong => style.bold(),
        InlineKind::Emphasis => style.italic(),
        InlineKind::Underlined => style.underline(),
        InlineKind::Reversed => style.invert(),
        InlineKind::Faint => style.dimmed(),
        InlineKind::Foreground(colour) => style.fg_color(Some(terminal(colour))),
        InlineKind::Background(colour) => style.bg_color(Some(terminal(colour))),
        _ => style,
    }
}

/// Returns the colour of a terminal.
fn terminal(colour: Colour) -> Color {
    match colour {
        Colour::Rgb(r, g, b) => Color::Rgb(RgbColor(r, g, b)),
        Colour::Ansi(n) => {
            let named = Ansi256Color(n).into_ansi();
            named.map_or(Color::Ansi256(Ansi256Color(n)), |own: AnsiColor| Color::Ansi(own))
        }
    }
}
