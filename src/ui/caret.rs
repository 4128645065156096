//! The place of the terminal's cursor, which screen readers follow.

use ratatui::Frame;
use ratatui::layout::Rect;

/// The position of the terminal's cursor, as column and row: where the user types, or the first word
/// of what was reached or chosen. Screen readers and braille displays follow it.
pub type Caret = Option<(u16, u16)>;

/// Puts the cursor at a cell, or at the nearest one on the screen.
pub fn put_cursor(caret: Caret, screen: Rect, frame: &mut Frame<'_>) {
    let (Some((x, y)), false) = (caret, screen.is_empty()) else { return };
    frame.set_cursor_position((x.min(screen.right() - 1), y.min(screen.bottom() - 1)));
}
