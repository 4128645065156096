//! The view: draws the state, decides nothing, changes nothing.
//!
//! [`draw`] paints one frame. Each drawn region has a file of its own; the state's
//! [`Layout`](crate::app::Layout) places the regions.

mod asides;
mod beside;
mod bookmarks;
mod canvas;
mod caret;
mod cut;
mod header;
mod help;
mod list;
mod menu;
mod note;
mod outline;
mod palette;
mod pane;
mod peek;
mod recent;
mod register;
mod scrollbar;
mod status;
mod styling;
mod waiting;

use crate::app::{App, Mode, OutlinePlace, Page};
use crate::settings::ColourDepth;
use canvas::Canvas;
use caret::put_cursor;
use ratatui::Frame;

/// Draws the message that a document is being read, while there is none to show.
pub fn draw_waiting(told: &str, colours: ColourDepth, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let caret = waiting::draw(told, colours, frame);
    put_cursor(caret, screen, frame);
}

/// Draws the whole screen.
pub fn draw(app: &App, frame: &mut Frame<'_>) {
    let screen = frame.area();
    let mut canvas = Canvas::new(frame.buffer_mut(), &app.theme, app.colours, app.settings.bidi);
    canvas.clear(crate::app::Area { x: 0, y: 0, width: screen.width, height: screen.height });
    header::draw(app, &mut canvas);
    let in_pane = match (&app.mode, app.page) {
        (Mode::Help(open), _) => help::draw(app, open, &mut canvas),
        (Mode::Documents, _) => recent::draw(app, &mut canvas),
        _ if app.is_listing() => bookmarks::draw(app, &mut canvas),
        (_, Page::Register(register)) => register::draw(app, register, &mut canvas),
        (_, Page::Text) => {
            scrollbar::draw(app, &mut canvas);
            asides::draw(app, &mut canvas);
            beside::draw(app, &mut canvas);
            pane::draw(app, &mut canvas)
        }
    };
    let in_outline = match app.layout.outline_place {
        OutlinePlace::Hidden => None,
        OutlinePlace::Beside | OutlinePlace::Over => outline::draw(app, &mut canvas),
    };
    let typed = status::draw(app, &mut canvas);
    let chosen = match &app.mode {
        Mode::Palette(palette) => palette::draw(app, palette, &mut canvas),
        Mode::Peek(peek) => peek::draw(app, peek, &mut canvas),
        Mode::Menu(menu) => menu::draw(app, menu, &mut canvas),
        Mode::Note(note) => note::draw(app, &note.field, &mut canvas),
        _ => in_outline.or(in_pane),
    };
    put_cursor(typed.or(chosen), screen, frame);
}
