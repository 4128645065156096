//! Cells that are written to the terminal, whatever width it gives to clusters.

use crate::action;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};
use std::io::{self, Write};

/// The terminal's screen.
///
/// Terminals do not agree on the columns of a cluster of several letters or signs.
/// One that gives it fewer than are kept for it would show in the rest what
/// stood there before; so these are blanked first. What follows is put at its own
/// place by the cells' width.
#[derive(Debug)]
pub struct Screen<W: Write>(CrosstermBackend<W>);

impl<W: Write> Screen<W> {
    /// The screen that is written to through `out`.
    pub fn new(out: W) -> Self {
        Self(CrosstermBackend::new(out))
    }
}

/// The blanks that a cluster's cells are given before it is written.
fn blanks(cell: &Cell) -> Option<(u16, Cell)> {
    let CellDiffOption::ForcedWidth(columns) = cell.diff_option else { return None };
    let mut blank = cell.clone();
    blank.set_symbol(" ").set_diff_option(CellDiffOption::None);
    Some((columns.get(), blank))
}

impl<W: Write> Backend for Screen<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let cells: Vec<_> = content.map(|(x, y, cell)| (x, y, cell, blanks(cell))).collect();
        let written = cells.iter().flat_map(|(x, y, cell, blanks)| {
            let blanks = blanks.iter().flat_map(move |(columns, blank)| {
                (x + 1..x.saturating_add(*columns)).map(move |x| (x, *y, blank))
            });
            blanks.chain(std::iter::once((*x, *y, *cell)))
        });
        self.0.draw(written)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        let Size { width, height } = self.0.size()?;
        let drawn = action::Size::of_terminal(width, height);
        Ok(Size { width: drawn.columns, height: drawn.rows })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use std::num::NonZeroU16;

    #[test]
    fn a_cluster_is_written_over_blanks_and_what_follows_at_its_own_place() {
        let area = Rect { x: 0, y: 0, width: 4, height: 1 };
        let mut after = Buffer::empty(area);
        let two = NonZeroU16::new(2).expect("not 0");
        after[(0, 0)].set_symbol("কা").set_diff_option(CellDiffOption::ForcedWidth(two));
        after[(1, 0)].set_diff_option(CellDiffOption::Skip);
        after[(2, 0)].set_symbol("x");
        let before = Buffer::with_lines(["abcd"]);
        let mut out = Vec::new();
        let diff = before.diff(&after);
        Screen::new(&mut out).draw(diff.into_iter()).expect("written");
        let out = String::from_utf8(out).expect("UTF-8");
        let at = |words: &str| out.find(words).unwrap_or_else(|| panic!("{words:?} in {out:?}"));
        assert!(at("\u{1b}[1;2H ") < at("\u{1b}[1;1Hকা"), "{out:?}");
        assert!(at("\u{1b}[1;1Hকা") < at("\u{1b}[1;3Hx"), "{out:?}");
    }
}
