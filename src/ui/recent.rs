//! The list of recent documents, and the details of the chosen one.

use super::canvas::Canvas;
use super::caret::Caret;
use super::list::{self, Shown, preview};
use crate::app::{App, Area, ListKind, Recent};
use crate::document::visible;
use crate::messages::states;
use crate::typeset::lines;

/// Draws the list and returns the position of the chosen document.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Caret {
    let view = app.recent_view();
    let empty = match app.recent.count() {
        0 => states::NO_DOCUMENTS,
        _ => states::NO_DOCUMENT_MATCHES,
    };
    let shown = Shown { controls: app.controls(ListKind::Documents), has_keys: true, empty };
    let caret = list::draw(&view, &shown, canvas);
    if let (Some(area), Some(recent)) = (view.preview, app.recent.chosen()) {
        draw_detail(app, canvas, area, recent);
    }
    caret
}

/// Draws the path of a document, how far it was read, and its first lines.
fn draw_detail(app: &App, canvas: &mut Canvas<'_>, area: Area, recent: &Recent) {
    let theme = canvas.theme;
    let place = match recent.address.as_str() {
        "" => String::new(),
        address => states::left_at(address),
    };
    let day = match recent.day() {
        "" => String::new(),
        day => states::last_opened(day),
    };
    let read = recent.progress.map_or(String::new(), states::read_so_far);
    let area = preview(canvas, area, &[recent.standing.name(), &read, &day, &place]);
    let set = |words: &str| lines(&visible(words), area.width);
    let path = set(&recent.source).into_iter().map(|line| (line, theme.muted));
    let title = set(&recent.title).into_iter().map(|line| (line, theme.heading));
    let beginning = app.recent_beginning().iter();
    let text = beginning.flat_map(|line| set(line)).map(|line| (line, theme.text));
    for (y, (line, style)) in (area.y..area.y + area.height).zip(title.chain(path).chain(text)) {
        canvas.write_cut(area.x, y, area.width, &line, style);
    }
}
