//! Pairs the sections of two texts.
//!
//! 1. **Anchors**: sections with the same words, which no other section has, are one, whatever their
//!    number ([`anchors`]). Of several with the same words, those at the same address are one; the
//!    others are paired in their order.
//! 2. **Containers**: a section belongs to the one that holds most of the partners of its
//!    sub-sections ([`containers`]).
//! 3. **Candidates**: the others are scored by their words, their number, their neighbours and their
//!    title, and taken from the best down ([`candidates`](super::candidates)); first the clear ones, and
//!    once it is known what was split or merged, those that are less alike.
//! 4. **At their address** ([`replaced`]): what is left, and was neither split nor merged, is paired at
//!    the same address in its place among the others, if it is at all alike; in paired parents also if
//!    its words were replaced.
//!
//! Two sections are never paired by their titles alone. Nothing depends on the clock: the same two
//! texts give the same pairs on every machine.

use super::candidates::{Candidates, Likeness, Search};
use super::pairs::Pairs;
use super::profile::Side;
use super::weights::Weights;
use crate::document::SectionId;
use std::collections::{BTreeSet, HashMap};

/// Sections of fewer words, such as “(Repealed)”, are no anchors.
const LEAST_WORDS_OF_ANCHOR: u32 = 3;

/// A section is the one that holds at least this share of its paired sub-sections, by words.
const SHARE_OF_CONTAINER: f32 = 0.5;

/// Pairs the sections of two texts. `find_taken` finds what was split and merged, once the clear pairs
/// are known. Returns whether the steps of the search sufficed.
pub fn pair(
    old: &Side,
    new: &Side,
    weights: Weights,
    find_taken: impl FnOnce(&Pairs) -> TakenSections,
) -> (Pairs, Search) {
    let mut pairs = Pairs::none(old.profiles.len(), new.profiles.len());
    anchors(old, new, &mut pairs);
    containers(old, new, &mut pairs);
    let candidates = Candidates::of(old, new, weights, &pairs);
    candidates.pair(&mut pairs, Likeness::Clear, |_, _| true);
    containers(old, new, &mut pairs);
    let taken = find_taken(&pairs);
    let is_taken =
        |id: SectionId, new: SectionId| taken.merged.contains(&id) || taken.split.contains(&new);
    candidates.pair(&mut pairs, Likeness::Any, |id, new| !is_taken(id, new));
    let gaps = Gaps::of(&pairs, old);
    // A pair that crosses others would be a move that keeps its address.
    let is_free = |id: SectionId, same: SectionId| {
        let (from, to) = gaps.around(id, new.profiles.len());
        !is_taken(id, same) && (from..to).contains(&same.index())
    };
    candidates.pair_at_address(&mut pairs, is_free);
    containers(old, new, &mut pairs);
    replaced(old, new, &mut pairs, is_free);
    (pairs, candidates.search())
}

/// Pairs sections with the same words.
fn anchors(old: &Side, new: &Side, pairs: &mut Pairs) {
    let (of_old, of_new) = (by_words(old), by_words(new));
    let mut repeated: Vec<(&[SectionId], &[SectionId])> = Vec::new();
    for (plain, ids) in &of_old {
        match (ids.as_slice(), of_new.get(plain).map(Vec::as_slice)) {
            (_, None) => {}
            ([only], Some([partner])) if old.profile(*only).words >= LEAST_WORDS_OF_ANCHOR => {
                pairs.join(*only, *partner);
            }
            (several, Some(others)) => repeated.push((several, others)),
        }
    }
    repeated.sort_unstable();
    for (several, others) in &repeated {
        let by_address: HashMap<&str, SectionId> =
            others.iter().map(|id| (new.document.section_address(*id), *id)).collect();
        for id in *several {
            if let Some(same) = by_address.get(old.document.section_address(*id)) {
                pairs.join(*id, *same);
            }
        }
    }
    in_order(old, new, &repeated, pairs);
}

/// The sections of a text by the hash of their words; those without words have none.
fn by_words(side: &Side) -> HashMap<u64, Vec<SectionId>> {
    let mut by_words: HashMap<u64, Vec<SectionId>> = HashMap::new();
    for id in side.document.section_ids() {
        let profile = side.profile(id);
        if profile.words > 0 {
            by_words.entry(profile.plain).or_default().push(id);
        }
    }
    by_words
}

