//! The old text beside a comparison, with its numbers, and what went crossed out.

use super::canvas::Canvas;
use super::pane::write_label;
use crate::app::{App, Area};
use crate::document::{BlockKind, Direction};
use crate::settings::{Attribute, CellStyle};

/// Draws the lines of the old text in view.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let (Some(area), Some(comparison)) = (app.layout.beside, app.comparing()) else { return };
    let old = comparison.old();
    let x = match app.layout.direction {
        Direction::LeftToRight => area.x + area.width + 1,
        Direction::RightToLeft => area.x.saturating_sub(2),
    };
    for row in 0..area.height {
        canvas.sign(x, area.y + row, "│", canvas.theme.border);
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
            // As far from the words as the numbers of the text.
            let layout = app.layout.with_text(row);
            let label = (label, canvas.theme.number);
            write_label(app, canvas, layout, (old, line.block), &line.line, label);
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
