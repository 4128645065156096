//! Another text beside the one that is read: the old text beside a comparison, with what went crossed
//! out; or a second document, beside or below the paragraphs that it belongs to.

use super::canvas::Canvas;
use super::pane::{base_style, draw_label, inline_layers, lacking};
use crate::app::{App, Layout, Pair, STACKED_INDENT};
use crate::document::{BlockId, Direction, Document};
use crate::messages::states;
use crate::settings::{Attribute, CellStyle};
use crate::typeset::{LackingCell, LayoutSetting, Line, Row, RowTie};

/// The signs of the rule between two texts: where they correspond, and where they may not.
const RULE: &str = "│";
const UNSURE: &str = "≈";

/// The sign before the paragraphs of another text below those of the one that is read.
const BELOW: &str = "┊";

/// Draws the text beside what is in view.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    match (app.layout.of_beside(), app.pair()) {
        (Some(layout), None) => draw_old(app, canvas, layout),
        (Some(layout), Some(pair)) => draw_column(app, canvas, pair, layout),
        (None, Some(pair)) => draw_below(app, canvas, pair),
        (None, None) => {}
    }
}

/// Draws the lines of the old text in view.
fn draw_old(app: &App, canvas: &mut Canvas<'_>, layout: Layout) {
    let Some(comparison) = app.comparing() else { return };
    let old = comparison.old();
    for row in 0..layout.text.height {
        draw_rule(app, canvas, row, RULE);
    }
    for line in app.old_lines() {
        let (gone, style) = (comparison.gone_in(line.block), canvas.theme.gone());
        let setting = app.reading.setting();
        let row = (line.block, line.index, &line.line);
        draw_line(canvas, layout.down(line.row), (old, setting), row, |byte, below| {
            if gone.iter().any(|range| range.contains(&byte)) {
                let foreground = style.foreground.or(below.foreground);
                CellStyle { foreground, ..below.with(Attribute::Crossed) }
            } else {
                below
            }
        });
    }
}

/// Draws the other text in its column.
fn draw_column(app: &App, canvas: &mut Canvas<'_>, pair: &Pair, layout: Layout) {
    let ties = app.reading.beside();
    for row in 0..layout.text.height {
        let is_unsure = ties.get(usize::from(row)).is_some_and(|row| row.tie == RowTie::Unsure);
        draw_rule(app, canvas, row, if is_unsure { UNSURE } else { RULE });
    }
    if !pair.is_aligned() {
        let (area, style) = (layout.text, canvas.theme.muted);
        let words = states::ALIGNING;
        canvas.write_running((area.x, area.y), area.width, words, Direction::LeftToRight, style);
        return;
    }
    let setting = app.companion_setting(app.reading.setting());
    for (at, row) in (0..).zip(app.other_rows()) {
        if let Row::Text { block, index, line } = row {
            let text = (pair.other().as_ref(), setting);
            draw_line(canvas, layout.down(at), text, (*block, *index, line), |_, below| below);
        }
    }
    for (at, row) in (0..).zip(ties) {
        if row.lacking == Some(LackingCell::Other) {
            lacking(canvas, layout.down(at));
        }
    }
}

/// Draws the other text below the paragraphs of the one in view.
fn draw_below(app: &App, canvas: &mut Canvas<'_>, pair: &Pair) {
    let direction = pair.direction();
    let setting = app.companion_setting(app.reading.setting());
    for (at, row) in app.reading.beside().iter().enumerate() {
        let layout = app.layout.at_row(at);
        let text = layout.text;
        let (layout, sign) = layout.indented(STACKED_INDENT, direction);
        match &row.row {
            Row::Text { block, index, line } => {
                let text = (pair.other().as_ref(), setting);
                draw_line(canvas, layout, text, (*block, *index, line), |_, below| below);
            }
            Row::Space if row.lacking == Some(LackingCell::Other) => lacking(canvas, layout),
            Row::Space => continue,
        }
        let below = if row.tie == RowTie::Unsure { UNSURE } else { BELOW };
        canvas.sign(sign, text.y, below, canvas.theme.border);
    }
}

/// Draws one row of the rule between two columns.
fn draw_rule(app: &App, canvas: &mut Canvas<'_>, row: u16, sign: &str) {
    if let Some(x) = app.layout.rule_between() {
        canvas.sign(x, app.layout.text.y + row, sign, canvas.theme.border);
    }
}

/// Draws a line of another text, with its number; `over` returns the style of a byte.
fn draw_line(
    canvas: &mut Canvas<'_>,
    layout: Layout,
    (document, setting): (&Document, LayoutSetting),
    (block, index, line): (BlockId, usize, &Line),
    over: impl Fn(usize, CellStyle) -> CellStyle,
) {
    let theme = canvas.theme;
    if let Some(label) = document.label(block).filter(|_| index == 0) {
        draw_label(canvas, layout, (document, setting), (block, line), (label, theme.number));
    }
    let base = base_style(canvas, document.block(block));
    let layers = inline_layers(theme, document, block, line);
    canvas.write_line(layout.text, line, document.body(block), |byte| {
        over(byte, layers.style(theme, base, byte))
    });
}
