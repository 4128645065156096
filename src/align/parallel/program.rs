//! Pairs parts of two texts, after W. A. Gale and K. W. Church, “A Program for Aligning Sentences in
//! Bilingual Corpora” (1993): a dynamic program finds the beads whose lengths, signs and words fit
//! best.
//!
//! Where two parts would be one of the other text, that one must have a place between them: a mark at
//! which the lengths of both fit. Without it, a part that was left out would pass for one that was
//! joined with its neighbour.

use super::part::{Cut, Part};
use super::ratio::LengthRatio;
use super::shapes::{MOST_PARTS, ShapeCosts};
use super::vocabulary::Partners;
use crate::align::beads::{Bead, Corridor, Parts, cheapest};
use crate::align::order::heaviest_chain;
use std::collections::HashMap;

/// What a number in figures that both have saves.
const COMMON_FIGURE: f64 = 2.0;

/// What a number in figures that only one of two beside each other has costs.
const LONE_FIGURE: f64 = 1.0;

/// Maximum number of figures that count in a bead: a table decides no more than a few of them.
const MOST_FIGURES: u32 = 4;

/// What it saves if both have the same names.
const COMMON_NAMES: f64 = 3.0;

/// Maximum cost of a part without a place where parts of the other text may have been joined.
const NO_CUT: f64 = 3.0;

/// What it costs that such a place is within a sentence.
const CUT_WITHIN: f64 = 1.0;

/// Maximum number of cells of the dynamic program. In a longer text, a part is only compared with those
/// near the same place of the other text.
const MOST_CELLS: usize = 1_000_000;

/// The same for parts that were paired before: in a longer text, a part is only compared with those near
/// its earlier partner.
const MOST_CELLS_NEAR_KNOWN: usize = MOST_CELLS / 8;

/// How many parts on either side of the beads found before are compared with the help of words.
const BAND_AROUND_KNOWN: usize = 12;

/// How the parts of two texts are compared.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    /// How their lengths relate.
    pub ratio: LengthRatio,
    /// How often the translation joins or leaves out parts.
    pub shapes: &'a ShapeCosts,
    /// Which words stand for which, as far as this is known.
    pub partners: Option<&'a Partners>,
}

