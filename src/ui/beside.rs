//! The old text beside a comparison, with its numbers, and what went crossed out.

use super::canvas::{Canvas, columns, cut};
use crate::app::{App, Area};
use crate::document::BlockKind;
use crate::settings::{Attribute, CellStyle};
use crate::typeset::{indent_of, run_in};

/// Draws the lines of the old text in view.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (Some(area), Some(comparison)) = (app.layout.beside, app.comparing()) else { return };
    let old = comparison.old();
    for row in 0..area.height {
        canvas.sign(area.x + area.width + 1, area.y + row, "│", canvas.theme.border);
    }
    for line in app.old_lines() {
        let row = Area { y: area.y + line.row, height: 1, ..area };
        let block = old.block(line.block);
        let base = match block.kind {
            BlockKind::Heading => canvas.theme.heading,
            BlockKind::Ornament | BlockKind::Note => canvas.theme.muted,
            _ => canvas.theme.text,
        };
        if let Some(label) = old.label(line.block).filter(|_| line.index == 0) {
            let indent = indent_of(old, line.block, area.width);
            let inside = run_in(old, line.block, app.reading.setting());
            let room = app.layout.label_room();
            // As far from the words as the numbers of the text.
            let (_, end) = app.layout.label_columns(indent);
            let end = (area.x + end).saturating_sub(app.layout.text.x);
            let x = match inside {
                0 => end.saturating_sub(columns(&cut(label, room))),
                _ => area.x + indent,
            };
            let room = if inside > 0 { inside } else { room };
            canvas.write(x, row.y, room, &cut(label, room), canvas.theme.number);
        }
        let (gone, style) = (comparison.gone_in(line.block), canvas.theme.gone());
        canvas.write_line(row, &line.line, old.body(line.block), |byte| {
            if gone.iter().any(|range| range.contains(&byte)) {
                let foreground = style.foreground.or(base.foreground);
                CellStyle { foreground, ..base.with(Attribute::Crossed) }
            } else {
                base
            }
        });
    }
}
