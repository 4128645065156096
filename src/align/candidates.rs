//! Pairs sections by how alike they are: in their words, their number, their neighbours and their
//! title.
//!
//! A section is compared with few others, so that the cost does not grow with the square of the
//! text: with the one at its address, with those beside the partners of its neighbours, and with
//! those that share its rare words.

use super::bag::Bag;
use super::document_words::WordKey;
use super::pairs::Pairs;
use super::profile::Side;
use super::weights::Weights;
use crate::document::SectionId;
use std::collections::HashMap;

/// The weights of the words, the number, the neighbours and the title in a score.
const WORDS: f32 = 0.75;
const NUMBER: f32 = 0.1;
const NEIGHBOURS: f32 = 0.1;
const TITLE: f32 = 0.05;

/// Least score of a pair, and of one at the same address that is sought after the others.
const FLOOR: f32 = 0.5;
const FLOOR_AT_ADDRESS: f32 = 0.3;

/// A pair shares at least this much of its words: a number and a title alone make none.
const LEAST_WORDS: f32 = 0.1;

/// A pair that shares less than this may be two sections about the same subject, so it is not a clear
/// one.
const CLEAR_WORDS: f32 = 0.6;

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

/// How alike sections must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    /// So much that they can hardly be part of others.
    Clear,
    /// Enough, where nothing else was found of them.
    Any,
}

impl Likeness {
    const fn least(self) -> Least {
        match self {
            Self::Clear => Least { words: CLEAR_WORDS, score: 0.0 },
            Self::Any => Least { words: LEAST_WORDS, score: FLOOR },
        }
    }
}

/// A possible pair.
struct Candidate {
    old: SectionId,
    new: SectionId,
    score: f32,
}

/// The sections without partner, with those that each may be now.
pub struct Candidates<'a> {
    bags: Bags<'a>,
    /// For each section that was left, those with the most votes.
    voted: Vec<Vec<SectionId>>,
    search: Search,
}

impl<'a> Candidates<'a> {
    /// Lets the sections that are left vote.
    pub fn of(old: &'a Side, new: &'a Side, weights: Weights<'a>, pairs: &Pairs) -> Self {
        let bags = Bags::of(old, new, weights, pairs);
        let (voted, search) = bags.vote(pairs);
        Self { bags, voted, search }
    }

    /// Whether the votes sufficed.
    pub fn search(&self) -> Search {
        self.search
    }

    /// Pairs the sections that are still left, where `is_free` allows it.
    pub fn pair(
        &self,
        pairs: &mut Pairs,
        likeness: Likeness,
        is_free: impl Fn(SectionId, SectionId) -> bool,
    ) {
        let (bags, least) = (&self.bags, likeness.least());
        in_rounds(pairs, |pairs| {
            let mut candidates = Vec::new();
            for (id, voted) in bags.left.iter().zip(&self.voted) {
                if pairs.of_old(*id).is_some() {
                    continue;
                }
                let mut others = voted.clone();
                others.extend(beside(bags.old, bags.new, pairs, *id));
                others.sort_unstable();
                others.dedup();
                let free = others.into_iter();
                let free = free.filter(|new| pairs.of_new(*new).is_none() && is_free(*id, *new));
                candidates.extend(free.filter_map(|other| bags.score(pairs, (*id, other), least)));
            }
            candidates
        });
    }

    /// Pairs the sections at the same address that are still left, where `is_free` allows it. They need
    /// less likeness than others: whatever has a better place is taken by then.
    pub fn pair_at_address(
        &self,
        pairs: &mut Pairs,
        is_free: impl Fn(SectionId, SectionId) -> bool,
    ) {
        let bags = &self.bags;
        let least = Least { words: LEAST_WORDS, score: FLOOR_AT_ADDRESS };
        in_rounds(pairs, |pairs| {
            let candidate = |id| {
                let same = bags.new.document.section_at(bags.old.document.section_address(id));
                let same = same.filter(|same| pairs.of_new(*same).is_none() && is_free(id, *same));
                bags.score(pairs, (id, same?), least)
            };
            pairs.left_of_old().into_iter().filter_map(candidate).collect()
        });
    }
}

