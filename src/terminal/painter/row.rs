//! The changes of one row, in pieces of one style.

use super::look::CharacterStyle;
use super::pen::Pen;
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use std::ops::Range;

/// The longest gap between two changes that is rewritten, in bytes: a jump takes as many.
const GAP: usize = 4;

/// The number of blanks above which erasing them takes fewer bytes than writing them: at the
/// end, and before other characters, which need a jump.
const ERASED_AT_END: usize = 5;
const ERASED: usize = 9;

/// The maximum number of unchanged blanks before a piece that are written where that takes fewer
/// bytes than going over them: more never do.
const WRITTEN_BEFORE: usize = 3;

/// A cluster and the columns that it takes.
struct ClusterColumns<'a> {
    cell: &'a Cell,
    columns: Range<u16>,
    changed: bool,
}

impl ClusterColumns<'_> {
    fn is_blank(&self) -> bool {
        self.cell.symbol() == " "
    }

    fn look(&self) -> CharacterStyle {
        CharacterStyle::of(self.cell)
    }

    fn is_erased(&self) -> bool {
        self.is_blank() && self.look().is_erased()
    }

    /// Whether it looks the same in another style.
    fn fits(&self, look: CharacterStyle) -> bool {
        self.look() == look || (self.is_blank() && self.look().is_same_on_blanks(look))
    }
}

/// A part of a row that is written at once, in one style.
pub struct RowPiece<'a> {
    look: CharacterStyle,
    y: u16,
    /// The column after the row's last.
    end: u16,
    kind: ClusterKind<'a>,
}

enum ClusterKind<'a> {
    /// Consecutive clusters, after a number of blanks that may be written too.
    Signs { blanks: u16, signs: Vec<ClusterColumns<'a>> },
    /// A number of blanks from a column on.
    Erased { x: u16, columns: u16 },
    /// Blanks from a column to the end of the row.
    Rest { x: u16 },
}

/// Whether two cells look the same.
fn is_seen_alike(one: &Cell, other: &Cell) -> bool {
    let blank = [one, other].iter().all(|cell| cell.symbol() == " ");
    let usual = one.diff_option == other.diff_option;
    one == other
        || (blank && usual && CharacterStyle::of(one).is_same_on_blanks(CharacterStyle::of(other)))
}

/// Returns the columns of a cell, at least one.
fn width(cell: &Cell) -> u16 {
    cell.cell_width().max(1)
}

/// Returns for each column of a row whether a cluster that begins before it covers it.
pub fn covered(buffer: &Buffer, y: u16) -> Vec<bool> {
    let area = buffer.area;
    let mut out = vec![false; usize::from(area.width)];
    let mut x = 0;
    while x < area.width {
        let wide = width(&buffer[(area.x + x, y)]);
        let end = x.saturating_add(wide).min(area.width);
        for column in x + 1..end {
            out[usize::from(column)] = true;
        }
        x = end;
    }
    out
}

/// Returns the changed pieces of row `y` of a frame, from left to right.
pub fn pieces<'a>(shown: &Buffer, frame: &'a Buffer, y: u16) -> Vec<RowPiece<'a>> {
    let mut signs = signs(shown, frame, y);
    let end = frame.area.right();
    let piece = |look, kind| RowPiece { look, y, end, kind };
    let mut pieces = Vec::new();
    // The rest of the row is blank.
    let blank = signs.iter().rposition(|sign| !sign.is_erased()).map_or(0, |at| at + 1);
    let rest = signs.split_off(blank);
    let mut signs = signs.into_iter().peekable();
    let mut open: Option<(CharacterStyle, u16, Vec<ClusterColumns<'a>>)> = None;
    // Clusters since the last change, which are rewritten if there are few.
    let mut gap: Vec<ClusterColumns<'a>> = Vec::new();
    while let Some(sign) = signs.next() {
        if !sign.changed {
            gap.push(sign);
            continue;
        }
        let bytes: usize = gap.iter().map(|sign| sign.cell.symbol().len()).sum();
        match &mut open {
            Some((look, _, run))
                if bytes <= GAP && gap.iter().chain([&sign]).all(|sign| sign.fits(*look)) =>
            {
                run.append(&mut gap);
                run.push(sign);
            }
            _ => {
                let before = std::mem::take(&mut gap);
                if let Some((look, blanks, signs)) = open.take() {
                    pieces.push(piece(look, ClusterKind::Signs { blanks, signs }));
                }
                let x = sign.columns.start;
                let mut count = usize::from(sign.is_erased());
                while count > 0 && signs.next_if(|sign| sign.changed && sign.is_erased()).is_some()
                {
                    count += 1;
                }
                if count > ERASED {
                    let columns = u16::try_from(count).unwrap_or(u16::MAX);
                    pieces.push(piece(CharacterStyle::PLAIN, ClusterKind::Erased { x, columns }));
                    continue;
                }
                let blanks = (0..count.saturating_sub(1)).map(|at| {
                    let x = x + 1 + u16::try_from(at).unwrap_or(u16::MAX);
                    ClusterColumns { cell: sign.cell, columns: x..x + 1, changed: true }
                });
                // Blanks take the style of what follows, if they look the same in it.
                let follows = signs.peek().filter(|next| next.changed).map(ClusterColumns::look);
                let look = follows.filter(|look| sign.fits(*look)).unwrap_or(sign.look());
                let blanks: Vec<_> = blanks.collect();
                let before = before.iter().rev().take(WRITTEN_BEFORE);
                let before = before.take_while(|sign| sign.is_blank() && sign.fits(look)).count();
                let before = u16::try_from(before).unwrap_or(0);
                open = Some((look, before, std::iter::once(sign).chain(blanks).collect()));
            }
        }
    }
    if let Some((look, blanks, signs)) = open {
        pieces.push(piece(look, ClusterKind::Signs { blanks, signs }));
    }
    if let Some(first) = rest.iter().position(|sign| sign.changed) {
        pieces
            .push(piece(CharacterStyle::PLAIN, ClusterKind::Rest { x: rest[first].columns.start }));
    }
    pieces
}

