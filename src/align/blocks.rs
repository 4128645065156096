//! Pairs the parts of two texts that belong together, in order: the paragraphs of a section, or the
//! sentences of a paragraph. One part may have become two, or two one.
//!
//! Parts with the same words, which no other part has, are paired first; the stretches between them
//! are paired by one dynamic program, which minimizes the weight of the words that are not common.

use super::bag::Bag;
use super::beads::{Bead, Corridor, Parts, Shape, cheapest};
use super::order::heaviest_chain;
use super::weights::Weights;
use std::collections::HashMap;
use std::ops::Range;

/// The cost of a part without partner, for each unit of its weight. Two parts are paired where less
/// than twice this share of their words differs.
const ALONE: f32 = 0.35;

/// The cost of pairing two parts with one, for each unit of their weight: a clear case is needed.
const TWO_WITH_ONE: f32 = 0.05;

/// The shapes of beads. What is gone comes before what is new in its place.
const SHAPES: [Shape<f32>; 5] =
    [((1, 1), 0.0), ((2, 1), 0.0), ((1, 2), 0.0), ((0, 1), 0.0), ((1, 0), 0.0)];

/// Maximum number of cells of the dynamic program; a longer stretch is paired part by part in order.
const MOST_CELLS: usize = 1_000_000;

/// Pairs the parts of two texts.
pub fn beads(old: &[Bag], new: &[Bag], weights: Weights) -> Vec<Bead> {
    let mut beads = Vec::new();
    let (mut from, mut at) = (0, 0);
    for (i, j) in anchors(old, new).into_iter().chain([(old.len(), new.len())]) {
        stretch(old, new, from..i, at..j, weights, &mut beads);
        if i < old.len() {
            beads.push(Bead::pair(i, j));
        }
        (from, at) = (i + 1, j + 1);
    }
    beads
}

/// The pairs of parts with the same words that keep their order: those that occur once, and those
/// beside them.
fn anchors(old: &[Bag], new: &[Bag]) -> Vec<(usize, usize)> {
    let (of_old, of_new) = (once(old), once(new));
    let unique = (0..old.len())
        .filter(|at| of_old.get(&old[*at]) == Some(&Some(*at)))
        .filter_map(|at| of_new.get(&old[at]).copied().flatten().map(|other| (at, other)));
    let unique: Vec<(usize, usize)> = unique.collect();
    let values: Vec<usize> = unique.iter().map(|(_, new)| *new).collect();
    let is_in = heaviest_chain(&values, &vec![1; values.len()]);
    let chain: Vec<(usize, usize)> =
        unique.into_iter().zip(is_in).filter_map(|(pair, is_in)| is_in.then_some(pair)).collect();
    let mut all = Vec::new();
    let (mut from, mut at) = (0, 0);
    for (i, j) in chain.into_iter().chain([(old.len(), new.len())]) {
        let (room, same) = (i.min(old.len()) - from, |k: usize| old[from + k] == new[at + k]);
        let room = room.min(j - at);
        let forward = (0..room).take_while(|k| same(*k)).count();
        let back = (1..=room - forward).take_while(|k| old[i - k] == new[j - k]).count();
        all.extend((0..forward).map(|k| (from + k, at + k)));
        all.extend((1..=back).rev().map(|k| (i - k, j - k)));
        if i < old.len() {
            all.push((i, j));
        }
        (from, at) = (i + 1, j + 1);
    }
    all
}

/// The parts by their words, with the index of those that occur once.
fn once(parts: &[Bag]) -> HashMap<&Bag, Option<usize>> {
    let mut once: HashMap<&Bag, Option<usize>> = HashMap::new();
    for (at, bag) in parts.iter().enumerate() {
        once.entry(bag).and_modify(|known| *known = None).or_insert(Some(at));
    }
    once
}

