//! Which blocks of two texts belong beside each other, row by row, in the order of either text.

use crate::document::BlockId;
use std::ops::Range;

/// One of two texts beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSide {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl TextSide {
    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
        }
    }
}

/// How the cells of a row belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// One block beside one.
    Single,
    /// Several blocks beside one or several.
    Several,
    /// One of the texts lacks it.
    Lacking,
    /// Blocks without words, and what does not follow the rest of its row: nothing is beside them, and
    /// nothing is lacking.
    Rest,
}

/// Blocks that belong beside each other; one side may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlocksBeside {
    /// Those of the left text, in order.
    pub left: Vec<BlockId>,
    /// Those of the right text, in order.
    pub right: Vec<BlockId>,
    /// Whether it is certain that they correspond.
    pub is_sure: bool,
}

/// A row as one of the texts has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairedRow {
    /// The own blocks; if there are none, the range is empty and is where they would be.
    pub own: Range<usize>,
    /// The blocks of the other text.
    pub other: Range<usize>,
    /// How they belong together.
    pub tie: Tie,
    /// Whether that is certain.
    pub is_sure: bool,
}

/// The blocks from one to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    start: u32,
    end: u32,
}

impl Stretch {
    const EMPTY: Self = Self { start: 0, end: 0 };

    fn of(start: usize, end: usize) -> Self {
        let narrow = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    const fn is_empty(self) -> bool {
        self.start == self.end
    }

    const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A row: 20 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PairRow {
    cells: [Stretch; 2],
    tie: Tie,
    is_sure: bool,
}

impl PairRow {
    /// What rows are sorted by in the order of one text: a row without blocks of this text comes before
    /// the block at its place.
    const fn key(&self, side: usize) -> (u32, u32, u32) {
        let own = self.cells[side];
        (own.start, own.end, self.cells[1 - side].start)
    }
}

/// All rows of two texts. Each block of either is in exactly one of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// In the order of the left text.
    rows: Vec<PairRow>,
    /// The indices of the rows in the order of the right text.
    by_right: Vec<u32>,
}

impl Pairing {
    /// Makes rows of blocks that belong beside each other, for two texts with these numbers of blocks.
    /// Blocks in none of the rows go with the ones after them.
    pub fn of(rows: impl IntoIterator<Item = BlocksBeside>, [left, right]: [usize; 2]) -> Self {
        let owners = [vec![NO_ROW; left], vec![NO_ROW; right]];
        let mut making = Making { rows: Vec::new(), owners };
        for row in rows {
            making.push(&row);
        }
        for side in [0, 1] {
            making.absorb(side);
        }
        for side in [0, 1] {
            making.place_empty(side);
        }
        let mut rows = making.rows;
        rows.sort_by_key(|row| row.key(0));
        let mut by_right: Vec<u32> =
            (0..rows.len()).filter_map(|at| u32::try_from(at).ok()).collect();
        by_right.sort_by_key(|at| rows[*at as usize].key(1));
        Self { rows, by_right }
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row by its place in the order of a text.
    pub fn row(&self, side: TextSide, at: usize) -> PairedRow {
        let row = self.at_place(side, at);
        let (own, other) = (side.index(), side.other().index());
        PairedRow {
            own: row.cells[own].range(),
            other: row.cells[other].range(),
            tie: row.tie,
            is_sure: row.is_sure,
        }
    }

    /// The place, in the order of a text, of the row of one of its blocks.
    pub fn place_of(&self, side: TextSide, block: BlockId) -> usize {
        let own = side.index();
        let at = self.after(side, |row| row.cells[own].end as usize <= block.index());
        at.min(self.len().saturating_sub(1))
    }

    /// The place, in the order of the other text, of the row at a place in the order of one.
    pub fn facing(&self, side: TextSide, at: usize) -> usize {
        let other = side.other();
        let key = self.at_place(side, at).key(other.index());
        self.after(other, |row| row.key(other.index()) < key)
    }

    /// The place, in the order of a text, after the rows at its beginning of which something is true.
    fn after(&self, side: TextSide, is_before: impl Fn(&PairRow) -> bool) -> usize {
        match side {
            TextSide::Left => self.rows.partition_point(is_before),
            TextSide::Right => {
                self.by_right.partition_point(|at| is_before(&self.rows[*at as usize]))
            }
        }
    }

    /// The places of the rows that are not one block beside one, in the order of a text.
    pub fn unmatched(&self, side: TextSide) -> Vec<u32> {
        let all = (0..self.len()).filter(|at| {
            let tie = self.at_place(side, *at).tie;
            matches!(tie, Tie::Several | Tie::Lacking)
        });
        all.filter_map(|at| u32::try_from(at).ok()).collect()
    }

    fn at_place(&self, side: TextSide, at: usize) -> &PairRow {
        match side {
            TextSide::Left => &self.rows[at],
            TextSide::Right => &self.rows[self.by_right[at] as usize],
        }
    }
}

/// Stands for the row of a block that has none yet.
const NO_ROW: u32 = u32::MAX;

/// Rows that are being made.
struct Making {
    rows: Vec<PairRow>,
    /// For each block of both texts, its row.
    owners: [Vec<u32>; 2],
}

impl Making {
    /// Adds a row; what does not follow its other blocks directly becomes a row of its own.
    fn push(&mut self, row: &BlocksBeside) {
        let cells = [self.runs(0, &row.left), self.runs(1, &row.right)];
        let lacks = cells.iter().any(Vec::is_empty);
        let single = cells.iter().all(|runs| matches!(runs[..], [run] if run.range().len() == 1));
        for at in 0..cells[0].len().max(cells[1].len()) {
            let cell = |side: usize| cells[side].get(at).copied().unwrap_or(Stretch::EMPTY);
            let pair = [cell(0), cell(1)];
            let tie = match pair.iter().any(|cell| cell.is_empty()) {
                true if lacks => Tie::Lacking,
                true => Tie::Rest,
                false if single => Tie::Single,
                false => Tie::Several,
            };
            self.add(PairRow { cells: pair, tie, is_sure: row.is_sure });
        }
    }

