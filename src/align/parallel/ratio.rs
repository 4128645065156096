//! How the lengths of two texts relate: a long part has a long translation. The ratio of the lengths and
//! how far it strays are learned from the pair of documents.

use crate::align::pairs::Pairs;
use crate::document::{Document, SectionId};
use std::f64::consts::PI;

/// Variance for each character where a pair of documents has too few sections to learn it: the value of
/// Gale and Church.
const USUAL_VARIANCE: f64 = 6.8;

/// Minimum number of pairs of sections from which the variance is learned.
const LEAST_LEARNED_FROM: usize = 8;

/// Standard deviation that even the shortest parts have, in characters: that of a word or two, which
/// one language needs and the other does not.
const LEAST_DEVIATION: f64 = 10.0;

/// Maximum cost of lengths that do not fit. Beyond some point, it says only that a translation is free.
const HIGHEST_COST: f64 = 8.0;

/// How the lengths of two texts relate. Both are converted to a common unit, the geometric mean of their
/// characters, so that neither side is preferred.
#[derive(Debug, Clone, Copy)]
pub struct LengthRatio {
    /// Units for each character of the left text.
    left: f64,
    /// Units for each character of the right text.
    right: f64,
    /// Variance for each unit.
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
        let is_known = one > 0.0 && other > 0.0;
        let (of_left, of_right) =
            if is_known { ((other / one).sqrt(), (one / other).sqrt()) } else { (1.0, 1.0) };
        let mut ratio = Self { left: of_left, right: of_right, variance: USUAL_VARIANCE };
        let mut strayed: Vec<f64> = known
            .iter()
            .map(|(a, b)| (a * of_left, b * of_right))
            .map(|(a, b)| (a - b).powi(2) / f64::midpoint(a, b))
            .collect();
        strayed.sort_by(f64::total_cmp);
        // The median, so that a few sections with something added do not count; of the squares of a
        // normal distribution, it is 0.455 of the mean.
        if let Some(median) =
            strayed.get(strayed.len() / 2).filter(|_| known.len() >= LEAST_LEARNED_FROM)
        {
            ratio.variance = (median / 0.455).max(1.0);
        }
        ratio
    }

    /// How many standard deviations two lengths in characters are from the usual ratio.
    pub fn deviation(self, left: f64, right: f64) -> f64 {
        let (left, right) = (left * self.left, right * self.right);
        let least = LEAST_DEVIATION * self.left.min(self.right);
        (left - right).abs() / (least * least + f64::midpoint(left, right) * self.variance).sqrt()
    }

    /// The cost of two lengths beside each other: the negative logarithm of the probability of such a
    /// deviation or a larger one.
    pub fn cost(self, left: f64, right: f64) -> f64 {
        let deviation = self.deviation(left, right);
        // Komatsu's bound of the normal distribution's tail, which is exact for 0.
        let tail = deviation + (deviation * deviation + 8.0 / PI).sqrt();
        (deviation * deviation / 2.0 + (tail / (8.0 / PI).sqrt()).ln()).min(HIGHEST_COST)
    }
}

/// The length of a text, in characters other than blanks.
pub fn characters(text: &str) -> f64 {
    text.chars().filter(|c| !c.is_whitespace()).count() as f64
}
