//! The reading pane: the text, with its numbers hanging in the margin.

use super::canvas::Canvas;
use super::caret::Caret;
use super::cut::cut;
use crate::app::{App, Area, Layout, Mode};
use crate::document::{
    Block, BlockId, BlockKind, Direction, Document, InlineKind, Passage, Point, Title,
};
use crate::messages::comparing;
use crate::settings::{Attribute, CellStyle, Theme};
use crate::typeset::{LackingCell, LayoutSetting, Line, Row, columns, indent_of, run_in};
use std::ops::Range;

/// Draws the pane and returns the position of the words that the user has reached.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let rows = app.reading.rows();
    if let Some(lack) = app.document.lacks().filter(|_| rows.is_empty()) {
        let area = app.layout.text;
        canvas.write_cut(area.x, area.y, area.width, &lack.to_string(), canvas.theme.muted);
        return Some((area.x, area.y));
    }
    // The target of an action on “the paragraph in view”; a selection shows its own.
    let mut here = app.block_in_view().filter(|_| app.selected().is_none());
    for (at, row) in rows.iter().enumerate() {
        let layout = app.layout.at_row(at);
        let y = layout.text.y;
        match row {
            Row::Text { block, index, line } => {
                let signs =
                    app.comparing().and_then(|all| all.block(*block)).filter(|_| *index == 0);
                let signs = signs.map_or("", |block| block.signs.as_str());
                draw_signs(canvas, layout, signs);
                if here == Some(*block) && columns(signs) < layout.sign_columns().1 {
                    here = None;
                    let column = layout.here_column();
                    let sign = match app.layout.direction {
                        Direction::LeftToRight => "›",
                        Direction::RightToLeft => "‹",
                    };
                    canvas.sign(column, y, sign, canvas.theme.text);
                }
                draw_line(app, canvas, layout, *block, *index, line);
            }
            Row::Space => {
                if let Some(Row::Text { block, index: 0, .. }) = rows.get(at + 1) {
                    draw_kind(app, canvas, layout.text, *block);
                }
                // In the last row but one before the words.
                if let Some(Row::Text { block, index: 0, .. }) = rows.get(at + 2)
                    && rows.get(at + 1) == Some(&Row::Space)
                {
                    draw_skipped(app, canvas, layout.text, *block);
                }
            }
        }
    }
    draw_lacking(app, canvas);
    caret(app)
}

/// Draws a sign where the text lacks what the text beside has.
fn draw_lacking(app: &App, canvas: &mut Canvas<'_>) {
    for (at, row) in app.reading.beside().iter().enumerate() {
        if row.lacking == Some(LackingCell::Own) {
            lacking(canvas, app.layout.at_row(at));
        }
    }
}

/// Draws the sign for what a text lacks, where a line would begin.
pub(super) fn lacking(canvas: &mut Canvas<'_>, layout: Layout) {
    let area = layout.text;
    let style = canvas.theme.muted;
    canvas.write_running((area.x, area.y), area.width, LACKING, layout.direction, style);
}

/// Draws the signs of what became of a paragraph, in the margin of a comparison.
fn draw_signs(canvas: &mut Canvas<'_>, layout: Layout, signs: &str) {
    let wide = columns(signs);
    if wide == 0 || !canvas.has_ornaments() {
        return;
    }
    let (first, room) = layout.sign_columns();
    let x = match layout.direction {
        Direction::LeftToRight => first,
        Direction::RightToLeft => first + room.saturating_sub(wide),
    };
    canvas.write(x, layout.text.y, room, signs, canvas.theme.notice);
}

/// The sign for what a text lacks.
const LACKING: &str = "–";

/// The sign for text that is skipped.
const SKIPPED: &str = "· · ·";

/// Draws, above a block, how many clauses without a change are skipped before it.
fn draw_skipped(app: &App, canvas: &mut Canvas<'_>, area: Area, block: BlockId) {
    let Some(count) = app.skipped_before(block) else { return };
    let words = match (count, canvas.has_ornaments()) {
        (0, true) => SKIPPED.to_owned(),
        (0, false) => return,
        (_, true) => format!("{SKIPPED} {} {SKIPPED}", comparing::clauses_unchanged(count)),
        (_, false) => comparing::clauses_unchanged(count),
    };
    canvas.write_cut(area.x, area.y, area.width, &words, canvas.theme.muted);
}

