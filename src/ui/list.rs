//! A list as a table: the heads of its columns, its rows, and what it says if it is empty.

use super::canvas::{Canvas, columns};
use super::caret::Caret;
use crate::app::{Align, Area, CellPart, LEAD, ListControls, ListOrder, ListView, Tone};
use crate::messages::states;
use crate::settings::{Attribute, CellStyle, Theme};
use crate::typeset::lines;

/// What a list shows besides its rows.
pub(super) struct Shown<'a> {
    /// Its filter and order.
    pub controls: &'a ListControls,
    /// Whether it takes keys.
    pub has_keys: bool,
    /// The message if there are no rows.
    pub empty: &'a str,
}

/// Draws a list and returns the position of the chosen row.
pub(super) fn draw(view: &ListView, shown: &Shown<'_>, canvas: &mut Canvas<'_>) -> Caret {
    draw_heads(view, shown.controls, canvas);
    let (list, muted) = (view.list, canvas.theme.muted);
    if view.count == 0 {
        let message = lines(shown.empty, list.width.saturating_sub(2 * LEAD));
        for (y, line) in (list.y..list.y + list.height).zip(message) {
            canvas.write(list.x + LEAD, y, list.width, &line, muted);
        }
        return Some((list.x + LEAD, list.y)).filter(|_| shown.has_keys);
    }
    let mut caret = None;
    for (line, cells) in view.lines.iter().zip(&view.cells) {
        let area = view.row(*line);
        let chosen = line.place == view.chosen;
        if chosen {
            let (style, theme) = (cursor(shown.has_keys, canvas.theme), canvas.theme);
            canvas.tint(area, style);
            let sign = if shown.has_keys { theme.chosen(style) } else { style };
            canvas.sign(area.x, area.y, "›", sign);
            caret = Some((first_word(view, area.x), area.y));
        }
        for ((x, column), cell) in view.starts().zip(cells) {
            let right = (x + column.width).min(area.x + area.width);
            let rows = (area.y..area.y + area.height).zip(cell.iter().flat_map(|part| {
                part.lines(column.width).into_iter().map(move |line| (part, line))
            }));
            for (y, (CellPart { tone, .. }, words)) in rows {
                let style = style(*tone, canvas.theme);
                let style =
                    if chosen && shown.has_keys { canvas.theme.chosen(style) } else { style };
                match column.align {
                    Align::Left => {
                        canvas.write_cut(x, y, right.saturating_sub(x), &words, style);
                    }
                    Align::Right => canvas.write_right(x, right, y, &words, style),
                }
            }
        }
    }
    // Arrows mark more rows above or below.
    let edge = list.x + list.width;
    if view.lines.first().is_some_and(|line| line.place > 0) {
        canvas.sign(edge, list.y, "↑", muted);
    }
    if view.lines.last().is_some_and(|line| line.place + 1 < view.count) {
        canvas.sign(edge, list.y + list.height.saturating_sub(1), "↓", muted);
    }
    caret.filter(|_| shown.has_keys)
}

/// Returns the column of a row's first word: that of the first column with a head.
fn first_word(view: &ListView, left: u16) -> u16 {
    let named = view.starts().find(|(_, column)| !column.head.is_empty());
    named.map_or(left, |(x, _)| x)
}

/// Returns the style of the chosen row.
fn cursor(has_keys: bool, theme: &Theme) -> CellStyle {
    if has_keys { theme.cursor } else { theme.current }
}

/// Returns the style of words that are meant so.
pub(super) fn style(tone: Tone, theme: &Theme) -> CellStyle {
    match tone {
        Tone::Name => theme.heading,
        Tone::Number => theme.number,
        Tone::Text => theme.text,
        Tone::Note => theme.notice.with(Attribute::Italic),
        Tone::Tags => theme.link.without(Attribute::Underline),
        Tone::Muted => theme.muted,
        Tone::News => theme.notice,
        Tone::Trouble => theme.error,
        Tone::Sign(highlight) => theme.sign(highlight),
    }
}

/// Draws the heads of the columns, with a mark on the one that the list is sorted by, and the filter.
fn draw_heads(view: &ListView, controls: &ListControls, canvas: &mut Canvas<'_>) {
    let head = view.head;
    if head.height == 0 {
        return;
    }
    let style = canvas.theme.muted.with(Attribute::Underline);
    let right = head.x + head.width;
    let mut end = head.x + LEAD;
    for (x, column) in view.starts() {
        let sorted = column.order == controls.order && controls.order != ListOrder::Given;
        // Without the mark, the line above says the order.
        let words = match sorted && canvas.has_ornaments() {
            true => format!("{} ↓", column.head).trim_start().to_owned(),
            false => column.head.to_owned(),
        };
        let room = column.width.max(columns(&words)).min(right.saturating_sub(x));
        if words.is_empty() || columns(&words) > room {
            continue;
        }
        match column.align {
            Align::Left => {
                canvas.write_cut(x, head.y, room, &words, style);
            }
            Align::Right => canvas.write_right(x.min(end), x + column.width, head.y, &words, style),
        }
        end = x + columns(&words);
    }
    if !controls.only().is_empty() && !controls.filtering {
        let told = format!(" {}", states::only(controls.only()));
        canvas.write_right(head.x, right, head.y, &told, canvas.theme.notice);
    }
}

/// Draws the line above a preview, with its title of several parts, and returns the area below.
pub(super) fn preview(canvas: &mut Canvas<'_>, area: Area, title: &[&str]) -> Area {
    let parts = title.iter().copied().filter(|part| !part.is_empty());
    let title = parts.collect::<Vec<_>>().join(" · ");
    canvas.rule(area.x, area.y, area.width);
    let room = area.width.saturating_sub(2);
    canvas.write_cut(area.x + 1, area.y, room, &format!(" {title} "), canvas.theme.muted);
    Area {
        x: area.x + LEAD,
        y: area.y + 1,
        width: area.width.saturating_sub(2 * LEAD).max(1),
        height: area.height.saturating_sub(1),
    }
}