/// The least words in common and the least score of a pair.
#[derive(Debug, Clone, Copy)]
struct Least {
    words: f32,
    score: f32,
}

/// Pairs the candidates that are found again and again, since each pair may make others likelier.
fn in_rounds(pairs: &mut Pairs, find: impl Fn(&Pairs) -> Vec<Candidate>) {
    for _ in 0..ROUNDS {
        let candidates = find(pairs);
        if join(candidates, pairs) == 0 {
            break;
        }
    }
}

/// Pairs candidates from the best down. Returns how many it paired.
fn join(mut candidates: Vec<Candidate>, pairs: &mut Pairs) -> usize {
    candidates
        .sort_by(|a, b| b.score.total_cmp(&a.score).then((a.old, a.new).cmp(&(b.old, b.new))));
    candidates.iter().filter(|pair| pairs.join(pair.old, pair.new)).count()
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
    weights: Weights<'a>,
    left: Vec<SectionId>,
    of_old: HashMap<SectionId, Bag>,
    of_new: HashMap<SectionId, Bag>,
}

impl<'a> Bags<'a> {
    fn of(old: &'a Side, new: &'a Side, weights: Weights<'a>, pairs: &Pairs) -> Self {
        let left = pairs.left_of_old();
        let of_old = left.iter().map(|id| (*id, old.bag(*id))).collect();
        let of_new = pairs.left_of_new().into_iter().map(|id| (id, new.bag(id))).collect();
        Self { old, new, weights, left, of_old, of_new }
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
        let (mut votes, mut coarse) = (0, 0);
        let mut voted = Vec::with_capacity(self.left.len());
        let mut sums = vec![0.0_f32; self.new.profiles.len()];
        let mut touched: Vec<SectionId> = Vec::new();
        for id in &self.left {
            if votes > MOST_VOTES {
                coarse += 1;
                voted.push(Vec::new());
                continue;
            }
            for key in self.of_old[id].keys() {
                let Some(sections) = holders.get(key).filter(|all| all.len() <= COMMON) else {
                    continue;
                };
                votes += sections.len() as u64;
                let weight = self.weights.of(*key);
                for section in sections {
                    let sum = &mut sums[section.index()];
                    if *sum == 0.0 {
                        touched.push(*section);
                    }
                    *sum += weight;
                }
            }
            voted.push(most_voted(&mut touched, &sums));
            touched.drain(..).for_each(|section| sums[section.index()] = 0.0);
        }
        (voted, if coarse == 0 { Search::Whole } else { Search::Coarse(coarse) })
    }

    /// Scores a pair; `None` if it is not good enough.
    fn score(
        &self,
        pairs: &Pairs,
        (id, other): (SectionId, SectionId),
        least: Least,
    ) -> Option<Candidate> {
        let weigh_word = |key: &WordKey| self.weights.of(*key);
        let words = self.of_old[&id].likeness(&self.of_new[&other], weigh_word);
        if words < least.words {
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
        (score >= least.score).then_some(Candidate { old: id, new: other, score })
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

/// The sections with the most votes, best first.
fn most_voted(sections: &mut [SectionId], sums: &[f32]) -> Vec<SectionId> {
    let by_votes =
        |a: &SectionId, b: &SectionId| sums[b.index()].total_cmp(&sums[a.index()]).then(a.cmp(b));
    let count = sections.len().min(MOST_VOTED);
    if sections.len() > MOST_VOTED {
        sections.select_nth_unstable_by(MOST_VOTED, by_votes);
    }
    let best = &mut sections[..count];
    best.sort_unstable_by(by_votes);
    best.to_vec()
}

/// 1 for what holds.
fn weigh(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}
