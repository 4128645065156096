//! The old text beside a comparison: each of its paragraphs begins at the row of what it became. The
//! words of the comparison include those of the old text, so the old text never needs more rows.

use super::{App, Beside, OldLine};
use crate::document::{BlockId, Direction};
use crate::messages::notices;
use crate::settings::Switch;
use crate::typeset::{Flow, Line, Row};
use std::sync::Arc;

/// The minimum width of the screen for two texts beside each other.
pub const ROOM_FOR_BESIDE: u16 = 100;

/// On a narrower screen, the contents are not beside two texts, and two texts are not beside each other
/// unless the user says so or has hidden the contents.
pub(super) const ROOM_FOR_CONTENTS: u16 = 140;

impl App {
    /// The lines of the old text beside what is in view.
    pub fn old_lines(&self) -> &[OldLine] {
        &self.old_text.lines
    }

    /// Whether the old text is wanted beside a comparison, and there is room for it.
    pub(super) fn has_beside(&self) -> bool {
        let least = match self.beside {
            Beside::Off => return false,
            Beside::On => ROOM_FOR_BESIDE,
            Beside::Auto if self.settings.is_on(Switch::Contents) => ROOM_FOR_CONTENTS,
            Beside::Auto => ROOM_FOR_BESIDE,
        };
        // Nothing is beside the summary.
        let is_summary = || self.is_summary(self.reading.top().point.block);
        self.comparison.is_some() && self.size.columns >= least && !is_summary()
    }

    /// Shows the old text beside the comparison, or hides it.
    pub(super) fn toggle_beside(&mut self) {
        self.beside = match self.beside {
            Beside::On => Beside::Off,
            Beside::Auto if self.has_beside() => Beside::Off,
            Beside::Auto | Beside::Off => Beside::On,
        };
        self.refresh();
        match (self.beside, self.layout.beside) {
            (Beside::On, None) if self.size.columns < ROOM_FOR_BESIDE => {
                self.tell(notices::beside_needs(ROOM_FOR_BESIDE));
            }
            (Beside::On, None) if self.is_summary(self.here().block) => {
                self.tell(notices::BESIDE_BELOW);
            }
            (Beside::On, None) => self.tell(notices::BESIDE_NOT_HERE),
            (Beside::On, Some(_)) => self.tell(match self.layout.direction {
                Direction::LeftToRight => notices::BESIDE_SHOWN,
                Direction::RightToLeft => notices::BESIDE_SHOWN_RIGHT,
            }),
            (Beside::Off | Beside::Auto, _) => self.tell(notices::BESIDE_HIDDEN),
        }
    }

    /// Says so if a smaller screen has no room for the old text that was shown.
    pub(super) fn tell_lost_beside(&mut self, was_shown: bool) {
        let is_narrow = self.size.columns < ROOM_FOR_BESIDE;
        let is_old = self.pair.is_none();
        if was_shown && is_old && is_narrow && self.layout.beside.is_none() {
            self.tell(notices::beside_needs(ROOM_FOR_BESIDE));
        }
    }

    /// Lays out the old text beside the rows in view.
    pub(super) fn lay_beside(&mut self) {
        self.old_text.lines.clear();
        let Some(compared) = self.comparison.as_ref().filter(|_| self.layout.beside.is_some())
        else {
            return;
        };
        let comparison = Arc::clone(&compared.comparison);
        let setting = self.reading.setting();
        let mut flow = self.old_text.flow.take().unwrap_or_else(|| Flow::new(setting));
        flow.set(setting);
        let of = |block: BlockId| comparison.block(block).map_or(&[][..], |one| &one.old);
        // The blocks of the old text that the rows show, and how many of their rows are above.
        let mut current: (&[BlockId], usize) = (&[], 0);
        let rows: Vec<Option<(BlockId, usize)>> = self
            .reading
            .rows()
            .iter()
            .map(|row| match row {
                Row::Text { block, index, .. } => Some((*block, *index)),
                Row::Space => None,
            })
            .collect();
        let mut lines: Vec<(BlockId, usize, Line)> = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            current.1 += 1;
            if let Some((block, index)) = row
                && (of(block) != current.0 || current.0.is_empty())
            {
                let before = self.rows_before(block, |other| of(other) == of(block));
                current = (of(block), before + index);
                lines = Vec::new();
                for old in current.0 {
                    let own = flow.lines(comparison.old(), *old);
                    lines.extend(own.iter().cloned().enumerate().map(|(i, line)| (*old, i, line)));
                }
            }
            if let (Some((block, index, line)), Ok(row)) = (lines.get(current.1), u16::try_from(at))
            {
                let (block, index, line) = (*block, *index, line.clone());
                self.old_text.lines.push(OldLine { row, block, index, line });
            }
        }
        self.old_text.flow = Some(flow);
    }

    /// The rows of the blocks directly before one that are from the same paragraph of the old text.
    fn rows_before(&mut self, block: BlockId, is_same: impl Fn(BlockId) -> bool) -> usize {
        let mut rows = 0;
        let mut next = block.previous();
        while let Some(before) = next.filter(|before| is_same(*before)) {
            rows += self.reading.height_of(&self.document, before) + 1;
            next = before.previous();
        }
        rows
    }
}
