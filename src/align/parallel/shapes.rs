//! How often a translation joins, divides, leaves out or adds paragraphs. What is usual is known
//! beforehand; a pair of documents shows whether it does so more often.

use crate::align::beads::{Bead, Shape};

/// The shapes of beads, by their numbers of parts in the left and the right text, and how often
/// translations have them.
const USUAL: [((usize, usize), f64); 8] = [
    ((1, 1), 0.87),
    ((1, 0), 0.01),
    ((0, 1), 0.01),
    ((2, 1), 0.045),
    ((1, 2), 0.045),
    ((2, 2), 0.005),
    ((3, 1), 0.0025),
    ((1, 3), 0.0025),
];

/// Maximum number of parts of one text in a bead.
pub const MOST_PARTS: usize = 3;

/// What is usual weighs as much as this number of beads.
const WEIGHT: f64 = 20.0;

/// The costs of the shapes: negative logarithms of how often they occur.
#[derive(Debug, Clone)]
pub struct ShapeCosts([Shape<f64>; 8]);

impl ShapeCosts {
    /// What is usual.
    pub fn usual() -> Self {
        Self(USUAL.map(|(shape, share)| (shape, -share.ln())))
    }

    /// What is usual in texts that have these beads. Which of the two joins and which divides makes no
    /// difference.
    pub fn learned<'b>(beads: impl Iterator<Item = &'b Bead>) -> Self {
        let mut counts = [0.0; 8];
        let mut all = 0.0;
        for bead in beads {
            let shape = (bead.old.len(), bead.new.len());
            let mirrored = (shape.1, shape.0);
            all += 1.0;
            for (count, (known, _)) in counts.iter_mut().zip(&USUAL) {
                *count += match (*known == shape, *known == mirrored) {
                    (true, true) => 1.0,
                    (true, false) | (false, true) => 0.5,
                    (false, false) => 0.0,
                };
            }
        }
        let mut costs = Self::usual();
        for ((cost, (_, usual)), count) in costs.0.iter_mut().zip(&USUAL).zip(counts) {
            cost.1 = -((usual * WEIGHT + count) / (WEIGHT + all)).ln();
        }
        costs
    }

    /// The shapes with their costs.
    pub fn all(&self) -> &[Shape<f64>] {
        &self.0
    }
}
