//! Which words of one text stand for which of the other, learned from the paragraphs of both that
//! belong together: a word and its translation are in the same ones. No dictionary is needed, and a
//! legal text repeats its words.

use super::fnv;
use super::row::ParallelSide;
use crate::align::beads::Bead;
use crate::document::{BlockId, Document};
use crate::lexicon::characters::{folded, is_unspaced};
use std::collections::HashMap;

/// Maximum number of pairs of paragraphs from which words are learned.
const MOST_EXAMPLES: usize = 512;

/// How many letters of a word count, from its beginning: its ending depends on the sentence. In scripts
/// without blanks, each two characters count as a word.
const STEM: usize = 4;

/// Maximum number of different words of a section for which a partner is sought. The most frequent come
/// first.
const MOST_WORDS: usize = 400;

/// Minimum number of examples with a word.
const LEAST_EXAMPLES: u32 = 2;

/// Minimum likelihood ratio (G²) at which two words count as partners. By chance, one pair of words in
/// forty has it; the best of many for each word is sought, and their evidence is [damped](DAMPING).
const LEAST_LIKELIHOOD: f64 = 5.0;

/// Words of one paragraph are not independent of each other, so each counts for less.
const DAMPING: f64 = 0.3;

/// Maximum evidence of the words of two parts, for or against.
const MOST_EVIDENCE: f64 = 8.0;

/// Maximum number of parts beside each other for which evidence is prepared.
const MOST_BESIDE: usize = super::shapes::MOST_PARTS;

/// Paragraphs of both texts that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example<'a> {
    /// Those of the left text.
    pub left: &'a [BlockId],
    /// Those of the right text.
    pub right: &'a [BlockId],
    /// The pair of sections that contains them.
    pub section: usize,
}

/// A set of examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ExampleSet([u64; MOST_EXAMPLES / 64]);

impl ExampleSet {
    const NONE: Self = Self([0; MOST_EXAMPLES / 64]);

    fn add(&mut self, example: usize) {
        self.0[example / 64] |= 1 << (example % 64);
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    fn count_common(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones()).sum()
    }

    fn without(&self, other: &Self) -> Self {
        let mut rest = *self;
        rest.0.iter_mut().zip(&other.0).for_each(|(bits, others)| *bits &= !others);
        rest
    }
}

/// The words of one text.
#[derive(Debug, Default)]
struct SideWords {
    numbers: HashMap<u64, u32>,
    /// For each word, the examples that contain it.
    examples: Vec<ExampleSet>,
}

impl SideWords {
    /// Numbers the words of some blocks as those of an example.
    fn add(&mut self, document: &Document, blocks: &[BlockId], example: usize) {
        for block in blocks {
            stems(document.body(*block), |stem| {
                let fresh = self.examples.len();
                let number = *self.numbers.entry(stem).or_insert(fresh as u32) as usize;
                if number == fresh {
                    self.examples.push(ExampleSet::NONE);
                }
                self.examples[number].add(example);
            });
        }
    }
}

/// The words of two texts, and the paragraphs that contain them.
#[derive(Debug, Default)]
pub struct Vocabulary {
    left: SideWords,
    right: SideWords,
    /// For each example, its pair of sections.
    sections: Vec<usize>,
}

