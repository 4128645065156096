//! A register as a table: names, what the text says of each, and where.

use super::Caret;
use super::canvas::{Canvas, columns};
use crate::app::{
    App, Area, Focus, GUTTER, LEAST_PLACES, Register, RegisterPlace, RegisterRow, RegisterView,
    cell,
};
use crate::messages::{counts, states};
use crate::settings::CellStyle;
use crate::typeset::{LayoutSetting, wrap};

/// Draws the table and returns the position of the chosen row's first word.
pub(super) fn draw(app: &App, register: Register, canvas: &mut Canvas<'_>) -> Caret {
    let view = app.register_view(register);
    let list = view.list;
    draw_heads(app, register, &view, canvas);
    if view.rows.is_empty() {
        let words = states::NOTHING_MATCHES;
        canvas.write_cut(list.x + 2, list.y, list.width, words, canvas.theme.muted);
    }
    let mut caret = Some((list.x + 2, list.y));
    for line in &view.lines {
        let chosen = line.place == register.row;
        let cells = Area { y: list.y + line.row, height: line.height, ..list };
        draw_row(app, register, &view, canvas, (cells, line.place));
        if chosen {
            caret = Some((cells.x + 2, cells.y));
        }
    }
    // Arrows mark more rows above or below.
    let edge = list.x + list.width;
    if view.lines.first().is_some_and(|line| line.place > 0) {
        canvas.sign(edge, list.y, "↑", canvas.theme.muted);
    }
    if view.lines.last().is_some_and(|line| line.place + 1 < view.rows.len()) {
        canvas.sign(edge, list.y + list.height.saturating_sub(1), "↓", canvas.theme.muted);
    }
    if let (Some(area), Some(place)) = (view.evidence, view.chosen_place(register)) {
        draw_evidence(app, register, &view.rows, canvas, area, place);
    }
    caret.filter(|_| app.focus == Focus::Pane)
}

/// Draws the headings of the columns, and the filter.
fn draw_heads(app: &App, register: Register, view: &RegisterView, canvas: &mut Canvas<'_>) {
    let RegisterView { head, widths, .. } = view;
    if head.height == 0 {
        return;
    }
    let style = CellStyle { underline: true, ..canvas.theme.muted };
    let [name, note, places] = register.heads();
    let right = head.x + head.width;
    let mut x = head.x + 2;
    let columns_of = [(name, widths.name), (note, widths.note), (places, columns(places))];
    for (words, width) in columns_of.into_iter().filter(|(_, width)| *width > 0) {
        let width = width.max(columns(words)).min(right.saturating_sub(x));
        if x + columns(words) < right || x == head.x + 2 {
            canvas.write_cut(x, head.y, width, words, style);
        }
        x += width + GUTTER;
    }
    let filter = app.register_list.filter.text().trim();
    if !filter.is_empty() {
        let told = states::only(filter);
        canvas.write_right(x.min(right), right, head.y, &told, canvas.theme.notice);
    }
}

fn draw_row(
    app: &App,
    register: Register,
    view: &RegisterView,
    canvas: &mut Canvas<'_>,
    (cells, place): (Area, usize),
) {
    let theme = canvas.theme;
    let (row, widths) = (&view.rows[place], view.widths);
    let chosen = place == register.row;
    let has_keys = chosen && app.focus == Focus::Pane;
    if chosen {
        let style = if has_keys { theme.cursor } else { theme.current };
        canvas.tint(cells, style);
        canvas.sign(cells.x, cells.y, "›", style);
    }
    let on = |style: CellStyle| if has_keys { theme.chosen(style) } else { style };
    let right = cells.x + cells.width;
    let mut put = |x: u16, width: u16, words: &str, style: CellStyle| {
        for (line, y) in cell(words, width).iter().zip(cells.y..cells.y + cells.height) {
            canvas.write_cut(x, y, width.min(right.saturating_sub(x)), line, on(style));
        }
    };
    let x = cells.x + 2;
    put(x, widths.name, &row.name, theme.heading);
    let x = x + widths.name + GUTTER;
    put(x, widths.note, &row.note, theme.text);
    if widths.places {
        let x = x + widths.note + if widths.note > 0 { GUTTER } else { 0 };
        let place = chosen.then_some(register.place);
        draw_places(app, canvas, row, (x, cells.y), right, place, &on);
    }
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
        canvas.write_right(
            right.saturating_sub(4),
            right.saturating_sub(1),
            y,
            &count,
            on(theme.muted),
        );
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
        let style = CellStyle { underline: false, ..style };
        x = canvas.write(x, y, width, &words, on(style));
    }
}

/// Draws the words of the chosen place, with some of the text around them.
fn draw_evidence(
    app: &App,
    register: Register,
    rows: &[RegisterRow],
    canvas: &mut Canvas<'_>,
    area: Area,
    RegisterPlace { telling, passage }: RegisterPlace,
) {
    let theme = canvas.theme;
    canvas.rule(area.x, area.y, area.width);
    let count = rows.get(register.row).map_or(0, |row| row.places.len());
    let name = app.document.block_name(passage.start.block);
    let place = counts::of(register.place + 1, count);
    let which = format!(" {name} · {} · {place} ", telling.label());
    canvas.write_cut(area.x + 1, area.y, area.width.saturating_sub(1), &which, theme.muted);
    let body = app.document.body(passage.start.block);
    let setting = LayoutSetting::plain(area.width.saturating_sub(2));
    let lines = wrap(body, setting);
    let height = usize::from(area.height.saturating_sub(1));
    let at = lines.iter().position(|line| line.range().end > passage.start.byte).unwrap_or(0);
    let first = at.saturating_sub(height / 2).min(lines.len().saturating_sub(height));
    let end = if passage.end.block == passage.start.block { passage.end.byte } else { body.len() };
    for (row, line) in lines.iter().skip(first).take(height).enumerate() {
        let y = area.y + 1 + u16::try_from(row).unwrap_or(u16::MAX);
        let words = Area { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
        let told = passage.start.byte..end;
        canvas.write_line(words, line, body, |byte| {
            if told.contains(&byte) { theme.found_current } else { theme.text }
        });
    }
}
