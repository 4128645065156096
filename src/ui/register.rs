//! A register: names, what the text says of each, and where; and the words of the chosen place.

use super::canvas::{Canvas, columns};
use super::caret::Caret;
use super::list::preview;
use super::list::{self, Shown};
use crate::app::{
    App, Area, Focus, LEAST_PLACES, ListKind, ListOrder, Register, RegisterPlace, RegisterRow,
};
use crate::messages::{counts, states};
use crate::settings::{Attribute, CellStyle};
use crate::typeset::{LayoutSetting, wrap};

/// Draws the table and returns the position of the chosen row.
pub(super) fn draw(app: &App, register: Register, canvas: &mut Canvas<'_>) -> Caret {
    let shown = app.register_view(register);
    let view = &shown.view;
    let has_keys = app.focus == Focus::Pane;
    let caret = list::draw(
        view,
        &Shown {
            controls: app.controls(ListKind::Register(register)),
            has_keys,
            empty: states::NOTHING_MATCHES,
        },
        canvas,
    );
    let places = view.starts().find(|(_, column)| column.order == ListOrder::Places);
    if let Some((x, column)) = places {
        let right = (x + column.width).min(view.list.x + view.list.width);
        for line in &view.lines {
            let chosen = line.place == view.chosen;
            let theme = canvas.theme;
            let on =
                |style: CellStyle| if chosen && has_keys { theme.chosen(style) } else { style };
            let place = chosen.then_some(register.place);
            let y = view.row(*line).y;
            draw_places(app, canvas, &shown.rows[line.place], (x, y), right, place, &on);
        }
    }
    if let (Some(area), Some(place)) = (view.preview, app.chosen_place(register)) {
        let places = shown.rows.get(register.row).map_or(0, |row| row.places.len());
        draw_evidence(app, (register.place + 1, places), canvas, area, place);
    }
    caret
}

/// Draws the addresses of the places, as many as fit; highlights the chosen one.
fn draw_places(
    app: &App,
    canvas: &mut Canvas<'_>,
    row: &RegisterRow,
    (mut x, y): (u16, u16),
    right: u16,
    chosen: Option<usize>,
    on: &dyn Fn(CellStyle) -> CellStyle,
) {
    let theme = canvas.theme;
    if x + LEAST_PLACES > right {
        let count = row.places.len().to_string();
        canvas.write_right(right.saturating_sub(4), right, y, &count, on(theme.muted));
        return;
    }
    // The chosen place is in view even if not all fit.
    let from = chosen.map_or(0, |at| at.saturating_sub(1));
    if from > 0 {
        x = canvas.write(x, y, right.saturating_sub(x), "… ", on(theme.muted));
    }
    for (at, place) in row.places.iter().enumerate().skip(from) {
        let address = app.document.block_address(place.passage.start.block);
        let width = columns(&address) + 2;
        if x + width > right {
            canvas.write(x.min(right.saturating_sub(1)), y, 1, "…", on(theme.muted));
            break;
        }
        let words =
            if chosen == Some(at) { format!("[{address}]") } else { format!(" {address} ") };
        let style = if chosen == Some(at) { theme.link } else { theme.muted };
        let style = style.without(Attribute::Underline);
        x = canvas.write(x, y, width, &words, on(style));
    }
}

/// Draws the words of the chosen place, with some of the text around them.
fn draw_evidence(
    app: &App,
    (nth, count): (usize, usize),
    canvas: &mut Canvas<'_>,
    area: Area,
    RegisterPlace { telling, passage }: RegisterPlace,
) {
    let theme = canvas.theme;
    let name = app.document.block_name(passage.start.block);
    let area = preview(canvas, area, &[&name, telling.label(), &counts::of(nth, count)]);
    let body = app.document.body(passage.start.block);
    let setting = LayoutSetting::plain(area.width);
    let lines = wrap(body, setting);
    let height = usize::from(area.height);
    let at = lines.iter().position(|line| line.range().end > passage.start.byte).unwrap_or(0);
    let first = at.saturating_sub(height / 2).min(lines.len().saturating_sub(height));
    let told = app.document.part_in(passage, passage.start.block);
    for (line, y) in lines.iter().skip(first).zip(area.y..area.y + area.height) {
        canvas.write_line(Area { y, height: 1, ..area }, line, body, |byte| {
            if told.contains(&byte) { theme.found_current } else { theme.text }
        });
    }
}
