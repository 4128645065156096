//! Pairs sections by how alike they are: in their words, their number, their neighbours and their
//! title.
//!
//! A section is compared with few others, so that the cost does not grow with the square of the
//! text: with the one at its address, with those beside the partners of its neighbours, and with
//! those that share its rare words.

use super::bag::Bag;
use super::pairs::Pairs;
use super::profile::{Side, Weights};
use super::words::WordKey;
use crate::document::SectionId;
use std::collections::HashMap;

/// The weights of the words, the number, the neighbours and the title in a score.
const WORDS: f32 = 0.75;
const NUMBER: f32 = 0.1;
const NEIGHBOURS: f32 = 0.1;
const TITLE: f32 = 0.05;

/// Least score of a pair, and of one at the same address.
const FLOOR: f32 = 0.5;
const FLOOR_AT_ADDRESS: f32 = 0.3;

/// A pair shares at least this much of its words: a number and a title alone make none.
const LEAST_WORDS: f32 = 0.1;

/// A word that more sections have does not vote.
const COMMON: usize = 200;

/// Number of sections with the most votes that are compared.
const MOST_VOTED: usize = 12;

/// Number of times that the pairs found so far are used to find others beside them.
const ROUNDS: usize = 3;

/// Maximum number of votes; a text of 10 MB in which every clause was edited needs about half.
const MOST_VOTES: u64 = 400_000_000;

/// How the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Search {
    /// Everything was compared.
    Whole,
    /// The votes were used up: this many sections were compared by address and neighbours alone.
    Coarse(usize),
}

/// A possible pair.
struct Candidate {
    old: SectionId,
    new: SectionId,
    score: f32,
}

/// Pairs the sections that are left. Returns whether the votes sufficed.
pub fn pair(old: &Side, new: &Side, pairs: &mut Pairs) -> Search {
    let bags = Bags::of(old, new, pairs);
    let (voted, search) = bags.vote(pairs);
    for _ in 0..ROUNDS {
        let mut candidates = Vec::new();
        for (at, id) in bags.left.iter().enumerate() {
            if pairs.of_old(*id).is_some() {
                continue;
            }
            let mut others = voted[at].clone();
            others.extend(beside(old, new, pairs, *id));
            others.sort_unstable();
            others.dedup();
            let free = others.into_iter().filter(|other| pairs.of_new(*other).is_none());
            candidates.extend(free.filter_map(|other| bags.score(pairs, *id, other)));
        }
        candidates
            .sort_by(|a, b| b.score.total_cmp(&a.score).then((a.old, a.new).cmp(&(b.old, b.new))));
        let joined = candidates.iter().filter(|pair| pairs.join(pair.old, pair.new)).count();
        if joined == 0 {
            break;
        }
    }
    search
}

/// The section at the same address, and those beside the partners of the neighbours.
fn beside(old: &Side, new: &Side, pairs: &Pairs, id: SectionId) -> Vec<SectionId> {
    let mut found: Vec<SectionId> = Vec::new();
    found.extend(new.document.section_at(old.document.section_address(id)));
    let at = |index: usize| (index < new.profiles.len()).then(|| SectionId::new(index));
    if let Some(before) = id.index().checked_sub(1).map(SectionId::new) {
        found.extend(pairs.of_old(before).and_then(|partner| at(partner.index() + 1)));
    }
    if id.index() + 1 < old.profiles.len() {
        let after = pairs.of_old(SectionId::new(id.index() + 1));
        found.extend(after.and_then(|partner| at(partner.index().checked_sub(1)?)));
    }
    found
}

/// The words of the sections that are left.
struct Bags<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    left: Vec<SectionId>,
    of_old: HashMap<SectionId, Bag>,
    of_new: HashMap<SectionId, Bag>,
}

impl<'a> Bags<'a> {
    fn of(old: &'a Side, new: &'a Side, pairs: &Pairs) -> Self {
        let left = pairs.left_of_old();
        let of_old = left.iter().map(|id| (*id, old.bag(*id))).collect();
        let of_new = pairs.left_of_new().into_iter().map(|id| (id, new.bag(id))).collect();
        Self { old, new, left, of_old, of_new }
    }

    fn weights(&self) -> Weights<'a> {
        Weights::between(self.old, self.new)
    }

    /// For each section that is left, the sections of the new text that share most of its rare
    /// words.
    fn vote(&self, pairs: &Pairs) -> (Vec<Vec<SectionId>>, Search) {
        let mut holders: HashMap<WordKey, Vec<SectionId>> = HashMap::new();
        for id in pairs.left_of_new() {
            for key in self.of_new[&id].keys() {
                holders.entry(*key).or_default().push(id);
            }
        }
        let weights = self.weights();
        let (mut votes, mut coarse) = (0, 0);
        let mut voted = Vec::with_capacity(self.left.len());
        let mut sums: HashMap<SectionId, f32> = HashMap::new();
        for id in &self.left {
            sums.clear();
            if votes > MOST_VOTES {
                coarse += 1;
            } else {
                for key in self.of_old[id].keys() {
                    let Some(sections) = holders.get(key).filter(|all| all.len() <= COMMON) else {
                        continue;
                    };
                    votes += sections.len() as u64;
                    let weight = weights.of(*key);
                    for section in sections {
                        *sums.entry(*section).or_default() += weight;
                    }
                }
            }
            let mut ranked: Vec<(SectionId, f32)> =
                sums.iter().map(|(id, sum)| (*id, *sum)).collect();
            ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            voted.push(ranked.into_iter().take(MOST_VOTED).map(|(id, _)| id).collect());
        }
        (voted, if coarse == 0 { Search::Whole } else { Search::Coarse(coarse) })
    }

    /// Scores a pair; `None` if it is not good enough.
    fn score(&self, pairs: &Pairs, id: SectionId, other: SectionId) -> Option<Candidate> {
        let weights = self.weights();
        let words = self.of_old[&id].likeness(&self.of_new[&other], |key| weights.of(*key));
        if words < LEAST_WORDS {
            return None;
        }
        let (old, new) = (self.old.document, self.new.document);
        let (section, partner) = (old.section(id), new.section(other));
        let same_number = section.number.is_some() && section.number == partner.number;
        let at_address = section.address == partner.address;
        let same_title = old.title(id) == new.title(other);
        let score = WORDS * words
            + NUMBER * weigh(same_number || at_address)
            + NEIGHBOURS * self.neighbours(pairs, id, other)
            + TITLE * weigh(same_title);
        let floor = if at_address { FLOOR_AT_ADDRESS } else { FLOOR };
        (score >= floor).then_some(Candidate { old: id, new: other, score })
    }

    /// The share of the two neighbours that are paired with the neighbours of the other.
    fn neighbours(&self, pairs: &Pairs, id: SectionId, other: SectionId) -> f32 {
        let before = match (id.index().checked_sub(1), other.index().checked_sub(1)) {
            (None, None) => true,
            (Some(old), Some(new)) => {
                pairs.of_old(SectionId::new(old)) == Some(SectionId::new(new))
            }
            _ => false,
        };
        let ends = (
            id.index() + 1 == self.old.profiles.len(),
            other.index() + 1 == self.new.profiles.len(),
        );
        let after = match ends {
            (true, true) => true,
            (false, false) => {
                pairs.of_old(SectionId::new(id.index() + 1))
                    == Some(SectionId::new(other.index() + 1))
            }
            _ => false,
        };
        (weigh(before) + weigh(after)) / 2.0
    }
}

/// 1 for what holds.
fn weigh(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