/// Draws, above a title whose beginning is lost, the program's own word for what it heads, in
/// brackets, as editors set words that are not the source's.
fn draw_kind(app: &App, canvas: &mut Canvas<'_>, area: Area, block: BlockId) {
    if let Some(kind) = lost_beginning(app, block) {
        canvas.write_cut(area.x, area.y, area.width, &format!("[{kind}]"), canvas.theme.muted);
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

fn draw_line(
    app: &App,
    canvas: &mut Canvas<'_>,
    layout: Layout,
    id: BlockId,
    index: usize,
    line: &Line,
) {
    let area = layout.text;
    let block = app.document.block(id);
    let body = app.document.body(id);
    if index == 0 {
        let label = match app.document.label(id) {
            Some(label) => Some((label, canvas.theme.number)),
            None if lost_beginning(app, id).is_some() && canvas.has_ornaments() => {
                Some(("…", canvas.theme.muted))
            }
            None => None,
        };
        if let Some(label) = label {
            let text = (app.document.as_ref(), app.reading.setting());
            draw_label(canvas, layout, text, (id, line), label);
        }
    }
    let mark = app.bookmark_index.marks().find(|(passage, _)| covers(app, *passage, id, line));
    if let Some((_, bookmark)) = mark.filter(|_| canvas.has_ornaments()) {
        let style = canvas.theme.sign(bookmark.highlight);
        canvas.write(layout.mark_column(), area.y, 1, &bookmark.sign(), style);
    }
    let base = base_style(canvas, block);
    let layers = layers(app, canvas, id, line);
    let theme = canvas.theme;
    canvas.write_line(area, line, body, |byte| layers.style(theme, base, byte));
    draw_link_hints(app, canvas, area, id, line);
}

/// Draws the labels over what can be previewed in a line.
fn draw_link_hints(app: &App, canvas: &mut Canvas<'_>, area: Area, id: BlockId, line: &Line) {
    let Mode::LinkHints(hints) = &app.mode else { return };
    let style = canvas.theme.found_current;
    for labelled in hints.fitting().filter(|labelled| labelled.point.block == id) {
        let byte = labelled.point.byte;
        if line.holds(byte) && line.range().contains(&byte) {
            let x = area.x + line.column_of(app.document.body(id), byte);
            canvas.write(x, area.y, columns(&labelled.label), &labelled.label, style);
        }
    }
}

/// Draws a number in the margin, or before the words if it is too wide for the margin.
pub(super) fn draw_label(
    canvas: &mut Canvas<'_>,
    layout: Layout,
    (document, setting): (&Document, LayoutSetting),
    (id, line): (BlockId, &Line),
    (label, style): (&str, CellStyle),
) {
    let area = layout.text;
    let indent = indent_of(document, id, area.width);
    let inside = run_in(document, id, setting);
    // The columns that the number may take: beside the words, or before the first of them.
    let (left, right) = match (inside, line.direction) {
        (0, _) => layout.label_columns(indent),
        (_, Direction::LeftToRight) => (area.x + indent, area.x + indent + inside - 1),
        (_, Direction::RightToLeft) => {
            let edge = (area.x + area.width).saturating_sub(indent);
            ((edge + 1).saturating_sub(inside), edge)
        }
    };
    let room = right.saturating_sub(left);
    let label = cut(label, room);
    // In the margin the number is set close to the words; before the words, close to the edge.
    let at_right = (inside > 0) != (line.direction == Direction::LeftToRight);
    let x = if at_right { right.saturating_sub(columns(&label)).max(left) } else { left };
    canvas.write_running((x, area.y), columns(&label), &label, line.direction, style);
}

/// A block's own style, without any layer.
pub(super) fn base_style(canvas: &Canvas<'_>, block: &Block) -> CellStyle {
    let theme = canvas.theme;
    match block.kind {
        BlockKind::Heading => theme.heading,
        BlockKind::Dateline => theme.muted.with(Attribute::Italic),
        BlockKind::Ornament | BlockKind::Note => theme.muted,
        BlockKind::Code => CellStyle { background: theme.text.background, ..theme.code },
        _ => theme.text,
    }
}

/// The ranges of a block's body with another style, each above the ones before it.
#[derive(Default)]
pub(super) struct Layers {
    /// Those with the source's own colours.
    inked: Vec<(Range<usize>, CellStyle)>,
    /// All others, which are above them.
    above: Vec<(Range<usize>, CellStyle)>,
}

impl Layers {
    /// The style of a byte.
    pub(super) fn style(&self, theme: &Theme, base: CellStyle, byte: usize) -> CellStyle {
        let here = |layers: &[(Range<usize>, CellStyle)], base| {
            let over = layers.iter().filter(|(over, _)| over.contains(&byte));
            over.fold(base, |below, (_, above)| laid_over(below, *above))
        };
        let own = here(&self.inked, base);
        let style = here(&self.above, own);
        if own == base { style } else { theme.legible(style) }
    }
}

/// The styles of the words themselves.
pub(super) fn inline_layers(
    theme: &Theme,
    document: &Document,
    id: BlockId,
    line: &Line,
) -> Layers {
    let start = document.block(id).body.start.get();
    let (mut inked, mut layers) = (Vec::new(), Vec::new());
    for inline in document.inlines(id) {
        let span = inline.span.range();
        let range = span.start - start..span.end - start;
        if !line.meets(&range) {
            continue;
        }
        let style = match inline.kind {
            InlineKind::Operative => theme.operative,
            InlineKind::Emphasis => CellStyle::default().with(Attribute::Italic),
            InlineKind::Strong | InlineKind::Head => CellStyle::default().with(Attribute::Bold),
            InlineKind::Underlined => CellStyle::default().with(Attribute::Underline),
            InlineKind::Code => theme.code,
            InlineKind::Gone => theme.gone(),
            InlineKind::New => theme.new_words(),
            InlineKind::Cell | InlineKind::Aligned(_) => continue,
            InlineKind::Foreground(_)
            | InlineKind::Background(_)
            | InlineKind::Reversed
            | InlineKind::Faint => {
                inked.extend(theme.inked(inline.kind).map(|style| (range, style)));
                continue;
            }
        };
        layers.push((range, style));
    }
    // Exchanged colours are below the colours.
    inked.sort_by_key(|(_, style): &(_, CellStyle)| !style.has(Attribute::Reverse));
    Layers { inked, above: layers }
}

fn layers(app: &App, canvas: &Canvas<'_>, id: BlockId, line: &Line) -> Layers {
    let theme = canvas.theme;
    let start = app.document.block(id).body.start.get();
    let Layers { inked, above: mut layers } = inline_layers(theme, &app.document, id, line);
    let current = app.current_link();
    for link in app.document.links_of(id).iter().filter(|link| link.target.leads()) {
        let span = link.span.range();
        let style = if current == Some(link) { theme.cursor } else { theme.linked() };
        layers.push((span.start - start..span.end - start, style));
    }
    let mut lay = |passage: Passage, style: CellStyle| {
        let part = app.document.part_in(passage, id);
        if line.meets(&part) {
            layers.push((part, style));
        }
    };
    for (passage, highlight) in app.bookmark_index.passages() {
        let style = theme.marked(highlight);
        let part = app.document.part_in(passage, id);
        // Whole paragraphs without a colour behind them stay plain: the bar beside them is enough.
        let is_whole = part.start == 0 && part.end == app.document.body(id).len();
        if !(is_whole && style.background.is_none() && canvas.has_ornaments()) {
            lay(passage, style);
        }
    }
    if let Some(search) = &app.search {
        for found in search.in_block(&app.document, id).iter() {
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
    Layers { inked, above: layers }
}

fn covers(app: &App, passage: Passage, id: BlockId, line: &Line) -> bool {
    line.meets(&app.document.part_in(passage, id))
}

/// Lays a style over another: what it leaves unset shows the style below.
fn laid_over(below: CellStyle, above: CellStyle) -> CellStyle {
    if above.has(Attribute::Reverse) {
        // Reverse video below would hide the style above.
        return match below.has(Attribute::Italic) {
            true => above.with(Attribute::Italic),
            false => above.without(Attribute::Italic),
        };
    }
    CellStyle {
        foreground: above.foreground.or(below.foreground),
        background: above.background.or(below.background),
        attributes: below.attributes.or(above.attributes),
    }
}

/// The position of what the user has reached: the character from which a selection would grow, the
/// chosen link, the match, or the first word in view of the paragraph that keys act on.
fn caret(app: &App) -> Caret {
    let link = || app.document.point_at(app.current_link()?.span.start);
    let point = match &app.mode {
        Mode::Select(selection) => Some(selection.head),
        _ => link().or_else(|| app.attended()),
    };
    let reached = app.block_in_view()?;
    let rows = app.reading.rows().iter().enumerate();
    let lines = || {
        rows.clone().filter_map(|(at, row)| match row {
            Row::Text { block, line, .. } => Some((at, *block, line)),
            Row::Space => None,
        })
    };
    let (at, block, line, byte) = point
        .and_then(|Point { block, byte }| {
            let holds = |(_, of, line): &(usize, BlockId, &Line)| *of == block && line.holds(byte);
            lines().find(holds).map(|(at, of, line)| (at, of, line, byte))
        })
        .or_else(|| {
            let worded =
                |(_, of, line): &(usize, BlockId, &Line)| *of == reached && !line.is_wordless();
            lines().find(worded).map(|(at, of, line)| (at, of, line, line.range().start))
        })?;
    let area = app.layout.at_row(at).text;
    Some((area.x + line.column_of(app.document.body(block), byte), area.y))
}