/// Pairs the sections of the same words that are left, each with the next of its kind between the
/// pairs around it. Sections of few words say too little away from their address.
fn in_order(old: &Side, new: &Side, repeated: &[(&[SectionId], &[SectionId])], pairs: &mut Pairs) {
    let gaps = Gaps::of(pairs, old);
    for (several, others) in repeated {
        if old.profile(several[0]).words < LEAST_WORDS_OF_ANCHOR {
            continue;
        }
        let mut next = 0;
        for id in *several {
            if pairs.of_old(*id).is_some() {
                continue;
            }
            let (from, to) = gaps.around(*id, new.profiles.len());
            next = next.max(others.partition_point(|other| other.index() < from));
            while others.get(next).is_some_and(|other| other.index() < to) {
                let other = others[next];
                next += 1;
                if pairs.join(*id, other) {
                    break;
                }
            }
        }
    }
}

/// The pairs that kept their order, between which the others lie.
struct Gaps(Vec<(SectionId, SectionId)>);

impl Gaps {
    fn of(pairs: &Pairs, old: &Side) -> Self {
        let ordered = pairs.ordered(|id| old.size(id)).into_iter();
        Self(ordered.filter_map(|(pair, is_ordered)| is_ordered.then_some(pair)).collect())
    }

    /// The range of the new text between the partners of the nearest pairs around a section.
    fn around(&self, old: SectionId, len: usize) -> (usize, usize) {
        let after = self.0.partition_point(|(known, _)| *known < old);
        let from = after.checked_sub(1).map_or(0, |at| self.0[at].1.index() + 1);
        (from, self.0.get(after).map_or(len, |(_, new)| new.index()))
    }
}

/// Pairs sections by the partners of what they contain, from the innermost outwards.
fn containers(old: &Side, new: &Side, pairs: &mut Pairs) {
    for id in old.document.section_ids().rev() {
        if pairs.of_old(id).is_some() {
            continue;
        }
        let mut weights: HashMap<SectionId, u64> = HashMap::new();
        let mut all = 0;
        for inner in old.document.with_inner(id).skip(1) {
            let Some(partner) = pairs.of_old(inner) else { continue };
            let words = u64::from(old.profile(inner).words) + 1;
            all += words;
            for holder in new.document.ancestry(partner).skip(1) {
                *weights.entry(holder).or_default() += words;
            }
        }
        let least = SHARE_OF_CONTAINER * all as f32;
        let free = weights.into_iter().filter(|(holder, weight)| {
            *weight as f32 >= least && pairs.of_new(*holder).is_none() && all > 0
        });
        // Of several around the same sections, the innermost; of several beside each other, the
        // one that holds more.
        let best = free.max_by_key(|(holder, weight)| {
            (new.document.section(*holder).depth, *weight, std::cmp::Reverse(*holder))
        });
        if let Some((holder, _)) = best.filter(|(holder, _)| holds(old, new, pairs, id, *holder)) {
            pairs.join(id, holder);
        }
    }
}

/// Whether most of what a section of the new text contains comes from a section of the old one.
fn holds(old: &Side, new: &Side, pairs: &Pairs, id: SectionId, holder: SectionId) -> bool {
    let (mut within, mut all) = (0.0, 0.0);
    for inner in new.document.with_inner(holder).skip(1) {
        let Some(partner) = pairs.of_new(inner) else { continue };
        let words = new.profile(inner).words as f32 + 1.0;
        all += words;
        if (id.index()..old.document.section(id).end).contains(&partner.index()) {
            within += words;
        }
    }
    within >= SHARE_OF_CONTAINER * all
}

/// Sections without partner that are part of others.
#[derive(Debug, Default)]
pub struct TakenSections {
    /// Sections of the old text that were merged into others.
    pub merged: BTreeSet<SectionId>,
    /// Sections of the new text that others were split into.
    pub split: BTreeSet<SectionId>,
}

/// Pairs what is left at the same address in paired parents: its words were replaced.
fn replaced(
    old: &Side,
    new: &Side,
    pairs: &mut Pairs,
    is_free: impl Fn(SectionId, SectionId) -> bool,
) {
    for id in pairs.left_of_old() {
        let same = new.document.section_at(old.document.section_address(id));
        let Some(same) = same.filter(|same| is_free(id, *same)) else { continue };
        let parents = (old.document.section(id).parent, new.document.section(same).parent);
        let beside = match parents {
            (None, None) => true,
            (Some(old), Some(new)) => pairs.of_old(old) == Some(new),
            _ => false,
        };
        if beside {
            pairs.join(id, same);
        }
    }
}