/// Pairs the parts between two anchors.
fn stretch(
    all_old: &[Bag],
    all_new: &[Bag],
    old: Range<usize>,
    new: Range<usize>,
    weights: Weights,
    beads: &mut Vec<Bead>,
) {
    let (rows, columns) = (old.len(), new.len());
    if rows == 0 || columns == 0 || rows.saturating_mul(columns) > MOST_CELLS {
        let both = rows.min(columns);
        beads.extend((0..both).map(|k| Bead::pair(old.start + k, new.start + k)));
        beads.extend(
            (old.start + both..old.end).map(|at| Bead { old: at..at + 1, new: new.end..new.end }),
        );
        beads.extend(
            (new.start + both..new.end).map(|at| Bead { old: old.end..old.end, new: at..at + 1 }),
        );
        return;
    }
    let (a, b) = (&all_old[old.clone()], &all_new[new.clone()]);
    let weigh = |bag: &Bag| bag.weight(|key| weights.of(*key)).max(f32::EPSILON);
    let (of_a, of_b): (Vec<f32>, Vec<f32>) =
        (a.iter().map(weigh).collect(), b.iter().map(weigh).collect());
    let (a, b) = (Parts::of(a, 2, Bag::with), Parts::of(b, 2, Bag::with));
    let cost = |bead: &Bead| -> f32 {
        let all: f32 = of_a[bead.old.clone()].iter().chain(&of_b[bead.new.clone()]).sum();
        let (Some(one), Some(other)) = (a.joined(&bead.old), b.joined(&bead.new)) else {
            return ALONE * all;
        };
        let common = 2.0 * one.common_weight(other, |key| weights.of(*key));
        let extra = if bead.is_pair() { 0.0 } else { TWO_WITH_ONE * all };
        (all - common) / 2.0 + extra
    };
    let whole = Corridor::whole((rows, columns));
    let found = cheapest((rows, columns), &whole, &SHAPES, cost).into_iter();
    beads.extend(found.map(|bead| Bead {
        old: old.start + bead.old.start..old.start + bead.old.end,
        new: new.start + bead.new.start..new.start + bead.new.end,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::document_words::DocumentWords;
    use crate::align::weights::WordWeights;
    use crate::document::{Document, Origin};
    use proptest::prelude::*;

    fn document(parts: &[&str]) -> Document {
        let text = parts.join("\n\n") + "\n";
        crate::source::read(text.as_bytes(), Origin::StandardInput).expect("text")
    }

    fn paired(old: &[&str], new: &[&str]) -> Vec<(Range<usize>, Range<usize>)> {
        let (all, others) = (document(old), document(new));
        let words = DocumentWords::of(&all);
        let fresh = words.beside(&others);
        let weighed = WordWeights::between(&words, &fresh);
        let weights = Weights { words: &fresh, weights: &weighed };
        let bags = |words: &DocumentWords, parts: &[&str]| -> Vec<Bag> {
            parts.iter().map(|part| Bag::of(words.keys_of(part))).collect()
        };
        let beads = beads(&bags(&fresh, old), &bags(&fresh, new), weights);
        beads.into_iter().map(|bead| (bead.old, bead.new)).collect()
    }

    #[test]
    fn edited_parts_are_paired_and_others_are_not() {
        let old =
            ["the lamp burns all night on the quay", "rope is coiled at dusk", "oil is weighed"];
        let new = [
            "the lamp burns until dawn on the quay",
            "bread is sold here by bakers",
            "oil is weighed",
        ];
        assert_eq!(paired(&old, &new), [(0..1, 0..1), (1..2, 1..1), (2..2, 1..2), (2..3, 2..3)]);
    }

    #[test]
    fn a_part_that_was_split_is_paired_with_both() {
        let old = ["the keeper lights the lamp at dusk and the mate coils the long rope by night"];
        let new = ["the keeper lights the lamp at dusk", "the mate coils the long rope by night"];
        assert_eq!(paired(&old, &new), [(0..1, 0..2)]);
        assert_eq!(paired(&new, &old), [(0..2, 0..1)]);
    }

    proptest! {
        #[test]
        fn every_part_is_in_one_bead_in_order(
            old in prop::collection::vec("[a-d] [a-d]( [a-d])?", 0..8),
            new in prop::collection::vec("[a-d] [a-d]( [a-d])?", 0..8),
        ) {
            let (old, new): (Vec<&str>, Vec<&str>) =
                (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
            let beads = paired(&old, &new);
            let (mut i, mut j) = (0, 0);
            for (a, b) in beads {
                prop_assert_eq!((a.start, b.start), (i, j));
                (i, j) = (a.end, b.end);
            }
            prop_assert_eq!((i, j), (old.len(), new.len()));
        }
    }
}
