//! The screen while the first document is being read.

use super::canvas::Canvas;
use super::caret::Caret;
use crate::app::Area;
use crate::messages::prompts;
use crate::settings::{ColourDepth, Theme};
use crate::typeset::Bidi;
use ratatui::Frame;

/// Draws the name of what is being read, and the keys available meanwhile; returns the position of
/// the name.
pub(super) fn draw(told: &str, colours: ColourDepth, frame: &mut Frame<'_>) -> Caret {
    let screen = frame.area();
    // The terminal's background is not known yet.
    let theme = Theme::suiting(None, colours);
    let mut canvas = Canvas::new(frame.buffer_mut(), &theme, colours, Bidi::Visual);
    canvas.clear(Area { x: 0, y: 0, width: screen.width, height: screen.height });
    let (width, bottom) = (screen.width.saturating_sub(2), screen.height.saturating_sub(1));
    canvas.write_cut(1, screen.height / 2, width, told, theme.text);
    canvas.write_right(
        1,
        screen.width.saturating_sub(1),
        bottom,
        prompts::QUIT_WHILE_WAITING,
        theme.muted,
    );
    Some((1, screen.height / 2))
}