impl Comparison<'_> {
    /// Which parts belong together, in order: up to three of one text with one of the other, two with
    /// two, or one alone.
    pub fn beads(self, left: &[Part], right: &[Part]) -> Vec<Bead> {
        self.beads_in(left, right, &self.corridor(left, right))
    }

    /// The same, but only near beads that were found before.
    pub fn beads_near(self, left: &[Part], right: &[Part], known: &[Bead]) -> Vec<Bead> {
        let size = (left.len(), right.len());
        if left.len().saturating_mul(right.len()) <= MOST_CELLS_NEAR_KNOWN {
            return self.beads_in(left, right, &Corridor::whole(size));
        }
        let mut ends = vec![0; left.len() + 1];
        for bead in known {
            ends[bead.old.start..=bead.old.end].fill(bead.new.end);
        }
        let corridor = Corridor::along(size, BAND_AROUND_KNOWN, |row| ends[row]);
        self.beads_in(left, right, &corridor)
    }

    fn beads_in(self, left: &[Part], right: &[Part], corridor: &Corridor) -> Vec<Bead> {
        let size = (left.len(), right.len());
        let (left, right) =
            (Parts::of(left, MOST_PARTS, Part::with), Parts::of(right, MOST_PARTS, Part::with));
        cheapest(size, corridor, self.shapes.all(), |bead| {
            match (left.joined(&bead.old), right.joined(&bead.new)) {
                (Some(one), Some(other)) => {
                    let counts = (bead.old.len(), bead.new.len());
                    let whole = self.ratio.cost(one.length, other.length) + no_cut(counts);
                    let lengths = whole.min(self.cut(left.each(&bead.old), right.each(&bead.new)));
                    lengths + self.signs(one, other) - self.words(one, other, counts)
                }
                _ => 0.0,
            }
        })
    }

    /// The cost of the lengths of parts beside one that could be cut between them.
    fn cut(self, left: &[Part], right: &[Part]) -> f64 {
        match (left, right) {
            ([one], [_, _, ..]) => {
                cheapest_cuts(right, &one.cuts, 0.0, one.length, |a, b| self.ratio.cost(b, a))
            }
            ([_, _, ..], [one]) => {
                cheapest_cuts(left, &one.cuts, 0.0, one.length, |a, b| self.ratio.cost(a, b))
            }
            _ => f64::INFINITY,
        }
    }

    fn signs(self, left: &Part, right: &Part) -> f64 {
        let (left, right) = (&left.signs, &right.signs);
        let common = f64::from(left.common(right).min(MOST_FIGURES));
        let lone = f64::from(left.lone(right).min(MOST_FIGURES));
        LONE_FIGURE * lone - COMMON_FIGURE * common - COMMON_NAMES * left.common_names(right)
    }

    fn words(self, left: &Part, right: &Part, counts: (usize, usize)) -> f64 {
        self.partners.map_or(0.0, |partners| partners.evidence(&left.words, &right.words, counts))
    }

    /// All parts of short texts are compared; those of long ones near the places that follow from the
    /// lengths of the text before them, between anchors: numbers that each text has once, in the same
    /// order.
    fn corridor(self, left: &[Part], right: &[Part]) -> Corridor {
        let size = (left.len(), right.len());
        if left.len().saturating_mul(right.len()) <= MOST_CELLS {
            return Corridor::whole(size);
        }
        let (of_left, of_right) = (ends_of(left), ends_of(right));
        let mut anchors = anchors(left, right);
        anchors.insert(0, (0, 0));
        anchors.push(size);
        let band = MOST_CELLS / (2 * left.len());
        Corridor::along(size, band, |row| {
            let next = anchors.partition_point(|(at, _)| *at <= row).clamp(1, anchors.len() - 1);
            let ((i, j), (k, l)) = (anchors[next - 1], anchors[next]);
            let all = of_left[k] - of_left[i];
            let share = if all > 0.0 { (of_left[row] - of_left[i]) / all } else { 0.0 };
            let end = of_right[j] + share * (of_right[l] - of_right[j]);
            of_right.partition_point(|at| *at < end)
        })
    }
}

/// What it costs that a part has no place where several of the other text may have been joined.
fn no_cut((left, right): (usize, usize)) -> f64 {
    if (left == 1) == (right == 1) { 0.0 } else { NO_CUT }
}

/// For each number of parts, their length together.
fn ends_of(parts: &[Part]) -> Vec<f64> {
    let lengths = parts.iter().scan(0.0, |sum, part| {
        *sum += part.length;
        Some(*sum)
    });
    std::iter::once(0.0).chain(lengths).collect()
}