impl Vocabulary {
    /// Learns from examples; of more than [`MOST_EXAMPLES`], from the first.
    pub fn learn<'e>(
        (left, right): (&Document, &Document),
        examples: impl Iterator<Item = Example<'e>>,
    ) -> Self {
        let mut vocabulary = Self::default();
        for (at, example) in examples.take(MOST_EXAMPLES).enumerate() {
            vocabulary.left.add(left, example.left, at);
            vocabulary.right.add(right, example.right, at);
            vocabulary.sections.push(example.section);
        }
        vocabulary
    }

    /// The numbers of the words of some text, sorted.
    pub fn numbers(&self, side: ParallelSide, words: &str) -> Vec<u32> {
        let known = match side {
            ParallelSide::Left => &self.left.numbers,
            ParallelSide::Right => &self.right.numbers,
        };
        let mut numbers = Vec::new();
        stems(words, |stem| numbers.extend(known.get(&stem)));
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The partners of the words of two sections. What their own paragraphs show does not count, since
    /// it is in question; unless most examples are theirs.
    pub fn partners(&self, section: usize, left: &[u32], right: &[u32]) -> Partners {
        let mut all = ExampleSet::NONE;
        let mut own = ExampleSet::NONE;
        for (at, known) in self.sections.iter().enumerate() {
            all.add(at);
            if *known == section {
                own.add(at);
            }
        }
        if own.count() * 2 > all.count() {
            own = ExampleSet::NONE;
        }
        let all = f64::from(all.without(&own).count());
        let known = |side: &SideWords, words: &[u32]| -> Vec<(u32, ExampleSet, u32)> {
            let of = |word: &u32| {
                let examples = side.examples[*word as usize].without(&own);
                (*word, examples, examples.count())
            };
            let frequent = words.iter().map(of).filter(|(.., count)| *count >= LEAST_EXAMPLES);
            let mut known: Vec<(u32, ExampleSet, u32)> = frequent.collect();
            known.sort_by_key(|(word, _, count)| (std::cmp::Reverse(*count), *word));
            known.truncate(MOST_WORDS);
            known
        };
        let (left, right) = (known(&self.left, left), known(&self.right, right));
        // For each word, its best partner.
        let mut of_left: Vec<Option<Found>> = vec![None; left.len()];
        let mut of_right: Vec<Option<Found>> = vec![None; right.len()];
        for (i, (word, examples, count)) in left.iter().enumerate() {
            for (j, (other, others, others_count)) in right.iter().enumerate() {
                let common = f64::from(examples.count_common(others));
                let (one, two) = (f64::from(*count), f64::from(*others_count));
                if common < f64::from(LEAST_EXAMPLES) || common * all <= one * two {
                    continue;
                }
                let likelihood = likelihood_ratio(common, one, two, all);
                if likelihood >= LEAST_LIKELIHOOD {
                    Found::better(&mut of_left[i], likelihood, *other, (common, one, two));
                    Found::better(&mut of_right[j], likelihood, *word, (common, two, one));
                }
            }
        }
        let evidence = |words: &[(u32, ExampleSet, u32)], found: Vec<Option<Found>>| {
            let found = words.iter().zip(found);
            let mut evidence: Vec<(u32, Evidence)> = found
                .filter_map(|((word, ..), found)| Some((*word, Evidence::of(found?, all))))
                .collect();
            evidence.sort_by_key(|(word, _)| *word);
            evidence
        };
        Partners { left: evidence(&left, of_left), right: evidence(&right, of_right) }
    }
}

/// The likelihood ratio (G²) of two words that are together in `common` of `all` examples.
fn likelihood_ratio(common: f64, one: f64, other: f64, all: f64) -> f64 {
    let of = |count: f64| if count > 0.0 { count * count.ln() } else { 0.0 };
    let both = of(common) + of(all - (one + other) + common) + of(all);
    let apart = of(one - common) + of(other - common);
    let each = (of(one) + of(other)) + (of(all - one) + of(all - other));
    2.0 * (both + apart - each)
}

/// A partner of a word that was found.
#[derive(Debug, Clone, Copy)]
struct Found {
    likelihood: f64,
    partner: u32,
    /// The examples with both, with the word, with the partner.
    counts: (f64, f64, f64),
}

impl Found {
    /// Replaces a partner by a better one; of two that are as good, the first stays.
    fn better(known: &mut Option<Self>, likelihood: f64, partner: u32, counts: (f64, f64, f64)) {
        if known.is_none_or(|known| likelihood > known.likelihood) {
            *known = Some(Self { likelihood, partner, counts });
        }
    }
}

/// What a word says about a part beside it.
#[derive(Debug, Clone, Copy)]
struct Evidence {
    partner: u32,
    /// If its partner is there, for each number of parts beside it.
    present: [f64; MOST_BESIDE],
    /// If it is not.
    absent: [f64; MOST_BESIDE],
}

impl Evidence {
    fn of(found: Found, all: f64) -> Self {
        let (common, own, partner) = found.counts;
        let beside = ((common + partner / all) / (own + 1.0)).min(0.95);
        let elsewhere = (partner - common + 0.5) / (all - own + 1.0);
        let mut evidence = Self {
            partner: found.partner,
            present: [0.0; MOST_BESIDE],
            absent: [0.0; MOST_BESIDE],
        };
        for parts in 1..=MOST_BESIDE {
            let by_chance = 1.0 - (1.0 - elsewhere).powi(parts as i32);
            if beside > by_chance {
                evidence.present[parts - 1] = (beside / by_chance).ln();
                evidence.absent[parts - 1] = ((1.0 - beside) / (1.0 - by_chance)).ln();
            }
        }
        evidence
    }
}

/// The partners of the words of two sections.
#[derive(Debug)]
pub struct Partners {
    /// What the words of the left text say, by their numbers.
    left: Vec<(u32, Evidence)>,
    right: Vec<(u32, Evidence)>,
}