/// Returns the clusters of a row and which have changed; none if the row is unchanged.
fn signs<'a>(shown: &Buffer, frame: &'a Buffer, y: u16) -> Vec<ClusterColumns<'a>> {
    let area = frame.area;
    let start = usize::from(y - area.y) * usize::from(area.width);
    let row = start..start + usize::from(area.width);
    // Most rows of most frames do not change.
    if shown.content.get(row.clone()) == frame.content.get(row) {
        return Vec::new();
    }
    let mut signs = Vec::new();
    let before = covered(shown, y);
    let mut x = area.x;
    while x < area.right() {
        let cell = &frame[(x, y)];
        let end = x.saturating_add(width(cell)).min(area.right());
        let was_covered = |x: u16| before[usize::from(x - area.x)];
        let changed = was_covered(x)
            || !is_seen_alike(&shown[(x, y)], cell)
            || (x + 1..end).any(|column| !was_covered(column));
        signs.push(ClusterColumns { cell, columns: x..end, changed });
        x = end;
    }
    signs
}

impl RowPiece<'_> {
    /// Its style.
    pub fn look(&self) -> CharacterStyle {
        self.look
    }

    /// Writes it.
    pub fn write(&self, pen: &mut Pen) {
        pen.take(self.look);
        match &self.kind {
            ClusterKind::Signs { blanks, signs } => {
                if let Some(first) = signs.first() {
                    pen.go_over_blanks(first.columns.start, self.y, *blanks);
                }
                let mut rest = signs.as_slice();
                while let Some((sign, behind)) = rest.split_first() {
                    let blank = rest.iter().take_while(|sign| sign.is_erased()).count();
                    let few = if blank < rest.len() { ERASED } else { ERASED_AT_END };
                    if blank > few && self.look.is_erased() {
                        pen.go(sign.columns.start, self.y);
                        pen.erase(u16::try_from(blank).unwrap_or(u16::MAX));
                        rest = &rest[blank..];
                    } else {
                        self.write_sign(pen, sign);
                        rest = behind;
                    }
                }
            }
            ClusterKind::Erased { x, columns } => {
                pen.go(*x, self.y);
                pen.erase(*columns);
            }
            ClusterKind::Rest { x } => {
                pen.go(*x, self.y);
                pen.erase_rest();
            }
        }
    }

    fn write_sign(&self, pen: &mut Pen, sign: &ClusterColumns<'_>) {
        let ClusterColumns { cell, columns, .. } = sign;
        pen.go(columns.start, self.y);
        let is_forced = matches!(cell.diff_option, CellDiffOption::ForcedWidth(_));
        // Terminals differ on the width of a cluster. If one gives it fewer columns than
        // reserved, the rest would show old content, so blank them first.
        if is_forced {
            for _ in columns.clone() {
                pen.write(" ", 1, self.end);
            }
            pen.go(columns.start, self.y);
        }
        pen.write(cell.symbol(), columns.end - columns.start, self.end);
        if is_forced {
            pen.lose_place();
        }
    }
}
