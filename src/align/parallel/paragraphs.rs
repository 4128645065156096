//! The rows of two texts: for each pair of sections, which of their paragraphs belong together.
//!
//! 1. Where both sides have the same number of paragraphs, and of usual lengths, these pair by their
//!    place.
//! 2. The others are paired by their lengths and signs.
//! 3. What is known then says how often this translation joins or leaves out paragraphs, and which of
//!    its words stand for which. With that, the paragraphs of the second step are paired again.

use super::part::{Part, length_of};
use super::program::Comparison;
use super::ratio::LengthRatio;
use super::row::{ParallelRow, ParallelSide};
use super::shapes::ShapeCosts;
use super::signs::NumbersInWords;
use super::stretches::Stretch;
use super::vocabulary::{Vocabulary, examples};
use crate::align::beads::Bead;
use crate::document::{BlockId, Document};
use crate::lexicon::counter::digit;

/// Paragraphs that pair by their place are no further from the usual ratio of lengths, in standard
/// deviations.
const MOST_DEVIATION: f64 = 3.0;

/// Maximum number of paragraphs of two sections whose words are compared.
const MOST_WITH_WORDS: usize = 20_000;

/// How the paragraphs of a stretch were paired.
enum Pairing {
    /// By their place.
    ByPlace(Vec<Bead>),
    /// By their lengths, with the parts of both sides.
    ByLength(Vec<Bead>, Vec<Part>, Vec<Part>),
}

impl Pairing {
    fn beads(&self) -> &[Bead] {
        match self {
            Self::ByPlace(beads) | Self::ByLength(beads, ..) => beads,
        }
    }
}

/// The rows of all stretches, one after the other.
pub fn rows(
    left: &Document,
    right: &Document,
    stretches: &[Stretch],
    ratio: LengthRatio,
) -> Vec<ParallelRow> {
    let pair = |stretch: &Stretch| first_pairing((left, right), stretch, ratio);
    let mut pairings: Vec<Pairing> = stretches.iter().map(pair).collect();
    pair_again((left, right), stretches, &mut pairings, ratio);
    stretches
        .iter()
        .zip(&pairings)
        .flat_map(|(stretch, pairing)| rows_of(stretch, pairing))
        .collect()
}

fn first_pairing(
    (left, right): (&Document, &Document),
    stretch: &Stretch,
    ratio: LengthRatio,
) -> Pairing {
    let (of_left, of_right) = (&stretch.left.blocks, &stretch.right.blocks);
    let lengths = |document: &Document, blocks: &[BlockId]| -> Vec<f64> {
        blocks.iter().map(|block| length_of(document, &[*block])).collect()
    };
    let (one, other) = (lengths(left, of_left), lengths(right, of_right));
    if is_by_place(&one, &other, ratio) {
        let both = one.len().min(other.len());
        return Pairing::ByPlace((0..both).map(|at| Bead::pair(at, at)).collect());
    }
    let has_figures = |document: &Document, blocks: &[BlockId]| {
        let mut bodies = blocks.iter().map(|block| document.body(*block));
        bodies.any(|body| body.chars().any(|c| digit(c).is_some()))
    };
    let in_words = match has_figures(left, of_left) || has_figures(right, of_right) {
        true => NumbersInWords::Read,
        false => NumbersInWords::PassedOver,
    };
    let parts = |document: &Document, blocks: &[BlockId]| -> Vec<Part> {
        blocks.iter().map(|block| Part::of_blocks(document, &[*block], in_words)).collect()
    };
    let (one, other) = (parts(left, of_left), parts(right, of_right));
    let comparison = Comparison { ratio, shapes: &ShapeCosts::usual(), partners: None };
    Pairing::ByLength(comparison.beads(&one, &other), one, other)
}