impl Partners {
    /// What the words of two parts say about whether they belong together: the logarithm of how much
    /// likelier it is. `counts` are the numbers of paragraphs that the parts consist of.
    pub fn evidence(&self, left: &[u32], right: &[u32], counts: (usize, usize)) -> f64 {
        let of_left = sum(&self.left, left, right, counts.1);
        let of_right = sum(&self.right, right, left, counts.0);
        (DAMPING * (of_left + of_right)).clamp(-MOST_EVIDENCE, MOST_EVIDENCE)
    }
}

fn sum(known: &[(u32, Evidence)], words: &[u32], others: &[u32], beside: usize) -> f64 {
    let mut rest = known;
    let mut sum = 0.0;
    for word in words {
        let at = rest.partition_point(|(one, _)| one < word);
        rest = &rest[at..];
        if let Some((one, evidence)) = rest.first()
            && one == word
        {
            let is_there = others.binary_search(&evidence.partner).is_ok();
            let found = if is_there { &evidence.present } else { &evidence.absent };
            sum += found[(beside - 1).min(MOST_BESIDE - 1)];
        }
    }
    sum
}

/// The examples of beads.
pub fn examples<'a>(
    beads: &'a [Bead],
    (left, right): (&'a [BlockId], &'a [BlockId]),
    section: usize,
) -> impl Iterator<Item = Example<'a>> {
    let both = beads.iter().filter(|bead| !bead.old.is_empty() && !bead.new.is_empty());
    both.map(move |bead| Example {
        left: &left[bead.old.clone()],
        right: &right[bead.new.clone()],
        section,
    })
}

/// Calls `found` with a number for each word of a text.
fn stems(text: &str, mut found: impl FnMut(u64)) {
    let (mut stem, mut letters) = (fnv::EMPTY, 0);
    let mut before: Option<char> = None;
    for c in text.chars().chain([' ']) {
        if !c.is_alphanumeric() && !crate::lexicon::characters::is_mark(c) {
            if letters > 0 {
                found(stem);
            }
            (stem, letters, before) = (fnv::EMPTY, 0, None);
        } else if is_unspaced(c) {
            if letters > 0 {
                found(stem);
            }
            if let Some(before) = before {
                found(next(next(fnv::EMPTY, before), c));
            }
            (stem, letters, before) = (fnv::EMPTY, 0, Some(c));
        } else {
            before = None;
            letters += 1;
            if letters <= STEM {
                stem = next(stem, folded(c));
            }
        }
    }
}

/// The number of some letters and one more.
fn next(number: u64, c: char) -> u64 {
    fnv::with(number, u64::from(u32::from(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_their_beginnings_and_unspaced_ones_by_twos() {
        let count = |text: &str| {
            let mut all = Vec::new();
            stems(text, |stem| all.push(stem));
            all
        };
        assert_eq!(count("Lampes, lamp"), count("lampo LAMPS"));
        assert_eq!(count("人人生而").len(), 3);
        assert_eq!(count("a 人人 b").len(), 3);
        assert!(count("").is_empty());
    }

    #[test]
    fn a_word_and_its_translation_are_partners() {
        let texts = |words: [&str; 6]| {
            let text: String = words.iter().map(|word| format!("{word}\n\n")).collect();
            let origin = crate::document::Origin::StandardInput;
            crate::source::read(text.as_bytes(), origin).expect("text")
        };
        let left = texts(["a lamp", "the rope", "one lamp", "two ropes", "this lamp", "that rope"]);
        let right =
            texts(["un phare", "ce cordage", "le phare", "du cordage", "au phare", "en cordage"]);
        let blocks: Vec<BlockId> = left.block_ids().collect();
        let examples = blocks.iter().map(|block| Example {
            left: std::slice::from_ref(block),
            right: std::slice::from_ref(block),
            section: 1,
        });
        let vocabulary = Vocabulary::learn((&left, &right), examples);
        let left = |words: &str| vocabulary.numbers(ParallelSide::Left, words);
        let right = |words: &str| vocabulary.numbers(ParallelSide::Right, words);
        let partners = vocabulary.partners(0, &left("lamp rope"), &right("phare cordage"));
        let evidence =
            |one: &str, other: &str| partners.evidence(&left(one), &right(other), (1, 1));
        assert!(evidence("lamp", "phare") > 0.2, "{}", evidence("lamp", "phare"));
        assert!(evidence("lamp", "cordage") < -0.2, "{}", evidence("lamp", "cordage"));
        assert_eq!(evidence("", "unknown"), 0.0);
    }
}