    fn add(&mut self, row: PairRow) {
        let at = u32::try_from(self.rows.len()).unwrap_or(NO_ROW);
        for (owners, cell) in self.owners.iter_mut().zip(row.cells) {
            if let Some(owners) = owners.get_mut(cell.range()) {
                owners.fill(at);
            }
        }
        self.rows.push(row);
    }

    /// Blocks that follow each other, as far as they are in no row yet.
    fn runs(&self, side: usize, blocks: &[BlockId]) -> Vec<Stretch> {
        let mut runs: Vec<Stretch> = Vec::new();
        for at in blocks.iter().map(|block| block.index()) {
            if self.owners[side].get(at) != Some(&NO_ROW) {
                continue;
            }
            let one = Stretch::of(at, at + 1);
            match runs.last_mut() {
                Some(last) if last.end == one.start => last.end = one.end,
                Some(last) if last.range().contains(&at) => {}
                _ => runs.push(one),
            }
        }
        runs
    }

    /// Puts blocks that are in no row before the first block of the row after them.
    fn absorb(&mut self, side: usize) {
        for at in (0..self.owners[side].len()).rev() {
            if self.owners[side][at] != NO_ROW {
                continue;
            }
            let next = self.owners[side].get(at + 1).copied().unwrap_or(NO_ROW);
            match self.rows.get_mut(next as usize) {
                Some(row) if row.cells[side].start as usize == at + 1 => {
                    row.cells[side].start -= 1;
                    self.owners[side][at] = next;
                }
                _ => {
                    let mut cells = [Stretch::EMPTY; 2];
                    cells[side] = Stretch::of(at, at + 1);
                    self.add(PairRow { cells, tie: Tie::Rest, is_sure: true });
                }
            }
        }
    }

    /// Places rows without blocks of one text after the row of what is before them in the other.
    fn place_empty(&mut self, side: usize) {
        let (owners, rows) = (&self.owners[1 - side], &mut self.rows);
        let mut end = 0;
        for (at, owner) in owners.iter().enumerate() {
            let Some(row) = rows.get_mut(*owner as usize) else { continue };
            if row.cells[1 - side].start as usize != at {
                continue;
            }
            if row.cells[side].is_empty() {
                row.cells[side] = Stretch { start: end, end };
            } else {
                end = row.cells[side].end;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TextSide::{Left, Right};

    fn row(left: &[usize], right: &[usize]) -> BlocksBeside {
        let ids = |of: &[usize]| of.iter().map(|at| BlockId::new(*at)).collect();
        BlocksBeside { left: ids(left), right: ids(right), is_sure: true }
    }

    fn told(pairing: &Pairing, side: TextSide) -> Vec<(Range<usize>, Range<usize>, Tie)> {
        let rows = (0..pairing.len()).map(|at| pairing.row(side, at));
        rows.map(|row| (row.own, row.other, row.tie)).collect()
    }

    #[test]
    fn what_one_text_lacks_comes_after_what_is_before_it_in_the_other() {
        let rows = [row(&[0], &[0]), row(&[1], &[]), row(&[2], &[2, 3]), row(&[], &[1])];
        let pairing = Pairing::of(rows, [3, 4]);
        assert_eq!(
            told(&pairing, Left),
            [
                (0..1, 0..1, Tie::Single),
                (1..1, 1..2, Tie::Lacking),
                (1..2, 1..1, Tie::Lacking),
                (2..3, 2..4, Tie::Several),
            ]
        );
        assert_eq!(
            told(&pairing, Right),
            [
                (0..1, 0..1, Tie::Single),
                (1..1, 1..2, Tie::Lacking),
                (1..2, 1..1, Tie::Lacking),
                (2..4, 2..3, Tie::Several),
            ]
        );
        assert_eq!([0, 1, 2, 3].map(|at| pairing.facing(Left, at)), [0, 2, 1, 3]);
        assert_eq!(pairing.unmatched(Left), [1, 2, 3]);
    }

    #[test]
    fn each_block_is_in_one_row() {
        // Block 1 of the left text has no words; block 4 does not follow block 2.
        let rows = [row(&[0], &[1]), row(&[2, 4], &[0]), row(&[3], &[2]), row(&[3], &[2])];
        let pairing = Pairing::of(rows, [6, 3]);
        assert_eq!(
            told(&pairing, Left),
            [
                (0..1, 1..2, Tie::Single),
                (1..3, 0..1, Tie::Several),
                (3..4, 2..3, Tie::Single),
                (4..5, 3..3, Tie::Rest),
                (5..6, 3..3, Tie::Rest),
            ]
        );
        let places = (0..6).map(|at| pairing.place_of(Left, BlockId::new(at)));
        assert_eq!(places.collect::<Vec<_>>(), [0, 1, 1, 2, 3, 4]);
        for side in [Left, Right] {
            for at in 0..pairing.len() {
                assert_eq!(pairing.facing(side.other(), pairing.facing(side, at)), at);
            }
        }
    }

    #[test]
    fn a_row_takes_few_bytes() {
        assert!(size_of::<PairRow>() + size_of::<u32>() <= 32);
    }
}
