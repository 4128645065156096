//! Pairs parts of two texts by their lengths, after W. A. Gale and K. W. Church, “A Program for Aligning
//! Sentences in Bilingual Corpora” (1993): a long part has a long translation. The ratio of the lengths
//! and how far it strays are learned from the pair of documents.

use super::signs::{Sign, signs_of};
use crate::align::bag::Bag;
use crate::align::beads::{Bead, Parts, Shape, cheapest};
use crate::align::pairs::Pairs;
use crate::document::{BlockId, Document, SectionId};
use std::f64::consts::PI;

/// The costs of the shapes of beads, by their numbers of parts in the left and the right text: negative
/// logarithms of how often translations have them.
const SHAPES: [Shape<f64>; 6] = [
    // 0.89
    ((1, 1), 0.117),
    // 0.01 for both together
    ((1, 0), 5.3),
    ((0, 1), 5.3),
    // 0.09 for both together
    ((2, 1), 3.1),
    ((1, 2), 3.1),
    // 0.01
    ((2, 2), 4.6),
];

/// What a sign that both have saves.
const COMMON_SIGN: f64 = 2.0;

/// What a sign that only one of two beside each other has costs.
const LONE_SIGN: f64 = 1.0;

/// Maximum number of signs that count in a bead: a table of figures decides no more than a few of them.
const MOST_SIGNS: u32 = 4;

/// Maximum number of cells of the dynamic program. In a longer text, a part is only compared with those
/// near the same share of the other text.
const MOST_CELLS: usize = 4_000_000;

/// Variance for each character where a pair of documents has too few parts to learn it: the value of Gale
/// and Church.
const USUAL_VARIANCE: f64 = 6.8;

/// Minimum number of pairs from which the variance is learned.
const LEAST_LEARNED_FROM: usize = 8;

/// A part of a text: its length in characters, and its signs.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Characters.
    pub length: f64,
    /// The signs that a translation keeps.
    pub signs: Bag<Sign>,
}

impl Part {
    /// This part and the next as one.
    fn with(&self, next: &Self) -> Self {
        Self { length: self.length + next.length, signs: self.signs.with(&next.signs) }
    }
}

/// How the lengths of two texts relate.
#[derive(Debug, Clone, Copy)]
pub struct LengthRatio {
    /// Characters of the right text for each of the left text.
    mean: f64,
    /// Variance for each character of the left text.
    variance: f64,
}

impl LengthRatio {
    /// Learns it from sections that correspond; from the whole texts if none do.
    pub fn of_sections(left: &Document, right: &Document, pairs: &Pairs) -> Self {
        let length = |document: &Document, id: SectionId| -> f64 {
            document.own_blocks(id).map(|block| characters(document.body(block))).sum()
        };
        let known: Vec<(f64, f64)> = pairs
            .all()
            .map(|(one, other)| (length(left, one), length(right, other)))
            .filter(|(one, other)| *one > 0.0 && *other > 0.0)
            .collect();
        let (one, other) = match known.is_empty() {
            true => (characters(left.text()), characters(right.text())),
            false => known.iter().fold((0.0, 0.0), |sum, (a, b)| (sum.0 + a, sum.1 + b)),
        };
        let mean = if one > 0.0 && other > 0.0 { other / one } else { 1.0 };
        let mut strayed: Vec<f64> =
            known.iter().map(|(a, b)| (b - a * mean).powi(2) / (a * mean * mean)).collect();
        strayed.sort_by(f64::total_cmp);
        // The median, so that a few sections with something added do not count; of the squares of a
        // normal distribution, it is 0.455 of the mean.
        let learned = strayed.get(strayed.len() / 2).map(|median| (median / 0.455).max(1.0));
        let variance =
            learned.filter(|_| known.len() >= LEAST_LEARNED_FROM).unwrap_or(USUAL_VARIANCE);
        Self { mean, variance }
    }

    /// How many standard deviations two lengths are from the usual ratio.
    pub fn deviation(self, left: f64, right: f64) -> f64 {
        let right = right / self.mean;
        let mean = f64::midpoint(left, right);
        if mean > 0.0 { (right - left).abs() / (mean * self.variance).sqrt() } else { 0.0 }
    }

    /// The cost of two lengths beside each other: the negative logarithm of the probability of such a
    /// deviation or a larger one.
    fn cost(self, left: f64, right: f64) -> f64 {
        let deviation = self.deviation(left, right);
        // Komatsu's bound of the normal distribution's tail, which is exact for 0.
        let tail = deviation + (deviation * deviation + 8.0 / PI).sqrt();
        deviation * deviation / 2.0 + (tail / (8.0 / PI).sqrt()).ln()
    }
}

/// The length of a text.
fn characters(text: &str) -> f64 {
    text.chars().filter(|c| !c.is_whitespace()).count() as f64
}

/// The parts of a document, each with the blocks that `blocks` names.
pub fn lengths_of<T: Copy>(
    document: &Document,
    parts: &[T],
    blocks: impl Fn(T) -> Vec<BlockId>,
) -> Vec<Part> {
    let part = |of: &T| {
        let blocks = blocks(*of);
        let length = blocks.iter().map(|block| characters(document.body(*block))).sum();
        Part { length, signs: signs_of(document, blocks.into_iter()) }
    };
    parts.iter().map(part).collect()
}

/// The pairs of parts that stand alone beside each other.
pub fn pair_by_length(left: &[Part], right: &[Part], ratio: LengthRatio) -> Vec<(usize, usize)> {
    let beads = beads(left, right, ratio).into_iter();
    beads.filter(Bead::is_pair).map(|bead| (bead.old.start, bead.new.start)).collect()
}

/// Which parts belong together, in order: one, two or none of each text.
pub fn beads(left: &[Part], right: &[Part], ratio: LengthRatio) -> Vec<Bead> {
    let (rows, columns) = (left.len(), right.len());
    let (left, right) = (Parts::of(left, Part::with), Parts::of(right, Part::with));
    cheapest((rows, columns), band(rows, columns), &SHAPES, |bead| {
        match (left.joined(&bead.old), right.joined(&bead.new)) {
            (Some(left), Some(right)) => cost(left, right, ratio),
            _ => 0.0,
        }
    })
}

/// How far from the same share of the other text parts are compared.
fn band(rows: usize, columns: usize) -> usize {
    if rows.saturating_mul(columns) <= MOST_CELLS {
        return columns;
    }
    // The cells of a band are twice its width for each row.
    (MOST_CELLS / (2 * rows.max(1))).max(columns / rows.max(1) + 2)
}

/// The cost of parts beside each other, without that of their shape.
fn cost(left: &Part, right: &Part, ratio: LengthRatio) -> f64 {
    let common = left.signs.common_count(&right.signs);
    let lone = left.signs.count() + right.signs.count() - 2 * common;
    ratio.cost(left.length, right.length) - COMMON_SIGN * f64::from(common.min(MOST_SIGNS))
        + LONE_SIGN * f64::from(lone.min(MOST_SIGNS))
}
