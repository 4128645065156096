//! The reading pane: the text, with its numbers hanging in the margin.

use super::Caret;
use super::canvas::Canvas;
use crate::app::{App, Mode};
use crate::document::{Block, BlockId, BlockKind, InlineKind, Passage, Point, Title};
use crate::settings::Style;
use crate::typeset::{Line, Row};
use std::ops::Range;

/// Draws it and returns where the moving end of a selection is.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let rows = app.reading.rows();
    let mut caret = None;
    for (at, row) in rows.iter().enumerate() {
        let y = app.layout.text.y + u16::try_from(at).unwrap_or(u16::MAX);
        match row {
            Row::Text { block, index, line } => {
                draw_line(app, canvas, y, *block, *index, line);
                caret = caret.or_else(|| caret_in(app, y, *block, line));
            }
            Row::Space => {
                if let Some(Row::Text { block, index: 0, .. }) = rows.get(at + 1) {
                    draw_kind(app, canvas, y, *block);
                }
            }
        }
    }
    caret
}

/// Over a title whose beginning is lost, the reader's own word for what it
/// heads, in brackets as editors set what is not the source's.
fn draw_kind(app: &App, canvas: &mut Canvas<'_>, y: u16, block: BlockId) {
    if let Some(kind) = lost_beginning(app, block) {
        let area = app.layout.text;
        canvas.write_cut(area.x, y, area.width, &format!("[{kind}]"), canvas.theme.muted);
    }
}

/// The kind of the section that a block heads with a damaged title.
fn lost_beginning(app: &App, id: BlockId) -> Option<&'static str> {
    let block = app.document.block(id);
    let section = app.document.section(block.section);
    match section.title {
        Title::Damaged(span) if span.start == block.body.start => Some(section.kind.label()),
        _ => None,
    }
}

fn draw_line(app: &App, canvas: &mut Canvas<'_>, y: u16, id: BlockId, index: usize, line: &Line) {
    let area = app.layout.text;
    let block = app.document.block(id);
    let body = app.document.body(id);
    if index == 0 {
        draw_label(app, canvas, y, id);
    }
    let shown = line.range.clone();
    let margin = area.x.saturating_sub(app.layout.margin);
    let mark = app.shelf.passages().find(|(passage, _)| covers(app, *passage, id, &shown));
    if let Some((_, highlight)) = mark {
        canvas.write(margin, y, 1, highlight.sign(), canvas.theme.sign(highlight));
    }
    let indent = match block.kind {
        BlockKind::Ornament => area.width.saturating_sub(line.column_of(body, shown.end)) / 2,
        _ => 0,
    };
    let base = base_style(canvas, block);
    let layers = layers(app, canvas, id, &shown);
    for (column, range, piece) in line.pieces(body) {
        let mut x = area.x + indent + column;
        for run in runs(range.start, piece, &layers) {
            let style = layers
                .iter()
                .filter(|(over, _)| over.contains(&run.start))
                .fold(base, |below, (_, above)| laid_over(below, *above));
            let room = (area.x + area.width).saturating_sub(x);
            x = canvas.write(x, y, room, &body[run], style);
        }
    }
    if line.hyphen {
        let x = area.x + line.column_of(body, shown.end);
        canvas.write(x, y, 1, "-", base);
    }
}

/// The number that hangs in the margin; of a damaged title, the ellipsis.
fn draw_label(app: &App, canvas: &mut Canvas<'_>, y: u16, id: BlockId) {
    let left = app.layout.text.x.saturating_sub(app.layout.margin) + 1;
    let right = app.layout.text.x.saturating_sub(if app.layout.margin > 5 { 2 } else { 1 });
    if let Some(label) = app.document.label(id) {
        canvas.write_right(left, right, y, label, canvas.theme.number);
    } else if lost_beginning(app, id).is_some() {
        canvas.write_right(left, right, y, "…", canvas.theme.muted);
    }
}

/// A block's own look, before anything is laid over it.
fn base_style(canvas: &Canvas<'_>, block: &Block) -> Style {
    let theme = canvas.theme;
    match block.kind {
        BlockKind::Heading => theme.heading,
        BlockKind::Dateline => Style { italic: true, ..theme.muted },
        BlockKind::Ornament => theme.muted,
        _ => theme.text,
    }
}

