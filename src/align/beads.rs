//! Which parts of two texts belong together, in order: beads of one or two parts of each text, or of
//! a part that stands alone. One dynamic program finds the cheapest sequence, whatever the costs are
//! made of: the words of two versions ([`blocks`](super::blocks)), or the lengths of two languages
//! ([`parallel`](super::parallel)).

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

/// The parts of a text, alone and by twos.
pub struct Parts<'a, T> {
    ones: &'a [T],
    /// Each part and the next as one.
    twos: Vec<T>,
}

impl<'a, T> Parts<'a, T> {
    /// Parts, of which `join` makes one of two.
    pub fn of(ones: &'a [T], join: impl Fn(&T, &T) -> T) -> Self {
        Self { ones, twos: ones.windows(2).map(|two| join(&two[0], &two[1])).collect() }
    }

    /// A range of one or two parts as one; `None` for other ranges.
    pub fn joined(&self, range: &Range<usize>) -> Option<&T> {
        match range.len() {
            1 => self.ones.get(range.start),
            2 => self.twos.get(range.start),
            _ => None,
        }
    }
}

/// The numbers of parts that a bead may have of the old and the new text, and what beads of this shape
/// cost besides their parts.
pub type Shape<C> = ((usize, usize), C);

/// Returns the cheapest sequence of beads that covers two texts with so many parts; of two sequences
/// that cost the same, the one whose last shape comes first in the list.
///
/// Parts are only paired up to `band` places from the same share of the other text. The shapes must
/// include a part alone on either side, so that every place can be reached.
pub fn cheapest<C: Copy + Default + PartialOrd + Add<Output = C>>(
    (rows, columns): (usize, usize),
    band: usize,
    shapes: &[Shape<C>],
    cost: impl Fn(&Bead) -> C,
) -> Vec<Bead> {
    let width = (2 * band + 1).min(columns + 1);
    // The first column of each row that is looked at.
    let first = |i: usize| {
        let middle = (i * columns).checked_div(rows).unwrap_or(columns);
        middle.saturating_sub(band).min((columns + 1).saturating_sub(width))
    };
    let cell = |i: usize, j: usize| {
        let column = j.checked_sub(first(i)).filter(|column| *column < width)?;
        Some(i * width + column)
    };
    let bead = |i: usize, j: usize, (m, n): (usize, usize)| {
        Some(Bead { old: i.checked_sub(m)?..i, new: j.checked_sub(n)?..j })
    };
    // The least cost up to each cell, and the index of the shape of its last bead.
    let mut least: Vec<C> = vec![C::default(); (rows + 1) * width];
    let mut last: Vec<Option<u8>> = vec![None; (rows + 1) * width];
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
