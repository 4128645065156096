//! Finds frames that are the previous one moved up or down.

use ratatui::buffer::{Buffer, Cell};
use std::hash::{DefaultHasher, Hash, Hasher};

/// A band of rows and how far it moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// The first row.
    pub top: u16,
    /// The row after the last.
    pub bottom: u16,
    /// The number of rows that it moves up; negative, down.
    pub by: i32,
}

/// The minimum number of cells a move must save; fewer can be written in as many bytes.
const LEAST_GAIN: i32 = 60;

/// The maximum number of cells to compare: on very large screens only short moves are
/// tried.
const MOST_COMPARED: usize = 4_000_000;

/// Finds the move that leaves the fewest cells to write, if it saves enough.
pub fn find(shown: &Buffer, frame: &Buffer) -> Option<Moved> {
    let (columns, rows) = (usize::from(frame.area.width), usize::from(frame.area.height));
    if shown == frame || columns == 0 || frame.area.y != 0 || frame.area.x != 0 {
        return None;
    }
    let [old, new] = [shown, frame].map(hashes);
    let old: Vec<&[u64]> = old.chunks(columns).collect();
    let new: Vec<&[u64]> = new.chunks(columns).collect();
    let changed: Vec<usize> = (0..rows).filter(|y| old[*y] != new[*y]).collect();
    let (first, last) = (*changed.first()?, *changed.last()?);
    let still: Vec<i32> = (0..rows).map(|y| alike(old[y], new[y])).collect();
    let furthest = (last - first).min(MOST_COMPARED / (2 * columns * rows)).max(1);
    let furthest = i32::try_from(furthest).unwrap_or(i32::MAX);
    let candidates = (1..=furthest).flat_map(|by| [by, -by]);
    let moves = candidates.filter_map(|by| {
        let (gain, top, bottom) = best_band(&old, &new, &still, first..last + 1, by)?;
        let [top, bottom] = [top, bottom].map(|row| u16::try_from(row).ok());
        Some((gain, Moved { top: top?, bottom: bottom?, by }))
    });
    let best = moves.max_by_key(|(gain, moved)| (*gain, -moved.by.abs()));
    best.filter(|(gain, _)| *gain >= LEAST_GAIN).map(|(_, moved)| moved)
}

/// Returns the number of cells that the best move by `by` rows saves, and its band of
/// rows.
fn best_band(
    old: &[&[u64]],
    new: &[&[u64]],
    still: &[i32],
    rows: std::ops::Range<usize>,
    by: i32,
) -> Option<(i32, usize, usize)> {
    let distance = usize::try_from(by.unsigned_abs()).ok()?;
    // Rows of the new frame whose content comes from another row of the old one.
    let inner = if by > 0 {
        rows.start..rows.end.checked_sub(distance)?
    } else {
        rows.start + distance..rows.end
    };
    let (mut best, mut sum, mut start): (Option<(i32, usize, usize)>, i32, usize) =
        (None, 0, inner.start);
    for y in inner {
        let from = if by > 0 { y + distance } else { y - distance };
        sum += alike(old[from], new[y]) - still[y];
        if sum <= 0 {
            (sum, start) = (0, y + 1);
            continue;
        }
        if best.is_none_or(|(most, ..)| sum > most) {
            best = Some((sum, start, y + 1));
        }
    }
    let (gain, start, end) = best?;
    let (top, bottom) = if by > 0 { (start, end + distance) } else { (start - distance, end) };
    // Rows that come in are blank and must be rewritten, even if they were right before.
    let lost: i32 = if by > 0 { end..bottom } else { top..start }.map(|y| still[y]).sum();
    Some((gain - lost, top, bottom))
}

/// Returns the number of equal, non-blank cells.
fn alike(old: &[u64], new: &[u64]) -> i32 {
    let count = old.iter().zip(new).filter(|(old, new)| old == new && **new != BLANK).count();
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The hash of a blank cell.
const BLANK: u64 = 0;

fn hashes(buffer: &Buffer) -> Vec<u64> {
    let hash = |cell: &Cell| {
        if *cell == Cell::EMPTY {
            return BLANK;
        }
        let mut hasher = DefaultHasher::new();
        cell.symbol().hash(&mut hasher);
        (cell.fg, cell.bg, cell.modifier).hash(&mut hasher);
        hasher.finish() | 1
    };
    buffer.content.iter().map(hash).collect()
}

/// Moves rows as the terminal does; `comes_in` fills the rows that come in.
pub fn apply(shown: &mut Buffer, moved: Moved, comes_in: &Cell) {
    let columns = usize::from(shown.area.width);
    let row = |y: u16| usize::from(y) * columns;
    let band = &mut shown.content[row(moved.top)..row(moved.bottom)];
    let cells = usize::try_from(moved.by.unsigned_abs()).unwrap_or(0) * columns;
    let cells = cells.min(band.len());
    let count = band.len();
    if moved.by > 0 {
        band.rotate_left(cells);
        band[count - cells..].fill(comes_in.clone());
    } else {
        band.rotate_right(cells);
        band[..cells].fill(comes_in.clone());
    }
}
