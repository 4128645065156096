//! The clauses that changed, in a comparison or while the document was open: marked, and visited one
//! by one. The user dismisses the marks of a file that was read again.

use super::state::Towards;
use super::{App, Changed};
use crate::action::Action;
use crate::document::{Passage, Point};
use crate::messages::notices;

impl App {
    /// Goes to the next or the previous change.
    pub(super) fn change_step(&mut self, towards: Towards, times: i64) {
        for _ in 0..times.clamp(1, 1000) {
            let here = self.attended().or_else(|| self.block_in_view().map(Point::start_of));
            // Where the user was led is seen; in a file that was read again, so is what is in view.
            let is_seen = self.attended().is_some() || self.comparison.is_none();
            let step = self.changes.step(here.unwrap_or_default(), is_seen, towards);
            let Some((at, around)) = step else {
                return self.tell(match self.comparison {
                    Some(_) => notices::NOTHING_CHANGED,
                    None => notices::NO_CHANGES,
                });
            };
            let point = self.changes.stops[at];
            self.show(Passage { start: point, end: point });
            self.shown = None;
            let section = self.document.block(point.block).section;
            let name = self.changes.of(section).map(Changed::name).unwrap_or_default();
            let (number, count) = (at + 1, self.changes.stops.len());
            let seen = self.key_hint(Action::Cancel);
            self.tell(match (&self.comparison, around) {
                (Some(_), true) => notices::compared_change_around(name, number, count),
                (Some(_), false) => notices::compared_change(name, number, count),
                (None, true) => notices::change_of_around(name, number, count, seen),
                (None, false) => notices::change_of(name, number, count, seen),
            });
        }
    }

    /// Removes the marks of a file that was read again; returns whether there were any.
    pub(super) fn dismiss_changes(&mut self) -> bool {
        !std::mem::take(&mut self.changes).is_empty()
    }
}
