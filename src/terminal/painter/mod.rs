//! Sends a frame in as few bytes as it takes, as what changed since the frame before.
//!
//! A frame that is the last one moved up or down is [scrolled](scroll) by the terminal. In each
//! row only what changed is [written](row): a short gap is written again, since a jump over it
//! costs as much. What looks alike is written together, since colours cost the most.

mod look;
mod pen;
mod row;
mod scroll;
#[cfg(test)]
mod tests;

use look::Look;
pub use pen::Pen;
use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::Position;
use row::Piece;

/// Knows what the terminal shows.
#[derive(Debug)]
pub struct Painter {
    shown: Option<Buffer>,
    cursor: Option<Cursor>,
    /// How the next sign would look.
    look: Look,
    /// Whether the terminal shows all of a frame at once where it is told so.
    synchronises: bool,
}

impl Default for Painter {
    fn default() -> Self {
        Self { shown: None, cursor: None, look: Look::PLAIN, synchronises: false }
    }
}

/// A cell of which nobody knows what it shows; unlike any that is drawn.
const UNKNOWN: Cell = {
    let mut cell = Cell::new(" ");
    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
    cell
};

/// Where the terminal's cursor was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Hidden,
    At(Position),
}

/// What is to be written, the pieces of one look together: a change of colours takes more bytes
/// than a jump.
fn by_look<'a>(shown: &Buffer, frame: &'a Buffer) -> Vec<(Look, Vec<Piece<'a>>)> {
    let mut looks: Vec<(Look, Vec<Piece<'a>>)> = Vec::new();
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

/// Between these a terminal that knows them shows all of a frame at once (synchronised output,
/// mode 2026).
const BEGIN: &str = "\x1b[?2026h";
const END: &str = "\x1b[?2026l";

impl Painter {
    /// Forgets what the terminal shows: the next frame is sent whole.
    pub fn forget(&mut self) {
        *self = Self { synchronises: self.synchronises, ..Self::default() };
    }

    /// The terminal shows all of a frame at once where it is told so.
    pub fn synchronise(&mut self) {
        self.synchronises = true;
    }

    /// Writes what changes in the cells; [`Painter::finish`] gives the bytes.
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
            // Some terminals fill the rows that come in with the background of the pen, others
            // with their own.
            let comes_in = if pen.look().is_on_plain() { Cell::EMPTY } else { UNKNOWN };
            scroll::apply(&mut shown, moved, &comes_in);
        }
        let mut looks = by_look(&shown, frame);
        // The look comes next that takes the fewest bytes.
        let bytes = |pen: &Pen, look: Look| pen.look().change(look).len();
        while let Some(next) = (0..looks.len()).min_by_key(|at| bytes(&pen, looks[*at].0)) {
            for piece in looks.remove(next).1 {
                piece.write(&mut pen);
            }
        }
        self.look = pen.look();
        self.shown = Some(frame.clone());
        pen
    }

    /// The bytes that make the terminal show a frame that was painted, with its cursor where
    /// it is wanted; none where all of it is shown already.
    pub fn finish(&mut self, mut pen: Pen, cursor: Option<Position>) -> Vec<u8> {
        let wanted = cursor.map_or(Cursor::Hidden, Cursor::At);
        let known = self.cursor.replace(wanted);
        match wanted {
            Cursor::Hidden if known == Some(Cursor::Hidden) => {}
            Cursor::Hidden => pen.say("\x1b[?25l"),
            Cursor::At(_) if known == Some(wanted) && !pen.is_used() => {}
            Cursor::At(at) => {
                pen.go(at.x, at.y);
                if !matches!(known, Some(Cursor::At(_))) {
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