/// Whether paragraphs pair by their place: there are as many, and no pair has unlikely lengths. Where one
/// side has none, nothing pairs.
fn is_by_place(left: &[f64], right: &[f64], ratio: LengthRatio) -> bool {
    let is_likely = |(a, b): (&f64, &f64)| ratio.deviation(*a, *b) < MOST_DEVIATION;
    left.is_empty()
        || right.is_empty()
        || (left.len() == right.len() && left.iter().zip(right).all(is_likely))
}

/// Pairs again what was paired by its length, with what the first pairing taught.
fn pair_again(
    (left, right): (&Document, &Document),
    stretches: &[Stretch],
    pairings: &mut [Pairing],
    ratio: LengthRatio,
) {
    let is_open = |pairing: &Pairing| matches!(pairing, Pairing::ByLength(..));
    if !pairings.iter().any(is_open) {
        return;
    }
    let several = pairings.iter().map(Pairing::beads).filter(|beads| beads.len() > 1);
    let shapes = ShapeCosts::learned(several.flatten());
    let all = || stretches.iter().zip(pairings.iter()).enumerate();
    // The open ones come first, since it is their words that are looked up.
    let open = all().filter(|(_, (_, pairing))| is_open(pairing));
    let known = all().filter(|(_, (_, pairing))| !is_open(pairing));
    let vocabulary = Vocabulary::learn(
        (left, right),
        open.chain(known).flat_map(|(at, (stretch, pairing))| {
            examples(pairing.beads(), (&stretch.left.blocks, &stretch.right.blocks), at)
        }),
    );
    for (at, (stretch, pairing)) in stretches.iter().zip(pairings).enumerate() {
        let Pairing::ByLength(beads, one, other) = pairing else { continue };
        let has_words = one.len() + other.len() <= MOST_WITH_WORDS;
        let partners = has_words.then(|| {
            let read = |side, document: &Document, blocks: &[BlockId], parts: &mut [Part]| {
                for (block, part) in blocks.iter().zip(parts) {
                    part.words = vocabulary.numbers(side, document.body(*block));
                }
            };
            read(ParallelSide::Left, left, &stretch.left.blocks, one);
            read(ParallelSide::Right, right, &stretch.right.blocks, other);
            let words = |parts: &[Part]| {
                let mut words: Vec<u32> =
                    parts.iter().flat_map(|part| part.words.iter().copied()).collect();
                words.sort_unstable();
                words.dedup();
                words
            };
            vocabulary.partners(at, &words(one), &words(other))
        });
        let comparison = Comparison { ratio, shapes: &shapes, partners: partners.as_ref() };
        *beads = comparison.beads_near(one, other, beads);
    }
}

/// The rows of a stretch: its headings beside each other, then its paragraphs.
fn rows_of(stretch: &Stretch, pairing: &Pairing) -> Vec<ParallelRow> {
    let (Stretch { left, right }, beads) = (stretch, pairing.beads());
    let row = |left: &[BlockId], right: &[BlockId], certainty| ParallelRow {
        left: left.to_vec(),
        right: right.to_vec(),
        certainty,
    };
    let mut rows = Vec::new();
    if !left.heads.is_empty() || !right.heads.is_empty() {
        rows.push(row(&left.heads, &right.heads, 1.0));
    }
    if left.blocks.is_empty() || right.blocks.is_empty() {
        rows.extend(left.blocks.iter().map(|block| row(&[*block], &[], 1.0)));
        rows.extend(right.blocks.iter().map(|block| row(&[], &[*block], 1.0)));
    } else {
        let single = beads.iter().filter(|bead| bead.is_pair()).count();
        let certainty = single as f32 / beads.len().max(1) as f32;
        rows.extend(beads.iter().map(|bead| {
            row(&left.blocks[bead.old.clone()], &right.blocks[bead.new.clone()], certainty)
        }));
    }
    rows.extend(left.alone.iter().map(|block| row(&[*block], &[], 1.0)));
    rows.extend(right.alone.iter().map(|block| row(&[], &[*block], 1.0)));
    rows
}
