//! Which parts of two texts belong together, in order: beads of one part or a few of each text, or of a
//! single part without a counterpart. One dynamic program finds the cheapest sequence, whatever the
//! costs are made of: the words of two versions ([`blocks`](super::blocks)), or the lengths of two
//! languages ([`parallel`](super::parallel)).

use std::ops::{Add, Range};

/// Parts that belong together; one of the ranges may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bead {
    /// Indices of the parts of the old text.
    pub old: Range<usize>,
    /// Indices of the parts of the new text.
    pub new: Range<usize>,
}

impl Bead {
    /// One part beside one.
    pub fn pair(old: usize, new: usize) -> Self {
        Self { old: old..old + 1, new: new..new + 1 }
    }

    /// Whether it is one part beside one.
    pub fn is_pair(&self) -> bool {
        self.old.len() == 1 && self.new.len() == 1
    }
}

/// The parts of a text, alone and a few as one.
pub struct Parts<'a, T> {
    ones: &'a [T],
    /// For two parts, three and so on: each run of that many parts, as one.
    runs: Vec<Vec<T>>,
}

impl<'a, T> Parts<'a, T> {
    /// Parts, of which `join` makes one of a run and the next part. A run has at most `most` parts.
    pub fn of(ones: &'a [T], most: usize, join: impl Fn(&T, &T) -> T) -> Self {
        let mut runs: Vec<Vec<T>> = Vec::new();
        for count in 2..=most {
            let shorter = runs.last().map_or(ones, Vec::as_slice);
            let next = ones.iter().skip(count - 1);
            let longer = shorter.iter().zip(next).map(|(run, next)| join(run, next)).collect();
            runs.push(longer);
        }
        Self { ones, runs }
    }

    /// A range of parts as one; `None` for an empty or a longer range.
    pub fn joined(&self, range: &Range<usize>) -> Option<&T> {
        match range.len() {
            0 => None,
            1 => self.ones.get(range.start),
            count => self.runs.get(count - 2)?.get(range.start),
        }
    }

    /// The parts of a range.
    pub fn each(&self, range: &Range<usize>) -> &'a [T] {
        &self.ones[range.clone()]
    }
}

/// Which parts are compared: for each number of parts of the old text, a range of numbers of parts of
/// the new text. All ranges have the same width, and each begins no later than the next.
#[derive(Debug)]
pub struct Corridor {
    /// The beginning of each range.
    first: Vec<usize>,
    width: usize,
}

impl Corridor {
    /// All parts are compared.
    pub fn whole((rows, columns): (usize, usize)) -> Self {
        Self { first: vec![0; rows + 1], width: columns + 1 }
    }

    /// Parts are compared up to `band` places from `centre`: for a number of parts of the old text, how
    /// many parts of the new text correspond to them. Where the centre leaps, the corridor is moved so
    /// that it has no gap.
    pub fn along(
        (rows, columns): (usize, usize),
        band: usize,
        centre: impl Fn(usize) -> usize,
    ) -> Self {
        let band = band.max(columns / rows.max(1) + 2);
        let width = (2 * band + 1).min(columns + 1);
        let last = columns + 1 - width;
        let mut first: Vec<usize> =
            (0..=rows).map(|row| centre(row).saturating_sub(band).min(last)).collect();
        first[0] = 0;
        for row in 1..=rows {
            first[row] = first[row].clamp(first[row - 1], first[row - 1] + width - 1);
        }
        first[rows] = last;
        for row in (0..rows).rev() {
            let least = first[row + 1].saturating_sub(width - 1);
            first[row] = first[row].clamp(least, first[row + 1]);
        }
        Self { first, width }
    }

    /// Number of cells.
    pub fn cells(&self) -> usize {
        self.first.len() * self.width
    }
}

/// The numbers of parts that a bead may have of the old and the new text, and what beads of this shape
/// cost besides their parts.
pub type Shape<C> = ((usize, usize), C);

/// Returns the cheapest sequence of beads that covers two texts with these numbers of parts; of two
/// sequences that cost the same, the one whose last shape comes first in the list.
///
/// Parts are only paired inside the corridor. The shapes must include a part alone on either side, so
/// that every place can be reached.
pub fn cheapest<C: Copy + Default + PartialOrd + Add<Output = C>>(
    (rows, columns): (usize, usize),
    corridor: &Corridor,
    shapes: &[Shape<C>],
    cost: impl Fn(&Bead) -> C,
) -> Vec<Bead> {
    let width = corridor.width;
    let first = |i: usize| corridor.first[i];
    let cell = |i: usize, j: usize| {
        let column = j.checked_sub(first(i)).filter(|column| *column < width)?;
        Some(i * width + column)
    };
    let bead = |i: usize, j: usize, (m, n): (usize, usize)| {
        Some(Bead { old: i.checked_sub(m)?..i, new: j.checked_sub(n)?..j })
    };
    // The least cost up to each cell, and the index of the shape of its last bead.
    let mut least: Vec<C> = vec![C::default(); corridor.cells()];
    let mut last: Vec<Option<u8>> = vec![None; corridor.cells()];
    for i in 0..=rows {
        for j in first(i)..first(i) + width {
            let here = i * width + j - first(i);
            for (index, (shape, price)) in (0..).zip(shapes) {
                let Some(bead) = bead(i, j, *shape) else { continue };
                let Some(before) = cell(bead.old.start, bead.new.start) else { continue };
                if before > 0 && last[before].is_none() {
                    continue;
                }
                let cost = least[before] + *price + cost(&bead);
                if last[here].is_none() || cost < least[here] {
                    (least[here], last[here]) = (cost, Some(index));
                }
            }
        }
    }
    let mut beads = Vec::new();
    let (mut i, mut j) = (rows, columns);
    while let Some(found) = cell(i, j)
        .and_then(|cell| last[cell])
        .and_then(|index| bead(i, j, shapes[usize::from(index)].0))
    {
        (i, j) = (found.old.start, found.new.start);
        beads.push(found);
    }
    beads.reverse();
    beads
}
