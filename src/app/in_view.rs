//! What is in view: the words that the user is reading, the selection, and the list that is open.

use super::{App, Granularity, Mode, Page};
use crate::document::{BlockId, Passage, Point, SectionId};
use crate::typeset::Row;

impl App {
    /// The first words in view.
    pub fn here(&self) -> Point {
        self.reading.top().point
    }

    /// The point that was found or shown last, while it is in view.
    pub fn attended(&self) -> Option<Point> {
        let point = self.attention.filter(|_| self.page == Page::Text)?;
        let shown = |row: &Row| match row {
            Row::Text { block, line, .. } => *block == point.block && line.holds(point.byte),
            Row::Space => false,
        };
        self.reading.rows().iter().any(shown).then_some(point)
    }

    /// The block that the user is reading: that of what was found or shown last, else the first
    /// that begins in the upper half of the pane, else the first in view. The status line names it,
    /// and a bookmark is made of it.
    pub fn block_in_view(&self) -> Option<BlockId> {
        if let Some(point) = self.attended() {
            return Some(point.block);
        }
        let rows = self.reading.rows();
        let begins = |row: &Row| match row {
            Row::Text { block, index: 0, .. } => Some(*block),
            _ => None,
        };
        let upper = rows.len().min(usize::from(self.layout.text.height)).div_ceil(2);
        rows[..upper].iter().find_map(begins).or_else(|| self.reading.first_block())
    }

    /// The words of that block; if it is only the number of a clause, the clause.
    pub fn passage_in_view(&self) -> Option<Passage> {
        let block = self.block_in_view()?;
        let passage = self.document.block_passage(block);
        if passage.is_empty() {
            return self.document.section_passage(self.document.block(block).section);
        }
        Some(passage)
    }

    /// The section of that block.
    pub fn section_in_view(&self) -> Option<SectionId> {
        self.block_in_view().map(|block| self.document.block(block).section)
    }

    /// The selected passage.
    pub fn selected(&self) -> Option<Passage> {
        match &self.mode {
            Mode::Select(selection) => Some(selection.passage(&self.document)),
            _ => None,
        }
    }

    /// Whether the list of bookmarks is in view.
    pub fn is_listing(&self) -> bool {
        match &self.mode {
            Mode::Bookmarks | Mode::Tags(_) => true,
            Mode::Note(note) => note.from_list,
            _ => false,
        }
    }

    /// The unit by which the selection grows, if there is one.
    pub fn selection_unit(&self) -> Option<Granularity> {
        match &self.mode {
            Mode::Select(selection) => Some(selection.unit),
            _ => None,
        }
    }
}