/// Ranges of a block's body that look otherwise, each above the ones before it.
fn layers(
    app: &App,
    canvas: &Canvas<'_>,
    id: BlockId,
    shown: &Range<usize>,
) -> Vec<(Range<usize>, Style)> {
    let theme = canvas.theme;
    let start = app.document.block(id).body.start.get();
    let mut layers = Vec::new();
    for inline in app.document.inlines(id) {
        let span = inline.span.range();
        let style = match inline.kind {
            InlineKind::Operative => theme.operative,
            InlineKind::Emphasis => Style { italic: true, ..Style::default() },
            InlineKind::Strong => Style { bold: true, ..Style::default() },
            InlineKind::Code | InlineKind::Cell => Style::default(),
        };
        layers.push((span.start - start..span.end - start, style));
    }
    let current = app.current_link();
    for link in app.document.links_of(id).iter().filter(|link| link.target.leads()) {
        let span = link.span.range();
        let style = if current == Some(link) {
            Style { underline: true, ..theme.cursor }
        } else {
            Style { underline: true, ..Style::default() }
        };
        layers.push((span.start - start..span.end - start, style));
    }
    let mut lay = |passage: Passage, style: Style| {
        let part = part_in(app, passage, id);
        if part.start < shown.end && shown.start < part.end {
            layers.push((part, style));
        }
    };
    for (passage, highlight) in app.shelf.passages() {
        lay(passage, theme.marked(highlight));
    }
    if let Some(search) = &app.search {
        let from = search.matches.partition_point(|m| m.end.block < id);
        for found in search.matches[from..].iter().take_while(|m| m.start.block <= id) {
            lay(*found, theme.found);
        }
        if let Some(current) = search.passage() {
            lay(current, theme.found_current);
        }
    }
    if let Some(shown) = app.shown {
        lay(shown, theme.found_current);
    }
    if let Some(selected) = app.selected() {
        lay(selected, theme.selection);
    }
    layers
}

/// The part of a block's body that a passage covers; empty where it covers none.
fn part_in(app: &App, passage: Passage, id: BlockId) -> Range<usize> {
    if id < passage.start.block || id > passage.end.block {
        return 0..0;
    }
    let from = if id == passage.start.block { passage.start.byte } else { 0 };
    let to = if id == passage.end.block { passage.end.byte } else { app.document.body(id).len() };
    from..to
}

fn covers(app: &App, passage: Passage, id: BlockId, shown: &Range<usize>) -> bool {
    let part = part_in(app, passage, id);
    part.start < shown.end && shown.start < part.end
}

/// A style above another: it gives what it has, and leaves the rest.
fn laid_over(below: Style, above: Style) -> Style {
    if above.reverse {
        // Exchanged colours of what lies below would hide what lies above.
        return Style { italic: below.italic, ..above };
    }
    Style {
        foreground: above.foreground.or(below.foreground),
        background: above.background.or(below.background),
        bold: below.bold || above.bold,
        italic: below.italic || above.italic,
        underline: below.underline || above.underline,
        reverse: below.reverse || above.reverse,
        dim: below.dim || above.dim,
    }
}

/// A piece cut where any layer begins or ends inside it.
fn runs(start: usize, piece: &str, layers: &[(Range<usize>, Style)]) -> Vec<Range<usize>> {
    let end = start + piece.len();
    let inside = |at: &usize| *at > start && *at < end;
    let edges = layers.iter().flat_map(|(range, _)| [range.start, range.end]).filter(inside);
    let mut cuts: Vec<usize> = std::iter::once(start).chain(edges).chain([end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .filter(|pair| {
            piece.is_char_boundary(pair[0] - start) && piece.is_char_boundary(pair[1] - start)
        })
        .map(|pair| pair[0]..pair[1])
        .collect()
}

/// Where the character is, in this line, that a selection would grow from, or
/// the link that is chosen.
fn caret_in(app: &App, y: u16, id: BlockId, line: &Line) -> Caret {
    let Point { block, byte } = match &app.mode {
        Mode::Select(selection) => selection.head,
        Mode::Read => app.document.point_at(app.current_link()?.span.start)?,
        _ => return None,
    };
    let shown = line.range.start..line.range.end.max(line.range.start + 1);
    if block != id || !shown.contains(&byte) {
        return None;
    }
    Some((app.layout.text.x + line.column_of(app.document.body(id), byte), y))
}
