//! A register as a table: names, what the text says of each, where it says so.

use super::Caret;
use super::canvas::{Canvas, columns};
use crate::app::{App, Area, Focus, Register, RegisterKind, RegisterPlace, RegisterRow};
use crate::settings::Style;
use crate::typeset::{Setting, wrap};

/// Columns between the columns of the table.
const GUTTER: u16 = 2;

/// With fewer columns left for addresses, only their count is shown.
const LEAST_PLACES: u16 = 16;

/// Draws it and returns where the chosen row is.
pub(super) fn draw(app: &App, register: Register, canvas: &mut Canvas<'_>) -> Caret {
    let rows = register.rows(&app.document);
    let (list, evidence) = app.layout.register();
    let first = register.first(rows.len(), list.height);
    let widest =
        |of: fn(&RegisterRow) -> &str| rows.iter().map(|row| columns(of(row))).max().unwrap_or(0);
    let name_width = widest(|row| &row.name).min(list.width / 2);
    // The sign of the cursor before the name; the count of places after the note.
    let taken = 2 + name_width + 2 * GUTTER + 4;
    let half = widest(|row| &row.note).min(list.width / 2);
    // Where no address fits beside half of the line, the note may have it.
    // A reference is named by its only place.
    let places = !matches!(register.kind, RegisterKind::CitedBy(_));
    let note_width = if !places {
        list.width.saturating_sub(2 + name_width + GUTTER)
    } else if taken - 4 + half + LEAST_PLACES <= list.width {
        half
    } else {
        widest(|row| &row.note).min(list.width.saturating_sub(taken))
    };
    for (at, row) in rows.iter().enumerate().skip(first).take(usize::from(list.height)) {
        let y = list.y + u16::try_from(at - first).unwrap_or(u16::MAX);
        let chosen = at == register.row;
        let theme = canvas.theme;
        if chosen {
            let style = if app.focus == Focus::Pane { theme.cursor } else { theme.current };
            canvas.tint(Area { y, height: 1, ..list }, style);
            canvas.write(list.x, y, 1, "›", style);
        }
        let on = |style: Style| {
            if chosen && app.focus == Focus::Pane { theme.chosen(style) } else { style }
        };
        let x = list.x + 2;
        let right = list.x + list.width;
        canvas.write_cut(
            x,
            y,
            name_width.min(right.saturating_sub(x)),
            &row.name,
            on(theme.heading),
        );
        let x = x + name_width + GUTTER;
        canvas.write_cut(x, y, note_width.min(right.saturating_sub(x)), &row.note, on(theme.text));
        let x = x + note_width + if note_width > 0 { GUTTER } else { 0 };
        if !places {
            continue;
        }
        draw_places(app, canvas, row, (x, y), right, chosen.then_some(register.place), &on);
    }
    // More above or below is told where it begins.
    let edge = list.x + list.width;
    if first > 0 {
        canvas.write(edge, list.y, 1, "↑", canvas.theme.muted);
    }
    if first + usize::from(list.height) < rows.len() {
        canvas.write(edge, list.y + list.height.saturating_sub(1), 1, "↓", canvas.theme.muted);
    }
    if let (Some(area), Some(place)) = (evidence, register.chosen(&app.document)) {
        draw_evidence(app, register, &rows, canvas, area, place);
    }
    let row = u16::try_from(register.row.checked_sub(first)?).ok()?;
    (app.focus == Focus::Pane).then_some((list.x, list.y + row))
}

/// The addresses of the places, as many as fit; the chosen one is marked.
fn draw_places(
    app: &App,
    canvas: &mut Canvas<'_>,
    row: &RegisterRow,
    (mut x, y): (u16, u16),
    right: u16,
    chosen: Option<usize>,
    on: &dyn Fn(Style) -> Style,
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
    // The chosen place is in view even where not all fit.
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
        let style = Style { underline: false, ..style };
        x = canvas.write(x, y, width, &words, on(style));
    }
}

/// The words of the chosen place, with some of what stands around them.
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
    let which = format!(" {name} · {} · {} of {count} ", telling.label(), register.place + 1);
    canvas.write_cut(area.x + 1, area.y, area.width.saturating_sub(1), &which, theme.muted);
    let body = app.document.body(passage.start.block);
    let setting = Setting::plain(area.width.saturating_sub(2));
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
