//! Repeated clicks in one place: the second selects a word, the third the paragraph.

use super::{App, Clicks, Granularity, Mode, Selection};
use crate::action::Mouse;
use std::time::Duration;

/// A click after this time starts a new sequence.
const TOGETHER: Duration = Duration::from_millis(400);

impl App {
    /// Counts a press of the button and returns its number in its place.
    pub(super) fn count_click(&mut self, mouse: Mouse) -> u8 {
        let (cell, now) = ((mouse.column, mouse.row), self.pace.now());
        let Clicks { cell: before, at, count } = self.clicks;
        let together = count > 0 && before == cell && now.saturating_sub(at) <= TOGETHER;
        // A fourth click counts as a first.
        let count = if together && count < 3 { count + 1 } else { 1 };
        self.clicks = Clicks { cell, at: now, count };
        count
    }

    /// Selects the word under the mouse, or its paragraph; dragging extends the selection by the
    /// same unit.
    pub(super) fn select_under(&mut self, mouse: Mouse, unit: Granularity) {
        // The first click may have opened a window over the words.
        if matches!(self.mode, Mode::Peek(_)) {
            self.give_back();
        }
        if let Some(point) = self.point_under(mouse) {
            self.pressed = Some(point);
            self.mode = Mode::Select(Selection { unit, ..Selection::new(point) });
        }
    }
}
