//! Sends each frame in as few bytes as possible: only its changes since the previous frame.
//!
//! If a frame is the previous one moved up or down, the terminal [scrolls](scroll) it. In each
//! row only changes are [written](row); short gaps are rewritten, since a jump costs as much.
//! Cells of the same style are written together, since colour changes cost the most.

mod look;
mod pen;
mod row;
mod scroll;
#[cfg(test)]
mod tests;

use look::CharacterStyle;
pub use pen::Pen;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Position;
use row::RowPiece;

/// Tracks what the terminal shows.
#[derive(Debug)]
pub struct Painter {
    shown: Option<Buffer>,
    cursor: Option<CursorState>,
    /// The current style of the terminal.
    look: CharacterStyle,
    /// Whether the terminal supports synchronised output.
    synchronises: bool,
}

impl Default for Painter {
    fn default() -> Self {
        Self { shown: None, cursor: None, look: CharacterStyle::PLAIN, synchronises: false }
    }
}

/// A cell with unknown content, different from any drawn cell.
const UNKNOWN: Cell = {
    let mut cell = Cell::new(" ");
    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
    cell
};

/// The state of the terminal's cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CursorState {
    Hidden,
    At(Position),
}

/// Returns the pieces to write, grouped by style: a change of colours takes more bytes than a
/// jump.
fn by_look<'a>(shown: &Buffer, frame: &'a Buffer) -> Vec<(CharacterStyle, Vec<RowPiece<'a>>)> {
    let mut looks: Vec<(CharacterStyle, Vec<RowPiece<'a>>)> = Vec::new();
    for y in frame.area.top()..frame.area.bottom() {
        for piece in row::pieces(shown, frame, y) {
            match looks.iter_mut().find(|(look, _)| *look == piece.look()) {
                Some((_, pieces)) => pieces.push(piece),
                None => looks.push((piece.look(), vec![piece])),
            }
        }
    }
    looks
}

/// A terminal that supports it shows everything between these at once (synchronised output,
/// mode 2026).
const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";

impl Painter {
    /// Forgets what the terminal shows; the next frame is sent in full.
    pub fn forget(&mut self) {
        *self = Self { synchronises: self.synchronises, ..Self::default() };
    }

    /// Turns on synchronised output, which the terminal has confirmed.
    pub fn synchronise(&mut self) {
        self.synchronises = true;
    }

    /// Writes the changed cells; [`Painter::finish`] returns the bytes.
    pub fn paint(&mut self, frame: &Buffer) -> Pen {
        let mut pen = Pen::new(self.look);
        let known = self.shown.take().filter(|shown| shown.area == frame.area);
        let mut shown = known.unwrap_or_else(|| {
            pen.clear();
            Buffer::empty(frame.area)
        });
        if !pen.is_used()
            && let Some(moved) = scroll::find(&shown, frame)
        {
            pen.scroll(moved);
            // Some terminals fill new rows with the current background, others with their
            // default.
            let comes_in = if pen.look().is_on_plain() { Cell::EMPTY } else { UNKNOWN };
            scroll::apply(&mut shown, moved, &comes_in);
        }
        let mut looks = by_look(&shown, frame);
        // The next style is the one that takes the fewest bytes to set.
        let bytes = |pen: &Pen, look: CharacterStyle| pen.look().change(look).len();
        while let Some(next) = (0..looks.len()).min_by_key(|at| bytes(&pen, looks[*at].0)) {
            for piece in looks.remove(next).1 {
                piece.write(&mut pen);
            }
        }
        self.look = pen.look();
        self.shown = Some(frame.clone());
        pen
    }

    /// Returns the bytes that show a painted frame and put the cursor at its place; empty if
    /// nothing changes.
    pub fn finish(&mut self, mut pen: Pen, cursor: Option<Position>) -> Vec<u8> {
        let wanted = cursor.map_or(CursorState::Hidden, CursorState::At);
        let known = self.cursor.replace(wanted);
        match wanted {
            CursorState::Hidden if known == Some(CursorState::Hidden) => {}
            CursorState::Hidden => pen.say("\x1b[?25l"),
            CursorState::At(_) if known == Some(wanted) && !pen.is_used() => {}
            CursorState::At(at) => {
                pen.go(at.x, at.y);
                if !matches!(known, Some(CursorState::At(_))) {
                    pen.say("\x1b[?25h");
                }
            }
        }
        let bytes = pen.into_bytes();
        if bytes.is_empty() || !self.synchronises {
            return bytes;
        }
        [BEGIN.as_bytes(), &bytes, END.as_bytes()].concat()
    }
}