/// The pairs of parts with a number that no other part of their text has, as far as they come in the
/// same order in both texts.
fn anchors(left: &[Part], right: &[Part]) -> Vec<(usize, usize)> {
    let (of_left, of_right) = (unique_figures(left), unique_figures(right));
    let mut pairs: Vec<(usize, usize)> = of_left
        .into_iter()
        .filter_map(|(figure, at)| Some((at?, of_right.get(&figure).copied().flatten()?)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let places: Vec<usize> = pairs.iter().map(|(_, at)| *at).collect();
    let is_in = heaviest_chain(&places, &vec![1; places.len()]);
    let chain = pairs.into_iter().zip(is_in).filter_map(|(pair, is_in)| is_in.then_some(pair));
    chain.collect()
}

/// The numbers in figures, each with its part; with none if several have it.
fn unique_figures(parts: &[Part]) -> HashMap<u64, Option<usize>> {
    let mut places: HashMap<u64, Option<usize>> = HashMap::new();
    for (at, part) in parts.iter().enumerate() {
        for figure in part.signs.figures() {
            places.entry(*figure).and_modify(|known| *known = None).or_insert(Some(at));
        }
    }
    places
}

/// The cost of parts beside the rest of one that is cut where they fit best.
fn cheapest_cuts(
    parts: &[Part],
    cuts: &[Cut],
    from: f64,
    end: f64,
    cost: impl Fn(f64, f64) -> f64 + Copy,
) -> f64 {
    let [first, rest @ ..] = parts else { return 0.0 };
    if rest.is_empty() {
        return cost(first.length, end - from);
    }
    let mut least = f64::INFINITY;
    for (at, cut) in cuts.iter().enumerate().filter(|(_, cut)| cut.at > from) {
        let mark = if cut.is_end { 0.0 } else { CUT_WITHIN };
        let own = cost(first.length, cut.at - from) + mark;
        if own < least {
            least = least.min(own + cheapest_cuts(rest, &cuts[at + 1..], cut.at, end, cost));
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::pairs::Pairs;
    use crate::align::parallel::signs::NumbersInWords;
    use crate::document::{Document, Origin};
    use std::ops::Range;

    fn document(paragraphs: &[&str]) -> Document {
        let text = paragraphs.join("\n\n") + "\n";
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    fn beads(left: &[&str], right: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
        let (left, right) = (document(left), document(right));
        let parts = |document: &Document| -> Vec<Part> {
            let of = |block| Part::of_blocks(document, &[block], NumbersInWords::Read);
            document.block_ids().map(of).collect()
        };
        let pairs = Pairs::none(left.sections().len(), right.sections().len());
        let comparison = Comparison {
            ratio: LengthRatio::of_sections(&left, &right, &pairs),
            shapes: &ShapeCosts::usual(),
            partners: None,
        };
        let beads = comparison.beads(&parts(&left), &parts(&right)).into_iter();
        beads.map(|bead| (bead.old, bead.new)).collect()
    }

    const LAMP: &str = "the keeper lights the lamp at dusk and puts it out at dawn on every day.";
    const ROPE: &str = "the mate coils the long rope of the barge before night falls on the quay.";
    const OIL: &str = "oil is weighed.";

    #[test]
    fn two_paragraphs_are_one_that_has_a_place_between_them() {
        let joined = format!("{LAMP} {ROPE}");
        assert_eq!(beads(&[LAMP, ROPE, OIL], &[&joined, OIL]), [(0..2, 0..1), (2..3, 1..2)]);
        let all = format!("{LAMP} {OIL} {ROPE}");
        assert_eq!(beads(&[LAMP, OIL, ROPE], &[&all]), [(0..3, 0..1)]);
        assert_eq!(beads(&[&all], &[LAMP, OIL, ROPE]), [(0..1, 0..3)]);
    }

    #[test]
    fn figures_show_what_belongs_together() {
        let (seven, nine) = ("it has 7 lamps and a bell.", "it has 9 ropes and a mast.");
        assert_eq!(beads(&[seven, nine], &[nine]), [(0..1, 0..0), (1..2, 0..1)]);
        assert_eq!(beads(&[seven, nine], &[seven]), [(0..1, 0..1), (1..2, 1..1)]);
    }

    #[test]
    fn a_long_text_is_aligned_in_a_corridor() {
        let mut random = fastrand::Rng::with_seed(7);
        let paragraph = |at: usize, random: &mut fastrand::Rng| {
            let words = vec!["lamp"; random.usize(3..20)].join(" ");
            if at.is_multiple_of(50) {
                format!("{words} {}.", 1000 + at)
            } else {
                format!("{words}.")
            }
        };
        let all: Vec<String> = (0..1500).map(|at| paragraph(at, &mut random)).collect();
        let left: Vec<&str> = all.iter().map(String::as_str).collect();
        // The other text lacks a sixth, all at one place.
        let right: Vec<&str> = left[..500].iter().chain(&left[750..]).copied().collect();
        assert!(left.len() * right.len() > MOST_CELLS);
        let beads = beads(&left, &right);
        let alike = beads.iter().filter(|(one, other)| {
            one.len() == 1 && other.len() == 1 && left[one.start] == right[other.start]
        });
        let share = alike.count() as f64 / right.len() as f64;
        assert!(share > 0.9, "{share}");
        // Around the gap, lengths alone say too little; at some distance from it, all is right.
        for (one, other) in beads.iter().filter(|(one, _)| one.end <= 400 || one.start > 800) {
            assert_eq!((one.len(), other.len()), (1, 1), "{one:?} {other:?}");
            assert_eq!(left[one.start], right[other.start], "{one:?} {other:?}");
        }
    }
}
